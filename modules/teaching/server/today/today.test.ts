import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { addNotice, buildSchoolDay, put, registerPath, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let counter = 0;
let second: string;

const NINE_TWENTY = '2026-11-24T07:20:00.000Z';
const TEN_OCLOCK = '2026-11-24T08:00:00.000Z';

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  counter += 1;
  world.clock.set(NINE_TWENTY);
  day = await buildSchoolDay(world, `koivula-${counter}`);
  second = await day.koivula.weeklyLesson(day.school, day.group, 2, '10:00', '10:45');
});
afterAll(() => world.close());

const url = (school = day.school) => `/api/providers/${day.koivula.educationProviderId}/schools/${school}/today`;
const today = async (client: Client = day.secretary.client) => (await client.get(url())).body;
const mark = (index: number, kind: string) => ({ learnerId: day.learners[index], mark: kind });
const deskNumbers = async () => (await day.secretary.client.get('/api/desk')).body.widgets.find((widget: { id: string }) => widget.id === 'teaching.today').data.schools;

test('a morning nobody has told anything about: nobody is missing, and nobody is said to be there', async () => {
  const answer = await today();
  expect(answer).toMatchObject({ date: '2026-11-24', at: NINE_TWENTY, schoolName: { fi: 'Mansikkalan koulu' }, breakName: null, missing: [], untaken: [] });
  expect(answer.counts).toEqual({ learners: 4, absent: 0, unexplained: 0, late: 0, lessonsBegun: 1, registersTaken: 0, lessonsToday: 2 });
});

test('who is away unexplained: each learner once, since when, and who has a reason is not among them', async () => {
  await addNotice(day, day.learners[2] ?? '', '[2026-11-23 22:00+00,2026-11-24 22:00+00)');
  await put(day.teacher.client, registerPath(day), 0, { allPresent: true, marks: [mark(0, 'absent'), mark(3, 'late')] });
  const answer = await today();
  expect(answer.counts).toMatchObject({ absent: 2, unexplained: 1, late: 1, lessonsBegun: 1, registersTaken: 1 });
  expect(answer.missing).toMatchObject([{ callName: 'Venla', lastName: 'Aalto', homeroomName: '7A', since: '09:00', lessonsMissed: 1, hasCome: false }]);
  expect(await deskNumbers()).toMatchObject([{ schoolId: day.school, missingUnexplained: 1, untakenRegisters: 0 }]);
});

test('a learner seen in a later lesson has come, once that register says so', async () => {
  await put(day.teacher.client, registerPath(day), 0, { allPresent: true, marks: [mark(0, 'absent'), mark(1, 'absent')] });
  world.clock.set(TEN_OCLOCK);
  await put(day.teacher.client, registerPath(day, second), 0, { marks: [mark(0, 'absent')] });
  expect((await today()).missing).toMatchObject([{ lastName: 'Aalto', hasCome: false, lessonsMissed: 2 }, { lastName: 'Berg', hasCome: false, lessonsMissed: 1 }]);
  await put(day.teacher.client, registerPath(day, second), 1, { marks: [mark(1, 'present')] });
  expect((await today()).missing).toMatchObject([{ lastName: 'Aalto', hasCome: false }, { lastName: 'Berg', hasCome: true }]);
  expect(await deskNumbers()).toMatchObject([{ missingUnexplained: 1 }]);
  await put(day.teacher.client, registerPath(day, second), 2, { allPresent: true });
  expect((await today()).missing.map((learner: { hasCome: boolean }) => learner.hasCome)).toEqual([false, true]);
});

test('untaken registers: ten minutes after the bell, partial ones among them', async () => {
  const at = async (iso: string) => {
    world.clock.set(iso);
    return (await today()).untaken.map((lesson: { startsAt: string; register: string }) => `${lesson.startsAt} ${lesson.register}`);
  };
  expect(await at('2026-11-24T07:54:00.000Z')).toEqual([]);
  expect(await at('2026-11-24T07:55:00.000Z')).toEqual(['09:00 untaken']);
  await put(day.teacher.client, registerPath(day), 0, { marks: [mark(0, 'absent')] });
  expect(await at('2026-11-24T09:00:00.000Z')).toEqual(['09:00 partial', '10:00 untaken']);
  expect(await deskNumbers()).toMatchObject([{ untakenRegisters: 2 }]);
  await put(day.teacher.client, registerPath(day), 1, { allPresent: true });
  const { untaken } = await today();
  expect(untaken).toMatchObject([{ groupName: '7A MA', teachers: [{ callName: 'Tuula' }] }]);
});

test("whom to call: guardians in force, the home's first; no number of a protected family, none of who has no right", async () => {
  const adult = (callName: string, phone: string, isProtected = false) => day.koivula.person({ callName, phone, isProtected, bornOn: '1985-01-01' });
  const [away, home, without, hidden] = [await adult('Etä', '+358 40 1'), await adult('Koti', '+358 40 2'), await adult('Muu', 'CANARY-NO-CUSTODY'), await adult('Suoja', 'CANARY-PROTECTED', true)];
  const awayId = await day.koivula.guardianship(away, day.learners[0] ?? '');
  await day.koivula.pool.query('update core_data.guardianship set lives_with = false where guardianship_id = $1', [awayId]);
  await day.koivula.guardianship(home, day.learners[0] ?? '');
  await day.koivula.guardianship(without, day.learners[0] ?? '', { hasCustody: false });
  await day.koivula.guardianship(hidden, day.learners[1] ?? '');
  await day.koivula.guardianship(home, day.learners[3] ?? '');
  await day.koivula.pool.query('update core_data.person set protected_address = true where person_id = $1', [day.learners[3]]);
  await day.koivula.pool.query(`update core_data.person set born_on = '2008-01-01', phone = '+358 40 3' where person_id = $1`, [day.learners[2]]);
  await put(day.teacher.client, registerPath(day), 0, { marks: [mark(0, 'absent'), mark(1, 'absent'), mark(2, 'absent'), mark(3, 'absent')] });

  const answer = await day.secretary.client.get(url());
  const contacts = answer.body.missing.map((learner: { lastName: string; contacts: { callName: string; phone: string | null }[] }) => [learner.lastName, learner.contacts.map((one) => `${one.callName} ${one.phone}`)]);
  expect(contacts).toEqual([
    ['Aalto', ['Koti +358 40 2', 'Etä +358 40 1']],
    ['Berg', ['Suoja null']],
    ['Åberg', ['Ella +358 40 3']],
    ['Ödman', ['Koti null']],
  ]);
  expect(answer.text).not.toContain('CANARY');
});

test('for the principal and the secretary of the school, nobody else; another provider finds nothing', async () => {
  const staff = async (title: string, school: string | null) => {
    const id = await day.koivula.person({ bornOn: '1980-01-01' });
    await day.koivula.position(id, title, school);
    return world.signIn({ of: day.koivula, personId: id });
  };
  const other = await day.koivula.school('Toinen');
  const status = async (client: Client) => (await client.get(url())).status;
  expect(await status(await staff('principal', day.school))).toBe(200);
  expect(await status(await staff('vice-principal', day.school))).toBe(200);
  expect(await status(await staff('principal', other))).toBe(403);
  expect(await status(day.teacher.client)).toBe(403);
  expect(await status(await staff('expert', null))).toBe(403);
  const elsewhere = await buildSchoolDay(world, `etela-${counter}`);
  expect(await status(elsewhere.secretary.client)).toBe(404);
  expect((await elsewhere.secretary.client.get(`/api/providers/${elsewhere.koivula.educationProviderId}/schools/${day.school}/today`)).status).toBe(404);
});

test("another school's absences and lessons are not counted in", async () => {
  const other = await buildSchoolDay(world, `pohjoinen-${counter}`);
  const school = await day.koivula.school('Toinen');
  const group = await day.koivula.teachingGroup(school, day.year, '1B', [day.learners[0] ?? ''], day.teacher.id);
  const lesson = await day.koivula.weeklyLesson(school, group, 2, '08:00', '08:45');
  await put(day.teacher.client, registerPath(day, lesson), 0, { marks: [mark(0, 'absent')] });
  await put(other.teacher.client, registerPath(other), 0, { marks: [{ learnerId: other.learners[0], mark: 'absent' }] });
  expect((await today()).counts).toMatchObject({ absent: 0, lessonsToday: 2 });
  expect((await today()).missing).toEqual([]);
});
