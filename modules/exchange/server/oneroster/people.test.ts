import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatIdentityCode } from '@digione/identifiers';
import { createImportWorld, REFERENCE, skipsReference, type ImportWorld } from '../testing/import-world.ts';
import { exportRoster, type ImportOptions } from '../index.ts';

let world: ImportWorld;
let provider: string;
let count = 0;
beforeAll(async () => {
  world = await createImportWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  count += 1;
  provider = await world.provider(`kunta-${count}`);
});

const LEARNER = formatIdentityCode('2014-03-01', 902);
const MOTHER = formatIdentityCode('1984-05-17', 904);

type Rows = readonly string[];
const csv = (header: string, rows: Rows) => `${header}\n${rows.map((row) => `${row}\n`).join('')}`;
/** A small school in OneRoster 1.1; each part can be replaced. */
const SCHOOL = {
  academicSessions: ['y1,,,2026–2027,schoolYear,2026-08-06,2027-06-05,,2027', 't1,,,Syksy,term,2026-08-06,2026-12-20,y1,2027', 't2,,,Kevät,term,2027-01-07,2027-06-05,y1,2027'],
  orgs: ['s1,,,Rantakoulu,school,,'],
  courses: ['c1,,,y1,Matematiikka,MA,07,s1,,'],
  classes: ['k7a,,,7A,07,,,homeroom,,s1,y1,,,', 'k7b,,,7B,07,,,homeroom,,s1,y1,,,', 'g1,,,7A matematiikka,07,c1,,scheduled,,s1,"t1,t2",,,'],
  users: [
    `l1,,,true,s1,student,,,Aino Maria,Korhonen,,${LEARNER},,,,g1u,07,`,
    'l2,,,true,s1,student,,,Eero,Laine,,,,,,,07,',
    't1u,,,true,s1,teacher,,,Teija,Opettaja,,,Teija@Koulu.example,,,,,',
    `g1u,,,true,,parent,,,Kaisa,Korhonen,,${MOTHER},kaisa@koti.example,+358401234567,,,,`,
  ],
  demographics: ['l1,,,2014-03-01,female', 'l2,,,2013-12-24,male'],
  enrollments: ['e1,,,k7a,s1,l1,student,,,', 'e2,,,k7a,s1,l2,student,,,', 'e3,,,g1,s1,l1,student,,,', 'e4,,,k7a,s1,t1u,teacher,true,,', 'e5,,,g1,s1,t1u,teacher,true,,'],
} as const;
type Part = keyof typeof SCHOOL;
const PARTS = ['academicSessions', 'orgs', 'courses', 'classes', 'users', 'demographics', 'enrollments'] as const satisfies readonly Part[];
const HEADERS: Record<Part, string> = {
  academicSessions: 'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
  orgs: 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  courses: 'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
  classes: 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  users: 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
  demographics: 'sourcedId,status,dateLastModified,birthDate,sex',
  enrollments: 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
};

function roster(parts: Partial<Record<Part, Rows>> = {}, mode: 'bulk' | 'delta' = 'bulk', files: readonly Part[] = PARTS, system?: string): string {
  const all: Record<string, string> = {
    'manifest.csv': csv('propertyName,value', ['manifest.version,1.0', 'oneroster.version,1.1', ...(system === undefined ? [] : [`source.systemCode,${system}`]), ...PARTS.map((part) => `file.${part},${files.includes(part) ? mode : 'absent'}`)]),
  };
  for (const part of files) all[`${part}.csv`] = csv(HEADERS[part], parts[part] ?? SCHOOL[part]);
  return world.folder(all);
}
const importRoster = (path: string, options: Partial<ImportOptions> = {}) => world.import({ kind: 'people', path, providerKey: `kunta-${count}`, ...options });
const list = (query: string) => world.rows<Record<string, unknown>>(query, [provider]);
const members = () => list(`select h.name, p.last_name, m.valid::text from core_data.homeroom_member m join core_data.homeroom h using (education_provider_id, homeroom_id)
  join core_data.person p on p.education_provider_id = m.education_provider_id and p.person_id = m.learner_id where m.education_provider_id = $1 order by h.name, p.last_name, m.valid`);
const without = (part: Part, ...beginnings: string[]): Rows => SCHOOL[part].filter((row) => !beginnings.some((beginning) => row.startsWith(beginning)));

describe('a school', () => {
  test('becomes people, groups, places, positions and guardians', async () => {
    const report = await importRoster(roster());
    expect(report).toMatchObject({ isAccepted: true, problems: { error: 0 }, byEntity: { school: { created: 1 }, school_year: { created: 1 }, teaching_period: { created: 2 }, subject: { created: 1 }, homeroom: { created: 2 }, teaching_group: { created: 1 }, person: { created: 4 } } });
    expect(await list(`select first_names, call_name, last_name, born_on, gender, email, phone from core_data.person where education_provider_id = $1 order by last_name, call_name`)).toEqual([
      { first_names: 'Aino Maria', call_name: 'Aino', last_name: 'Korhonen', born_on: '2014-03-01', gender: 'female', email: null, phone: null },
      { first_names: 'Kaisa', call_name: 'Kaisa', last_name: 'Korhonen', born_on: null, gender: null, email: 'kaisa@koti.example', phone: '+358401234567' },
      { first_names: 'Eero', call_name: 'Eero', last_name: 'Laine', born_on: '2013-12-24', gender: 'male', email: null, phone: null },
      { first_names: 'Teija', call_name: 'Teija', last_name: 'Opettaja', born_on: null, gender: null, email: 'teija@koulu.example', phone: null },
    ]);
    expect(await members()).toEqual([
      { name: '7A', last_name: 'Korhonen', valid: '[2026-08-06,2027-06-05)' },
      { name: '7A', last_name: 'Laine', valid: '[2026-08-06,2027-06-05)' },
    ]);
    expect(await list(`select education_form, valid::text from core_data.study_right where education_provider_id = $1`)).toEqual(Array.from({ length: 2 }, () => ({ education_form: 'basic-education', valid: '[2026-08-06,)' })));
    expect(await list(`select title from core_data.staff_position where education_provider_id = $1`)).toEqual([{ title: 'teacher' }]);
    expect(await list(`select role, has_custody, has_right_to_information, valid::text, source from core_data.guardianship where education_provider_id = $1`)).toEqual([{ role: 'parent', has_custody: true, has_right_to_information: true, valid: '[2026-11-24,)', source: 'oneroster' }]);
    expect(await list(`select h.grade_level, count(t.*)::int as teachers from core_data.homeroom h left join core_data.homeroom_teacher t using (education_provider_id, homeroom_id) where h.education_provider_id = $1 group by h.name, h.grade_level order by h.name`)).toEqual([{ grade_level: 7, teachers: 1 }, { grade_level: 7, teachers: 0 }]);
    expect(await list(`select s.code, g.name, (select count(*)::int from core_data.teaching_group_member m where m.teaching_group_id = g.teaching_group_id) as members from core_data.teaching_group g join core_data.subject s using (education_provider_id, subject_id) where g.education_provider_id = $1`)).toEqual([{ code: 'MA', name: '7A matematiikka', members: 1 }]);
  });

  test('imported again changes nothing', async () => {
    await importRoster(roster());
    const before = await world.historyLength();
    const report = await importRoster(roster());
    expect(report.counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    expect(await world.historyLength()).toBe(before);
  });

  test('a dry run writes nothing, and its outcome is that of the import', async () => {
    const dry = await importRoster(roster(), { dryRun: true });
    expect(await list('select from core_data.person where education_provider_id = $1')).toEqual([]);
    expect((await importRoster(roster())).counts).toEqual(dry.counts);
  });

  test('leaves a record of whose data was touched', async () => {
    await importRoster(roster());
    const [entry] = await world.rows<{ action: string; people: number }>(`select action, cardinality(person_ids) as people from audit.entry where education_provider_id = $1`, [provider]);
    expect(entry).toEqual({ action: 'import.apply', people: 4 });
  });
});

describe('what the file no longer says', () => {
  test('ends today when the file is complete', async () => {
    await importRoster(roster());
    const report = await importRoster(roster({ users: without('users', 'l2'), demographics: without('demographics', 'l2'), enrollments: without('enrollments', 'e2') }));
    expect(report.byEntity).toMatchObject({ study_right: { ended: 1 }, homeroom_member: { ended: 1 }, person: { unchanged: 3 } });
    expect((await members()).map(({ last_name, valid }) => [last_name, valid])).toEqual([['Korhonen', '[2026-08-06,2027-06-05)'], ['Laine', '[2026-08-06,2026-11-24)']]);
    expect(await list('select from core_data.person where education_provider_id = $1')).toHaveLength(4);
  });

  test('stays when the file tells changes only; a deletion is told', async () => {
    await importRoster(roster());
    const quiet = await importRoster(roster({ users: [] , enrollments: [] }, 'delta', ['users', 'enrollments']));
    expect(quiet.counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    const leaving = await importRoster(roster({ users: ['l2,tobedeleted,2026-11-24T00:00:00Z,true,s1,student,,,Eero,Laine,,,,,,,07,'] }, 'delta', ['users']));
    expect(leaving.byEntity).toMatchObject({ study_right: { ended: 1 }, homeroom_member: { ended: 1 } });
  });

  test('a learner who changes class leaves the one today and is in the other from today', async () => {
    await importRoster(roster());
    await importRoster(roster({ enrollments: [...without('enrollments', 'e2'), 'e2b,,,k7b,s1,l2,student,,,'] }));
    expect((await members()).filter(({ last_name }) => last_name === 'Laine')).toEqual([
      { name: '7A', last_name: 'Laine', valid: '[2026-08-06,2026-11-24)' },
      { name: '7B', last_name: 'Laine', valid: '[2026-11-24,2027-06-05)' },
    ]);
  });

  test('one who comes back is there again from today', async () => {
    await importRoster(roster());
    const gone = { users: without('users', 'l2'), demographics: without('demographics', 'l2'), enrollments: without('enrollments', 'e2') };
    await importRoster(roster(gone));
    await importRoster(roster(), { now: '2026-12-01T07:20:00.000Z' });
    expect((await members()).filter(({ last_name }) => last_name === 'Laine').map(({ valid }) => valid)).toEqual(['[2026-08-06,2026-11-24)', '[2026-12-01,2027-06-05)']);
  });
});

describe('the same human', () => {
  test('is found by identity code among the people there are; what is known of them stays', async () => {
    const id = uuidv7();
    await world.pool.query(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, source) values ($1, $2, 'Kaisa Maria Helena', 'Maria', 'Korhonen', 'population-register')`, [provider, id]);
    await world.pool.query(`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source) values ($1, $2, $3, $4, 'population-register')`, [provider, uuidv7(), id, MOTHER]);
    const report = await importRoster(roster());
    expect(report.byEntity['person']).toMatchObject({ created: 3, changed: 1 });
    expect(await world.rows('select first_names, call_name, email from core_data.person where person_id = $1', [id])).toEqual([{ first_names: 'Kaisa Maria Helena', call_name: 'Maria', email: 'kaisa@koti.example' }]);
    expect(await list('select guardian_id from core_data.guardianship where education_provider_id = $1')).toEqual([{ guardian_id: id }]);
  });

  test('teacher and guardian in one, by two users, is one person', async () => {
    await importRoster(roster({ users: SCHOOL.users.map((row) => (row.startsWith('t1u') ? `t1u,,,true,s1,teacher,,,Kaisa,Korhonen,,${MOTHER},,,,,,` : row)) }));
    expect(await list('select from core_data.person where education_provider_id = $1')).toHaveLength(3);
    expect(await list(`select title from core_data.staff_position sp join core_data.guardianship g on g.guardian_id = sp.person_id where sp.education_provider_id = $1`)).toEqual([{ title: 'teacher' }]);
  });

  test('a homeroom, school and school year entered by hand are taken, not doubled, and not changed', async () => {
    const [school, year, homeroom] = [uuidv7(), uuidv7(), uuidv7()];
    await world.pool.query(`insert into core_data.school (education_provider_id, school_id, name, source) values ($1, $2, '{"fi":"RANTAKOULU","sv":"Strand"}', 'manual')`, [provider, school]);
    await world.pool.query(`insert into core_data.school_year (education_provider_id, school_year_id, name, valid, source) values ($1, $2, 'Oma', '[2026-08-01,2027-08-01)', 'manual')`, [provider, year]);
    await world.pool.query(`insert into core_data.homeroom (education_provider_id, homeroom_id, school_id, school_year_id, name, valid, source) values ($1, $2, $3, $4, '7A', '[2026-08-01,2027-08-01)', 'manual')`, [provider, homeroom, school, year]);
    const report = await importRoster(roster());
    expect(report.byEntity).toMatchObject({ school: { unchanged: 1 }, homeroom: { changed: 1, created: 1 } });
    expect(report.byEntity['school_year']).toBeUndefined();
    expect(await list('select name, valid::text, grade_level from core_data.homeroom where education_provider_id = $1 order by name')).toEqual([
      { name: '7A', valid: '[2026-08-01,2027-08-01)', grade_level: 7 },
      { name: '7B', valid: '[2026-08-06,2027-06-05)', grade_level: 7 },
    ]);
  });
});

describe('the school’s own word stands', () => {
  test('a place it ended is not begun again, even when the row is told anew', async () => {
    await importRoster(roster());
    await world.pool.query(`update core_data.homeroom_member set valid = '[2026-08-06,2026-10-01)' where education_provider_id = $1 and learner_id in (select person_id from core_data.person where last_name = 'Laine')`, [provider]);
    for (const enrollments of [SCHOOL.enrollments, SCHOOL.enrollments.map((row) => row.replace('e2,,,k7a,s1,l2,student,,,', 'e2,,,k7a,s1,l2,student,,2026-08-10,'))]) {
      const report = await importRoster(roster({ enrollments }));
      expect(report.byEntity['homeroom_member']).toMatchObject({ ignored: 1 });
      expect((await members()).filter(({ last_name }) => last_name === 'Laine').map(({ valid }) => valid)).toEqual(['[2026-08-06,2026-10-01)']);
    }
  });

  test('a learner it moved stays where the school put them', async () => {
    await importRoster(roster());
    await world.pool.query(`update core_data.homeroom_member set valid = '[2026-08-06,2026-10-01)' where education_provider_id = $1 and learner_id in (select person_id from core_data.person where last_name = 'Laine')`, [provider]);
    await world.pool.query(
      `insert into core_data.homeroom_member (education_provider_id, homeroom_member_id, homeroom_id, school_id, learner_id, valid, source)
       select h.education_provider_id, $2, h.homeroom_id, h.school_id, p.person_id, '[2026-10-01,2027-06-05)', 'manual' from core_data.homeroom h join core_data.person p using (education_provider_id) where h.education_provider_id = $1 and h.name = '7B' and p.last_name = 'Laine'`,
      [provider, uuidv7()],
    );
    await importRoster(roster({ enrollments: [...without('enrollments', 'e2'), 'e2new,,,k7a,s1,l2,student,,,'] }));
    expect((await members()).filter(({ last_name }) => last_name === 'Laine').map(({ name, valid }) => [name, valid])).toEqual([['7A', '[2026-08-06,2026-10-01)'], ['7B', '[2026-10-01,2027-06-05)']]);
  });

  test('a guardian it keeps away, or whose guardianship somebody else ended, does not come in by the roster', async () => {
    await importRoster(roster());
    await world.pool.query(`update core_data.guardianship set valid = '[2026-11-01,2026-11-20)' where education_provider_id = $1`, [provider]);
    const report = await importRoster(roster());
    expect(report.byEntity['guardianship']).toMatchObject({ ignored: 1 });
    expect(await list('select from core_data.guardian_access where education_provider_id = $1')).toEqual([]);
  });

  test('protection and a guardian’s missing custody are none of the roster’s business', async () => {
    await importRoster(roster());
    await world.pool.query(`update core_data.person set protected_address = true where education_provider_id = $1`, [provider]);
    await world.pool.query(`update core_data.guardianship set has_custody = false where education_provider_id = $1`, [provider]);
    await importRoster(roster({ users: SCHOOL.users.map((row) => row.replace('Korhonen', 'Uusi')) }));
    expect(await list('select distinct protected_address, last_name = $$Uusi$$ as renamed from core_data.person where education_provider_id = $1 and call_name = $$Aino$$')).toEqual([{ protected_address: true, renamed: true }]);
    expect(await list('select has_custody from core_data.guardianship where education_provider_id = $1')).toEqual([{ has_custody: false }]);
  });
});

describe('refused, with nothing of it kept', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(HEADERS.users, SCHOOL.users), 'utf16le')]);
  const folderWith = (name: string, content: string | Buffer) => {
    const folder = roster();
    world.file(join(relative(world.home, folder), name), content);
    return folder;
  };
  test.each([
    ['30 February', () => roster({ demographics: ['l1,,,2014-02-30,female'] }), 'bad-date'],
    ['an id twice', () => roster({ users: [...SCHOOL.users, 'l1,,,true,s1,student,,,Toinen,Korhonen,,,,,,,07,'] }), 'duplicate-id'],
    ['a missing column', () => folderWith('users.csv', csv('sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role', ['l1,,,true,s1,student'])), 'missing-column'],
    ['a file cut in the middle', () => folderWith('users.csv', csv(HEADERS.users, SCHOOL.users).slice(0, -60)), 'truncated'],
    ['a quotation mark never closed', () => folderWith('users.csv', csv(HEADERS.users, ['l1,,,true,s1,student,,,"Aino,Korhonen,,,,,,,07,', 'l2,,,true,s1,student,,,Eero,Laine,,,,,,,07,'])), 'unclosed-quote'],
    ['Latin letters of another encoding', () => folderWith('users.csv', Buffer.from(csv(HEADERS.users, SCHOOL.users).replace('Laine', 'Mäkelä'), 'latin1')), 'encoding'],
    ['UTF-16', () => folderWith('users.csv', utf16), 'encoding'],
    ['a picture', () => folderWith('users.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0, 255])), 'not-text'],
    ['a line without end', () => folderWith('users.csv', `${HEADERS.users}\nl1,,,true,s1,student,,,${'x'.repeat(400_000)},K,,,,,,,07,\n`), 'too-large'],
    ['a file that is no archive', () => world.file('opiskelijat.zip', 'hello'), 'not-an-archive'],
    ['a JSON file', () => world.file('opiskelijat.json', '{"a":1}'), 'not-an-archive'],
    ['a folder without anything known', () => world.folder({ 'foo.csv': 'a,b\n1,2\n' }), 'no-roster-file'],
  ])('%s', async (_what, path, code) => {
    const report = await importRoster(path());
    expect(report).toMatchObject({ isAccepted: false, state: 'refused' });
    expect(report.byCode[code]).toBeGreaterThan(0);
    expect(await list('select from core_data.person where education_provider_id = $1')).toEqual([]);
  });
});

test('what leads to nothing is left out and told, the rest is imported', async () => {
  const report = await importRoster(roster({ enrollments: [...SCHOOL.enrollments, 'e8,,,nosuch,s1,l1,student,,,', 'e9,,,k7a,s1,nobody,student,,,', 'e10,,,k7b,s1,l1,student,,,'] }));
  expect(report).toMatchObject({ isAccepted: true, counts: { refused: 3 }, byCode: { 'unknown-class': 1, 'unknown-user': 1, 'second-homeroom': 1 } });
});

test('administrators get no rights by import', async () => {
  await importRoster(roster({ users: [...SCHOOL.users, 'a1,,,true,s1,administrator,,,Raili,Rehtori,,,,,,,,'] }));
  expect(await list(`select sp.title from core_data.staff_position sp join core_data.person p using (education_provider_id, person_id) where sp.education_provider_id = $1 and p.last_name = 'Rehtori'`)).toEqual([{ title: 'other' }]);
});

test('what we export is recognised when it comes back: by our own ids, nothing doubled, nothing changed', async () => {
  await importRoster(roster());
  const archive = await exportRoster({ databaseUrl: world.databaseUrl, auditKey: Buffer.alloc(32, 7), providerKey: `kunta-${count}`, now: '2026-11-24T07:20:00.000Z' });
  const before = await world.historyLength();
  const report = await importRoster(world.file('vienti.zip', Buffer.from(archive)));
  expect(report).toMatchObject({ isAccepted: true, counts: { created: 0, changed: 0, ended: 0 } });
  expect(await world.historyLength()).toBe(before);
});

describe.skipIf(skipsReference)('vendors’ samples', () => {
  const base = join(REFERENCE, 'oneroster/csv');
  const findSets = (folder: string): string[] => {
    const entries = readdirSync(folder);
    const own = entries.some((name) => name.endsWith('.csv')) ? [folder] : [];
    return [...own, ...entries.flatMap((name) => (name.endsWith('.zip') ? [join(folder, name)] : statSync(join(folder, name)).isDirectory() ? findSets(join(folder, name)) : []))];
  };
  test.each((skipsReference ? [] : findSets(base)).map((path) => [relative(base, path), path] as const))('%s, dirty as it is, comes in with a report; again: nothing new', async (_name, path) => {
    const first = await importRoster(path);
    expect(first).toMatchObject({ isAccepted: true, problems: { error: 0 } });
    expect(first.byEntity['person']?.created).toBeGreaterThan(0);
    expect(first.problems.warning + first.problems.notice).toBeGreaterThan(0);
    const before = await world.historyLength();
    expect((await importRoster(path)).counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    expect(await world.historyLength()).toBe(before);
  });
});

describe('those who have died', () => {
  const died = (personId: string) =>
    world.import({ kind: 'population', path: world.file('kuolema.json', [{ tietoryhma: 'KUOLINPAIVA', kuollut: true, kuolinpv: { arvo: '2026-11-20', tarkkuus: 'PAIVA' }, muutosattribuutti: 'LISATTY' }]), providerKey: `kunta-${count}`, personId });
  const personCalled = async (lastName: string) => String((await list(`select person_id from core_data.person where education_provider_id = $1 and last_name = '${lastName}'`))[0]?.['person_id']);
  /** What each person holds and belongs to, with its last day. */
  const held = () =>
    list(`select p.last_name, h.what, upper(h.valid) as until from core_data.person p join (
        select learner_id as person_id, 'study right' as what, valid from core_data.study_right union all select person_id, 'position', valid from core_data.staff_position
        union all select learner_id, 'homeroom', valid from core_data.homeroom_member union all select person_id, 'homeroom teacher', valid from core_data.homeroom_teacher
        union all select learner_id, 'group', valid from core_data.teaching_group_member union all select person_id, 'group teacher', valid from core_data.teaching_group_teacher) h using (person_id) where p.education_provider_id = $1 order by 1, 2`);

  test('hold nothing from that day on; what they held stays as history, and nobody is messaged', async () => {
    await importRoster(roster());
    expect((await died(await personCalled('Opettaja'))).byEntity).toMatchObject({ staff_position: { ended: 1 }, homeroom_teacher: { ended: 1 }, teaching_group_teacher: { ended: 1 } });
    await world.pool.query('delete from events.outbox');
    const learners = await list(`select person_id from core_data.person where education_provider_id = $1 and first_names = 'Aino Maria'`);
    expect((await died(String(learners[0]?.['person_id']))).byEntity).toMatchObject({ study_right: { ended: 1 }, homeroom_member: { ended: 1 }, teaching_group_member: { ended: 1 } });
    expect(await held()).toEqual([
      { last_name: 'Korhonen', what: 'group', until: '2026-11-20' },
      { last_name: 'Korhonen', what: 'homeroom', until: '2026-11-20' },
      { last_name: 'Korhonen', what: 'study right', until: '2026-11-20' },
      { last_name: 'Laine', what: 'homeroom', until: '2027-06-05' },
      { last_name: 'Laine', what: 'study right', until: null },
      { last_name: 'Opettaja', what: 'group teacher', until: '2026-11-20' },
      { last_name: 'Opettaja', what: 'homeroom teacher', until: '2026-11-20' },
      { last_name: 'Opettaja', what: 'position', until: '2026-11-20' },
    ]);
    const history = await list(`select before->>'valid' as valid from platform.row_history where education_provider_id = $1 and table_name = 'core_data.study_right'`);
    expect(history).toEqual([{ valid: '[2026-08-06,)' }]);
    expect(await world.rows('select name from events.outbox')).toEqual([{ name: 'import.applied' }]);
    expect(await world.rows('select from home_school.notification')).toEqual([]);
  });

  test('are given nothing again by a roster that goes on naming them', async () => {
    await importRoster(roster());
    const before = await personCalled('Opettaja');
    await died(before);
    const after = await held();
    const report = await importRoster(roster());
    expect(report).toMatchObject({ isAccepted: true, counts: { created: 0, changed: 0 }, byCode: { 'dead-left-out': 1 } });
    expect(await held()).toEqual(after);
  });
});

describe('two systems of one school', () => {
  /** The other system's own view: it calls the school and the class by other ids, knows one learner of the class, and another group. */
  const OTHER: Partial<Record<Part, Rows>> = {
    academicSessions: ['v,,,2026–2027,schoolYear,2026-08-06,2027-06-05,,2027'],
    orgs: ['x,,,Rantakoulu,school,,'],
    courses: ['c1,,,v,Kuvataide,KU,07,x,,'],
    classes: ['luokka,,,7A,07,,,homeroom,,x,v,,,', 'g1,,,7A kuvataide,07,c1,,scheduled,,x,v,,,'],
    // Called as the first system calls somebody else.
    users: [`l2,,,true,x,student,,,Aino Maria,Korhonen,,${LEARNER},,,,,07,`],
    demographics: [],
    enrollments: ['e1,,,luokka,x,l2,student,,,', 'e2,,,g1,x,l2,student,,,'],
  };
  const first = (parts: Partial<Record<Part, Rows>> = {}) => importRoster(roster(parts, 'bulk', PARTS, 'Primus'));
  const second = (parts: Partial<Record<Part, Rows>> = {}) => importRoster(roster({ ...OTHER, ...parts }, 'bulk', PARTS, 'Wilma'));
  const inForce = () => list(`select h.name, p.first_names from core_data.homeroom_member m join core_data.homeroom h using (education_provider_id, homeroom_id)
      join core_data.person p on p.education_provider_id = m.education_provider_id and p.person_id = m.learner_id where m.education_provider_id = $1 and m.valid @> date '2026-11-24'
    union all select g.name, p.first_names from core_data.teaching_group_member m join core_data.teaching_group g using (education_provider_id, teaching_group_id)
      join core_data.person p on p.education_provider_id = m.education_provider_id and p.person_id = m.learner_id where m.education_provider_id = $1 and m.valid @> date '2026-11-24' order by 1, 2`);
  const ALL = [
    { name: '7A', first_names: 'Aino Maria' },
    { name: '7A', first_names: 'Eero' },
    { name: '7A kuvataide', first_names: 'Aino Maria' },
    { name: '7A matematiikka', first_names: 'Aino Maria' },
  ];

  test('end nothing of each other, whoever comes last, and confuse no ids', async () => {
    await first();
    expect(await second()).toMatchObject({ isAccepted: true, counts: { ended: 0 }, byCode: { 'another-system': 1 } });
    expect(await inForce()).toEqual(ALL);
    for (const again of [first, second]) expect((await again()).counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    expect(await inForce()).toEqual(ALL);
  });

  test('what both name ends when the second of them leaves it out, too', async () => {
    await first();
    await second();
    const withoutAino = { users: without('users', 'l1'), demographics: without('demographics', 'l1'), enrollments: without('enrollments', 'e1', 'e3') };
    await first(withoutAino);
    expect(await inForce()).toEqual(ALL.filter(({ name }) => name !== '7A matematiikka'));
    await second({ enrollments: [], users: [`l9,,,true,x,student,,,Uusi,Uusinen,,,,,,,07,`] });
    expect(await inForce()).toEqual([{ name: '7A', first_names: 'Eero' }]);
  });

  test('a deletion by one leaves what the other goes on naming', async () => {
    await first();
    await second();
    await importRoster(roster({ users: [`l2,tobedeleted,,true,x,student,,,Aino Maria,Korhonen,,${LEARNER},,,,,07,`], enrollments: ['e1,tobedeleted,,luokka,x,l2,student,,,', 'e2,tobedeleted,,g1,x,l2,student,,,'] }, 'delta', ['users', 'enrollments'], 'Wilma'));
    expect(await inForce()).toEqual(ALL.filter(({ name }) => name !== '7A kuvataide'));
  });
});
