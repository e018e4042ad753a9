import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReferences } from './check-references.ts';
import type { Finding } from './finding.ts';
import { openRoster, type RosterVersion } from './open-roster.ts';
import type { RecordKind } from './records.ts';
import { readAll } from './testing/rosters.ts';

const root = path.resolve(import.meta.dirname, '../../../../shared/reference/oneroster/csv');
const isThere = existsSync(root);
if (!isThere) console.warn(`Reference data is missing (${root}): the tests that read it are skipped.`);

type Counts = Partial<Record<RecordKind, number>>;

const SDS1_SMALL: Counts = { orgs: 2, academicSessions: 1, courses: 2, classes: 2, users: 24, demographics: 22, enrollments: 46 };
const SDS1_LARGE: Counts = { orgs: 2, academicSessions: 1, courses: 28, classes: 28, users: 98, demographics: 86, enrollments: 630 };
const MOODLE: Counts = { academicSessions: 5, orgs: 1, classes: 2, users: 6, enrollments: 6 };

/** Vendors' samples, none of them clean: what is in them, and what must be said of them. */
const SETS: ReadonlyArray<readonly [folder: string, version: RosterVersion, counts: Counts, codes: readonly string[], dangling: number]> = [
  ['tao-1p1', '1.1', { orgs: 2, classes: 3, users: 2, enrollments: 3 }, ['renamed-column'], 1],
  ['moodle/Test_full_data_set.zip', '1.1', MOODLE, ['deprecated-value', 'password-present', 'status-in-bulk'], 4],
  ['moodle/Test_minimal_data_set.zip', '1.1', MOODLE, ['password-present'], 1],
  [
    'moodle/oneroster_test_data.zip',
    '1.2',
    { academicSessions: 1, orgs: 1, courses: 1, classes: 1, users: 1, userProfiles: 1, roles: 1, demographics: 1, enrollments: 1 },
    ['password-present'],
    0,
  ],
  ['moodle/v1p2_full_dataset.zip', '1.2', { ...MOODLE, roles: 7 }, ['missing-column', 'nonstandard-date', 'renamed-column', 'unknown-column'], 4],
  ['microsoft-sds/SDS Format/Min Required Attributes', 'sds1', { orgs: 2, classes: 2, users: 24, enrollments: 46 }, ['missing-value'], 0],
  ['microsoft-sds/SDS Format/25 Users', 'sds1', SDS1_SMALL, ['nonstandard-date', 'password-present'], 0],
  ['microsoft-sds/SDS Format/100 Users', 'sds1', SDS1_LARGE, ['nonstandard-date', 'password-present'], 0],
  ['microsoft-sds/UK Format/Min Required Attributes', 'sds1', { orgs: 2, classes: 28, users: 24, enrollments: 158 }, ['missing-value'], 0],
  ['microsoft-sds/UK Format/25 Users', 'sds1', { ...SDS1_SMALL, courses: 28, classes: 28, enrollments: 158 }, ['nonstandard-date'], 0],
  ['microsoft-sds/UK Format/100 Users', 'sds1', SDS1_LARGE, ['nonstandard-date', 'password-present'], 0],
  ['microsoft-sds/SDS v2', 'sds2', { orgs: 5, classes: 4, users: 29, enrollments: 29 }, ['nonstandard-value', 'password-present'], 0],
  [
    'microsoft-sds/SDS v2.1',
    'sds2.1',
    { academicSessions: 2, orgs: 4, courses: 3, classes: 2, users: 8, roles: 7, demographics: 6, enrollments: 6, relationships: 3 },
    ['ignored-file', 'nonstandard-value', 'password-present'],
    0,
  ],
];

describe.skipIf(!isThere && !process.env.CI)('vendors’ samples', () => {
  it.each(SETS)('%s reads as %s', async (folder, version, counts, codes, dangling) => {
    const roster = await openRoster(path.join(root, folder));
    const references: Finding[] = [];
    for await (const each of checkReferences(roster)) references.push(each);
    const { records, findings } = await readAll(roster);
    expect(roster.version).toBe(version);
    const read: Counts = {};
    for (const { kind } of records) read[kind] = (read[kind] ?? 0) + 1;
    expect(read).toEqual(counts);
    // Dirty, yet nothing in them is beyond reading.
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(expect.arrayContaining([...codes]));
    expect(references.map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array.from({ length: dangling }, () => 'warning unknown-reference'));
  });

  it('reads names, dates, roles and guardians out of them', async () => {
    const { records: sds1 } = await readAll(await openRoster(path.join(root, 'microsoft-sds/SDS Format/25 Users')));
    expect(sds1.find(({ sourcedId, kind }) => sourcedId === '13001' && kind === 'users')).toMatchObject({
      givenName: 'Ora',
      familyName: 'Klein',
      middleName: 'Christopher',
      role: 'student',
      grades: ['9'],
      orgSourcedIds: ['10001'],
    });
    expect(sds1.find(({ sourcedId, kind }) => sourcedId === '13001' && kind === 'demographics')).toMatchObject({ birthDate: '2000-04-02' });
    expect(sds1.find(({ kind }) => kind === 'academicSessions')).toMatchObject({ startDate: '2017-07-01', endDate: '2018-06-30' });
    const { records: sds21 } = await readAll(await openRoster(path.join(root, 'microsoft-sds/SDS v2.1')));
    expect(sds21.filter(({ kind }) => kind === 'relationships')).toMatchObject([
      { userSourcedId: '114001', relationshipUserSourcedId: '114002', role: 'guardian' },
      { userSourcedId: '114003', relationshipUserSourcedId: '114002', role: 'relative' },
      { userSourcedId: '114004', relationshipUserSourcedId: '114005', role: 'guardian' },
    ]);
    expect(sds21.find(({ sourcedId, kind }) => kind === 'roles' && sourcedId.startsWith('114006'))).toMatchObject({ role: 'teacher', grades: ['ps1'] });
  });
});
