import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { addTeacher, buildSchoolDay, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let counter = 0;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  day = await buildSchoolDay(world, `entries-${(counter += 1)}`);
});

const at = (rest: string, heldOn = '2026-11-24') => `/api/providers/${day.koivula.educationProviderId}/lessons/${day.running}/${heldOn}/${rest}`;
const noteAt = (id: string) => `/api/providers/${day.koivula.educationProviderId}/lesson-notes/${id}`;
const learner = (index: number) => day.learners[index] ?? '';
const v = (version: number) => ({ 'if-match': `"v${version}"` });
const key = () => ({ 'idempotency-key': randomUUID() });
const give = (client: Client, id: string, body: object, version = 0) => client.put(at(`homework/${id}`), body, v(version));
const entry = async (client = day.teacher.client, heldOn?: string) => (await client.get(at('entry', heldOn))).body;
const staff = async (title: string, role?: string, valid = '[2026-11-24,2026-11-25)') => {
  const id = await day.koivula.person({ bornOn: '1980-01-01' });
  await day.koivula.position(id, title, day.school);
  if (role !== undefined) await addTeacher(day, id, role, valid);
  return { id, client: await world.signIn({ of: day.koivula, personId: id }) };
};

describe('homework', () => {
  test('given in a lesson, it is due in the next one, and stands in both', async () => {
    const before = await entry();
    expect(before.nextLessons[0]).toMatchObject({ heldOn: '2026-12-01', weeklyLessonId: day.running });
    const id = uuidv7();
    const given = await give(day.teacher.client, id, { text: ' s. 34, tehtävät 5–8 ', dueOn: '2026-12-01' });
    expect(given).toMatchObject({ status: 200, body: { homeworkId: id, text: 's. 34, tehtävät 5–8', givenOn: '2026-11-24', dueOn: '2026-12-01', version: 1, givenBy: { personId: day.teacher.id } } });
    expect(await entry()).toMatchObject({ homework: [{ homeworkId: id }], due: [] });
    expect(await entry(day.teacher.client, '2026-12-01')).toMatchObject({ homework: [], due: [{ homeworkId: id }] });
  });

  test('sent twice it is given once; a correction keeps what stood there and who changed it', async () => {
    const id = uuidv7();
    const body = { text: 'lue kappale 4', dueOn: '2026-12-01' };
    const same = key();
    const [first, again] = [await day.teacher.client.put(at(`homework/${id}`), body, { ...v(0), ...same }), await day.teacher.client.put(at(`homework/${id}`), body, { ...v(0), ...same })];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    // Under another key it is a second act, based on a state that is no more.
    expect((await give(day.teacher.client, id, body)).status).toBe(412);
    const co = await staff('teacher', 'co', '[2026-08-01,2027-06-01)');
    expect((await give(co.client, id, { text: 'lue kappale 5', dueOn: '2026-12-01' }, 1)).body).toMatchObject({ version: 2, text: 'lue kappale 5', givenBy: { personId: day.teacher.id } });
    const { body: former } = await day.teacher.client.get(at('history'));
    expect(former.entries).toMatchObject([{ kind: 'homework', id, text: 'lue kappale 4', on: '2026-12-01', isRemoved: false, changedBy: { personId: co.id } }]);
  });

  test('taken back it is gone from the page and kept in the history; to change it then needs its version', async () => {
    const id = uuidv7();
    await give(day.teacher.client, id, { text: 'sanakoe', dueOn: '2026-12-01' });
    expect((await day.teacher.client.delete(at(`homework/${id}`), undefined, v(7))).status).toBe(412);
    expect((await day.teacher.client.delete(at(`homework/${id}`), undefined, v(1))).body).toEqual({ version: 2 });
    expect((await entry()).homework).toEqual([]);
    expect((await day.teacher.client.get(at('history'))).body.entries).toMatchObject([{ text: 'sanakoe', isRemoved: true }]);
    expect((await day.teacher.client.delete(at(`homework/${id}`), undefined, v(2))).status).toBe(404);
  });

  test('due before the lesson, after the school year, empty, or of another lesson: refused in the reader’s language', async () => {
    const id = uuidv7();
    const early = await give(day.teacher.client, id, { text: 'a', dueOn: '2026-11-23' });
    expect(early).toMatchObject({ status: 400, body: { errors: [{ path: 'dueOn', message: 'Kotitehtävä ei voi olla valmis ennen tuntia, jolla se annetaan.' }] } });
    const late = await day.teacher.client.put(at(`homework/${id}`), { text: 'a', dueOn: '2027-08-01' }, { ...v(0), 'accept-language': 'sv' });
    expect(late.body.errors).toEqual([{ path: 'dueOn', message: 'Dagen hör inte till det här läsåret.' }]);
    expect((await give(day.teacher.client, id, { text: '  ', dueOn: '2026-12-01' })).status).toBe(400);
    await give(day.teacher.client, id, { text: 'a', dueOn: '2026-12-01' });
    expect((await day.teacher.client.put(at(`homework/${id}`, '2026-12-01'), { text: 'b', dueOn: '2026-12-08' }, v(1))).status).toBe(404);
    expect((await day.teacher.client.put(at(`homework/${uuidv7()}`, '2026-11-25'), { text: 'b', dueOn: '2026-12-08' }, v(0))).status).toBe(404);
  });

  test('two teachers correct at once: one is told that the other was first', async () => {
    const id = uuidv7();
    await give(day.teacher.client, id, { text: 'a', dueOn: '2026-12-01' });
    const co = await staff('teacher', 'co', '[2026-08-01,2027-06-01)');
    const answers = await Promise.all([give(day.teacher.client, id, { text: 'b', dueOn: '2026-12-01' }, 1), give(co.client, id, { text: 'c', dueOn: '2026-12-01' }, 1)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });
});

describe('words to the home', () => {
  test('praise for two learners by a ready phrase, own words kept for the next time', async () => {
    const phrases = (await entry()).phrases as { key: string; tone: string }[];
    expect(phrases[0]).toMatchObject({ tone: 'positive' });
    const written = await day.teacher.client.post(at('notes'), { learnerIds: [learner(1), learner(0)], tone: 'positive', phraseKey: phrases[0]?.key, words: 'Hieno ryhmätyö', keepPhrase: true }, key());
    expect(written.status).toBe(201);
    expect(written.body.notes).toHaveLength(2);
    const { notes, phrases: now } = await entry();
    expect(notes).toMatchObject([{ tone: 'positive', phrase: { fi: 'Aktiivista tuntityöskentelyä' }, words: 'Hieno ryhmätyö', can: { correct: true } }, { version: 1 }]);
    expect(now.at(-1)).toMatchObject({ name: { fi: 'Hieno ryhmätyö' }, isOwn: true });
    const { rows } = await day.koivula.pool.query(`select person_ids from audit.entry where education_provider_id = $1 and endpoint = 'teaching.writeLessonNotes'`, [day.koivula.educationProviderId]);
    expect(rows[0].person_ids).toEqual(expect.arrayContaining([learner(0), learner(1)]));
  });

  test('a repeat under the same key says it once', async () => {
    const same = key();
    const body = { learnerIds: [learner(0)], tone: 'neutral', words: 'Kirja unohtui' };
    const answers = await Promise.all([1, 2, 3].map(() => day.teacher.client.post(at('notes'), body, same)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await entry()).notes).toHaveLength(1);
  });

  test('corrected and withdrawn by who wrote it or the principal, not by a colleague', async () => {
    const { body } = await day.teacher.client.post(at('notes'), { learnerIds: [learner(0)], tone: 'neutral', words: 'Levoton' }, key());
    const id = body.notes[0].lessonNoteId as string;
    const co = await staff('teacher', 'co', '[2026-08-01,2027-06-01)');
    const principal = await staff('principal');
    expect((await entry(co.client)).notes).toMatchObject([{ lessonNoteId: id, can: { correct: false } }]);
    expect((await co.client.put(noteAt(id), { tone: 'neutral', words: 'x' }, v(1))).status).toBe(403);
    expect((await day.teacher.client.put(noteAt(id), { tone: 'positive', words: 'Rauhoittui hyvin' }, v(1))).body).toMatchObject({ version: 2, tone: 'positive', words: 'Rauhoittui hyvin' });
    expect((await day.teacher.client.put(noteAt(id), { tone: 'positive', words: '' }, v(2))).status).toBe(400);
    expect((await principal.client.delete(noteAt(id), undefined, v(2))).body).toEqual({ version: 3 });
    expect((await entry()).notes).toEqual([]);
    expect((await day.teacher.client.get(at('history'))).body.entries).toMatchObject([
      { text: 'Rauhoittui hyvin', isRemoved: true, learnerId: learner(0), changedBy: { personId: principal.id } },
      { text: 'Levoton', isRemoved: false, changedBy: { personId: day.teacher.id } },
    ]);
  });

  test('who has said something may correct that, and nothing of others', async () => {
    await day.teacher.client.post(at('notes'), { learnerIds: [learner(0)], tone: 'neutral', words: 'Levoton' }, key());
    const co = await staff('teacher', 'co', '[2026-08-01,2027-06-01)');
    await co.client.post(at('notes'), { learnerIds: [learner(1)], tone: 'positive', words: 'Hyvä' }, key());
    const notes: { words: string; can: { correct: boolean } }[] = (await entry(co.client)).notes;
    expect(notes.map(({ words, can }) => [words, can.correct]).toSorted()).toEqual([['Hyvä', true], ['Levoton', false]]);
  });

  test('of a learner of another group, of tomorrow, with nothing said: refused, and nothing kept', async () => {
    const stranger = await day.koivula.person();
    const say = (body: object, heldOn?: string) => day.teacher.client.post(at('notes', heldOn), { learnerIds: [learner(0)], tone: 'positive', words: 'Hyvä', ...body }, key());
    expect((await say({ learnerIds: [learner(0), stranger] })).status).toBe(400);
    expect((await say({ words: ' ' })).status).toBe(400);
    expect((await say({ phraseKey: 'no-such' })).status).toBe(400);
    expect((await say({}, '2026-12-01')).status).toBe(409);
    expect((await entry()).notes).toEqual([]);
  });

  test('a substitute writes and sees the own words, not those of before', async () => {
    await day.teacher.client.post(at('notes'), { learnerIds: [learner(0)], tone: 'neutral', words: 'CANARY entinen' }, key());
    const substitute = await staff('teacher', 'substitute');
    expect((await entry(substitute.client)).notes).toEqual([]);
    expect((await substitute.client.get(at('history'))).text).not.toContain('CANARY');
    await substitute.client.post(at('notes'), { learnerIds: [learner(1)], tone: 'positive', words: 'Reipas' }, key());
    expect((await entry(substitute.client)).notes).toMatchObject([{ words: 'Reipas' }]);
    expect((await entry()).notes).toHaveLength(2);
  });

  test('a school’s own phrases take the place of the product’s, in the order the principal gave', async () => {
    const principal = await staff('principal');
    const path = `/api/providers/${day.koivula.educationProviderId}/schools/${day.school}/feedback-phrases`;
    const phrases = [{ tone: 'positive', name: { fi: 'Loistavaa' } }, { tone: 'positive', name: { fi: 'Hienoa', sv: 'Fint' } }];
    expect((await principal.client.put(path, { phrases }, key())).body.phrases).toMatchObject([{ name: { fi: 'Loistavaa' } }, { name: { fi: 'Hienoa' } }]);
    const ids = ((await entry()).phrases as { key: string }[]).map(({ key: one }) => one);
    expect(ids).toHaveLength(2);
    await principal.client.put(path, { phrases: phrases.toReversed() }, key());
    expect(((await entry()).phrases as { key: string }[]).map(({ key: one }) => one)).toEqual(ids.toReversed());
    expect((await principal.client.put(path, { phrases: [{ tone: 'positive', name: { fi: ' ' } }] }, key())).status).toBe(400);
    expect((await day.teacher.client.put(path, { phrases: [] }, key())).status).toBe(403);
  });

  test('one takes off one’s own phrases, nobody else’s', async () => {
    await day.teacher.client.post(at('notes'), { learnerIds: [learner(0)], tone: 'positive', words: 'Oma', keepPhrase: true }, key());
    const own = ((await entry()).phrases as { key: string; isOwn: boolean }[]).find(({ isOwn }) => isOwn)?.key;
    const path = `/api/providers/${day.koivula.educationProviderId}/feedback-phrases/${own}`;
    expect((await (await staff('teacher')).client.delete(path, undefined, key())).status).toBe(403);
    expect((await day.teacher.client.delete(path, undefined, key())).status).toBe(200);
    expect(((await entry()).phrases as { isOwn: boolean }[]).some(({ isOwn }) => isOwn)).toBe(false);
  });
});

describe('who', () => {
  test('reads and writes: teachers of the group; reads alone: assistant and secretary; neither: colleagues, homes, learners', async () => {
    const attempt = async (client: Client) => [(await client.get(at('entry'))).status, (await give(client, uuidv7(), { text: 'a', dueOn: '2026-12-01' })).status];
    const guardian = await day.koivula.person({ bornOn: '1985-01-01' });
    await day.koivula.guardianship(guardian, learner(0));
    const as = async (personId: string) => world.signIn({ of: day.koivula, personId });
    expect(await attempt(day.teacher.client)).toEqual([200, 200]);
    expect(await attempt((await staff('teacher', 'substitute')).client)).toEqual([200, 200]);
    expect(await attempt((await staff('principal')).client)).toEqual([200, 200]);
    expect(await attempt((await staff('teaching-assistant', 'assistant', '[2026-08-01,2027-06-01)')).client)).toEqual([200, 403]);
    expect(await attempt(day.secretary.client)).toEqual([200, 403]);
    expect(await attempt((await staff('teacher', 'substitute', '[2026-11-23,2026-11-24)')).client)).toEqual([403, 403]);
    expect(await attempt((await staff('teacher')).client)).toEqual([403, 403]);
    expect(await attempt(await as(guardian))).toEqual([403, 403]);
    expect(await attempt(await as(learner(0)))).toEqual([403, 403]);
    const elsewhere = await buildSchoolDay(world, `entries-far-${counter}`);
    expect(await attempt(elsewhere.teacher.client)).toEqual([404, 404]);
  });
});
