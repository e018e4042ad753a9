import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkReferences, openRoster, type RosterRecord } from '@digione/oneroster';
import { findIdentityCodeParts } from '@digione/identifiers';
import { writeImportFiles } from './write-import-files.ts';

const Organisations = z.object({ numHits: z.number(), organisaatiot: z.array(z.looseObject({ oid: z.string(), nimi: z.object({ fi: z.string() }), children: z.array(z.looseObject({})) })) });
const Population = z.object({ muutokset: z.array(z.object({ henkilotunnus: z.string(), tietoryhmat: z.array(z.looseObject({ tietoryhma: z.string() })) })) });

describe('the import files of the small demo', () => {
  let folder = '';
  let written: Awaited<ReturnType<typeof writeImportFiles>>;
  const koivula = (): (typeof written)[number] => {
    const [first] = written;
    if (first?.providerKey !== 'koivula') throw new Error('Koivula comes first');
    return first;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-files-'));
    written = await writeImportFiles('small', '2026-11-24', folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are the same every time', async () => {
    const again = await writeImportFiles('small', '2026-11-24', join(folder, 'again'));
    const digest = async (path: string): Promise<string> => createHash('sha256').update(await readFile(path)).digest('hex');
    const paths = (of: typeof written): string[] => of.flatMap(({ organisations, roster, population }) => [organisations, roster, population]);
    expect(await Promise.all(paths(again).map(digest))).toEqual(await Promise.all(paths(written).map(digest)));
  });

  it('hold the provider with schools and sites as a tree', async () => {
    const { numHits, organisaatiot } = Organisations.parse(JSON.parse(await readFile(koivula().organisations, 'utf8')));
    expect(organisaatiot.map(({ nimi, children }) => [nimi.fi, children.length])).toEqual([['Koivulan kaupunki', 3]]);
    expect(numHits).toBe(1 + 3 + 3);
  });

  it('hold a roster without a fault: every reference leads somewhere, nobody without custody is a guardian', async () => {
    await using roster = await openRoster(koivula().roster);
    expect(roster.version).toBe('1.2');
    const records: RosterRecord[] = [];
    for (const { name } of roster.files) {
      for await (const { record, problems } of roster.rows(name)) {
        expect(problems).toEqual([]);
        if (record) records.push(record);
      }
    }
    for await (const finding of checkReferences(roster)) throw new Error(`${finding.code} ${finding.file} ${finding.line} ${finding.field}`);
    const users = records.filter((record) => record.kind === 'users');
    const named = (given: string, family: string): (typeof users)[number] | undefined => users.find((user) => user.preferredGivenName === given && user.familyName === family);
    const guardiansOf = (given: string, family: string): unknown[] => (named(given, family)?.agentSourcedIds ?? []).map((id) => users.find(({ sourcedId }) => sourcedId === id)?.preferredGivenName).sort();
    expect(guardiansOf('Helmi', 'Rantanen')).toEqual(['Maria', 'Petteri']);
    expect(guardiansOf('Lumi', 'Heino')).toEqual(['Sanna']);
    expect(named('Lumi', 'Heino')?.email).toBeNull();
    const roles = records.filter((record) => record.kind === 'roles');
    expect(new Set(roles.filter(({ role }) => role === 'student').map(({ userSourcedId }) => userSourcedId)).size).toBe(750);
    expect(records.filter((record) => record.kind === 'classes' && record.classType === 'homeroom')).toHaveLength(37);
    expect(records.filter(({ kind }) => kind === 'enrollments').length).toBeGreaterThan(10_000);
  });

  it('hold what the population register says of every learner, and withhold the homes of protected people', async () => {
    const { muutokset } = Population.parse(JSON.parse(await readFile(koivula().population, 'utf8')));
    expect(muutokset.length).toBeGreaterThanOrEqual(750);
    for (const { henkilotunnus, tietoryhmat } of muutokset) {
      expect(findIdentityCodeParts(henkilotunnus)?.isArtificial).toBe(true);
      if (!tietoryhmat.some(({ tietoryhma }) => tietoryhma === 'TURVAKIELTO')) continue;
      expect(tietoryhmat.filter(({ tietoryhma }) => tietoryhma === 'VAKINAINEN_KOTIMAINEN_OSOITE').every(({ katunimi }) => katunimi === undefined)).toBe(true);
    }
    expect(muutokset.filter(({ tietoryhmat }) => tietoryhmat.some(({ tietoryhma }) => tietoryhma === 'TURVAKIELTO')).length).toBeGreaterThanOrEqual(2);
    const protectedChild = muutokset.find(({ tietoryhmat }) => tietoryhmat.some(({ etunimi }) => etunimi === 'Lumi Aurora'));
    expect(JSON.stringify(protectedChild)).toContain('Sanna Maarit');
    expect(JSON.stringify(protectedChild)).not.toContain('Jarno');
  });
});
