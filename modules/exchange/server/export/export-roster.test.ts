import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { checkReferences, openRoster, type RosterRecord } from '@digione/oneroster';
import { exportRoster } from './export-roster.ts';

let world: World;
let koivula: Builders;
let ids: Record<'learner' | 'hidden' | 'mother' | 'away', string>;
const auditKey = Buffer.alloc(32, 7);

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  const school = await koivula.school('Koivulan koulu');
  const year = await koivula.schoolYear();
  const [learner, hidden] = [await koivula.person({ callName: 'Oona', email: 'oona@example.org' }), await koivula.person({ callName: 'Piilo', isProtected: true, email: 'kanaria@example.org', phone: '0401234567' })];
  for (const id of [learner, hidden]) await koivula.studyRight(id, school);
  const [mother, away, teacher] = [await koivula.person({ callName: 'Äiti' }), await koivula.person({ callName: 'Poissa' }), await koivula.person()];
  await koivula.guardianship(mother, hidden);
  await koivula.guardianship(away, hidden);
  await koivula.pool.query('update core_data.guardianship set lives_with = false where guardian_id = $1', [away]);
  await koivula.position(teacher, 'teacher', school);
  const homeroom = await koivula.homeroom(school, year, '5A', [learner, hidden], teacher);
  await koivula.teachingGroup(school, year, '5A MA', [learner, hidden], teacher, { subjectId: await koivula.subject('MA', 'Matematiikka'), homeroomId: homeroom });
  ids = { learner, hidden, mother, away };
});
afterAll(() => world.close());

test('what is exported reads back without a finding, and a protected person’s contact data is not in it', async () => {
  const zip = await exportRoster({ databaseUrl: world.databaseUrl, auditKey, providerKey: 'koivula', now: world.clock.iso() });
  const roster = await openRoster(Buffer.from(zip));
  const records: RosterRecord[] = [];
  for (const file of roster.files) for await (const row of roster.rows(file.name)) if (row.record !== null) records.push(row.record);
  const dangling = [];
  for await (const finding of checkReferences(roster)) dangling.push(finding);
  expect(dangling).toEqual([]);
  const users = records.filter((record) => record.kind === 'users');
  expect(users.find((user) => user.sourcedId === ids.learner)).toMatchObject({ email: 'oona@example.org', preferredGivenName: 'Oona' });
  expect(users.find((user) => user.sourcedId === ids.hidden)).toMatchObject({ email: null, phone: null, agentSourcedIds: [ids.mother] });
  expect(users.some((user) => user.sourcedId === ids.away)).toBe(false);
  expect(records.filter((record) => record.kind === 'enrollments')).toHaveLength(6);
  const { rows } = await koivula.pool.query(`select count(*)::int as n from audit.entry where action = 'roster.export' and person_ids @> array[$1::uuid]`, [ids.hidden]);
  expect(rows[0].n).toBe(1);
});

test('an unknown provider is told as such', async () => {
  await expect(exportRoster({ databaseUrl: world.databaseUrl, auditKey, providerKey: 'atlantis' })).rejects.toThrow(/no education provider "atlantis"/);
});
