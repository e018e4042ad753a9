import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let base: string;
let ids: { school: string; year: string; learner: string; a: string; b: string; mathA: string; mathB: string; father: string };
let secretary: Client;
let father: Client;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

let count = 0;
beforeEach(async () => {
  count += 1;
  koivula = await world.provider(`city-${count}`);
  base = `/api/providers/${koivula.educationProviderId}`;
  const school = await koivula.school();
  const year = await koivula.schoolYear();
  const subject = await koivula.subject('MA', 'Matematiikka');
  const learner = await koivula.person({ callName: 'Oona' });
  await koivula.studyRight(learner, school);
  const a = await koivula.homeroom(school, year, '5A', [learner]);
  const b = await koivula.homeroom(school, year, '5B', []);
  const mathA = await koivula.teachingGroup(school, year, '5A MA', [learner], undefined, { subjectId: subject, homeroomId: a });
  const mathB = await koivula.teachingGroup(school, year, '5B MA', [], undefined, { subjectId: subject, homeroomId: b });
  const fatherId = await koivula.person({ bornOn: '1980-05-05' });
  await koivula.guardianship(fatherId, learner);
  const office = await koivula.person();
  await koivula.position(office, 'school-secretary', school);
  ids = { school, year, learner, a, b, mathA, mathB, father: fatherId };
  secretary = await world.signIn({ of: koivula, personId: office });
  father = await world.signIn({ of: koivula, personId: fatherId });
});

const memberships = async (table: string, group: string) => {
  const { rows } = await koivula.pool.query(`select ${group} as id, lower(valid) as from, upper(valid) as until from ${table} where learner_id = $1 order by valid`, [ids.learner]);
  return rows;
};

test('a move from a date ends one homeroom, begins the other, takes the homeroom’s groups along, and moving back undoes it', async () => {
  const moved = await secretary.post(`${base}/learners/${ids.learner}/homeroom-moves`, { homeroomId: ids.b, from: '2026-12-01' });
  expect(moved.body).toMatchObject({ previous: { id: ids.a, name: '5A' }, current: { id: ids.b, name: '5B' } });
  expect(await memberships('core_data.homeroom_member', 'homeroom_id')).toEqual([
    { id: ids.a, from: '2026-08-01', until: '2026-12-01' },
    { id: ids.b, from: '2026-12-01', until: '2027-08-01' },
  ]);
  expect((await memberships('core_data.teaching_group_member', 'teaching_group_id')).map((row) => row.id)).toEqual([ids.mathA, ids.mathB]);

  const back = await secretary.post(`${base}/learners/${ids.learner}/homeroom-moves`, { homeroomId: ids.a, from: '2026-12-01' });
  expect(back.status).toBe(200);
  expect(await memberships('core_data.homeroom_member', 'homeroom_id')).toEqual([{ id: ids.a, from: '2026-08-01', until: '2027-08-01' }]);
  expect(await memberships('core_data.teaching_group_member', 'teaching_group_id')).toEqual([{ id: ids.mathA, from: '2026-08-01', until: '2027-08-01' }]);
});

test('a homeroom split in two for a subject: one goes to the half that answers to one’s own, and back to it on the same day', async () => {
  const crafts = await koivula.subject('KS', 'Käsityö');
  const half = (name: string, homeroomId: string, members: string[]) => koivula.teachingGroup(ids.school, ids.year, name, members, undefined, { subjectId: crafts, homeroomId });
  const [, a2] = [await half('5A KS 1', ids.a, []), await half('5A KS 2', ids.a, [ids.learner])];
  const [b1, b2] = [await half('5B KS 1', ids.b, []), await half('5B KS 2', ids.b, [])];
  const groups = async () => (await memberships('core_data.teaching_group_member', 'teaching_group_id')).filter(({ from, until }) => from <= '2026-11-24' && '2026-11-24' < until).map(({ id }) => id);

  expect((await secretary.post(`${base}/learners/${ids.learner}/homeroom-moves`, { homeroomId: ids.b, from: '2026-11-24' })).status).toBe(200);
  expect(await groups()).toContain(b2);
  expect(await groups()).not.toContain(b1);
  expect((await secretary.post(`${base}/learners/${ids.learner}/homeroom-moves`, { homeroomId: ids.a, from: '2026-11-24' })).status).toBe(200);
  expect((await groups()).sort()).toEqual([ids.mathA, a2].sort());
});

test('a move outside the school year or the enrolment is refused and changes nothing', async () => {
  const before = await memberships('core_data.homeroom_member', 'homeroom_id');
  const answer = await secretary.post(`${base}/learners/${ids.learner}/homeroom-moves`, { homeroomId: ids.b, from: '2027-09-01' }, { 'accept-language': 'en' });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].message).toBe('The day is outside the time of the group.');
  expect(await memberships('core_data.homeroom_member', 'homeroom_id')).toEqual(before);
});

test('the school’s block cuts a guardian off at once, and only the school lifts it', async () => {
  expect((await father.get(`${base}/people/${ids.learner}`)).status).toBe(200);
  const blocked = await secretary.post(`${base}/learners/${ids.learner}/guardian-blocks`, { guardianId: ids.father, reason: 'Käräjäoikeuden päätös' });
  expect(blocked.status).toBe(201);
  expect((await father.get(`${base}/people/${ids.learner}`)).status).toBe(403);
  expect((await father.post(`${base}/learners/${ids.learner}/guardian-blocks/end`, { guardianId: ids.father })).status).toBe(403);
  expect((await secretary.post(`${base}/learners/${ids.learner}/guardian-blocks/end`, { guardianId: ids.father })).status).toBe(200);
  expect((await father.get(`${base}/people/${ids.learner}`)).status).toBe(200);
});

test('the list of learners pages by name without losing or doubling anyone', async () => {
  for (let i = 0; i < 7; i++) {
    const id = await koivula.person({ callName: `Lapsi${i}`, lastName: i % 2 === 0 ? 'Aalto' : 'Öhman' });
    await koivula.studyRight(id, ids.school);
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { body: { items: { personId: string }[]; nextCursor: string | null } } = await secretary.get(`${base}/learners?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.body.items.map((item) => item.personId));
    cursor = page.body.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
});

test('at eighteen a guardian’s right ends that very day', async () => {
  await koivula.pool.query(`update core_data.person set born_on = '2008-11-25' where person_id = $1`, [ids.learner]);
  expect((await father.get(`${base}/people/${ids.learner}`)).status).toBe(200);
  world.clock.advance(24 * 3_600_000);
  expect((await father.get(`${base}/people/${ids.learner}`)).status).toBe(403);
  world.clock.advance(-24 * 3_600_000);
});

test('another provider’s user finds nothing, not even that it is forbidden', async () => {
  const elsewhere = await world.provider(`elsewhere-${count}`);
  const clerk = await elsewhere.person();
  await elsewhere.role(clerk, 'main-user');
  await elsewhere.role(clerk, 'principal');
  const client = await world.signIn({ of: elsewhere, personId: clerk });
  expect((await client.get(`${base}/people/${ids.learner}`)).status).toBe(404);
  expect((await client.get(`/api/providers/${elsewhere.educationProviderId}/people/${ids.learner}`)).status).toBe(404);
  expect((await client.get(`/api/providers/${elsewhere.educationProviderId}/learners?homeroomId=${ids.a}`)).body.items).toEqual([]);
});
