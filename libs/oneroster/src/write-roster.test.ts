import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkReferences } from './check-references.ts';
import { RosterRefusedError, type Finding } from './finding.ts';
import { openRoster } from './open-roster.ts';
import { brief, readAll, SMALL } from './testing/rosters.ts';
import { formatCsvRow } from './write-cells.ts';
import { writeRoster, writeRosterToBuffer, type RosterContent } from './write-roster.ts';
import { TABLES } from './write-tables.ts';

const reference = path.resolve(import.meta.dirname, '../../../../shared/reference/oneroster');
const hasReference = existsSync(reference);
if (!hasReference) console.warn(`Reference data is missing (${reference}): the tests that read it are skipped.`);

const CONTENT: RosterContent = {
  academicSessions: [
    { sourcedId: 'a26', title: 'Syksy', type: 'term', startDate: '2026-08-01', endDate: '2027-01-01', schoolYear: 2027, parentSourcedId: 'y27' },
    { sourcedId: 'y27', title: '2026–2027', type: 'schoolYear', startDate: '2026-08-01', endDate: '2027-08-01', schoolYear: 2027 },
  ],
  orgs: [{ sourcedId: 's1', name: 'Keskuskoulu, "Kessu"', type: 'school', identifier: '00204' }],
  courses: [{ sourcedId: 'fi7', title: 'Suomi', orgSourcedId: 's1', subjects: ['Suomen kieli', 'Kirjallisuus'] }],
  classes: [{ sourcedId: '7a', title: '7A', classType: 'homeroom', courseSourcedId: 'fi7', schoolSourcedId: 's1', termSourcedIds: ['y27', 'a26'] }],
  users: [
    { sourcedId: 'l1', enabledUser: true, givenName: 'Aino', familyName: 'Öhman', agentSourcedIds: ['g1'], userIds: [{ type: 'LDAP', identifier: '1' }] },
    { sourcedId: 'g1', enabledUser: false, givenName: 'Kaisa', familyName: 'Öhman', phone: '+358 40 123 4567', agentSourcedIds: ['l1'] },
  ],
  userProfiles: [{ sourcedId: 'p1', userSourcedId: 'l1', profileType: 'lms', vendorId: 'v', credentialType: 'sso', username: 'aino' }],
  roles: [
    { sourcedId: 'r1', userSourcedId: 'l1', orgSourcedId: 's1', role: 'student', roleType: 'primary', beginDate: '2026-08-01', userProfileSourcedId: 'p1' },
    { sourcedId: 'r2', userSourcedId: 'g1', orgSourcedId: 's1', role: 'guardian', roleType: 'primary' },
  ],
  demographics: [{ sourcedId: 'l1', birthDate: '2013-02-28', sex: 'female' }],
  enrollments: [{ sourcedId: 'e1', classSourcedId: '7a', userSourcedId: 'l1', schoolSourcedId: 's1', role: 'student', primary: false }],
};

async function refusal(content: RosterContent): Promise<readonly Finding[]> {
  try {
    await writeRosterToBuffer(content);
    return [];
  } catch (error) {
    if (error instanceof RosterRefusedError) return error.findings;
    throw error;
  }
}

describe('an export', () => {
  it('reads back as it was, without a finding', async () => {
    const roster = await openRoster(await writeRosterToBuffer(CONTENT, { systemName: 'Test' }));
    const dangling: Finding[] = [];
    for await (const each of checkReferences(roster)) dangling.push(each);
    expect(dangling).toEqual([]);
    const { records, findings } = await readAll(roster);
    expect(findings).toEqual([]);
    expect(roster.version).toBe('1.2');
    expect(roster.manifest?.sourceName).toBe('Test');
    expect(records.length).toBe(12);
    for (const kind of ['orgs', 'classes', 'users', 'roles', 'demographics', 'enrollments', 'userProfiles'] as const) {
      const given = [...readSync(CONTENT[kind])];
      expect(records.filter((each) => each.kind === kind)).toMatchObject(given);
    }
  });

  it('is an archive that others open, with every file of the standard declared', async () => {
    const files = unzipSync(await writeRosterToBuffer(CONTENT));
    const manifest = Buffer.from(files['manifest.csv'] ?? []).toString();
    expect(manifest.match(/^file\.\w+,(?:bulk|absent)\r$/gm)?.length).toBe(21);
    expect(manifest).toContain('file.users,bulk\r\n');
    expect(manifest).toContain('file.results,absent\r\n');
    expect(Buffer.from(files['orgs.csv'] ?? []).toString()).toBe(
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\ns1,,,"Keskuskoulu, ""Kessu""",school,00204,\r\n',
    );
  });

  it.skipIf(!hasReference && !process.env.CI)('has exactly the columns of the standard', () => {
    const standard: Record<string, string[]> = JSON.parse(readFileSync(path.join(reference, 'csv-headers-1.2.json'), 'utf8'));
    for (const [kind, { columns }] of Object.entries(TABLES)) expect([kind, columns]).toEqual([kind, standard[`${kind}.csv`]]);
  });

  it('has as many cells as columns in every row', async () => {
    const files = unzipSync(await writeRosterToBuffer(CONTENT));
    const { findings } = await readAll(Object.fromEntries(Object.entries(files)));
    expect(findings.filter(({ code }) => code === 'column-count')).toEqual([]);
    expect(Object.keys(files).length).toBe(10);
  });

  it('streams, from streams', async () => {
    async function* users() {
      for (let index = 0; index < 3000; index++) {
        yield await Promise.resolve({ sourcedId: `u${index}`, enabledUser: true, givenName: `A${index}`, familyName: 'B' });
      }
    }
    const chunks: Buffer[] = [];
    for await (const chunk of writeRoster({ users: users() })) chunks.push(chunk);
    expect((await readAll(await openRoster(Buffer.concat(chunks)))).records.length).toBe(3000);
  });

  it('is the same archive for the same content', async () => {
    expect((await writeRosterToBuffer(CONTENT)).equals(await writeRosterToBuffer(CONTENT))).toBe(true);
  });
});

describe('an export refuses', () => {
  it.each<[string, RosterContent, string[]]>([
    ['a name that is missing', { orgs: [{ sourcedId: 's', name: ' ', type: 'school' }] }, ['orgs.csv:2 name missing-value']],
    ['a kind outside the standard', { orgs: [{ sourcedId: 's', name: 'S', type: 'other' }] }, ['orgs.csv:2 type bad-value']],
    ['an id twice', { orgs: [...readSync(CONTENT.orgs), ...readSync(CONTENT.orgs)] }, ['orgs.csv:3 sourcedId duplicate-id']],
    ['a reference to nothing', { ...CONTENT, orgs: [] }, ['courses.csv:2 orgSourcedId unknown-reference']],
    ['a parent that never comes', { orgs: [{ sourcedId: 's', name: 'S', type: 'school', parentSourcedId: 'x' }] }, ['orgs.csv:2 parentSourcedId unknown-reference']],
    ['a date that does not exist', { ...CONTENT, demographics: [{ sourcedId: 'l1', birthDate: '2013-02-30' }] }, ['demographics.csv:2 birthDate bad-date']],
    ['an id that a spreadsheet executes', { orgs: [{ sourcedId: '=1+1', name: 'S', type: 'school' }] }, ['orgs.csv:2 sourcedId unwritable-value']],
    ['a list whose values hold commas', { ...CONTENT, courses: [{ sourcedId: 'c', title: 'C', orgSourcedId: 's1', subjects: ['a,b'] }] }, ['courses.csv:2 subjects unwritable-value']],
    [
      'an end before its beginning',
      { ...CONTENT, enrollments: [{ sourcedId: 'e', classSourcedId: '7a', userSourcedId: 'l1', schoolSourcedId: 's1', role: 'student', beginDate: '2026-08-02', endDate: '2026-08-01' }] },
      ['enrollments.csv:2 endDate dates-reversed'],
    ],
    [
      'a role that classes do not know',
      { ...CONTENT, enrollments: [{ sourcedId: 'e', classSourcedId: '7a', userSourcedId: 'l1', schoolSourcedId: 's1', role: 'guardian' }] },
      ['enrollments.csv:2 role bad-value'],
    ],
  ])('%s', async (_, content, expected) => {
    expect(brief(await refusal(content))).toEqual(expected);
  });
});

describe('formulas', () => {
  const named = (givenName: string): RosterContent => ({ users: [{ sourcedId: 'u', enabledUser: true, givenName, familyName: 'B', phone: '+358401234567' }] });
  const usersCsv = (archive: Buffer): string => Buffer.from(unzipSync(archive)['users.csv'] ?? []).toString();

  it.each(['=HYPERLINK("http://x")', '@SUM(A1)', '+cmd|calc', '-2+3+cmd'])('%j is disarmed, and read back whole', async (name) => {
    const archive = await writeRosterToBuffer(named(name));
    expect(usersCsv(archive)).toContain(`'${name.slice(0, 1)}`);
    const { records, findings } = await readAll(await openRoster(archive));
    expect(records[0]).toMatchObject({ givenName: name, phone: '+358401234567' });
    expect(findings.map(({ code }) => code)).toEqual(['formula-escaped']);
    expect(usersCsv(await writeRosterToBuffer(named(name), { formulas: 'keep' }))).not.toContain("'");
  });

  it('phone numbers stay as they are', async () => {
    expect(usersCsv(await writeRosterToBuffer(named('Aino')))).toContain(',+358401234567,');
  });
});

describe('any text', () => {
  it('round-trips through a row', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/\s+/g, ' ').normalize('NFC').trim())
      // Control and replacement characters are reported by the reader; that is tested elsewhere.
      .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\uFFFD\uFEFF]|Ã|^'[=+\-@]/u.test(text));
    await fc.assert(
      fc.asyncProperty(name, name, async (givenName, familyName) => {
        const archive = await writeRosterToBuffer({ users: [{ sourcedId: 'u', enabledUser: true, givenName, familyName }] });
        const { records } = await readAll(await openRoster(archive));
        expect(records[0]).toMatchObject({ givenName, familyName });
      }),
    );
  });

  it('is quoted where RFC 4180 asks', () => {
    expect(formatCsvRow(['a', 'b,c', 'd"e', '', ' f', 'g\nh'])).toBe('a,"b,c","d""e",," f","g\nh"\r\n');
  });
});

describe('the reader’s own fixture', () => {
  it('can be written again as strictly', async () => {
    const { records } = await readAll(SMALL);
    const orgs = records.flatMap((each) => (each.kind === 'orgs' ? [each] : []));
    const roster = await openRoster(await writeRosterToBuffer({ orgs }));
    expect((await readAll(roster)).records).toEqual(orgs);
  });
});

function* readSync<T>(rows: Iterable<T> | AsyncIterable<T> | undefined): Generator<T> {
  if (rows !== undefined && Symbol.iterator in rows) yield* rows;
}
