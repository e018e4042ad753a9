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

function prove(name: string, given: Case): void {
  const { of, with: changes = {}, fine = [], also = [] } = given;
  // What would be broken anyway proves nothing; a few cases are broken by their setting alone.
  if (given.setting === undefined && given.learner === undefined) expect(rulesBroken(of(), given)).toEqual([]);
  expect(rulesBroken(withChanges(of(), changes), given)).toContain(name);
  for (const right of fine) {
    const broken = rulesBroken(withChanges(of(), right), given);
    expect(broken).not.toContain(name);
    expect(broken.filter((found) => found.startsWith('['))).toEqual([]);
  }
  for (const other of also) prove(name, other);
}

/** One test per rule of a file; fails when a rule has none. */
export function describeRules(title: string, file: object, cases: Readonly<Record<string, Case>>): void {
  describe(title, () => {
    test('each rule has its test', () => {
      const names = RULES.map(({ name }) => name).filter((name) => name in file);
      expect(Object.keys(cases).toSorted()).toEqual(names.toSorted());
    });

    test.each(Object.entries(cases))('%s', (name, given) => {
      prove(name, given);
    });
  });
}
