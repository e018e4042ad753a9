import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCutOver } from './cut-over.ts';
import { readExample } from './example.ts';
import type { Json } from './json.ts';
import { listDifferences, readDocument, writeDocument } from './record/read-write.ts';
import type { KnownOrganisation, Setting } from './rules/setting.ts';
import { TODAY } from './testing/documents.ts';
import { readOrganisations } from './organisations.ts';
import { applyPatch, type Step } from './testing/patch.ts';
import { checkStructure } from './structure/check-structure.ts';
import { statusOf, validateDocument } from './validate.ts';

const root = path.resolve(import.meta.dirname, '../../../../shared/reference');
const isThere = existsSync(path.join(root, 'koski'));
if (!isThere) console.warn(`Reference data is missing (${root}/koski): the tests that read it are skipped.`);

const read = (...names: readonly string[]): Json => JSON.parse(readFileSync(path.join(root, ...names), 'utf8'));
const examples = isThere ? readdirSync(path.join(root, 'koski', 'documents')).map((name) => [name, readExample(read('koski', 'documents', name))] as const) : [];

/** Of a draft of the data model that KOSKI replaced in the autumn of 2020; its present data model knows neither of their type codes. */
const OUTDATED = new Set(['lukio-ops2019_2020-06-28.json', 'lukio-ops2019_2020-06-30.json']);

describe.skipIf(!isThere)('the example documents that KOSKI publishes', () => {
  it.each(examples)('%s is read and written back without loss', (_, { document }) => {
    expect(listDifferences(document, writeDocument(readDocument(document)))).toEqual([]);
  });

  it.each(examples.filter(([name]) => !OUTDATED.has(name)))('%s has the right structure', (_, { document }) => {
    expect(checkStructure(document)).toEqual([]);
  });

  it.each(examples.filter(([name, { isStructureOnly }]) => !isStructureOnly && !OUTDATED.has(name)))('%s is accepted', (_, { document }) => {
    expect(validateDocument(document, { today: TODAY })).toEqual([]);
  });

  // KOSKI's own validator no longer takes these: neither do the rules here, for reasons that are rules and not structure.
  it.each(examples.filter(([, { isStructureOnly }]) => isStructureOnly))('%s is refused by a rule, as by KOSKI', (_, { document }) => {
    const findings = validateDocument(document, { today: TODAY });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ rule }) => rule === undefined)).toEqual([]);
  });
});

interface Vector {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly patch: readonly Step[];
  readonly expect: { readonly status: number; readonly key?: string; readonly alsoKeys?: readonly string[] };
  readonly requires?: readonly string[];
  readonly caller?: string;
  readonly asOf?: string;
}

const vectors = isThere ? (read('koski', 'vectors.json') as unknown as readonly Vector[]) : [];
const organisations: ReadonlyMap<string, KnownOrganisation> = isThere
  ? new Map(['organisation-hierarchy.json', 'descendants.json'].flatMap((name) => [...readOrganisations(read('organisaatio', name))]))
  : new Map();

/** The store is empty and the caller an official who may do everything, unless the vector says otherwise. */
function settingOf({ requires = [], caller, asOf = TODAY }: Vector): Setting {
  const buyer = /ostava koulutustoimija (\S+)/.exec(caller ?? '')?.[1];
  return {
    today: asOf,
    cutOver: readCutOver(readFileSync(path.join(root, 'koski', 'validation-cutover-dates.conf'), 'utf8')),
    stored: [],
    caller: { kind: caller === 'palvelukäyttäjä' ? 'service' : 'official', ...(buyer === undefined ? {} : { buyingProviderOid: buyer }) },
    ...(requires.includes('organisaatiot') ? { findOrganisation: (oid) => organisations.get(oid) } : {}),
    ...(requires.includes('emptyPersonRegistry') ? { isKnownLearner: () => false } : {}),
    ...(requires.includes('emptyStore') ? { findStudyRight: () => undefined } : {}),
  };
}

describe.skipIf(!isThere)('rule vectors', () => {
  it.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s: %s', (_, __, vector) => {
    const { document } = readExample(read('koski', 'documents', vector.base));
    const keys = validateDocument(applyPatch(document, vector.patch), settingOf(vector)).map(({ key }) => key);
    if (vector.expect.key === undefined) expect(keys).toEqual([]);
    else {
      expect(keys).toContain(vector.expect.key);
      expect(keys).toEqual(expect.arrayContaining([...(vector.expect.alsoKeys ?? [])]));
      expect(Math.max(...keys.map(statusOf))).toBe(vector.expect.status);
    }
  });
});
