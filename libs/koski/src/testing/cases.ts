import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { readDocument } from '../record/read-write.ts';
import { RULES } from '../rules/index.ts';
import type { Setting } from '../rules/setting.ts';
import { judgeRecord, validateDocument } from '../validate.ts';
import { documentOf, LEARNER, TODAY } from './documents.ts';
import { withChanges } from './patch.ts';

export type Changes = Readonly<Record<string, Json>>;

/** How a rule is broken: a document that KOSKI accepts, with some places changed. */
export interface Case {
  readonly of: () => JsonObject;
  readonly with?: Changes;
  /** Changes of the same document that come near and are right. */
  readonly fine?: readonly Changes[];
  /** What else breaks it. */
  readonly also?: readonly Case[];
  readonly setting?: Partial<Setting>;
  readonly learner?: JsonObject;
  /** The data model does not let it be said in these forms: the record is judged, not the document. */
  readonly isBeyondStructure?: boolean;
}

function rulesBroken(right: JsonObject, { setting, learner = { oid: LEARNER }, isBeyondStructure = false }: Case): readonly string[] {
  const [document, known] = [documentOf(right, learner), { today: TODAY, ...setting }];
  const findings = isBeyondStructure ? judgeRecord(readDocument(document), known) : validateDocument(document, known);
  return findings.map((finding) => finding.rule ?? JSON.stringify(finding.message));
}

/** What speaks against the rule: a sentence each, none when it is broken by what breaks it and by nothing that comes near. */
function faultsOf(name: string, given: Case): readonly string[] {
  const { of, with: changes = {}, fine = [], also = [] } = given;
  // What would be broken anyway proves nothing; a few cases are broken by their setting alone.
  const before = given.setting === undefined && given.learner === undefined ? rulesBroken(of(), given) : [];
  const broken = rulesBroken(withChanges(of(), changes), given);
  return [
    ...before.map((found) => `the document is refused without a change: ${found}`),
    ...(broken.includes(name) ? [] : [`${JSON.stringify(changes)} does not break it, but ${broken.join(', ')}`]),
    ...fine.flatMap((right) => {
      const found = rulesBroken(withChanges(of(), right), given);
      return found.filter((each) => each === name || each.startsWith('[')).map((each) => `${JSON.stringify(right)} should be right: ${each}`);
    }),
    ...also.flatMap((other) => faultsOf(name, other)),
  ];
}

/** One test per rule of a file; fails when a rule has none. */
export function describeRules(title: string, file: object, cases: Readonly<Record<string, Case>>): void {
  describe.each([title])('%s', () => {
    test('each rule has its test', () => {
      const names = RULES.map(({ name }) => name).filter((name) => name in file);
      expect(Object.keys(cases).toSorted()).toEqual(names.toSorted());
    });

    test.each(Object.entries(cases))('%s', (name, given) => {
      expect(faultsOf(name, given)).toEqual([]);
    });
  });
}
