import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import { addTeacher, buildSchoolDay, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let book: string;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  counter += 1;
  day = await buildSchoolDay(world, `koivula-${counter}`);
  book = `/api/providers/${day.koivula.educationProviderId}/groups/${day.group}/gradebook`;
});
afterAll(() => world.close());

const TEST = { name: 'Murtoluvut', kind: 'test', heldOn: '2026-11-20', scale: 'mark' };
const add = async (item: object = TEST): Promise<string> => {
  const answer = await day.teacher.client.post(`${book}/items`, item);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.evidenceItemId;
};
const learner = (index: number): string => day.learners[index] ?? '';
const save = (changes: object[], client: Client = day.teacher.client) => client.put(`${book}/values`, { changes });
const cell = (evidenceItemId: string, index: number, value: string | null, version = 0, words: string | null = null) => ({ evidenceItemId, learnerId: learner(index), value, words, version });
const read = async (client: Client = day.teacher.client) => (await client.get(book)).body;
const colleague = async (role: string, title = 'teacher') => {
  const id = await day.koivula.person({ callName: 'Kaisa', lastName: 'Kollega', bornOn: '1980-01-01' });
  await day.koivula.position(id, title, day.school);
  await addTeacher(day, id, role, '[2026-08-01,2027-06-01)');
  return { id, client: await world.signIn({ of: day.koivula, personId: id }) };
};

describe('the book', () => {
  test('opens empty with the class list', async () => {
    const empty = await read();
    expect(empty).toMatchObject({ groupName: '7A MA', subject: { code: 'MA' }, items: [], values: [], objectives: [], canRecord: true });
    expect(empty.learners.map(({ lastName }: { lastName: string }) => lastName)).toEqual(['Aalto', 'Berg', 'Åberg', 'Ödman']);
  });

  test('keeps items by date and what each learner showed, in one written form', async () => {
    const later = await add();
    const earlier = await add({ ...TEST, name: 'Alkukartoitus', heldOn: '2026-08-20', kind: 'observation', scale: 'level', levels: ['alussa', 'matkalla', 'perillä'], weight: 1.5 });
    const saved = await save([cell(later, 0, '7,5'), cell(later, 1, ' 8− '), cell(earlier, 0, '2', 0, 'Selittää hienosti.')]);
    expect(saved.body.clashes).toEqual([]);
    expect(saved.body.saved.map((one: { value: string; version: number }) => [one.value, one.version])).toEqual([['7½', 1], ['8-', 1], ['2', 1]]);
    const opened = await read();
    expect(opened.items).toMatchObject([{ evidenceItemId: earlier, levels: ['alussa', 'matkalla', 'perillä'], weight: 1.5, sharedAt: null }, { evidenceItemId: later, weight: null }]);
    expect(opened.values).toHaveLength(3);
    expect(opened.values).toContainEqual({ evidenceItemId: earlier, learnerId: learner(0), value: '2', words: 'Selittää hienosti.', version: 1 });
  });

  test('tells the teacher their groups with how far each book is', async () => {
    await add();
    const { body } = await day.teacher.client.get(`/api/providers/${day.koivula.educationProviderId}/assessed-groups`);
    expect(body.groups).toMatchObject([{ groupId: day.group, name: '7A MA', learnerCount: 4, itemCount: 1, lastHeldOn: '2026-11-20' }]);
  });

  test('a member who has left is no row any more; of a group that has ended the last day counts', async () => {
    const item = await add();
    await save([cell(item, 0, '7')]);
    await day.koivula.pool.query(`update core_data.teaching_group_member set valid = '[2026-08-01,2026-11-20)' where learner_id = $1`, [learner(0)]);
    const now = await read();
    expect(now.learners).toHaveLength(3);
    expect(now.values).toEqual([]);
    expect((await save([cell(item, 0, '8', 1)])).status).toBe(400);
    await day.koivula.pool.query(`update core_data.teaching_group set valid = '[2026-08-01,2026-11-01)' where teaching_group_id = $1`, [day.group]);
    expect((await read()).learners).toHaveLength(4);
  });
});

describe('a value outside its scale', () => {
  test('refuses the whole block and names each cell, in the reader’s language', async () => {
    const [marks, passes] = [await add(), await add({ ...TEST, name: 'Työ', scale: 'pass' })];
    const changes = [cell(marks, 0, '7'), cell(marks, 1, '11'), cell(passes, 0, 'X'), cell(passes, 1, 'o')];
    const answer = await save(changes);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: 'changes.1.value', message: '”11” ei ole arvosana. Käytä arvosanoja 4–10 neljänneksin, esimerkiksi 7, 7+, 7½ tai 8-.' },
      { path: 'changes.2.value', message: '”X” ei käy. Merkitse S (suoritettu), H (hylätty) tai O (osallistunut).' },
    ]);
    const swedish = await day.teacher.client.put(`${book}/values`, { changes: [cell(marks, 1, '11')] }, { 'accept-language': 'sv' });
    expect(swedish.body.errors[0].message).toContain('är inget vitsord');
    expect((await read()).values).toEqual([]);
  });

  test('nor does the database take one, whoever writes', async () => {
    const item = await add();
    const insert = (scale: string, value: string) =>
      day.koivula.insert('teaching.evidence_value', { evidence_value_id: item, evidence_item_id: item, learner_id: learner(0), scale, value, recorded_by: day.teacher.id, recorded_at: '2026-11-20T10:00:00Z', source: 'test' });
    for (const value of ['3', '4-', '10½', '11', '7,5', 'S']) await expect(insert('mark', value), value).rejects.toThrow(/evidence_value_on_scale/);
    await expect(insert('pass', 'S')).rejects.toThrow(/foreign key/);
    await insert('mark', '10+');
  });

  test('the scale holds while somebody has a value on it', async () => {
    const item = await add();
    await save([cell(item, 0, '7')]);
    const put = (body: object, version: number) => day.teacher.client.put(`${book}/items/${item}`, body, { 'if-match': `"v${version}"` });
    const refused = await put({ ...TEST, scale: 'pass' }, 1);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('Asteikkoa ei voi enää vaihtaa');
    await save([cell(item, 0, null, 1)]);
    expect((await put({ ...TEST, scale: 'pass' }, 1)).body).toMatchObject({ scale: 'pass', version: 2 });
    const [emptied] = (await read()).values;
    expect((await save([cell(item, 0, 'S', emptied.version)])).body.saved).toMatchObject([{ value: 'S' }]);
  });

  test('a rubric needs levels, and keeps those in use', async () => {
    const rubric = { ...TEST, scale: 'level', levels: ['yksi', 'kaksi', 'kolme'] };
    expect((await day.teacher.client.post(`${book}/items`, { ...rubric, levels: ['yksi'] })).status).toBe(400);
    const item = await add(rubric);
    expect((await save([cell(item, 0, '4')])).status).toBe(400);
    await save([cell(item, 0, '3')]);
    const fewer = await day.teacher.client.put(`${book}/items/${item}`, { ...rubric, levels: ['yksi', 'kaksi'] }, { 'if-match': '"v1"' });
    expect(fewer.status).toBe(409);
  });
});

describe('every change is kept', () => {
  test('with who and when, also of a cell that was emptied and filled again', async () => {
    const item = await add();
    await save([cell(item, 0, '7')]);
    world.clock.set('2026-11-24T08:00:00.000Z');
    const kaisa = await colleague('co');
    await save([cell(item, 0, null, 1)], kaisa.client);
    world.clock.set('2026-11-24T09:00:00.000Z');
    await save([cell(item, 0, '7+', 2, 'Korjattu koe')]);
    world.clock.set('2026-11-24T07:20:00.000Z');
    const { body } = await day.teacher.client.get(`${book}/items/${item}/learners/${learner(0)}/history`);
    expect(body.changes).toMatchObject([
      { value: '7+', words: 'Korjattu koe', at: '2026-11-24T09:00:00.000Z', by: { personId: day.teacher.id } },
      { value: null, at: '2026-11-24T08:00:00.000Z', by: { personId: kaisa.id, lastName: 'Kollega' } },
      { value: '7', at: '2026-11-24T07:20:00.000Z', by: { personId: day.teacher.id } },
    ]);
  });

  test('of two at once the first stands and the second is told; what both wished alike is no clash', async () => {
    const item = await add();
    const kaisa = await colleague('co');
    await save([cell(item, 0, '7'), cell(item, 1, '9')]);
    const second = await save([cell(item, 0, '8'), cell(item, 1, '9'), cell(item, 2, '6')], kaisa.client);
    expect(second.body.saved.map((one: { learnerId: string }) => one.learnerId)).toEqual([learner(1), learner(2)]);
    expect(second.body.clashes).toMatchObject([{ learnerId: learner(0), value: '7', version: 1 }]);
    expect((await save([cell(item, 0, '8', 1)], kaisa.client)).body.saved).toMatchObject([{ value: '8', version: 2 }]);
  });

  test('forty blocks at once lose nothing and none waits for another for ever', async () => {
    const items = [await add(), await add({ ...TEST, name: 'Toinen' })];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, round) => save((round % 2 === 0 ? items : items.toReversed()).flatMap((item) => [cell(item, round % 4, '7'), cell(item, (round + 1) % 4, '8')]))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect((await read()).values).toHaveLength(8);
  });

  test('a removed item takes its values along and brings them back', async () => {
    const item = await add();
    await save([cell(item, 0, '7')]);
    const put = (body: object, version: number) => day.teacher.client.put(`${book}/items/${item}`, body, { 'if-match': `"v${version}"` });
    expect((await put({ ...TEST, isRemoved: true }, 1)).status).toBe(200);
    expect(await read()).toMatchObject({ items: [], values: [] });
    expect((await save([cell(item, 0, '8', 1)])).status).toBe(404);
    expect((await put(TEST, 1)).status).toBe(412);
    await put(TEST, 2);
    expect((await read()).values).toMatchObject([{ value: '7' }]);
  });
});

describe('who', () => {
  test('the group’s teachers record; the principal reads; an assistant, a colleague, the office and the home do neither', async () => {
    const item = await add();
    await save([cell(item, 0, '7')]);
    expect((await save([cell(item, 1, '8')], (await colleague('substitute')).client)).status).toBe(200);
    const principal = await day.koivula.person({ bornOn: '1975-01-01' });
    await day.koivula.position(principal, 'principal', day.school);
    const head = await world.signIn({ of: day.koivula, personId: principal });
    expect(await read(head)).toMatchObject({ canRecord: false });
    expect((await save([cell(item, 2, '8')], head)).status).toBe(403);
    const assistant = await colleague('assistant', 'teaching-assistant');
    expect((await assistant.client.get(book)).status).toBe(403);
    expect((await day.secretary.client.get(book)).status).toBe(403);
    const guardian = await day.koivula.person({ bornOn: '1980-01-01' });
    await day.koivula.guardianship(guardian, learner(0));
    expect((await (await world.signIn({ of: day.koivula, personId: guardian })).get(book)).status).toBe(403);
    expect((await (await world.signIn({ of: day.koivula, personId: learner(0) })).get(book)).status).toBe(403);
  });

  test('an item of another group is not there', async () => {
    const other = await day.koivula.teachingGroup(day.school, day.year, '7B MA', [], day.teacher.id);
    const item = await add();
    const elsewhere = `/api/providers/${day.koivula.educationProviderId}/groups/${other}/gradebook`;
    expect((await day.teacher.client.put(`${elsewhere}/items/${item}`, TEST, { 'if-match': '"v1"' })).status).toBe(404);
    expect((await day.teacher.client.put(`${elsewhere}/values`, { changes: [cell(item, 0, '7')] })).status).toBe(404);
    expect((await day.teacher.client.get(`${elsewhere}/items/${item}/learners/${learner(0)}/history`)).status).toBe(404);
  });

  test('an objective has to be in the curriculum', async () => {
    const answer = await day.teacher.client.post(`${book}/items`, { ...TEST, editionId: learner(0), objectiveKeys: ['T1'] });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ path: 'objectiveKeys', message: 'Tavoitetta ei ole tässä opetussuunnitelmassa.' }]);
  });
});
