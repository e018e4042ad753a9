import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { asSystem, type Transaction } from '@digione/platform/db';
import { guardiansToTell, listNoticesCovering, recordLessonAbsences, type LessonMark } from '../index.ts';

const STARTS = '2026-11-24T07:00:00.000Z';
const ENDS = '2026-11-24T07:45:00.000Z';

let world: World;
let town: Builders;
let school: string;
let year: string;
let teacher: string;
let group: string;
let illness: string;
let activity: string;
let weeklyLessonId: string;
let learners: string[];

beforeAll(async () => {
  world = await createWorld({ modules: [] });
  town = await world.provider('koivula');
  school = await town.school();
  year = await town.schoolYear();
  teacher = await town.person();
  illness = await town.absenceType('illness', 'illness');
  activity = await town.absenceType('school-activity', 'school-activity', false);
});
afterAll(() => world.close());

beforeEach(async () => {
  learners = [];
  for (let index = 0; index < 25; index++) learners.push(await town.person({ callName: `Oppilas${index}` }));
  group = await town.teachingGroup(school, year, 'MA', learners, teacher);
  weeklyLessonId = await town.weeklyLesson(school, group, 2, '09:00', '09:45');
});

const inTown = <T>(work: (tx: Transaction) => Promise<T>) =>
  asSystem('test', world.server.kernel.database, { educationProviderId: town.educationProviderId, source: 'test' }, work);

const lesson = () => ({ actorPersonId: teacher, now: world.clock.iso(), schoolId: school, weeklyLessonId, heldOn: '2026-11-24', startsAt: STARTS, endsAt: ENDS, teachingGroupId: group });
const record = (...marks: LessonMark[]) => inTown((tx) => recordLessonAbsences(tx, { ...lesson(), marks }));
const mark = (kind: LessonMark['kind'], more: Partial<LessonMark> = {}): LessonMark => ({ learnerId: learners[0] ?? '', kind, ...more });

const stored = async (learnerId = learners[0]) =>
  (await world.server.kernel.database.system.query('select * from school_admin.absence where learner_id = $1', [learnerId])).rows;

const notice = async (during: string, more: Record<string, unknown> = {}) => {
  const id = uuidv7();
  await town.insert('school_admin.absence_notice', {
    absence_notice_id: id, learner_id: learners[0], absence_type_id: illness, during, is_whole_days: true, reported_by: teacher, reported_at: '2026-11-23T18:00:00Z', source: 'test', ...more,
  });
  return id;
};

test('a whole register is written at once; a repeat changes nothing', async () => {
  const marks: LessonMark[] = learners.map((learnerId, index) => ({ learnerId, kind: index < 3 ? 'absent' : index === 3 ? 'late' : 'present', minutes: index === 3 ? 10 : null }));
  const first = await record(...marks);
  expect(first.changed.map(({ kind }) => kind).sort()).toEqual(['absent', 'absent', 'absent', 'late']);
  expect(first.changed.every(({ absenceId }) => absenceId !== null)).toBe(true);
  expect((await record(...marks)).changed).toEqual([]);
  expect(await stored(learners[3])).toMatchObject([{ kind: 'late', minutes: 10, version: 1, absence_type_id: null }]);
});

test('present removes the mark, and history keeps what was', async () => {
  const { changed } = await record(mark('absent'));
  expect(await record(mark('present'))).toEqual({ changed: [{ learnerId: learners[0], kind: 'present', absenceId: null }] });
  expect(await stored()).toEqual([]);
  const { rows } = await world.server.kernel.database.system.query(`select operation from platform.row_history where row_id = $1`, [changed[0]?.absenceId]);
  expect(rows).toEqual([{ operation: 'delete' }]);
  expect((await record(mark('present'))).changed).toEqual([]);
});

test('an explanation survives a change of kind and a slip of the finger', async () => {
  await record(mark('absent'));
  await world.server.kernel.database.system.query(
    `update school_admin.absence set absence_type_id = $2, explanation = 'Kuumetta', explained_by = $3, explained_at = now() where learner_id = $1`,
    [learners[0], illness, teacher],
  );
  await record(mark('left-early', { minutes: 20 }));
  expect(await stored()).toMatchObject([{ kind: 'left-early', minutes: 20, explanation: 'Kuumetta', absence_type_id: illness }]);
  const before = await stored();
  await record(mark('present'));
  await record(mark('absent'));
  expect(await stored()).toMatchObject([{ absence_id: before[0].absence_id, kind: 'absent', explanation: 'Kuumetta', absence_type_id: illness, explained_by: teacher }]);
});

test('a covering notice gives its type; a withdrawn one and one of another time do not', async () => {
  await notice('[2026-11-24 06:00+02,2026-11-24 09:00+02)');
  await notice('[2026-11-24 00:00+02,2026-11-25 00:00+02)', { withdrawn_at: '2026-11-24T05:00:00Z', withdrawn_by: teacher });
  await record(mark('absent'));
  expect(await stored()).toMatchObject([{ absence_type_id: null, absence_notice_id: null }]);
  const covering = await notice('[2026-11-24 00:00+02,2026-11-25 00:00+02)');
  const { changed } = await record(mark('absent'));
  expect(changed).toHaveLength(1);
  expect(await stored()).toMatchObject([{ absence_type_id: illness, absence_notice_id: covering }]);
});

test("the teacher's own type stands over a notice's, and \"unexplained\" is no type", async () => {
  await notice('[2026-11-24 00:00+02,2026-11-25 00:00+02)');
  await record(mark('absent', { absenceTypeId: activity }));
  expect(await stored()).toMatchObject([{ absence_type_id: activity }]);
  const unexplained = await town.absenceType('unexplained', 'unexplained', false);
  await record({ learnerId: learners[1] ?? '', kind: 'absent', absenceTypeId: unexplained });
  expect(await stored(learners[1])).toMatchObject([{ absence_type_id: null }]);
});

test('the roll is told of the newest notice that touches the lesson', async () => {
  await notice('[2026-11-23 00:00+02,2026-11-26 00:00+02)', { note: 'vanha', reported_at: '2026-11-22T18:00:00Z' });
  const newest = await notice('[2026-11-24 00:00+02,2026-11-25 00:00+02)', { note: 'uusi' });
  await notice('[2026-11-25 00:00+02,2026-11-26 00:00+02)', { note: 'huomenna' });
  const found = await inTown((tx) => listNoticesCovering(tx, learners, STARTS, ENDS));
  expect(found).toMatchObject([{ learnerId: learners[0], absenceNoticeId: newest, absenceTypeId: illness, note: 'uusi', typeName: { fi: 'illness' } }]);
});

test('guardians are told only with a right today', async () => {
  const [child = '', adult = ''] = learners;
  await world.server.kernel.database.system.query(`update core_data.person set born_on = '2008-11-24' where person_id = $1`, [adult]);
  const parents = { custody: await town.person(), informed: await town.person(), none: await town.person(), former: await town.person(), blocked: await town.person() };
  await town.guardianship(parents.custody, child);
  await town.guardianship(parents.informed, child, { hasCustody: false, hasRightToInformation: true });
  await town.guardianship(parents.none, child, { hasCustody: false, hasRightToInformation: false });
  await town.guardianship(parents.former, child, { valid: '[2020-01-01,2026-11-24)' });
  await town.guardianship(parents.blocked, child);
  await town.block(parents.blocked, child);
  await town.guardianship(parents.custody, adult);
  const told = await inTown((tx) => guardiansToTell(tx, learners));
  expect(told.map(({ guardianId }) => guardianId).sort()).toEqual([parents.custody, parents.informed].sort());
  expect(told.every(({ learnerId }) => learnerId === child)).toBe(true);
});
