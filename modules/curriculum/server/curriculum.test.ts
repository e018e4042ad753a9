import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { demoCurriculum } from '@digione/demo';
import { importCurriculum } from '../testing/import-file.ts';

let world: World;
let koivula: Builders;
let saarela: Builders;
let base: string;
let mainUser: Client;
let teacher: Client;
let learner: Client;
let group: string;
let mathematics: string;

const inForce = async (client: Client) => (await client.get(`${base}/curriculum/in-force`)).body.adoptions;
const isNamed = (fi: string) => (one: { name: { fi: string } }) => one.name.fi === fi;
/** The demo's curriculum as published a year later, with other texts. */
function newVersion(): object {
  const text = JSON.stringify(demoCurriculum()).replaceAll('ratkaisemaan yhtälöitä', 'ratkaisemaan yhtälöitä ja epäyhtälöitä');
  return { ...JSON.parse(text), globalVersion: { aikaleima: Date.UTC(2027, 4, 4) } };
}

beforeAll(async () => {
  world = await createWorld();
  [koivula, saarela] = [await world.provider('koivula'), await world.provider('saarela')];
  base = `/api/providers/${koivula.educationProviderId}`;
  const school = await koivula.school();
  const year = await koivula.schoolYear();
  const people = [await koivula.person(), await koivula.person(), await koivula.person()] as const;
  await koivula.role(people[0], 'main-user');
  await koivula.position(people[1], 'teacher', school);
  await koivula.studyRight(people[2], school);
  mathematics = await koivula.subject('MA', 'Matematiikka');
  await koivula.pool.query(`update core_data.subject set national_code = 'MA' where subject_id = $1`, [mathematics]);
  const homeroom = await koivula.homeroom(school, year, '8A', [people[2]]);
  group = await koivula.teachingGroup(school, year, '8A matematiikka', [people[2]], people[1], { subjectId: mathematics, homeroomId: homeroom });
  const signIn = (personId: string) => world.signIn({ of: koivula, personId });
  [mainUser, teacher, learner] = [await signIn(people[0]), await signIn(people[1]), await signIn(people[2])];
}, 60_000);
afterAll(() => world.close());

describe('importing', () => {
  test('a dry run tells what would come and writes nothing; the import keeps it; again changes nothing', async () => {
    const dry = await importCurriculum(world.databaseUrl, demoCurriculum(), { dryRun: true });
    expect(dry).toMatchObject({ isAccepted: true, byEntity: { curriculum: { created: 1 }, subject: { created: 3 }, objective: { created: 14 } } });
    expect((await mainUser.get(`${base}/curriculum/editions`)).body.editions).toEqual([]);
    expect(await importCurriculum(world.databaseUrl, demoCurriculum())).toMatchObject({ isAccepted: true, counts: { created: 1, unchanged: 0 } });
    expect(await importCurriculum(world.databaseUrl, demoCurriculum())).toMatchObject({ isAccepted: true, counts: { created: 0, unchanged: 1 } });
    const { editions } = (await mainUser.get(`${base}/curriculum/editions`)).body;
    expect(editions).toMatchObject([{ curriculumKey: 'national:9000001', kind: 'national', structure: 'basic-education', educationForm: 'basic-education', isShared: true }]);
  });

  test('a newer version stands beside the older, and the report tells the difference', async () => {
    const report = await importCurriculum(world.databaseUrl, newVersion());
    expect(report.rows.map(({ code }) => code)).toContain('curriculum-difference');
    expect(report.rows.find(({ code }) => code === 'curriculum-difference')?.values).toEqual({ added: 0, changed: 1, removed: 0 });
    expect((await mainUser.get(`${base}/curriculum/editions`)).body.editions).toHaveLength(2);
  });

  test.each([
    ['a cut file', JSON.stringify(demoCurriculum()).slice(0, 5_000), 'curriculum-cut-off'],
    ['a web page', '<!doctype html><html></html>', 'curriculum-not-a-curriculum'],
    ['JSON of something else', '{"organisaatiot":[]}', 'curriculum-not-a-curriculum'],
    ['nothing', '', 'curriculum-empty'],
  ])('%s is refused with a reason in plain words', async (_name, content, code) => {
    const report = await importCurriculum(world.databaseUrl, content);
    expect(report).toMatchObject({ isAccepted: false, state: 'refused' });
    expect(report.rows.map((row) => row.code)).toContain(code);
    expect(report.rows.every(({ message, advice }) => message.length > 10 && advice.length > 5)).toBe(true);
  });

  test('what a provider brings in is its own: the neighbour neither sees nor can use it', async () => {
    await importCurriculum(world.databaseUrl, { ...demoCurriculum(), id: 9_000_002 }, { providerKey: 'saarela' });
    const principal = await saarela.person();
    await saarela.role(principal, 'main-user');
    const neighbour = await world.signIn({ of: saarela, personId: principal });
    const theirs = (await neighbour.get(`/api/providers/${saarela.educationProviderId}/curriculum/editions`)).body.editions.find((one: { isShared: boolean }) => !one.isShared);
    expect(theirs.curriculumKey).toBe('national:9000002');
    expect((await mainUser.get(`${base}/curriculum/editions`)).body.editions.every((one: { isShared: boolean }) => one.isShared)).toBe(true);
    expect((await mainUser.get(`${base}/curriculum/editions/${theirs.editionId}/subjects`)).status).toBe(404);
    expect((await mainUser.post(`${base}/curriculum/adoptions`, { educationForm: 'basic-education', editionId: theirs.editionId, startsOn: '2026-08-01' })).status).toBe(400);
  });
});

describe('in force', () => {
  let [older, newer] = ['', ''];

  test('the main user puts an edition in force from a date; the next one ends it the day before', async () => {
    const { editions } = (await mainUser.get(`${base}/curriculum/editions`)).body;
    [newer, older] = [editions[0].editionId, editions[1].editionId];
    const adopt = (editionId: string, startsOn: string) => mainUser.post(`${base}/curriculum/adoptions`, { educationForm: 'basic-education', editionId, startsOn });
    expect((await adopt(older, '2026-08-01')).body).toMatchObject({ kind: 'national', startsOn: '2026-08-01', endsOn: null });
    expect((await adopt(newer, '2027-08-01')).body).toMatchObject({ startsOn: '2027-08-01', endsOn: null });
    const { adoptions } = (await mainUser.get(`${base}/curriculum/editions`)).body;
    expect(adoptions).toMatchObject([{ startsOn: '2027-08-01' }, { startsOn: '2026-08-01', endsOn: '2027-07-31' }]);
    expect(await inForce(learner)).toMatchObject([{ educationForm: 'basic-education', edition: { editionId: older } }]);
  });

  test('one begun by mistake is replaced on its day, and history keeps it', async () => {
    const replace = await mainUser.post(`${base}/curriculum/adoptions`, { educationForm: 'basic-education', editionId: older, startsOn: '2027-08-01' });
    expect(replace.body).toMatchObject({ startsOn: '2027-08-01', edition: { editionId: older } });
    const { rows } = await koivula.pool.query(`select count(*)::int as n from platform.row_history where table_name = 'curriculum.adoption' and before->>'edition_id' = $1`, [newer]);
    expect(rows[0].n).toBe(1);
  });

  test('another form of education than the curriculum’s own is refused, and so is who is no main user', async () => {
    const wish = { educationForm: 'general-upper-secondary', editionId: older, startsOn: '2026-08-01' };
    expect(await mainUser.post(`${base}/curriculum/adoptions`, wish)).toMatchObject({ status: 400 });
    expect((await teacher.post(`${base}/curriculum/adoptions`, { ...wish, educationForm: 'basic-education' })).status).toBe(403);
  });

  test('two editions are compared part by part', async () => {
    const { body } = await mainUser.get(`${base}/curriculum/difference?before=${older}&after=${newer}`);
    expect(body.counts).toEqual({ added: 0, changed: 1, removed: 0, rekeyed: 0 });
    const change = body.changes.find((one: { kind: string }) => one.kind === 'objective');
    expect(change).toMatchObject({ change: 'changed', label: 'T2' });
    expect(change.trail[0].name).toEqual({ fi: 'Matematiikka', sv: 'Matematik' });
    expect(change.fields[0]).toMatchObject({ field: 'name', language: 'fi', after: 'T2 ohjata oppilasta muodostamaan ja ratkaisemaan yhtälöitä ja epäyhtälöitä' });
  });
});

describe('reading', () => {
  let editionId = '';
  let subject: { key: string; units: { key: string; gradeLevels: number[] }[] };
  const unitAt = (level: number) => subject.units.find(({ gradeLevels }) => gradeLevels.includes(level))?.key ?? '';
  const read = async (client: Client, key: string) => (await client.get(`${base}/curriculum/editions/${editionId}/unit?key=${encodeURIComponent(key)}`)).body;

  beforeAll(async () => {
    editionId = (await inForce(teacher))[0].edition.editionId;
    subject = (await teacher.get(`${base}/curriculum/editions/${editionId}/subjects`)).body.subjects.find(isNamed('Matematiikka'));
  });

  test('a subject’s objectives at a grade level, with criteria by mark, contents and competences', async () => {
    const unit = await read(teacher, unitAt(8));
    expect(unit.line.gradeLevels).toEqual([7, 8, 9]);
    expect(unit.subjects).toMatchObject([{ code: 'MA', name: { fi: 'Matematiikka', sv: 'Matematik' } }]);
    const [all] = unit.objectiveGroups;
    expect(all.objectives).toHaveLength(5);
    const [, equations] = all.objectives;
    expect(equations).toMatchObject({ label: 'T2', contentAreas: [{ label: 'S2' }], competences: [{ label: 'L1' }, { label: 'L4' }] });
    expect(equations.criteria.map(({ mark }: { mark: number }) => mark)).toEqual([5, 7, 8, 9]);
    expect(equations.criteria[2].text.sv).toBe('<p>Eleven ställer upp en ekvation utifrån en situation och löser den.</p>');
    expect(unit.contentAreas).toHaveLength(4);
    expect(unit.sections).toMatchObject([{ kind: 'ohjaus', title: { fi: 'Ohjaus ja tuki' } }]);
    expect(await read(learner, unitAt(8))).toEqual(unit);
  });

  test('what there is not is not found', async () => {
    expect((await teacher.get(`${base}/curriculum/editions/${editionId}/unit?key=nothing`)).status).toBe(404);
    expect((await teacher.get(`${base}/curriculum/editions/${mathematics}/unit?key=nothing`)).status).toBe(404);
  });

  test.each([
    ['havainnoida', 'fi', 'ohjata oppilasta havainnoimaan luontoa'],
    ['havainnointi', 'fi', 'ohjata oppilasta havainnoimaan luontoa'],
    ['yhtälöiden ratkaiseminen', 'fi', 'yhtälöitä'],
    ['prosentti', 'fi', 'prosenteilla'],
    ['iakttagelser', 'sv', 'iakttagelser'],
    ['ekvation', 'sv', 'ekvationer'],
  ])('a search for %s (%s) finds other forms of the word', async (q, language, found) => {
    const { body } = await teacher.get(`${base}/curriculum/editions/${editionId}/search?q=${encodeURIComponent(q)}&language=${language}`);
    expect(body.hits.some((hit: { text: Record<string, string> }) => hit.text[language]?.includes(found))).toBe(true);
    expect(body.hits[0].unit.key).toBeTruthy();
  });

  test('a search for what is nowhere, or for signs, finds nothing', async () => {
    for (const q of ['kvanttigravitaatio', `:*&|!('`]) {
      const { status, body } = await teacher.get(`${base}/curriculum/editions/${editionId}/search?q=${encodeURIComponent(q)}&language=fi`);
      expect([status, body.total]).toEqual([200, 0]);
    }
  });

  test('from a teaching group one comes to its subject at its grade level', async () => {
    const { body } = await teacher.get(`${base}/curriculum/groups/${group}`);
    expect(body).toEqual({ groupName: '8A matematiikka', educationForm: 'basic-education', editionId, subjectKey: subject.key, unitKey: unitAt(8), gradeLevel: 8 });
    expect((await learner.get(`${base}/curriculum/groups/${group}`)).status).toBe(403);
  });

  test('which subject the school’s subject means is the provider’s to say', async () => {
    const address = `${base}/curriculum/editions/${editionId}/subject-meanings`;
    expect((await mainUser.get(address)).body.meanings).toEqual([expect.objectContaining({ subjectId: mathematics, elementKey: subject.key, isChosen: false })]);
    const physics = (await teacher.get(`${base}/curriculum/editions/${editionId}/subjects`)).body.subjects.find(isNamed('Fysiikka'));
    expect((await mainUser.put(address, { subjectId: mathematics, elementKey: physics.key })).body.meanings).toMatchObject([{ elementKey: physics.key, isChosen: true }]);
    expect((await teacher.get(`${base}/curriculum/groups/${group}`)).body.subjectKey).toBe(physics.key);
    expect((await mainUser.put(address, { subjectId: mathematics, elementKey: null })).body.meanings).toMatchObject([{ elementKey: subject.key, isChosen: false }]);
    expect((await mainUser.put(address, { subjectId: mathematics, elementKey: 'nothing' })).status).toBe(400);
  });
});
