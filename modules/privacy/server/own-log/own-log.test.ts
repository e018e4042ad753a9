import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { actOf, roleOf } from './own-log.ts';

let world: World;
let koivula: Builders;
let base: string;
let child: string;
let clients: Record<'mother' | 'father' | 'secretary' | 'officer', Client>;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  base = `/api/providers/${koivula.educationProviderId}`;
  const school = await koivula.school('Salainen koulu');
  child = await koivula.person({ callName: 'Eino' });
  await koivula.studyRight(child, school);
  const [mother, father, secretary, officer] = [await koivula.person(), await koivula.person(), await koivula.person({ lastName: 'Kanslisti' }), await koivula.person()];
  await koivula.guardianship(mother, child);
  await koivula.guardianship(father, child, { hasCustody: false, hasRightToInformation: true });
  await koivula.position(secretary, 'school-secretary', school);
  await koivula.role(officer, 'data-protection-officer');
  const signIn = (personId: string) => world.signIn({ of: koivula, personId });
  clients = { mother: await signIn(mother), father: await signIn(father), secretary: await signIn(secretary), officer: await signIn(officer) };
});
afterAll(() => world.close());

test('a guardian sees that the school looked at the child’s data: when, who, why, in plain words and without names', async () => {
  await clients.secretary.get(`${base}/people/${child}`);
  await clients.secretary.get(`${base}/people/${child}`);
  const log = await clients.mother.get(`/api/own-log?personId=${child}`, { 'accept-language': 'fi' });
  expect(log.body.subjects).toMatchObject([{ isSelf: true }, { personId: child, callName: 'Eino', isSelf: false }]);
  expect(log.body.items).toContainEqual(expect.objectContaining({ as: 'school-office', purpose: 'Koulun hallinto', act: 'Katsoi tietoja', times: 2, on: '2026-11-24' }));
  expect(log.text).not.toContain('Kanslisti');
  expect(log.text).not.toContain('Salainen koulu');
});

test('without custody there is no log of the child', async () => {
  expect((await clients.father.get(`/api/own-log?personId=${child}`)).status).toBe(404);
});

test('looking at the log is itself logged', async () => {
  await clients.mother.get(`/api/own-log?personId=${child}`);
  const log = await clients.mother.get(`/api/own-log?personId=${child}`);
  expect(log.body.items).toContainEqual(expect.objectContaining({ purpose: 'Omien tietojen katselu' }));
});

test('the data protection officer sees names after a fresh sign-in, others do not', async () => {
  const seen = await clients.officer.get(`${base}/people/${child}/log`);
  expect(seen.body.items).toContainEqual(expect.objectContaining({ actor: expect.objectContaining({ lastName: 'Kanslisti' }), action: 'person.read' }));
  expect((await clients.secretary.get(`${base}/people/${child}/log`)).status).toBe(403);
});

test.each([
  ['teaches-learner', false, 'teacher'],
  ['holds-lesson', false, 'teacher'],
  ['homeroom-teacher-of-learner', false, 'teacher'],
  ['assists-in-lesson', false, 'staff'],
  ['operator', false, 'operations'],
  ['special-needs-teacher-or-guidance-counsellor-of-learners-school', false, 'support'],
  // One of these it was, the office or not: the log knows no more.
  ['principal-or-school-secretary-or-special-needs-teacher-or-guidance-counsellor-of-learners-school', false, 'staff'],
  ['is-data-protection-officer', false, 'data-protection'],
  ['is-main-user', false, 'administration'],
  ['principal-or-school-secretary-of-learners-school', false, 'school-office'],
  ['guardian-of-learner', false, 'guardian'],
  [null, false, 'unknown'],
  ['teaches-learner', true, 'self'],
])('basis %s (self: %s) reads as %s', (basis, isSelf, as) => expect(roleOf(basis, isSelf)).toBe(as));

test.each([
  ['learner.read', 'read'],
  ['person.correct', 'changed'],
  ['session.start', 'signed-in'],
])('action %s is told as %s', (action, act) => expect(actOf(action)).toBe(act));
