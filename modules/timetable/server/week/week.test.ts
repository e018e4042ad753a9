import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let base: string;
let school: string;
let year: string;
let teacher: { id: string; client: Client };
let learner: string;
let learnerClient: Client;
let maths: string;
let mathsMonday: string;
let homeroom: string;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  base = `/api/providers/${koivula.educationProviderId}/timetable/week`;
  school = await koivula.school('Mansikkalan koulu');
  year = await koivula.schoolYear();
  const teacherId = await koivula.person({ callName: 'Tuula', lastName: 'Opettaja', bornOn: '1980-01-01' });
  await koivula.position(teacherId, 'teacher', school);
  teacher = { id: teacherId, client: await world.signIn({ of: koivula, personId: teacherId }) };
  learner = await koivula.person({ callName: 'Aino', lastName: 'Oppilas' });
  await koivula.studyRight(learner, school);
  learnerClient = await world.signIn({ of: koivula, personId: learner });
  homeroom = await koivula.homeroom(school, year, '7A', [learner]);
  maths = await koivula.teachingGroup(school, year, '7A MA', [learner], teacherId, { subjectId: await koivula.subject('MA', 'Matematiikka'), homeroomId: homeroom });
  mathsMonday = await koivula.weeklyLesson(school, maths, 1, '08:15', '09:00');
  await koivula.weeklyLesson(school, maths, 3, '10:15', '11:00');
  await koivula.insert('core_data.school_break', {
    school_break_id: uuidv7(),
    school_year_id: year,
    school_id: null,
    name: JSON.stringify({ fi: 'Joululoma', sv: 'Jullov' }),
    valid: '[2026-12-21,2027-01-07)',
    source: 'test',
  });
});
afterAll(() => world.close());

const week = (client: Client, query: string) => client.get(`${base}?${query}`);
const staff = async (title: string, at: string | null, bornOn = '1975-05-05') => {
  const id = await koivula.person({ bornOn });
  await koivula.position(id, title, at);
  return world.signIn({ of: koivula, personId: id });
};

test('a learner sees the own week: subject, group, teachers, dates of the ISO week', async () => {
  const answer = await week(learnerClient, `personId=${learner}`);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ monday: '2026-11-23', week: 48, owner: { kind: 'person', name: 'Aino Oppilas' } });
  expect(answer.body.days.map((day: { date: string }) => day.date)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
  expect(answer.body.lessons).toEqual([
    {
      weeklyLessonId: mathsMonday,
      heldOn: '2026-11-23',
      startsAt: '08:15',
      endsAt: '09:00',
      teachingGroupId: maths,
      groupName: '7A MA',
      subject: { code: 'MA', name: { fi: 'Matematiikka', sv: 'Matematiikka', en: 'Matematiikka' } },
      roomName: null,
      teachers: [{ personId: teacher.id, callName: 'Tuula', lastName: 'Opettaja', role: 'main' }],
    },
    expect.objectContaining({ heldOn: '2026-11-25', startsAt: '10:15' }),
  ]);
});

test('lessons are not held in breaks, and the break is named on each of its days', async () => {
  const answer = await week(teacher.client, `personId=${teacher.id}&weekOf=2027-01-05`);
  expect(answer.body.lessons).toEqual([]);
  expect(answer.body.days).toEqual([
    { date: '2027-01-04', breakName: { fi: 'Joululoma', sv: 'Jullov' } },
    { date: '2027-01-05', breakName: { fi: 'Joululoma', sv: 'Jullov' } },
    { date: '2027-01-06', breakName: { fi: 'Joululoma', sv: 'Jullov' } },
    { date: '2027-01-07', breakName: null },
    { date: '2027-01-08', breakName: null },
  ]);
  expect(answer.body.week).toBe(1);
  const before = await week(teacher.client, `personId=${teacher.id}&weekOf=2026-12-20`);
  expect(before.body.lessons).toHaveLength(2);
});

test("another school's break takes nothing away", async () => {
  const other = await koivula.school('Toinen koulu');
  await koivula.insert('core_data.school_break', { school_break_id: uuidv7(), school_year_id: year, school_id: other, name: '{"fi":"Kiltapäivä"}', valid: '[2026-11-23,2026-11-24)', source: 'test' });
  const answer = await week(teacher.client, `personId=${teacher.id}`);
  expect(answer.body.lessons).toHaveLength(2);
  expect(answer.body.days[0].breakName).toBeNull();
});

test('outside the school year nothing is held', async () => {
  expect((await week(teacher.client, `personId=${teacher.id}&weekOf=2026-07-07`)).body.lessons).toEqual([]);
});

test('a lesson counts from and until the days its group, its members and its teachers do', async () => {
  const newcomer = await koivula.person({ callName: 'Uusi' });
  await koivula.studyRight(newcomer, school);
  await koivula.insert('core_data.teaching_group_member', { teaching_group_member_id: uuidv7(), teaching_group_id: maths, learner_id: newcomer, valid: '[2026-11-24,2026-12-01)', source: 'test' });
  const client = await world.signIn({ of: koivula, personId: newcomer });
  const dates = async (day: string) => (await week(client, `personId=${newcomer}&weekOf=${day}`)).body.lessons.map((lesson: { heldOn: string }) => lesson.heldOn);
  expect(await dates('2026-11-24')).toEqual(['2026-11-25']);
  expect(await dates('2026-11-30')).toEqual(['2026-11-30']);
});

test('a substitute is named on the days of the substitution only', async () => {
  const substitute = await koivula.person({ callName: 'Sanna', lastName: 'Sijainen', bornOn: '1990-01-01' });
  await koivula.insert('core_data.teaching_group_teacher', { teaching_group_teacher_id: uuidv7(), teaching_group_id: maths, person_id: substitute, role: 'substitute', valid: '[2026-12-02,2026-12-03)', source: 'test' });
  const { body } = await week(teacher.client, `groupId=${maths}&weekOf=2026-12-01`);
  expect(body.lessons.map((lesson: { teachers: { role: string }[] }) => lesson.teachers.map(({ role }) => role))).toEqual([['main'], ['main', 'substitute']]);
});

test("a homeroom's week holds its learners' lessons once each", async () => {
  const { body } = await week(teacher.client, `homeroomId=${homeroom}`);
  expect(body.owner).toMatchObject({ kind: 'homeroom', name: '7A', personId: null });
  expect(body.lessons).toHaveLength(2);
});

test('who may read: guardian, own teacher, the school office, colleagues of the school; not others', async () => {
  const guardian = await koivula.person({ bornOn: '1985-01-01' });
  await koivula.guardianship(guardian, learner);
  const withoutCustody = await koivula.person({ bornOn: '1985-01-01' });
  await koivula.guardianship(withoutCustody, learner, { hasCustody: false });
  const stranger = await koivula.person({ bornOn: '1985-01-01' });
  await koivula.guardianship(stranger, await koivula.person());
  const otherSchool = await koivula.school('Kaukainen koulu');
  const secretary = await staff('school-secretary', school);
  const colleague = await staff('teacher', school);
  const farTeacher = await staff('teacher', otherSchool);
  const farPrincipal = await staff('principal', otherSchool);
  const itinerant = await staff('teacher', null);
  const ask = async (client: Client, query: string) => (await week(client, query)).status;
  const byId = (personId: string) => world.signIn({ of: koivula, personId });

  const guardianClient = await byId(guardian);
  expect(await ask(guardianClient, `personId=${learner}`)).toBe(200);
  expect(await ask(await byId(withoutCustody), `personId=${learner}`)).toBe(403);
  expect(await ask(await byId(stranger), `personId=${learner}`)).toBe(403);
  expect(await ask(teacher.client, `personId=${learner}`)).toBe(200);
  expect(await ask(secretary, `personId=${learner}`)).toBe(200);
  expect(await ask(colleague, `personId=${learner}`)).toBe(403);
  expect(await ask(itinerant, `personId=${learner}`)).toBe(403);
  expect(await ask(farPrincipal, `personId=${learner}`)).toBe(403);

  expect(await ask(colleague, `personId=${teacher.id}`)).toBe(200);
  expect(await ask(farTeacher, `personId=${teacher.id}`)).toBe(403);
  expect(await ask(colleague, `homeroomId=${homeroom}`)).toBe(200);
  expect(await ask(farTeacher, `homeroomId=${homeroom}`)).toBe(403);
  expect(await ask(colleague, `groupId=${maths}`)).toBe(200);
  expect(await ask(farTeacher, `groupId=${maths}`)).toBe(403);
  expect(await ask(learnerClient, `groupId=${maths}`)).toBe(403);
  expect(await ask(guardianClient, `homeroomId=${homeroom}`)).toBe(403);
});

test('another provider answers 404, and so does an id of another kind', async () => {
  const south = await world.provider('etela');
  const foreign = await south.person();
  const southTeacher = await south.person({ bornOn: '1980-01-01' });
  await south.position(southTeacher, 'principal', await south.school());
  const outsider = await world.signIn({ of: south, personId: southTeacher });
  expect((await outsider.get(`${base}?personId=${learner}`)).status).toBe(404);
  expect((await outsider.get(`/api/providers/${south.educationProviderId}/timetable/week?personId=${learner}`)).status).toBe(404);
  expect((await week(teacher.client, `personId=${foreign}`)).status).toBe(404);
  expect((await week(teacher.client, `groupId=${teacher.id}`)).status).toBe(404);
  expect((await week(teacher.client, `personId=${maths}`)).status).toBe(404);
});

test('exactly one owner and a date that exists', async () => {
  expect((await week(teacher.client, '')).status).toBe(400);
  expect((await week(teacher.client, `personId=${teacher.id}&groupId=${maths}`)).status).toBe(400);
  expect((await week(teacher.client, `personId=${teacher.id}&weekOf=2026-02-30`)).status).toBe(400);
});

test('where a protected learner goes to school is not told to a guardian with whom the learner does not live', async () => {
  const child = await koivula.person({ callName: 'Turva', isProtected: true });
  await koivula.studyRight(child, school);
  const room = uuidv7();
  const site = uuidv7();
  await koivula.insert('core_data.school_site', { school_site_id: site, school_id: school, name: '{"fi":"Kanaria-talo"}', source: 'test' });
  await koivula.insert('core_data.room', { room_id: room, school_site_id: site, code: 'CANARYROOM', source: 'test' });
  const group = await koivula.teachingGroup(school, year, 'CANARYGROUP', [child], teacher.id, { subjectId: await koivula.subject('LI', 'Liikunta') });
  await koivula.insert('timetable.weekly_lesson', { weekly_lesson_id: uuidv7(), school_id: school, teaching_group_id: group, weekday: 5, starts_at: '12:00', ends_at: '12:45', room_id: room, valid: '[2026-08-01,2027-06-01)', source: 'test' });
  const home = await koivula.person({ bornOn: '1985-01-01', isProtected: true });
  await koivula.guardianship(home, child);
  const away = await koivula.person({ bornOn: '1984-01-01' });
  const guardianship = await koivula.guardianship(away, child);
  await koivula.pool.query('update core_data.guardianship set lives_with = false where guardianship_id = $1', [guardianship]);

  const seenAtHome = await week(await world.signIn({ of: koivula, personId: home }), `personId=${child}`);
  expect(seenAtHome.body.lessons[0]).toMatchObject({ roomName: 'CANARYROOM', groupName: 'CANARYGROUP' });
  const seenAway = await week(await world.signIn({ of: koivula, personId: away }), `personId=${child}`);
  expect(seenAway.body.lessons).toMatchObject([{ heldOn: '2026-11-27', subject: { code: 'LI' }, teachers: [] }]);
  expect(seenAway.text).not.toMatch(/CANARY|Opettaja|Mansikkalan/);
});

test('my timetables: my own when I study or teach, and my children over two cities', async () => {
  const east = await world.provider('ita');
  const parentHere = teacher.id;
  const parentThere = await east.person({ bornOn: '1980-01-01' });
  const childHere = await koivula.person({ callName: 'Oma' });
  const childThere = await east.person({ callName: 'Toinen' });
  const notMine = await east.person({ callName: 'Vieras' });
  await koivula.guardianship(parentHere, childHere);
  await east.guardianship(parentThere, childThere);
  await east.guardianship(parentThere, notMine, { hasCustody: false });
  const client = await world.signIn({ of: east, personId: parentThere });
  const own = async (who: Client) => (await who.get('/api/timetable/owners')).body.owners.map((owner: { callName: string; kind: string }) => `${owner.kind} ${owner.callName}`);
  expect(await own(client)).toEqual(['child Toinen']);
  expect(await own(teacher.client)).toEqual(['self Tuula', 'child Oma']);
});

test('whose timetable was looked at is in the audit', async () => {
  await week(await staff('principal', school), `personId=${learner}`);
  const { rows } = await koivula.pool.query(`select basis, person_ids from audit.entry where endpoint = 'timetable.getWeek' order by at desc, seq desc limit 50`);
  expect(rows).toContainEqual(expect.objectContaining({ basis: expect.stringContaining('principal'), person_ids: expect.arrayContaining([learner, teacher.id]) }));
});
