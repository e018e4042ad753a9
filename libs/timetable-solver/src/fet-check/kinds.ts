import { BASIC_RULES } from './rules/basic.ts';
import { LESSON_RULES } from './rules/lessons.ts';
import { DAY_RULES } from './rules/party-days.ts';
import { HOUR_RULES } from './rules/party-hours.ts';
import { PLACE_RULES } from './rules/party-places.ts';
import { ROOM_RULES } from './rules/rooms.ts';
import { TIME_RULES } from './rules/times.ts';
import type { PartyRule, Rule } from './rule.ts';
import { textOf, type Party, type Situation } from './situation.ts';
import type { FetConstraint } from '../formats/fet/file/school.ts';

const RULES: Readonly<Record<string, Rule>> = { ...BASIC_RULES, ...LESSON_RULES, ...ROOM_RULES, ...TIME_RULES };
const PARTY_RULES: Readonly<Record<string, PartyRule>> = { ...DAY_RULES, ...HOUR_RULES, ...PLACE_RULES };

/** @returns the rule of a kind of constraint; undefined where there is none yet */
export function findRule(kind: string): Rule | undefined {
  if (Object.hasOwn(RULES, kind)) return RULES[kind];
  const [, whom, what] = /^(Teachers|Teacher|StudentsSet|Students)(.+)$/.exec(kind) ?? [];
  const rule = what !== undefined && Object.hasOwn(PARTY_RULES, what) ? PARTY_RULES[what] : undefined;
  if (whom === undefined || rule === undefined) return undefined;
  return (constraint, situation) => listParties(whom, constraint, situation).flatMap((party) => rule(party, constraint, situation));
}

function listParties(whom: string, { element }: FetConstraint, { school, teachers, subgroups }: Situation): Party[] {
  if (whom === 'Teachers') return [...teachers.values()];
  if (whom === 'Students') return [...subgroups];
  if (whom === 'Teacher') return [teachers.get(textOf(element, 'Teacher', 'Teacher_Name'))].flatMap((party) => party ?? []);
  return (school.students.get(textOf(element, 'Students', 'Students_Set'))?.subgroups ?? []).flatMap((index) => subgroups[index] ?? []);
}
