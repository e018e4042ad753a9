import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { demoCurriculum } from '@digione/demo';
import type { DraftPart, Unit } from '../../contract/index.ts';
import { importCurriculum } from '../../testing/import-file.ts';

let world: World;
let city: Builders;
let base: string;
let writer: Client;
let approver: Client;
let teacher: Client;
let basisEditionId: string;
let draftId: string;
let drafts: string;
let stage: { key: string; gradeLevels: number[] };

const part = (wish: Partial<DraftPart>): object => ({
  ...{ kind: 'objective', unitKey: stage.key, gradeLevel: 8, basisKey: null, code: null, name: { fi: 'mitata koulun pihaa' }, body: {}, credits: null, modules: [], subjects: [], version: null },
  ...wish,
});
const save = (id: string, wish: Partial<DraftPart> & { version?: number }) => writer.put(`${drafts}/parts/${id}`, part(wish));
const unitAt = async (gradeLevel: number): Promise<{ national: Unit; parts: DraftPart[] }> => (await writer.get(`${drafts}/unit?key=${encodeURIComponent(stage.key)}&gradeLevel=${String(gradeLevel)}`)).body;
const draft = async () => (await writer.get(drafts)).body;
const change = async (body: object) => {
  const { name, needsAnother, isSubmitted, version } = await draft();
  return writer.put(drafts, { name, needsAnother, isSubmitted, ...body }, { 'if-match': `"v${String(version)}"` });
};

beforeAll(async () => {
  world = await createWorld();
  city = await world.provider('koivula');
  base = `/api/providers/${city.educationProviderId}/curriculum`;
  const people = [await city.person({ callName: 'Kaija' }), await city.person(), await city.person()] as const;
  await city.role(people[0], 'main-user');
  await city.role(people[1], 'main-user');
  await city.position(people[2], 'teacher', await city.school());
  const signIn = (personId: string) => world.signIn({ of: city, personId });
  [writer, approver, teacher] = [await signIn(people[0]), await signIn(people[1]), await signIn(people[2])];
  await importCurriculum(world.databaseUrl, demoCurriculum());
  basisEditionId = (await writer.get(`${base}/editions`)).body.editions[0].editionId;
}, 60_000);
afterAll(() => world.close());

describe('beginning', () => {
  test('the main user begins one on top of a national edition; a teacher may not', async () => {
    expect((await teacher.post(`${base}/drafts`, { basisEditionId, name: { fi: 'X' } })).status).toBe(403);
    expect((await writer.post(`${base}/drafts`, { basisEditionId, name: {} })).status).toBe(400);
    const { status, body } = await writer.post(`${base}/drafts`, { basisEditionId, name: { fi: 'Koivulan opetussuunnitelma', sv: 'Koivulas läroplan' } });
    expect({ status, ...body }).toMatchObject({ status: 200, educationForm: 'basic-education', isSubmitted: false, lastApproval: null });
    draftId = body.draftId;
    drafts = `${base}/drafts/${draftId}`;
    const { subjects } = await draft();
    stage = subjects.find((one: { code: string }) => one.code === 'MA').units.find((one: { gradeLevels: number[] }) => one.gradeLevels.includes(8));
    expect(stage.gradeLevels).toEqual([7, 8, 9]);
    expect((await teacher.get(drafts)).status).toBe(403);
  });
});

describe('lesson hours', () => {
  const set = (code: string, gradeLevel: number, hours: number | null) => writer.put(`${drafts}/lesson-hours`, { code, gradeLevel, hours });

  test('are set by subject and grade, with sums and warnings, and taken away again', async () => {
    await set('MA', 7, 4);
    const { body } = await set('MA', 8, 3.5);
    expect(body.rows.find((row: { code: string }) => row.code === 'MA')).toMatchObject({ hours: [null, null, null, null, null, null, 4, 3.5, null], sum: 7.5 });
    expect(body.warnings).toContainEqual({ kind: 'below-minimum', minimum: { codes: ['MA'], gradeLevels: [7, 8, 9], needs: 11, has: 7.5 } });
    expect((await set('MA', 7, null)).body.total).toBe(3.5);
    await set('MA', 7, 4);
  });

  test.each([['MA', 10, 1], ['MA', 7, 0.3], ['MA', 7, -1], ['MA', 7, 99], ['XX', 7, 1]])('%s at grade %d: %d is refused', async (code, gradeLevel, hours) => {
    expect((await set(code, gradeLevel, hours)).status).toBe(400);
  });
});

describe('parts', () => {
  const own = randomUUID();

  test('a local objective stands beside a national one, at its grade level alone', async () => {
    const [first] = (await unitAt(8)).national.objectiveGroups.flatMap(({ objectives }) => objectives);
    const { status, body } = await save(own, { basisKey: first?.key ?? '' });
    expect({ status, ...body }).toMatchObject({ status: 200, draftPartId: own, version: 1, name: { fi: 'mitata koulun pihaa' } });
    expect((await unitAt(8)).parts).toHaveLength(1);
    expect((await unitAt(7)).parts).toHaveLength(0);
    expect((await draft()).counts).toEqual([{ unitKey: stage.key, gradeLevel: 8, parts: 1 }]);
  });

  test('two at once lose nothing: who comes second hears of it', async () => {
    expect((await save(own, { version: 1, name: { fi: 'mitata ja piirtää koulun pihaa' } })).body.version).toBe(2);
    expect((await save(own, { version: 1, name: { fi: 'toinen' } })).status).toBe(412);
  });

  test('what was taken out comes back by the change that took it', async () => {
    const { body } = await writer.delete(`${drafts}/parts/${own}`);
    expect((await unitAt(8)).parts).toHaveLength(0);
    expect((await writer.delete(`${drafts}/parts/${own}`)).status).toBe(404);
    expect((await writer.post(`${drafts}/changes/${body.changeId}/restore`)).status).toBe(200);
    expect((await unitAt(8)).parts).toMatchObject([{ draftPartId: own, name: { fi: 'mitata ja piirtää koulun pihaa' } }]);
  });

  test('the history tells who changed what and how it was, and any of it can be brought back', async () => {
    const { changes } = (await writer.get(`${drafts}/changes`)).body;
    const ofPart = changes.filter((one: { what: string }) => one.what === 'objective');
    expect(ofPart.map((one: { change: string }) => one.change)).toEqual(['restored', 'removed', 'changed', 'created']);
    expect(ofPart[2]).toMatchObject({ by: { callName: 'Kaija' }, before: { name: { fi: 'mitata koulun pihaa' } } });
    await writer.post(`${drafts}/changes/${String(ofPart[2].changeId)}/restore`);
    expect((await unitAt(8)).parts[0]?.name).toEqual({ fi: 'mitata koulun pihaa' });
    expect((await writer.post(`${drafts}/changes/999999999/restore`)).status).toBe(404);
  });

  test.each([
    ['nothing said', { name: {} }, 400],
    ['another grade level', { gradeLevel: 3 }, 400],
    ['no grade level', { gradeLevel: null }, 400],
    ['a unit that is not there', { unitKey: 'nowhere' }, 400],
    ['beside what is not there', { basisKey: 'nowhere' }, 400],
    ['an omission of nothing', { kind: 'omission', basisKey: null }, 400],
    ['a study unit without code and subject', { kind: 'study-unit', unitKey: null, gradeLevel: null }, 400],
    ['a new one that says it is old', { version: 7 }, 404],
    ['a text without end', { name: { fi: 'x'.repeat(3_000) } }, 400],
  ])('%s is refused', async (_name, wish, status) => {
    expect((await save(randomUUID(), wish as Partial<DraftPart>)).status).toBe(status);
  });

  test('what is written with signs of markup stays text', async () => {
    await save(randomUUID(), { kind: 'text', name: { fi: 'Oma teksti' }, body: { fi: '<script>alert(1)</script> & <b>x</b>\n\ntoinen kappale' } });
    expect((await unitAt(8)).parts.find(({ kind }) => kind === 'text')?.body.fi).toContain('<script>');
  });
});

describe('approval', () => {
  const decision = { decisionBody: 'Sivistyslautakunta', decidedOn: '2026-11-20', paragraph: '§ 87', startsOn: '2027-08-01' };
  const approve = (client: Client, wish: object = {}) => client.post(`${drafts}/approvals`, { ...decision, ...wish });
  let editionId = '';

  test('waits until it is handed over, and nothing is written meanwhile', async () => {
    expect((await approve(approver)).status).toBe(409);
    const [first, second] = (await unitAt(8)).national.objectiveGroups.flatMap(({ objectives }) => objectives);
    await save(randomUUID(), { kind: 'omission', basisKey: second?.key ?? '', name: {} });
    expect(first?.key).toBeTruthy();
    expect((await change({ isSubmitted: true })).body.isSubmitted).toBe(true);
    expect((await save(randomUUID(), {})).status).toBe(409);
    expect((await writer.put(`${drafts}/lesson-hours`, { code: 'MA', gradeLevel: 9, hours: 4 })).status).toBe(409);
  });

  test('is another person’s, unless the provider says otherwise', async () => {
    expect((await writer.get(`${drafts}/review`)).body).toMatchObject({ isOwnWriting: true, difference: null });
    expect((await approve(writer)).status).toBe(409);
    expect((await approver.get(`${drafts}/review`)).body.isOwnWriting).toBe(false);
  });

  test.each([[{ decidedOn: '2026-12-24' }], [{ startsOn: '2026-11-01' }], [{ decisionBody: ' ' }], [{ paragraph: '' }]])('%j is refused', async (wish) => {
    expect((await approve(approver, wish)).status).toBe(400);
  });

  test('makes an edition, with the decision, in force from the day', async () => {
    const { status, body } = await approve(approver);
    expect({ status, ...body }).toMatchObject({ status: 200, approval: { decisionBody: 'Sivistyslautakunta', decidedOn: '2026-11-20', paragraph: '§ 87' }, adoption: { kind: 'local', startsOn: '2027-08-01' } });
    editionId = body.approval.editionId;
    expect(await draft()).toMatchObject({ isSubmitted: false, approvals: [{ editionId }] });
    const { editions } = (await writer.get(`${base}/editions`)).body;
    expect(editions.find((one: { editionId: string }) => one.editionId === editionId)).toMatchObject({ kind: 'local', curriculumKey: `own:${draftId}`, isShared: false, name: { fi: 'Koivulan opetussuunnitelma', sv: 'Koivulas läroplan' } });
  });

  test('it is read by grade level: hours, national and own objectives, without what was left out', async () => {
    const { subjects } = (await teacher.get(`${base}/editions/${editionId}/subjects`)).body;
    const { units } = subjects.find((one: { code: string }) => one.code === 'MA');
    const levels = units.filter((one: { gradeLevels: number[] }) => one.gradeLevels.length === 1).map((one: { gradeLevels: number[] }) => one.gradeLevels[0]);
    // Mathematics has hours in grades 7 and 8 alone; no other subject has any.
    expect(levels).toEqual([7, 8]);
    const at = async (level: number): Promise<Unit> => (await teacher.get(`${base}/editions/${editionId}/unit?key=${encodeURIComponent(units.find((one: { gradeLevels: number[] }) => one.gradeLevels.join() === String(level)).key)}`)).body;
    const [seven, eight] = [await at(7), await at(8)];
    const textsOf = (unit: Unit) => unit.objectiveGroups.flatMap(({ objectives }) => objectives.map(({ text }) => text?.fi));
    expect(textsOf(seven)).toHaveLength(5);
    expect(textsOf(eight)).toHaveLength(5);
    expect(textsOf(eight)[1]).toBe('mitata koulun pihaa');
    expect(textsOf(eight)).not.toContain(textsOf(seven)[1]);
    expect(eight.objectiveGroups[0]?.objectives[0]?.criteria).toHaveLength(4);
    expect(eight.sections).toMatchObject([
      { kind: 'tuntijako', text: { fi: '<p>3,5 vuosiviikkotuntia</p>', sv: '<p>3,5 årsveckotimmar</p>' } },
      { title: { fi: 'Oma teksti' }, text: { fi: '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;x&lt;/b&gt;</p><p>toinen kappale</p>' } },
    ]);
    expect((await teacher.get(`${base}/editions/${editionId}/lesson-hours`)).body.lessonHours.total).toBe(7.5);
    expect((await teacher.get(`${base}/editions/${basisEditionId}/lesson-hours`)).body.lessonHours).toBeNull();
    expect((await teacher.get(`${base}/editions/${editionId}/search?q=mittaaminen&language=fi`)).body.total).toBeGreaterThan(0);
  });

  test('goes on to the next version: what changed is told, both versions stay, the first one ends', async () => {
    const local = (await unitAt(8)).parts.find(({ kind }) => kind === 'objective');
    expect((await save(local?.draftPartId ?? '', { basisKey: local?.basisKey ?? null, version: local?.version ?? 0, name: { fi: 'mitata koulun pihaa ja metsää' } })).status).toBe(200);
    const review = (await approver.get(`${drafts}/review`)).body;
    expect(review.difference.counts).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect(review.difference.changes[0].fields[0]).toMatchObject({ before: 'mitata koulun pihaa', after: 'mitata koulun pihaa ja metsää' });
    await change({ isSubmitted: true, needsAnother: false });
    const second = (await approve(writer, { startsOn: '2028-08-01' })).body.approval.editionId;
    const { body } = await writer.get(`${base}/difference?before=${editionId}&after=${String(second)}`);
    expect(body.counts.changed).toBeGreaterThanOrEqual(1);
    const { adoptions } = (await writer.get(`${base}/editions`)).body;
    expect(adoptions).toMatchObject([{ startsOn: '2028-08-01' }, { startsOn: '2027-08-01', endsOn: '2028-07-31' }]);
    expect((await teacher.get(`${base}/editions/${editionId}/subjects`)).status).toBe(200);
  });

  test('without a day it is approved and not yet in force', async () => {
    await change({ isSubmitted: true });
    expect((await approve(writer, { startsOn: null })).body).toMatchObject({ approval: { startsOn: null }, adoption: null });
  });
});
