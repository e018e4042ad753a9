import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { asSystem, type Database } from '@digione/platform/db';
import { workRollOver } from './work.ts';

let world: World;
let database: Database;
let town: Builders;
let count = 0;
let school: string;
let lake: string;
let year: string;
let ids: { aino: string; eero: string; iida: string; leena: string; fourA: string; fiveA: string; nineA: string; maths: string };
let secretary: Client;
beforeAll(async () => {
  world = await createWorld();
  database = world.server.kernel.database;
});
afterAll(() => world.close());

beforeEach(async () => {
  count += 1;
  town = await world.provider(`kaupunki-${count}`);
  [school, lake, year] = [await town.school('Mäkikoulu'), await town.school('Järvikoulu'), await town.schoolYear()];
  const learner = async (callName: string) => {
    const id = await town.person({ callName, lastName: 'Aalto' });
    await town.studyRight(id, school);
    return id;
  };
  const [aino, eero, iida, leena] = [await learner('Aino'), await learner('Eero'), await learner('Iida'), await learner('Leena')];
  const teacher = await town.person({ callName: 'Tuula', bornOn: '1980-01-01' });
  await town.position(teacher, 'class-teacher', school);
  const fourA = await town.homeroom(school, year, '4A', [iida], teacher);
  const fiveA = await town.homeroom(school, year, '5A', [aino, eero], teacher);
  const nineA = await town.homeroom(school, year, '9A', [leena]);
  const [ma, ks] = [await town.subject('MA', 'Matematiikka'), await town.subject('KS', 'Käsityö')];
  const maths = await town.teachingGroup(school, year, '5A MA', [aino, eero], undefined, { subjectId: ma, homeroomId: fiveA });
  await town.teachingGroup(school, year, '5A KS 1', [aino], undefined, { subjectId: ks, homeroomId: fiveA });
  await town.teachingGroup(school, year, '5A KS 2', [eero], undefined, { subjectId: ks, homeroomId: fiveA });
  await town.teachingGroup(school, year, '4A MA', [iida], undefined, { subjectId: ma, homeroomId: fourA });
  ids = { aino, eero, iida, leena, fourA, fiveA, nineA, maths };
  const office = await town.person({ callName: 'Tarja', bornOn: '1970-01-01' });
  await town.position(office, 'school-secretary', school);
  secretary = await world.signIn({ of: town, personId: office });
});

const at = () => `/api/providers/${town.educationProviderId}/schools/${school}/roll-overs`;
const plan = async (body: object = {}) => (await secretary.post(at(), body)).body;
const latest = async () => (await secretary.get(`${at()}/latest`)).body.rollOver;
const work = (rollOverId: string) => workRollOver(database, town.educationProviderId, rollOverId);
async function carryOut(rollOverId: string): Promise<void> {
  expect((await secretary.post(`${at()}/${rollOverId}/apply`)).status).toBe(202);
  await work(rollOverId);
}
/** Where everybody is in the new year: class and groups. */
const places = async () =>
  (
    await town.pool.query<{ name: string; places: string[] }>(
      `select p.call_name as name, array(select h.name from core_data.homeroom_member m join core_data.homeroom h using (education_provider_id, homeroom_id) where m.learner_id = p.person_id and m.valid @> '2027-09-01'::date
        union all select g.name from core_data.teaching_group_member m join core_data.teaching_group g using (education_provider_id, teaching_group_id) where m.learner_id = p.person_id and m.valid @> '2027-09-01'::date order by 1) as places
       from core_data.person p where p.education_provider_id = $1 and p.last_name = 'Aalto' order by p.call_name`,
      [town.educationProviderId],
    )
  ).rows.map((row) => [row.name, ...row.places]);
/** Everything the roll-over may touch, to compare. */
const everything = async () => {
  const rows = [];
  for (const table of ['homeroom', 'homeroom_member', 'homeroom_teacher', 'teaching_group', 'teaching_group_member', 'study_right']) {
    rows.push(...(await town.pool.query(`select '${table}' as t, to_jsonb(x) - 'version' as row from core_data.${table} x where education_provider_id = $1 and coalesce(to_jsonb(x)->>'state', '') <> 'void' order by x`, [town.educationProviderId])).rows);
  }
  return rows;
};

test('a plan shows who moves up, who leaves and what is made, and changes nothing', async () => {
  const before = await everything();
  expect(await plan()).toMatchObject({
    state: 'planned',
    yearName: '2027–2028',
    startsOn: '2027-08-01',
    endsOn: '2028-07-31',
    counts: { 'moves-up': 3, leaves: 1, repeats: 0 },
    newHomerooms: 2,
    newGroups: 4,
    classes: [{ fromName: '4A', toName: '5A', counts: { 'moves-up': 1 } }, { fromName: '5A', toName: '6A', counts: { 'moves-up': 2 }, groups: 3 }, { fromName: '9A', toName: null, counts: { leaves: 1 } }],
    can: { apply: true, undo: false },
  });
  expect(await everything()).toEqual(before);
});

test('carried out: classes and their own groups follow, one repeats, the ninth graduates; the ending year stays as it was', async () => {
  const { rollOverId } = await plan();
  const set = await secretary.put(`${at()}/${rollOverId}/learners/${ids.eero}`, { action: 'repeats', toName: '5A' });
  expect(set.body).toEqual({ learnerId: ids.eero, action: 'repeats', toName: '5A' });
  await carryOut(rollOverId);
  expect(await places()).toEqual([['Aino', '6A', '6A KS 1', '6A MA'], ['Eero', '5A', '5A MA'], ['Iida', '5A', '5A MA'], ['Leena']]);
  expect((await town.pool.query('select state, valid::text from core_data.study_right where learner_id = $1', [ids.leena])).rows).toEqual([{ state: 'graduated', valid: '[2022-08-01,2027-08-01)' }]);
  expect((await town.pool.query('select valid::text from core_data.homeroom_member where learner_id = $1 order by valid', [ids.aino])).rows).toEqual([{ valid: '[2026-08-01,2027-08-01)' }, { valid: '[2027-08-01,2028-08-01)' }]);
  expect((await town.pool.query(`select h.name from core_data.homeroom_teacher t join core_data.homeroom h using (education_provider_id, homeroom_id) where t.education_provider_id = $1 and t.valid @> '2027-09-01'::date order by 1`, [town.educationProviderId])).rows).toEqual([{ name: '5A' }, { name: '6A' }]);
  expect(await latest()).toMatchObject({ state: 'applied', progress: { done: 3, total: 3 }, can: { apply: false, undo: true, planAnew: false } });
  expect((await secretary.post(at())).status).toBe(409);
  expect((await secretary.post(`${at()}/${rollOverId}/apply`)).status).toBe(409);
});

test('taken back, everything is as it was, and it can be planned anew', async () => {
  const before = await everything();
  const { rollOverId } = await plan();
  await carryOut(rollOverId);
  expect((await secretary.post(`${at()}/${rollOverId}/undo`)).status).toBe(202);
  await work(rollOverId);
  expect(await everything()).toEqual(before);
  expect(await latest()).toMatchObject({ state: 'undone', can: { planAnew: true } });
  await carryOut((await plan()).rollOverId);
  expect((await places())[0]).toEqual(['Aino', '6A', '6A KS 1', '6A MA']);
});

test('not taken back when a learner was moved in the new classes since', async () => {
  const { rollOverId } = await plan();
  await carryOut(rollOverId);
  await town.pool.query(`update core_data.homeroom_member set valid = '[2027-08-01,2027-10-01)' where learner_id = $1 and lower(valid) = '2027-08-01'`, [ids.aino]);
  const refused = await secretary.post(`${at()}/${rollOverId}/undo`, {}, { 'accept-language': 'fi' });
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/siirretty/)]);
  expect((await latest()).state).toBe('applied');
});

describe('killed in the middle', () => {
  test('goes on where it was, once for each learner, whoever works at the same time', async () => {
    const { rollOverId } = await plan();
    expect((await secretary.post(`${at()}/${rollOverId}/apply`)).status).toBe(202);
    // The process dies after the second class: its transaction is rolled back, the first class stays done.
    let steps = 0;
    const dying: Database = new Proxy(database, {
      get(target, name, receiver) {
        if (name !== 'withConnection') return Reflect.get(target, name, receiver);
        return (task: Parameters<Database['withConnection']>[0]) => {
          steps += 1;
          if (steps === 3) throw new Error('killed');
          return target.withConnection(task);
        };
      },
    });
    await expect(workRollOver(dying, town.educationProviderId, rollOverId)).rejects.toThrow('killed');
    expect(await latest()).toMatchObject({ state: 'applying', progress: { done: 1, total: 3 } });
    await Promise.all([work(rollOverId), work(rollOverId)]);
    await work(rollOverId);
    expect(await places()).toEqual([['Aino', '6A', '6A KS 1', '6A MA'], ['Eero', '6A', '6A KS 2', '6A MA'], ['Iida', '5A', '5A MA'], ['Leena']]);
    expect((await latest()).state).toBe('applied');
  });
});

test('who left between plan and deed is left alone; a class that is there already is used and outlives the undo', async () => {
  const { rollOverId } = await plan();
  await town.pool.query(`update core_data.study_right set valid = '[2022-08-01,2027-03-01)', state = 'moved' where learner_id = $1`, [ids.eero]);
  await town.pool.query(`insert into core_data.school_year (education_provider_id, school_year_id, name, valid, source) values ($1, gen_random_uuid(), '2027–2028', '[2027-08-01,2028-08-01)', 'manual')`, [town.educationProviderId]);
  const { rows } = await town.pool.query<{ id: string }>(
    `insert into core_data.homeroom (education_provider_id, homeroom_id, school_id, school_year_id, name, grade_level, valid, source)
     select $1, gen_random_uuid(), $2, school_year_id, '6A', 6, valid, 'manual' from core_data.school_year where education_provider_id = $1 and lower(valid) = '2027-08-01' returning homeroom_id as id`,
    [town.educationProviderId, school],
  );
  await carryOut(rollOverId);
  expect(await places()).toEqual([['Aino', '6A'], ['Eero'], ['Iida', '5A', '5A MA'], ['Leena']]);
  await secretary.post(`${at()}/${rollOverId}/undo`);
  await work(rollOverId);
  expect((await town.pool.query('select name from core_data.homeroom where homeroom_id = $1', [rows[0]?.id])).rows).toEqual([{ name: '6A' }]);
});

test('the sixth of a school of grades 1–6 goes on to the next school', async () => {
  await town.pool.query(`update core_data.homeroom set grade_level = 6, name = '6B' where homeroom_id = $1`, [ids.nineA]);
  const planned = await plan({ nextSchoolId: lake });
  expect(planned).toMatchObject({ nextSchoolName: { fi: 'Järvikoulu' }, counts: { 'changes-school': 1, 'moves-up': 3 } });
  await carryOut(planned.rollOverId);
  expect((await town.pool.query('select school_id, state, valid::text from core_data.study_right where learner_id = $1 order by valid', [ids.leena])).rows).toEqual([
    { school_id: school, state: 'moved', valid: '[2022-08-01,2027-08-01)' },
    { school_id: lake, state: 'present', valid: '[2027-08-01,)' },
  ]);
});

test('whose places were changed stands in their log; the office of another school may nothing', async () => {
  const { rollOverId } = await plan();
  await carryOut(rollOverId);
  const log = await asSystem('look into the log', database, { educationProviderId: town.educationProviderId, source: 'test' }, (tx) =>
    tx.db.selectFrom('audit.entry').where('object_id', '=', rollOverId).where('basis', '=', 'roll-over').select('person_ids').execute(),
  );
  expect(log.flatMap(({ person_ids }) => person_ids).toSorted()).toEqual([ids.aino, ids.eero, ids.iida, ids.leena].toSorted());
  const office = await town.person({ bornOn: '1970-01-01' });
  await town.position(office, 'school-secretary', lake);
  const other = await world.signIn({ of: town, personId: office });
  expect((await other.get(`${at()}/latest`)).status).toBe(403);
  expect((await other.post(`${at()}/${rollOverId}/undo`)).status).toBe(403);
  const listed = await secretary.get(`${at()}/${rollOverId}/classes/${(await latest()).classes[1].rollOverClassId}/learners`);
  expect(listed.body.learners).toMatchObject([{ callName: 'Aino', action: 'moves-up', toName: '6A' }, { callName: 'Eero' }]);
});
