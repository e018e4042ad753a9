import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Answer, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let town: Builders;
let count = 0;
let ids: { hill: string; lake: string; upper: string; learner: string; fiveA: string; math: string; lakeRoom: string; lakeGroup: string };
let hill: Client;
let lake: Client;
let mother: Client;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  count += 1;
  town = await world.provider(`kaupunki-${count}`);
  const [hillId, lakeId, upper] = [await town.school('Mäkikoulu'), await town.school('Järvikoulu'), await town.school('Lukio', { educationForms: ['general-upper-secondary'] })];
  const year = await town.schoolYear();
  const learner = await town.person({ callName: 'Oona', lastName: 'Aalto' });
  await town.studyRight(learner, hillId);
  const guardian = await town.person({ callName: 'Kaisa', bornOn: '1985-05-05' });
  await town.guardianship(guardian, learner);
  const fiveA = await town.homeroom(hillId, year, '5A', [learner]);
  const lakeRoom = await town.homeroom(lakeId, year, '5C', []);
  ids = { hill: hillId, lake: lakeId, upper, learner, fiveA, lakeRoom, math: await town.teachingGroup(hillId, year, '5A MA', [learner], undefined, { homeroomId: fiveA }), lakeGroup: await town.teachingGroup(lakeId, year, '5C MA', []) };
  const office = async (school: string) => {
    const person = await town.person({ callName: 'Tarja', bornOn: '1970-01-01' });
    await town.position(person, 'school-secretary', school);
    return world.signIn({ of: town, personId: person });
  };
  [hill, lake, mother] = [await office(hillId), await office(lakeId), await world.signIn({ of: town, personId: guardian })];
});

const provider = () => `/api/providers/${town.educationProviderId}`;
const at = (school: string) => `${provider()}/schools/${school}`;
const change = (body: object, client = hill, school = ids.hill): Promise<Answer> => client.post(`${at(school)}/learners/${ids.learner}/changes`, body, { 'accept-language': 'fi' });
const undo = (learnerChangeId: string, client = hill, school = ids.hill) => client.post(`${at(school)}/learner-changes/${learnerChangeId}/undo`);
const places = async () => {
  const read = async (table: string) => (await town.pool.query(`select valid::text from core_data.${table} where learner_id = $1 order by valid`, [ids.learner])).rows.map(({ valid }: { valid: string }) => valid);
  const rights = (await town.pool.query('select school_id, state, valid::text from core_data.study_right where learner_id = $1 order by valid', [ids.learner])).rows;
  return { rights, homerooms: await read('homeroom_member'), groups: await read('teaching_group_member') };
};
const decision = { decidedOn: '2026-11-20', decisionNumber: '12/2026', decidedBy: 'Rehtori Rauno Reino' };

describe('the end of a study right', () => {
  test('ends class and groups with it, keeps the reason, and is undone as if nothing had been', async () => {
    const before = await places();
    const { status, body } = await change({ kind: 'ended', from: '2026-11-25', endReason: 'moved', municipalityCode: '091', otherSchool: 'Helsinki, Kallion ala-aste' });
    expect(status).toBe(201);
    expect(await places()).toEqual({ rights: [{ school_id: ids.hill, state: 'moved', valid: '[2022-08-01,2026-11-25)' }], homerooms: ['[2026-08-01,2026-11-25)'], groups: ['[2026-08-01,2026-11-25)'] });
    const path = await hill.get(`${at(ids.hill)}/learners/${ids.learner}/changes`);
    expect(path.body).toMatchObject({ until: '2026-11-24', changes: [{ kind: 'ended', endReason: 'moved', municipalityCode: '091', otherSchool: 'Helsinki, Kallion ala-aste', madeBy: { callName: 'Tarja' }, can: { undo: true } }] });
    expect((await undo(body.learnerChangeId)).status).toBe(200);
    expect(await places()).toEqual(before);
    expect((await hill.get(`${at(ids.hill)}/learners/${ids.learner}/changes`)).body.changes[0]).toMatchObject({ undoneAt: expect.any(String), can: { undo: false } });
  });

  test('from that day on the school’s office and staff see the learner no more', async () => {
    expect((await hill.get(`${provider()}/people/${ids.learner}`)).status).toBe(200);
    await change({ kind: 'ended', from: '2026-11-24', endReason: 'moved' });
    expect((await hill.get(`${provider()}/people/${ids.learner}`)).status).toBe(403);
    expect((await hill.get(`${provider()}/learners`)).body.items).toEqual([]);
  });

  test('what the law asks for is asked for, in plain words, and nothing is written', async () => {
    const before = await places();
    const refused = await change({ kind: 'suspended', from: '2026-11-25', until: '2026-11-30' });
    expect([refused.status, refused.body.errors[0]]).toEqual([400, { path: 'decision', message: 'Tähän tarvitaan hallintopäätös: päivä, numero ja päättäjä.' }]);
    expect((await change({ kind: 'suspended', from: '2026-11-25', until: '2027-05-30', decision })).body.errors[0].path).toBe('until');
    expect(await places()).toEqual(before);
    expect((await change({ kind: 'suspended', from: '2026-11-25', until: '2026-11-30', decision })).status).toBe(201);
    expect(await places()).toEqual(before);
  });
});

describe('a change of school', () => {
  test('takes the learner from one office to the other on the day, and the new school gives the class', async () => {
    const { body } = await change({ kind: 'school-changed', from: '2026-11-24', toSchoolId: ids.lake });
    expect((await places()).rights).toEqual([{ school_id: ids.hill, state: 'moved', valid: '[2022-08-01,2026-11-24)' }, { school_id: ids.lake, state: 'present', valid: '[2026-11-24,)' }]);
    expect((await hill.get(`${provider()}/people/${ids.learner}`)).status).toBe(403);
    expect((await lake.get(`${provider()}/people/${ids.learner}`)).body).toMatchObject({ callName: 'Oona', enrolments: [{ homeroomName: null }] });
    expect((await mother.get(`${provider()}/people/${ids.learner}`)).body.enrolments).toMatchObject([{ schoolName: { fi: 'Järvikoulu' } }]);
    const listed = await lake.get(`${at(ids.lake)}/learner-changes`);
    expect(listed.body.changes).toMatchObject([{ kind: 'school-changed', learnerId: ids.learner, can: { undo: false } }]);
    const given = await lake.post(`${at(ids.lake)}/learners/${ids.learner}/place`, { from: '2026-11-24', homeroomId: ids.lakeRoom, teachingGroupIds: [ids.lakeGroup] });
    expect(given.body).toMatchObject({ homeroomName: '5C' });
    expect((await lake.get(`${provider()}/people/${ids.learner}`)).body.enrolments).toMatchObject([{ homeroomName: '5C' }]);
    expect((await undo(body.learnerChangeId, lake, ids.lake)).status).toBe(404);
  });

  test('is undone by the school that recorded it', async () => {
    const before = await places();
    const { body } = await change({ kind: 'school-changed', from: '2026-12-01', toSchoolId: ids.lake });
    expect((await undo(body.learnerChangeId)).status).toBe(200);
    const after = await places();
    expect({ ...after, rights: after.rights.filter(({ state }: { state: string }) => state !== 'void') }).toEqual(before);
  });

  test('not to the same school, to one that gives another education, or of somebody else’s learner', async () => {
    expect((await change({ kind: 'school-changed', from: '2026-12-01', toSchoolId: ids.hill })).body.errors[0].path).toBe('toSchoolId');
    expect((await change({ kind: 'school-changed', from: '2026-12-01', toSchoolId: ids.upper })).body.errors[0].path).toBe('toSchoolId');
    expect((await change({ kind: 'leave', from: '2026-12-01', until: '2026-12-03' }, lake, ids.lake)).status).toBe(404);
    expect((await change({ kind: 'leave', from: '2026-12-01', until: '2026-12-03' }, lake)).status).toBe(403);
    expect((await change({ kind: 'leave', from: '2026-12-01', until: '2026-12-03' }, mother)).status).toBe(403);
  });
});

test('leave and time abroad leave the place where it is; the same twice over the same days is refused; two at once wait for each other', async () => {
  const before = await places();
  expect((await change({ kind: 'abroad', from: '2026-12-01', until: '2027-03-01', otherSchool: 'Lontoo' })).status).toBe(201);
  expect(await places()).toEqual(before);
  const twice = await Promise.all([change({ kind: 'leave', from: '2026-12-01', until: '2026-12-10' }), change({ kind: 'leave', from: '2026-12-05', until: '2026-12-12' })]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 400]);
});

test('home schooling ends class and groups, and the study right goes on', async () => {
  await change({ kind: 'home-schooling', from: '2026-12-01' });
  expect(await places()).toMatchObject({ rights: [{ state: 'present', valid: '[2022-08-01,)' }], homerooms: ['[2026-08-01,2026-12-01)'], groups: ['[2026-08-01,2026-12-01)'] });
});

test('a place begun later than the end never was, and comes back with the undo', async () => {
  await town.pool.query(`update core_data.homeroom_member set valid = '[2026-12-10,2027-08-01)' where learner_id = $1`, [ids.learner]);
  const before = await places();
  const { body } = await change({ kind: 'ended', from: '2026-12-01', endReason: 'moved' });
  expect((await places()).homerooms).toEqual([]);
  expect((await undo(body.learnerChangeId)).status).toBe(200);
  expect(await places()).toEqual(before);
});
