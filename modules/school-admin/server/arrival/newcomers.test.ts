import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { formatIdentityCode } from '@digione/identifiers';
import { registersOf } from '../../testing/registers.ts';

const code = (bornOn: string, number: number) => formatIdentityCode(bornOn, number);
const MOTHER = { code: code('1985-05-05', 902), firstNames: 'Kaisa Maria', lastName: 'Muuttaja', role: 'AITI' } as const;
const FATHER = { code: code('1983-03-03', 903), firstNames: 'Matti', lastName: 'Muuttaja', role: 'ISA' } as const;
const OONA = { code: code('2015-08-02', 904), firstNames: 'Oona Maria', lastName: 'Muuttaja', bornOn: '2015-08-02', municipality: '564', guardians: [MOTHER, FATHER] };
const HIDDEN = { code: code('2014-02-02', 906), firstNames: 'Piilo', lastName: 'Suojanen', bornOn: '2014-02-02', isProtected: true, street: 'Salainen tie', guardians: [{ ...MOTHER, code: code('1986-06-06', 908), lastName: 'Suojanen' }] };
const DEAD = { code: code('2013-03-03', 910), firstNames: 'Vainaa', lastName: 'Lapsi', bornOn: '2013-03-03', diedOn: '2026-10-01' };

let registers: ReturnType<typeof registersOf>;
let world: World;
let town: Builders;
let count = 0;
let ids: { hill: string; lake: string; fiveA: string; fiveB: string; math: string; mathB: string; french: string; lakeGroup: string };
let secretary: Client;
let elsewhere: Client;
beforeAll(async () => {
  world = await createWorld({ config: { registers: () => registers.connections } });
});
afterAll(() => world.close());

beforeEach(async () => {
  registers = registersOf([OONA, HIDDEN, DEAD]);
  count += 1;
  town = await world.provider(`kaupunki-${count}`);
  const [hill, lake, year] = [await town.school('Mäkikoulu'), await town.school('Järvikoulu'), await town.schoolYear()];
  const filler = await town.person({ callName: 'Täyte', bornOn: '2015-01-01' });
  const [math, languages] = [await town.subject('MA', 'Matematiikka'), await town.subject('A2', 'Ranska')];
  const [fiveA, fiveB] = [await town.homeroom(hill, year, '5A', [filler]), await town.homeroom(hill, year, '5B', [])];
  ids = {
    hill, lake, fiveA, fiveB,
    math: await town.teachingGroup(hill, year, '5A MA', [filler], undefined, { subjectId: math, homeroomId: fiveA }),
    mathB: await town.teachingGroup(hill, year, '5B MA', [], undefined, { subjectId: math, homeroomId: fiveB }),
    french: await town.teachingGroup(hill, year, 'RAA2', [], undefined, { subjectId: languages }),
    lakeGroup: await town.teachingGroup(lake, year, '5C MA', [], undefined, { subjectId: math }),
  };
  const office = async (school: string) => {
    const person = await town.person({ callName: 'Tarja', bornOn: '1970-01-01' });
    await town.position(person, 'school-secretary', school);
    return world.signIn({ of: town, personId: person });
  };
  [secretary, elsewhere] = [await office(hill), await office(lake)];
});

const base = () => `/api/providers/${town.educationProviderId}/schools/${ids.hill}`;
const byCode = (identityCode: string) => ({ identity: { by: 'identity-code', identityCode } });
const lookUp = (identity: object, client = secretary) => client.post(`${base()}/newcomers/look-up`, identity, { 'accept-language': 'fi' });
const admission = (identityCode: string, more: object = {}) => ({ ...byCode(identityCode), startsOn: '2026-11-24', homeroomId: ids.fiveB, teachingGroupIds: [ids.mathB, ids.french], ...more });
const admit = (body: object, client = secretary) => client.post(`${base()}/newcomers`, body, { 'accept-language': 'fi' });
const rows = async <T>(query: string, values: unknown[] = []): Promise<T[]> => (await town.pool.query(query, [town.educationProviderId, ...values])).rows as T[];

describe('looking up', () => {
  test('an identity code finds the child, the guardians and the grade by age; nothing is written', async () => {
    const { status, body } = await lookUp(byCode(` ${OONA.code.toLowerCase()} `));
    expect(status).toBe(200);
    expect(body).toEqual({
      newcomer: { personId: null, firstNames: 'Oona Maria', callName: 'Oona', lastName: 'Muuttaja', bornOn: '2015-08-02', learnerNumber: expect.stringMatching(/^1\.2\.246\.562\.24\./), motherTongue: 'fi', isProtected: false, homeMunicipality: '564', municipalityName: null, address: 'Rantakatu 4, 33100 TAMPERE' },
      guardians: [
        { personId: null, callName: 'Kaisa', lastName: 'Muuttaja', role: 'mother', livesWith: true, isProtected: false },
        { personId: null, callName: 'Matti', lastName: 'Muuttaja', role: 'father', livesWith: true, isProtected: false },
      ],
      asked: { population: 'found', learnerNumber: 'found' },
      hindrance: null,
      lookAlikes: [],
      hiddenLookAlikes: 0,
      gradeLevel: 5,
    });
    expect(await rows('select from core_data.person_identity_code where education_provider_id = $1')).toEqual([]);
  });

  test('of a protected child neither address nor home municipality leaves the server', async () => {
    const answer = await lookUp(byCode(HIDDEN.code));
    expect(answer.body.newcomer).toMatchObject({ isProtected: true, homeMunicipality: null, address: null });
    expect(answer.text).not.toContain('Salainen');
  });

  test('a wrong code is told without being repeated; a code that is nobody’s finds nobody', async () => {
    const wrong = await lookUp(byCode('010115A123X'));
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'identity.identityCode']);
    expect(wrong.text).not.toContain('010115A123X');
    expect((await lookUp(byCode(code('2016-01-01', 912)))).body).toMatchObject({ newcomer: null, asked: { population: 'not-found' } });
  });

  test('when the register can’t be reached, that is said, and one goes on by hand', async () => {
    registers.breakDown(true);
    expect((await lookUp(byCode(OONA.code))).body).toMatchObject({ newcomer: null, asked: { population: 'unavailable' } });
    const answer = await admit({ identity: { by: 'name', firstNames: 'Oona Maria', callName: 'Oona', lastName: 'Muuttaja', bornOn: '2015-08-02' }, startsOn: '2026-11-24', homeroomId: null, teachingGroupIds: [] });
    expect(answer.status).toBe(201);
  });

  test('every look is in the log of those it found', async () => {
    const known = await town.person({ callName: 'Oona', lastName: 'Muuttaja', identityCode: OONA.code });
    await lookUp(byCode(OONA.code));
    expect(await rows('select action from audit.entry where education_provider_id = $1 and person_ids @> array[$2]::uuid[]', [known])).toContainEqual({ action: 'learner-place.change' });
  });

  test('the office of another school, a teacher and a guardian may not ask', async () => {
    expect((await lookUp(byCode(OONA.code), elsewhere)).status).toBe(403);
    expect((await admit(admission(OONA.code), elsewhere)).status).toBe(403);
  });
});

describe('admitting', () => {
  test('makes the pupil with class, groups, learner number and guardians, whom their own sign-in binds', async () => {
    const { status, body } = await admit(admission(OONA.code, { formerSchool: 'Oulun koulu', formerMunicipality: '564' }));
    expect([status, body]).toEqual([201, expect.objectContaining({ callName: 'Oona', homeroomName: '5B', guardians: 2 })]);
    const person = await secretary.get(`/api/providers/${town.educationProviderId}/people/${body.learnerId}`);
    expect(person.body).toMatchObject({ firstNames: 'Oona Maria', enrolments: [{ homeroomName: '5B', gradeLevel: 5 }], contact: { streetAddress: 'Rantakatu 4', homeMunicipality: '564' }, learnerNumber: expect.stringMatching(/^1\.2/) });
    expect(person.body.groups.map(({ name }: { name: string }) => name)).toEqual(['5B MA', 'RAA2']);
    // A guardian signs in by identity code; the account finds this person, with no code on paper.
    const [mother] = await rows<{ personId: string }>(`select person_id as "personId" from access.find_persons_by('personalIdentityCode', $2, '2026-11-24') where education_provider_id = $1`, [MOTHER.code]);
    const client = await world.signIn({ of: town, personId: mother?.personId ?? '' });
    expect((await client.get(`/api/providers/${town.educationProviderId}/people/${body.learnerId}`)).body).toMatchObject({ callName: 'Oona' });
    expect(await rows(`select kind, other_school, municipality_code, lower(during)::text as "from" from school_admin.learner_change where education_provider_id = $1`)).toEqual([{ kind: 'admitted', other_school: 'Oulun koulu', municipality_code: '564', from: '2026-11-24' }]);
  });

  test('a sibling’s guardian is the same person', async () => {
    const mother = await town.person({ callName: 'Kaisa', lastName: 'Muuttaja', bornOn: '1985-05-05', identityCode: MOTHER.code });
    expect((await lookUp(byCode(OONA.code))).body.guardians[0]).toMatchObject({ personId: mother });
    const { body } = await admit(admission(OONA.code));
    expect(await rows('select guardian_id from core_data.guardianship where education_provider_id = $1 and learner_id = $2 and role = $3', [body.learnerId, 'mother'])).toEqual([{ guardian_id: mother }]);
  });

  test('twice is refused in plain words, at once or from two screens', async () => {
    const answers = await Promise.all([admit(admission(OONA.code)), admit(admission(OONA.code))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const again = await admit(admission(OONA.code));
    expect([again.status, again.body.detail]).toEqual([409, 'Hän on jo koulun oppilas.']);
    expect((await lookUp(byCode(OONA.code))).body).toMatchObject({ hindrance: 'already-here' });
    expect(await rows('select from core_data.study_right where education_provider_id = $1')).toHaveLength(1);
  });

  test('a pupil of another school of the city changes school instead; of a protected one it isn’t said which', async () => {
    const known = await town.person({ callName: 'Piilo', lastName: 'Suojanen', bornOn: '2014-02-02', identityCode: HIDDEN.code, isProtected: true });
    await town.studyRight(known, ids.lake);
    const found = await lookUp(byCode(HIDDEN.code));
    expect(found.body.hindrance).toBe('at-another-school');
    expect(found.text).not.toContain('Järvi');
    expect((await admit(admission(HIDDEN.code))).status).toBe(409);
  });

  test('one who has left comes back as the same person', async () => {
    const known = await town.person({ callName: 'Oona', lastName: 'Muuttaja', bornOn: '2015-08-02', identityCode: OONA.code });
    await town.studyRight(known, ids.hill, '[2022-08-01,2025-06-01)');
    expect((await admit(admission(OONA.code))).body).toMatchObject({ learnerId: known });
  });

  test('the dead, a day in no school year, and a class or group of another school are refused, and nothing is kept', async () => {
    expect((await admit(admission(DEAD.code))).body.detail).toMatch(/kuollut/);
    expect((await admit(admission(OONA.code, { startsOn: '2029-01-10' }))).status).toBe(400);
    expect((await admit(admission(OONA.code, { teachingGroupIds: [ids.lakeGroup] }))).body.errors[0].path).toBe('teachingGroupIds');
    expect((await admit(admission(OONA.code, { homeroomId: ids.lakeGroup }))).body.errors[0].path).toBe('homeroomId');
    expect(await rows('select from core_data.person_identity_code where education_provider_id = $1')).toEqual([]);
  });

  test('by name alone: people of the same name and birth must have been seen first', async () => {
    const twin = await town.person({ callName: 'Ali', lastName: 'Ahmed', bornOn: '2016-03-03' });
    await town.studyRight(twin, ids.hill);
    const elsewhereTwin = await town.person({ callName: 'ALI', lastName: 'ahmed', bornOn: '2016-03-03' });
    await town.studyRight(elsewhereTwin, ids.lake);
    const identity = { by: 'name', firstNames: 'Ali', callName: 'Ali', lastName: 'Ahmed', bornOn: '2016-03-03' };
    const found = await lookUp({ identity });
    expect(found.body).toMatchObject({ lookAlikes: [{ personId: twin }], hiddenLookAlikes: 1 });
    const body = { identity, startsOn: '2026-11-24', homeroomId: null, teachingGroupIds: [] };
    expect((await admit(body)).status).toBe(409);
    expect((await admit({ ...body, isAnotherPerson: true })).status).toBe(201);
  });

  test('a protected child is protected from the first moment', async () => {
    const { body } = await admit(admission(HIDDEN.code));
    const person = await secretary.get(`/api/providers/${town.educationProviderId}/people/${body.learnerId}`);
    expect(person.body).toMatchObject({ isProtected: true, contact: null });
  });
});

describe('taking an admission back', () => {
  const undo = (learnerChangeId: string, client = secretary) => client.post(`${base()}/learner-changes/${learnerChangeId}/undo`);

  test('the place is gone, the person stays, and they can be admitted again', async () => {
    const { body } = await admit(admission(OONA.code));
    const listed = await secretary.get(`${base()}/learner-changes`);
    expect(listed.body.changes).toMatchObject([{ learnerId: body.learnerId, kind: 'admitted', can: { undo: true } }]);
    expect((await undo(body.learnerChangeId)).status).toBe(200);
    expect(await rows('select from core_data.homeroom_member where education_provider_id = $1 and learner_id = $2', [body.learnerId])).toEqual([]);
    expect(await rows('select state from core_data.study_right where education_provider_id = $1 and learner_id = $2', [body.learnerId])).toEqual([{ state: 'void' }]);
    expect((await undo(body.learnerChangeId)).status).toBe(409);
    expect((await admit(admission(OONA.code))).body.learnerId).toBe(body.learnerId);
  });

  test('not when the pupil has been moved since, and then nothing changes', async () => {
    const { body } = await admit(admission(OONA.code));
    await secretary.post(`/api/providers/${town.educationProviderId}/learners/${body.learnerId}/homeroom-moves`, { homeroomId: ids.fiveA, from: '2026-11-30' });
    expect((await undo(body.learnerChangeId)).status).toBe(409);
    expect(await rows('select from core_data.homeroom_member where education_provider_id = $1 and learner_id = $2', [body.learnerId])).toHaveLength(2);
    expect((await undo(body.learnerChangeId, elsewhere)).status).toBe(403);
  });
});

test('places of a school on a day, with their sizes', async () => {
  const { body } = await secretary.get(`${base()}/places?on=2026-11-24`);
  expect(body.homerooms).toEqual([{ homeroomId: ids.fiveA, name: '5A', gradeLevel: 5, learnerCount: 1 }, { homeroomId: ids.fiveB, name: '5B', gradeLevel: 5, learnerCount: 0 }]);
  expect(body.groups.map(({ name, homeroomId, learnerCount }: { name: string; homeroomId: string | null; learnerCount: number }) => [name, homeroomId, learnerCount])).toEqual([['5A MA', ids.fiveA, 1], ['5B MA', ids.fiveB, 0], ['RAA2', null, 0]]);
});
