import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { addTeacher, buildSchoolDay, put, registerPath, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const fresh = async () => {
  counter += 1;
  day = await buildSchoolDay(world, `koivula-${counter}`);
};
// oxlint-disable-next-line typescript/no-explicit-any -- tests read answers of many shapes; each checks what it reads
const card = async (client: Client, id: string): Promise<any> => (await client.get('/api/desk')).body.widgets.find((widget: { id: string }) => widget.id === id)?.data;

test("the teacher's day: lessons in order, each with its size and how far its register is", async () => {
  await fresh();
  const later = await day.koivula.weeklyLesson(day.school, day.group, 2, '12:00', '12:45');
  await day.koivula.weeklyLesson(day.school, day.group, 3, '08:00', '08:45');
  await put(day.teacher.client, registerPath(day), 0, { marks: [{ learnerId: day.learners[0], mark: 'absent' }] });
  const now = await card(day.teacher.client, 'teaching.now');
  expect(now.lessons).toMatchObject([
    { weeklyLessonId: day.running, startsAt: '09:00', learnerCount: 4, register: 'partial', canTake: true },
    { weeklyLessonId: later, startsAt: '12:00', register: 'untaken', canTake: true },
  ]);
});

test('waiting: registers of lessons that are over and not finished, newest first, no more than fourteen days back', async () => {
  await fresh();
  world.clock.set('2026-11-24T07:46:00.000Z');
  try {
    const { lessons, count } = await card(day.teacher.client, 'teaching.untaken');
    expect(lessons.map((lesson: { heldOn: string }) => lesson.heldOn)).toEqual(['2026-11-24', '2026-11-17', '2026-11-10']);
    expect(count).toBe(3);
    await put(day.teacher.client, registerPath(day, day.running, '2026-11-17'), 0, { allPresent: true });
    await put(day.teacher.client, registerPath(day, day.running, '2026-11-10'), 0, { marks: [{ learnerId: day.learners[0], mark: 'absent' }] });
    const left = await card(day.teacher.client, 'teaching.untaken');
    expect(left.lessons).toMatchObject([{ heldOn: '2026-11-24', register: 'untaken' }, { heldOn: '2026-11-10', register: 'partial' }]);
    for (const [heldOn, version] of [['2026-11-24', 0], ['2026-11-10', 1]] as const) await put(day.teacher.client, registerPath(day, day.running, heldOn), version, { allPresent: true });
    expect(await card(day.teacher.client, 'teaching.untaken')).toBeUndefined();
  } finally {
    world.clock.set('2026-11-24T07:20:00.000Z');
  }
});

test('a lesson that is still running waits for nobody, nor does one in a break', async () => {
  await fresh();
  await day.koivula.insert('core_data.school_break', { school_break_id: uuidv7(), school_year_id: day.year, school_id: day.school, name: '{"fi":"Syysloma"}', valid: '[2026-11-09,2026-11-14)', source: 'test' });
  const { lessons } = await card(day.teacher.client, 'teaching.untaken');
  expect(lessons.map((lesson: { heldOn: string }) => lesson.heldOn)).toEqual(['2026-11-17']);
});

test("an assistant sees the lessons and owes no registers; a colleague sees none of them; many are told as a number", async () => {
  await fresh();
  const sign = async (title: string) => {
    const id = await day.koivula.person({ bornOn: '1980-01-01' });
    await day.koivula.position(id, title, day.school);
    return { id, client: await world.signIn({ of: day.koivula, personId: id }) };
  };
  const assistant = await sign('teaching-assistant');
  await addTeacher(day, assistant.id, 'assistant', '[2026-08-01,2027-06-01)');
  expect((await card(assistant.client, 'teaching.now')).lessons).toMatchObject([{ weeklyLessonId: day.running, canTake: false }]);
  expect(await card(assistant.client, 'teaching.untaken')).toBeUndefined();
  const colleague = await sign('teacher');
  expect(await card(colleague.client, 'teaching.now')).toEqual({ lessons: [] });
  expect(await card(day.secretary.client, 'teaching.now')).toBeUndefined();
  for (const weekday of [1, 2, 3, 4, 5]) await day.koivula.weeklyLesson(day.school, day.group, weekday, '08:00', '08:45');
  const waiting = await card(day.teacher.client, 'teaching.untaken');
  expect(waiting.lessons).toHaveLength(5);
  expect(waiting.count).toBe(2 + 11);
});
