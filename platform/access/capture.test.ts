import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Rule } from './action.ts';
import type { Actor } from './actor.ts';
import { conditionOf } from './capture.ts';

const nobody: Actor = { personId: '018f0000-0000-7000-8000-000000000001', roles: [], isGuardian: false, isLearner: false } as unknown as Actor;
const rule: Rule = {
  name: 'of-own-school',
  when: (_actor, learner) => sql<boolean>`exists (select from core_data.study_right sr join core_data.school as place on place.school_id = sr.school_id where sr.learner_id = ${learner})`,
};

test('a list that calls its table as the rule calls one of its own is refused: the rule would hold for everything', () => {
  expect(() => conditionOf(rule, nobody, sql`sr.learner_id`)).toThrow('calls sr');
  expect(() => conditionOf(rule, nobody, sql.ref('place.school_id'))).toThrow('calls place');
});

test('so is a column without its table', () => {
  expect(() => conditionOf(rule, nobody, sql`learner_id`)).toThrow('say of which table');
});

test('another name and a bound id are taken', () => {
  expect(conditionOf(rule, nobody, sql`p.person_id`)).not.toBe(false);
  expect(conditionOf(rule, nobody, sql`${nobody.personId}::uuid`)).not.toBe(false);
});

test('a rule that needs no look is an answer whatever the column is called', () => {
  expect(conditionOf({ name: 'always', when: () => true }, nobody, sql`learner_id`)).toBe(true);
});
