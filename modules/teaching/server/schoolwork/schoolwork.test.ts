import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { buildSchoolDay, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let counter = 0;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  day = await buildSchoolDay(world, `work-${(counter += 1)}`);
});

const base = () => `/api/providers/${day.koivula.educationProviderId}`;
const learner = (index: number) => day.learners[index] ?? '';
const as = (personId: string) => world.signIn({ of: day.koivula, personId });
const key = () => ({ 'idempotency-key': randomUUID() });
const setExam = (heldOn: string, group = day.group, client: Client = day.teacher.client, id = uuidv7(), version = 0) =>
  client.put(`${base()}/groups/${group}/exams/${id}`, { heldOn, name: 'Koe: murtoluvut', area: 's. 20–45' }, { 'if-match': `"v${version}"` });
const load = async (on: string, more = '') => (await day.teacher.client.get(`${base()}/groups/${day.group}/exam-load?on=${on}${more}`)).body;
const workOf = (client: Client, id = learner(0), query = '') => client.get(`${base()}/learners/${id}/schoolwork${query}`);
const fill = async () => {
  const lesson = `${base()}/lessons/${day.running}/2026-11-24`;
  await day.teacher.client.put(`${lesson}/homework/${uuidv7()}`, { text: 'CANARY s. 34', dueOn: '2026-12-01' }, { 'if-match': '"v0"' });
  await setExam('2026-12-03');
  await day.teacher.client.post(`${lesson}/notes`, { learnerIds: [learner(0)], tone: 'positive', words: 'CANARY hienoa' }, key());
};
const guardianOf = async (id: string, options: { isProtected?: boolean; hasCustody?: boolean } = {}) => {
  const guardian = await day.koivula.person({ bornOn: '1985-01-01', ...(options.isProtected === true && { isProtected: true }) });
  await day.koivula.guardianship(guardian, id, options);
  return guardian;
};

describe('exams', () => {
  test('three in a week: the teacher is warned when choosing the day', async () => {
    const other = await day.koivula.teachingGroup(day.school, day.year, '7A AI', day.learners.slice(0, 3), day.teacher.id, { subjectId: await day.koivula.subject('AI', 'Äidinkieli') });
    const third = await day.koivula.teachingGroup(day.school, day.year, '7A HI', day.learners.slice(0, 2), day.teacher.id);
    expect((await setExam('2026-12-02', other)).status).toBe(200);
    expect(await load('2026-12-03')).toMatchObject({ monday: '2026-11-30', fullWeek: 0, sameDay: 0, exams: [{ heldOn: '2026-12-02', learners: 3, subject: { code: 'AI' } }] });
    const { body: exam } = await setExam('2026-12-03', third);
    expect(await load('2026-12-03')).toMatchObject({ fullWeek: 2, sameDay: 2 });
    expect(await load('2026-12-10')).toMatchObject({ fullWeek: 0, exams: [] });
    // One's own exam that is being moved does not count against itself.
    expect((await load('2026-12-03', `&examId=${exam.examId}`)).fullWeek).toBe(0);
  });

  test('on a holiday, a weekend or outside the school year: refused with a reason', async () => {
    await day.koivula.insert('core_data.school_break', { school_break_id: uuidv7(), school_year_id: day.year, name: '{"fi":"Joululoma"}', valid: '[2026-12-21,2027-01-07)', source: 'test' });
    const messageOf = async (on: string) => (await setExam(on)).body.errors[0];
    expect(await messageOf('2026-12-22')).toEqual({ path: 'heldOn', message: 'Silloin on loma. Valitse koulupäivä.' });
    expect(await messageOf('2026-12-05')).toMatchObject({ message: 'Silloin on viikonloppu. Valitse koulupäivä.' });
    expect(await messageOf('2027-09-01')).toMatchObject({ message: 'Päivä ei ole tässä lukuvuodessa.' });
  });

  test('moved, called off, and never of another group', async () => {
    const id = uuidv7();
    await setExam('2026-12-03', day.group, day.teacher.client, id);
    expect((await setExam('2026-12-04', day.group, day.teacher.client, id)).status).toBe(412);
    expect((await setExam('2026-12-04', day.group, day.teacher.client, id, 1)).body).toMatchObject({ heldOn: '2026-12-04', version: 2 });
    const other = await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], day.teacher.id);
    expect((await setExam('2026-12-07', other, day.teacher.client, id, 2)).status).toBe(404);
    const path = `${base()}/groups/${day.group}/exams/${id}`;
    expect((await day.teacher.client.delete(path, undefined, { 'if-match': '"v2"' })).status).toBe(200);
    expect((await day.teacher.client.delete(path, undefined, { 'if-match': '"v3"' })).status).toBe(404);
    expect((await setExam('2026-12-03', day.group, day.secretary.client)).status).toBe(403);
  });
});

describe('a learner’s week', () => {
  test('the learner and the guardian see homework and exams on their days, and what was said', async () => {
    await fill();
    const guardian = await as(await guardianOf(learner(0)));
    for (const reader of [guardian, await as(learner(0))]) {
      const { status, body } = await workOf(reader, learner(0), '?weekOf=2026-12-02');
      expect(status).toBe(200);
      expect(body).toMatchObject({ monday: '2026-11-30', notes: [{ tone: 'positive', words: 'CANARY hienoa', writtenBy: { personId: day.teacher.id }, subject: { code: 'MA' } }] });
      expect(body.days[1]).toMatchObject({ date: '2026-12-01', homework: [{ text: 'CANARY s. 34', subject: { code: 'MA' } }], exams: [] });
      expect(body.days[3]).toMatchObject({ date: '2026-12-03', exams: [{ name: 'Koe: murtoluvut', area: 's. 20–45' }] });
    }
    expect((await workOf(guardian)).body.later).toMatchObject([{ heldOn: '2026-12-03' }]);
    // Said to one learner, it is nobody else's.
    const other = await as(await guardianOf(learner(1)));
    expect((await workOf(other, learner(1), '?weekOf=2026-12-02')).body).toMatchObject({ notes: [] });
    expect((await workOf(other, learner(0))).status).toBe(403);
  });

  test('the desk tells what comes', async () => {
    await fill();
    const guardian = await as(await guardianOf(learner(0)));
    const { body } = await guardian.get('/api/desk');
    const card = (body.widgets as { id: string; data: unknown }[]).find(({ id }) => id === 'teaching.coming');
    expect(card?.data).toMatchObject({ learners: [{ learnerId: learner(0), homework: [{ text: 'CANARY s. 34' }], exams: [] }] });
  });

  test('nobody without a right, no former guardian, no colleague', async () => {
    await fill();
    const blocked = await guardianOf(learner(0));
    await day.koivula.block(blocked, learner(0));
    const readers = [blocked, await guardianOf(learner(0), { hasCustody: false }), await day.koivula.person({ bornOn: '1985-01-01' })];
    for (const reader of readers) expect((await workOf(await as(reader))).status).toBe(403);
    expect((await workOf(day.teacher.client)).status).toBe(403);
    expect((await workOf(day.secretary.client)).status).toBe(403);
  });

  test('the other home of a protected one is told nothing that could name the school', async () => {
    await fill();
    await guardianOf(learner(0), { isProtected: true });
    const other = await as(await guardianOf(learner(0)));
    const answer = await workOf(other, learner(0), '?weekOf=2026-12-02');
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('CANARY');
    expect(answer.text).not.toContain('7A MA');
    expect((await other.get('/api/desk')).text).not.toContain('CANARY');
  });

  test('open pages of the home are woken, other homes are not; the event holds no words', async () => {
    const [guardian, stranger] = [await guardianOf(learner(0)), await day.koivula.person({ bornOn: '1985-01-01' })];
    await fill();
    const { rows } = await day.koivula.pool.query('select name, payload::text as payload, live from events.outbox where education_provider_id = $1 order by position', [day.koivula.educationProviderId]);
    expect(rows.map(({ name }) => name)).toEqual(['homework.changed', 'exam.changed', 'lesson-note.changed']);
    for (const { live, payload } of rows) {
      expect(live.topics).toContain('schoolwork');
      expect(live.personIds).toEqual(expect.arrayContaining([learner(0), guardian, day.teacher.id]));
      expect(live.personIds).not.toContain(stranger);
      expect(payload).not.toContain('CANARY');
    }
    expect(rows[2].live.personIds).not.toContain(learner(1));
  });
});
