import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { stopDocuments } from '@digione/platform/documents';
import { partsOf, readPdf } from '@digione/platform/documents/testing';
import { schoolAdminModule } from '../index.ts';
import { csvOf } from './list-file.ts';

let world: World;
let town: Builders;
let school: string;
let homeroom: string;
let group: string;
let [aino, lumi, adult]: string[] = [];
let secretary: Client;
let leader: Client;
let teacher: Client;
let counsellor: Client;

const SECRETS = ['0405559173', 'piilossa@example.org', '0405559174', '0405559175', 'Piilokatu'];
const base = () => `/api/providers/${town.educationProviderId}`;
const fileOf = ({ body }: { body: { file: { base64: string } } }) => Buffer.from(body.file.base64, 'base64');
const contacts = (format: string, list = 'contact', who = secretary) => who.get(`${base()}/homerooms/${homeroom}/contact-lists/${list}?format=${format}`);

beforeAll(async () => {
  world = await createWorld({ modules: [schoolAdminModule] });
  town = await world.provider('koivula');
  school = await town.school('Koivukoulu', { educationForms: ['general-upper-secondary'] });
  const year = await town.schoolYear();
  const learner = (callName: string, more: object = {}) => town.person({ callName, lastName: 'Virtanen', bornOn: '2009-03-04', ...more });
  [aino, lumi, adult] = [
    await learner('Aino', { phone: '0501771010' }),
    await learner('Lumi', { isProtected: true, phone: SECRETS[0], email: SECRETS[1], address: 'Piilokatu 7' }),
    await learner('Aatu', { bornOn: '2008-11-23' }),
  ];
  for (const one of [aino, lumi, adult]) await town.studyRight(one, school);
  const staff = async (callName: string, title: string) => {
    const id = await town.person({ callName, lastName: 'Aikuinen', bornOn: '1980-01-01' });
    await town.position(id, title, school);
    return id;
  };
  const [leads, teaches] = [await staff('Leena', 'class-teacher'), await staff('Tuula', 'teacher')];
  homeroom = await town.homeroom(school, year, '9B', [aino, lumi, adult], leads);
  const subject = async (code: string, name: string) => town.subject(code, name);
  group = await town.teachingGroup(school, year, 'MAA3', [aino], teaches, { subjectId: await subject('MA', 'matematiikka') });
  await town.teachingGroup(school, year, 'KT lut', [aino], teaches, { subjectId: await subject('KT', 'uskonto') });
  const guardian = async (callName: string, learnerId: string | undefined, more: object, options?: Parameters<Builders['guardianship']>[2]) => {
    const id = await town.person({ callName, lastName: 'Huoltaja', bornOn: '1980-01-01', ...more });
    await town.guardianship(id, learnerId ?? '', options);
    return id;
  };
  await guardian('Maija', aino, { phone: '0501771011', email: 'maija@example.org' });
  await guardian('Outi', aino, { phone: '0501771012' }, { hasCustody: false, hasRightToInformation: false });
  await town.block(await guardian('Bo', aino, { phone: '0501771013' }), aino ?? '');
  await guardian('Sanna', lumi, { phone: SECRETS[2], isProtected: true });
  // Unprotected, but the number of a protected child's home.
  await guardian('Kari', lumi, { phone: SECRETS[3] });
  await guardian('Vanha', adult, { phone: '0501771014' });
  const as = (personId: string) => world.signIn({ of: town, personId });
  secretary = await as(await staff('Sirpa', 'school-secretary'));
  leader = await as(leads);
  teacher = await as(teaches);
  counsellor = await as(await staff('Kaisa', 'guidance-counsellor'));
});
afterAll(async () => {
  await stopDocuments();
  await world.close();
});

describe('a contact list', () => {
  test('has guardians with a right today, none who is blocked, has no right, or whose child is of age', async () => {
    const { body } = await contacts('page');
    expect(body.rows.map(({ cells }: { cells: string[] }) => [cells[0], cells[3]])).toEqual([
      ['Virtanen Aatu', ''],
      ['Virtanen Aino', 'Maija Huoltaja: 0501771011, maija@example.org'],
      ['Virtanen Lumi', 'Kari Huoltaja: kysy kansliasta\nSanna Huoltaja: kysy kansliasta'],
    ]);
    expect(body.rows[1]).toMatchObject({ learnerId: aino, guardianIds: [expect.any(String)] });
  });

  test.each(['page', 'csv', 'xlsx', 'pdf'])('holds nothing of a protected home as %s', async (format) => {
    for (const list of ['contact', 'emergency']) {
      const answer = await contacts(format, list);
      expect(answer.status).toBe(200);
      const text = format === 'pdf' ? (await readPdf(fileOf(answer))).text : format === 'xlsx' ? JSON.stringify(await readExcelFile(fileOf(answer))) : format === 'csv' ? fileOf(answer).toString() : answer.text;
      expect(text).toContain('Virtanen Lumi');
      expect(text).toContain('0501771011');
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
  });

  test('is for who leads the class and the office; a teacher of one subject and the counsellor get none', async () => {
    expect((await contacts('page', 'contact', leader)).status).toBe(200);
    for (const who of [teacher, counsellor]) expect((await contacts('page', 'contact', who)).status).toBe(403);
    expect((await counsellor.get(`${base()}/homerooms/${homeroom}/lists/class`)).status).toBe(200);
  });

  test('leaves a record of everyone on it, guardians too', async () => {
    const { body } = await contacts('csv', 'emergency');
    const told = body.rows.flatMap(({ learnerId, guardianIds }: { learnerId: string; guardianIds: string[] }) => [learnerId, ...guardianIds]);
    const { rows } = await world.server.kernel.database.system.query<{ personIds: string[] }>(`select person_ids as "personIds" from audit.entry where action = 'contact-list.read' and outcome = 'done'`);
    expect(told).toHaveLength(6);
    expect(rows.length).toBeGreaterThan(0);
    for (const { personIds } of rows) expect(personIds).toEqual(expect.arrayContaining(told));
  });
});

test('the class list as PDF is a tagged table with a title and its headings', async () => {
  const read = await readPdf(fileOf(await secretary.get(`${base()}/homerooms/${homeroom}/lists/class?format=pdf`)));
  expect(read).toMatchObject({ title: 'Luokkalista 9B', language: 'fi-FI', uaPart: '1', isTagged: true });
  expect(partsOf(read.structure, 'TH')).toHaveLength(3);
  expect(read.text).toContain('Virtanen Aatu');
});

test('the choices tell no religion', async () => {
  const { body } = await leader.get(`${base()}/homerooms/${homeroom}/lists/choices`);
  expect(body.rows.map(({ cells }: { cells: string[] }) => cells[1])).toEqual(['', 'MAA3', '']);
});

test('a group’s list is its teacher’s; who turns 18 is the office’s to see, and whoever already has is not on it', async () => {
  expect((await teacher.get(`${base()}/teaching-groups/${group}/list`)).body.rows.map(({ cells }: { cells: string[] }) => cells)).toEqual([['Virtanen Aino', '9B']]);
  expect((await teacher.get(`${base()}/schools/${school}/lists/turning-18`)).status).toBe(403);
  const { body } = await secretary.get(`${base()}/schools/${school}/lists/turning-18`);
  expect(body.rows.map(({ cells }: { cells: string[] }) => cells)).toEqual([
    ['Virtanen Aino', '9B', '4.3.2027'],
    ['Virtanen Lumi', '9B', '4.3.2027'],
  ]);
});

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['-1+1', `"'-1+1"`],
  ['+358 40 1234567', '"+358 40 1234567"'],
  ['Åsa; "Nisse"', '"Åsa; ""Nisse"""'],
])('%j stands in a CSV as %j', (text, cell) => {
  expect(csvOf({ title: 'x', note: '', language: 'fi', headings: ['a'], rows: [[text]] }).split('\r\n')[1]).toBe(cell);
});
