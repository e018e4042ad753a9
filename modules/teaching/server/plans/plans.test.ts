import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { insertEdition } from '@digione/curriculum/server';
import { demoCurriculum } from '@digione/demo';
import { readCurriculum } from '@digione/eperusteet';
import { asSystem } from '@digione/platform/db';
import { addTeacher, buildSchoolDay, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let counter = 0;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  day = await buildSchoolDay(world, `plans-${(counter += 1)}`);
});

const base = () => `/api/providers/${day.koivula.educationProviderId}`;
const planPath = (group = day.group) => `${base()}/groups/${group}/plan`;
const v = (version: number) => ({ 'if-match': `"v${version}"` });
const key = () => ({ 'idempotency-key': randomUUID() });
const begin = (client: Client = day.teacher.client, group = day.group) => client.put(planPath(group), { name: 'Matematiikka 7' }, v(0));
const unit = (more: object = {}) => ({ name: 'Murtoluvut', startsOn: '2026-11-17', lessonCount: 3, ...more });
const saveUnit = (body: object, options: { id?: string; version?: number; client?: Client; group?: string } = {}) => {
  const { id = uuidv7(), version = 0, client = day.teacher.client, group = day.group } = options;
  return client.put(`${planPath(group)}/units/${id}`, body, v(version));
};
const read = async (client = day.teacher.client, group = day.group) => (await client.get(planPath(group))).body;
const staff = async (title: string, role?: string, valid = '[2026-08-01,2027-06-01)') => {
  const id = await day.koivula.person({ bornOn: '1980-01-01' });
  await day.koivula.position(id, title, day.school);
  if (role !== undefined) await addTeacher(day, id, role, valid);
  return { id, client: await world.signIn({ of: day.koivula, personId: id }) };
};

/** Puts a curriculum in force in which the group's subject has objectives; the group's grade level is the seventh. */
async function adoptCurriculum(): Promise<void> {
  const { curriculum } = readCurriculum(JSON.stringify(demoCurriculum()));
  if (curriculum === null) throw new Error('The curriculum of the demo cannot be read.');
  const { educationProviderId } = day.koivula;
  const editionId = await asSystem('a curriculum of the test', world.server.kernel.database, { educationProviderId, source: 'test' }, (tx) => insertEdition(tx, curriculum));
  await day.koivula.insert('curriculum.adoption', { adoption_id: uuidv7(), education_form: 'basic-education', kind: 'national', edition_id: editionId, valid: '[2026-08-01,)', source: 'test' });
  await day.koivula.pool.query(`update core_data.subject set national_code = 'MA' where education_provider_id = $1`, [educationProviderId]);
}

describe('a year plan on the group’s real lessons', () => {
  test('knows school days and holidays: a unit takes the lessons from its day on, over the holiday', async () => {
    await day.koivula.insert('core_data.school_break', { school_break_id: uuidv7(), school_year_id: day.year, name: '{"fi":"Joululoma"}', valid: '[2026-12-21,2027-01-07)', source: 'test' });
    expect(await read()).toMatchObject({ plan: null, units: [], year: { startsOn: '2026-08-01', endsOn: '2027-07-31' }, breaks: [{ name: { fi: 'Joululoma' }, startsOn: '2026-12-21', endsOn: '2027-01-06' }], can: { edit: true } });
    expect((await begin()).body).toMatchObject({ name: 'Matematiikka 7', sharing: 'group', version: 1 });
    await saveUnit(unit({ startsOn: '2026-12-09', lessonCount: 3 }));
    const { units } = await read();
    expect(units[0].lessons.map(({ heldOn }: { heldOn: string }) => heldOn)).toEqual(['2026-12-15', '2027-01-12', '2027-01-19']);
    expect(units[0].endsOn).toBe('2027-01-19');
  });

  test('moved by weeks its lessons follow with what is planned for them', async () => {
    await begin();
    const id = uuidv7();
    await saveUnit(unit(), { id });
    const lesson = `${planPath()}/units/${id}/lessons/2`;
    expect((await day.teacher.client.put(lesson, { title: 'Yhteenlasku', notes: 'laudat mukaan', links: [{ title: 'Video', url: 'https://example.org/v' }] }, v(0))).body).toEqual({ lessonNo: 2, version: 1 });
    expect((await read()).units[0].lessons[1]).toMatchObject({ heldOn: '2026-11-24', weeklyLessonId: day.running, title: 'Yhteenlasku', version: 1, changedBy: { personId: day.teacher.id } });
    expect((await saveUnit(unit({ startsOn: '2026-12-01' }), { id, version: 1 })).body).toEqual({ planUnitId: id, version: 2 });
    expect((await read()).units[0].lessons[1]).toMatchObject({ heldOn: '2026-12-08', title: 'Yhteenlasku' });
  });

  test('outside the school year or longer than it: refused, with the days in the reader’s language', async () => {
    expect((await saveUnit(unit())).body.detail).toBe('Ryhmällä ei ole vielä suunnitelmaa.');
    await begin();
    const outside = await saveUnit(unit({ startsOn: '2027-08-03' }));
    expect(outside.status).toBe(400);
    expect(outside.body.errors).toEqual([{ path: 'startsOn', message: 'Jakso ei ole ryhmän lukuvuodessa (2026-08-01–2027-07-31). Valitse päivä sen sisältä.' }]);
    const long = await saveUnit(unit({ startsOn: '2027-07-01', lessonCount: 30 }));
    expect(long.body.errors).toEqual([{ path: 'lessonCount', message: 'Lukuvuodessa on jakson alusta enää 4 tuntia.' }]);
    for (const body of [unit({ lessonCount: 0 }), unit({ name: ' ' }), unit({ links: [{ title: 'x', url: 'javascript:alert(1)' }] }), unit({ objectiveKeys: ['no-such'] })]) expect((await saveUnit(body)).status).toBe(400);
    expect((await read()).units).toEqual([]);
  });

  test('a unit of another group’s plan is not there; a removed one stays in the history', async () => {
    await begin();
    const id = uuidv7();
    await saveUnit(unit(), { id });
    const other = await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], day.teacher.id);
    await begin(day.teacher.client, other);
    expect((await saveUnit(unit(), { id, version: 1, group: other })).status).toBe(404);
    expect((await day.teacher.client.delete(`${planPath()}/units/${id}`, undefined, v(1))).body).toEqual({ version: 2 });
    expect((await read()).units).toEqual([]);
    expect((await day.teacher.client.put(`${planPath()}/units/${id}/lessons/1`, { title: 'x' }, v(0))).status).toBe(404);
    const { rows } = await day.koivula.pool.query(`select before ->> 'name' as name, changed_by from platform.row_history where table_name = 'teaching.plan_unit' and row_id = $1`, [id]);
    expect(rows).toEqual([{ name: 'Murtoluvut', changed_by: day.teacher.id }]);
  });
});

describe('two teachers at once', () => {
  test('the second is told, sees the first’s words, and nothing is lost', async () => {
    await begin();
    const id = uuidv7();
    await saveUnit(unit(), { id });
    const co = await staff('teacher', 'co');
    const answers = await Promise.all([saveUnit(unit({ notes: 'minun' }), { id, version: 1 }), saveUnit(unit({ notes: 'hänen' }), { id, version: 1, client: co.client })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const isMineFirst = answers[0]?.status === 200;
    expect((await read()).units[0]).toMatchObject({ version: 2, notes: isMineFirst ? 'minun' : 'hänen', changedBy: { personId: isMineFirst ? day.teacher.id : co.id } });
    const lesson = `${planPath()}/units/${id}/lessons/1`;
    const both = await Promise.all([day.teacher.client.put(lesson, { title: 'a' }, v(0)), co.client.put(lesson, { title: 'b' }, v(0))]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('two begin the plan: there is one', async () => {
    const co = await staff('teacher', 'co');
    const answers = await Promise.all([begin(), begin(co.client)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('saying the same again makes no new version', async () => {
    await begin();
    const id = uuidv7();
    await saveUnit(unit(), { id });
    expect((await saveUnit(unit(), { id, version: 1 })).body).toEqual({ planUnitId: id, version: 1 });
  });
});

describe('coverage', () => {
  test('which objectives of the year are planned, taught and not yet', async () => {
    await adoptCurriculum();
    const before = await read();
    expect(before.objectives.length).toBeGreaterThan(3);
    expect(new Set(before.objectives.map(({ state }: { state: string }) => state))).toEqual(new Set(['missing']));
    await begin();
    const [first, second, third] = before.objectives.map((one: { key: string }) => one.key);
    const id = uuidv7();
    await saveUnit(unit({ startsOn: '2026-11-10', lessonCount: 2, objectiveKeys: [first], contentKeys: before.contents.slice(0, 1).map((one: { key: string }) => one.key) }), { id });
    await saveUnit(unit({ name: 'Desimaalit', startsOn: '2026-12-01', lessonCount: 2, objectiveKeys: [first, second] }));
    await day.teacher.client.put(`${planPath()}/units/${id}/lessons/2`, { title: null, objectiveKeys: [third] }, v(0));
    const { objectives } = await read();
    expect(objectives.slice(0, 4)).toMatchObject([
      { key: first, state: 'taught', lessons: 3, over: 1 },
      { key: second, state: 'planned', lessons: 2, over: 0 },
      { key: third, state: 'taught', lessons: 1, over: 1 },
      { state: 'missing', lessons: 0 },
    ]);
    const total = objectives.length;
    expect((await day.teacher.client.get(`${base()}/plans`)).body.groups).toMatchObject([{ groupId: day.group, objectives: total, planned: 3, taught: 2, planId: expect.any(String) }]);
    const principal = await staff('principal');
    await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], undefined, { subjectId: await day.koivula.subject('FY', 'Fysiikka') });
    const { body } = await principal.client.get(`${base()}/schools/${day.school}/plan-coverage`);
    expect(body.groups).toMatchObject([{ name: '7A MA', objectives: total, planned: 3, taught: 2 }, { name: '7B MA', planId: null, objectives: 0, planned: 0 }]);
  });

  test('the lesson opens with its plan and its objectives', async () => {
    await adoptCurriculum();
    await begin();
    const { objectives } = await read();
    const id = uuidv7();
    await saveUnit(unit({ objectiveKeys: [objectives[0].key], links: [{ title: 'Kirja', url: 'https://example.org/k' }] }), { id });
    await day.teacher.client.put(`${planPath()}/units/${id}/lessons/2`, { title: 'Yhteenlasku', links: [{ title: 'Video', url: 'https://example.org/v' }] }, v(0));
    const substitute = await staff('teacher', 'substitute', '[2026-11-24,2026-11-25)');
    const { body } = await substitute.client.get(`${base()}/lessons/${day.running}/2026-11-24/entry`);
    expect(body.plan).toEqual([
      expect.objectContaining({ unitName: 'Murtoluvut', lessonNo: 2, lessonCount: 3, title: 'Yhteenlasku', links: [{ title: 'Video', url: 'https://example.org/v' }, { title: 'Kirja', url: 'https://example.org/k' }], objectives: [expect.objectContaining({ key: objectives[0].key })] }),
    ]);
    expect((await substitute.client.get(`${base()}/lessons/${day.running}/2026-12-08/entry`)).body.plan).toEqual([]);
  });

  test('the learner and the home see what is gone through now and next, nothing of the teachers’ own', async () => {
    await begin();
    await saveUnit(unit({ notes: 'CANARY' }));
    await saveUnit(unit({ name: 'Desimaalit', startsOn: '2026-12-08' }));
    const guardian = await day.koivula.person({ bornOn: '1985-01-01' });
    await day.koivula.guardianship(guardian, day.learners[0] ?? '');
    for (const personId of [guardian, day.learners[0] ?? '']) {
      const client = await world.signIn({ of: day.koivula, personId });
      const answer = await client.get(`${base()}/learners/${day.learners[0]}/schoolwork`);
      expect(answer.body.subjects).toMatchObject([{ subject: { code: 'MA' }, now: 'Murtoluvut', next: { name: 'Desimaalit', startsOn: '2026-12-08' } }]);
      expect(answer.text).not.toContain('CANARY');
      expect((await client.get(planPath())).status).toBe(403);
    }
  });
});

describe('copying and sharing', () => {
  const copyable = async (client: Client, group: string) => (await client.get(`${base()}/groups/${group}/plans-to-copy`)).body.plans as { planId: string; name: string; isTemplate: boolean }[];

  test('to another group: the same weeks, what is planned for lessons comes along, later changes do not', async () => {
    await begin();
    const id = uuidv7();
    await saveUnit(unit({ lessonCount: 2 }), { id });
    await day.teacher.client.put(`${planPath()}/units/${id}/lessons/1`, { title: 'Alku', notes: 'n' }, v(0));
    const other = await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], day.teacher.id);
    await day.koivula.weeklyLesson(day.school, other, 4, '10:00', '10:45');
    const [found] = await copyable(day.teacher.client, other);
    const copied = await day.teacher.client.post(`${planPath(other)}/copy`, { planId: found?.planId }, key());
    expect(copied).toMatchObject({ status: 201, body: { units: 1, plan: { name: 'Matematiikka 7' } } });
    const { units } = await read(day.teacher.client, other);
    expect(units[0].lessons).toMatchObject([{ heldOn: '2026-11-19', title: 'Alku' }, { heldOn: '2026-11-26', title: null }]);
    await saveUnit(unit({ name: 'Muutettu', lessonCount: 2 }), { id, version: 1 });
    expect((await read(day.teacher.client, other)).units[0].name).toBe('Murtoluvut');
  });

  test('a colleague copies what is shared in the school, nothing that is not; another school only what is shared with all', async () => {
    await begin();
    await saveUnit(unit());
    const colleague = await staff('teacher');
    const theirs = await day.koivula.teachingGroup(day.school, day.year, '8A MA', [], colleague.id);
    const farSchool = await day.koivula.school('Toinen koulu');
    const farId = await day.koivula.person({ bornOn: '1980-01-01' });
    await day.koivula.position(farId, 'teacher', farSchool);
    const far = await world.signIn({ of: day.koivula, personId: farId });
    const farGroup = await day.koivula.teachingGroup(farSchool, day.year, '7X MA', [], farId);
    const planId = (await read()).plan.planId as string;
    const seen = async () => [(await copyable(colleague.client, theirs)).length, (await copyable(far, farGroup)).length];
    expect(await seen()).toEqual([0, 0]);
    expect((await colleague.client.post(`${planPath(theirs)}/copy`, { planId }, key())).status).toBe(404);
    await day.teacher.client.put(planPath(), { name: 'Matematiikka 7', sharing: 'school' }, v(1));
    expect(await seen()).toEqual([1, 0]);
    await day.teacher.client.put(planPath(), { name: 'Matematiikka 7', sharing: 'provider' }, v(2));
    expect(await seen()).toEqual([1, 1]);
    expect((await colleague.client.post(`${planPath(theirs)}/copy`, { planId }, key())).status).toBe(201);
  });

  test('a template is kept for oneself and comes first', async () => {
    await begin();
    await saveUnit(unit());
    expect((await day.teacher.client.post(`${planPath()}/template`, { name: 'Pohja: matematiikka 7', sharing: 'group' }, key())).status).toBe(201);
    const other = await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], day.teacher.id);
    expect(await copyable(day.teacher.client, other)).toMatchObject([{ name: 'Pohja: matematiikka 7', isTemplate: true }, { isTemplate: false }]);
    const colleague = await staff('teacher', 'co');
    expect((await copyable(colleague.client, day.group)).length).toBe(0);
  });
});

describe('who', () => {
  test('the group’s teachers write; substitute, assistant and principal read; nobody else', async () => {
    await begin();
    const attempt = async (client: Client) => [(await client.get(planPath())).status, (await saveUnit(unit(), { client })).status];
    expect(await attempt(day.teacher.client)).toEqual([200, 200]);
    expect(await attempt((await staff('teacher', 'co')).client)).toEqual([200, 200]);
    expect(await attempt((await staff('teacher', 'substitute', '[2026-11-24,2026-11-25)')).client)).toEqual([200, 403]);
    expect(await attempt((await staff('teaching-assistant', 'assistant')).client)).toEqual([200, 403]);
    expect(await attempt((await staff('principal')).client)).toEqual([200, 403]);
    expect(await attempt(day.secretary.client)).toEqual([403, 403]);
    expect(await attempt((await staff('teacher')).client)).toEqual([403, 403]);
    const elsewhere = await buildSchoolDay(world, `plans-far-${counter}`);
    expect(await attempt(elsewhere.teacher.client)).toEqual([404, 404]);
  });
});
