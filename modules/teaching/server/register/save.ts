import { v7 as uuidv7 } from 'uuid';
import { fromHelsinki } from '@digione/local-date';
import type { BodyOf, ParamsOf } from '@digione/platform/contract';
import { HttpProblem, invalid, notFound, type ProviderContext } from '@digione/platform/http';
import { guardiansToTell, listNoticesCovering, recordLessonAbsences, type ChangedMark } from '@digione/school-admin/server';
import { findLesson, type LessonRow } from '@digione/timetable/server';
import type { SavedRegister, saveRegister } from '../../contract/index.ts';
import { ABSENCE_MARKED, REGISTER_REOPENED, REGISTER_TAKEN, type AbsenceMarked, type RegisterTurned } from '../../events.ts';
import { isOfficeOf } from './office.ts';
import { findRegister, insertRegister, listMembers, listOfficeOf, updateRegister, type MemberRow } from './register.queries.ts';
import { DAYS_OPEN, lockOf, markOf, planSave, stateOf, type GivenMark, type RegisterRow, type SavePlan } from './register.ts';

type Body = BodyOf<typeof saveRegister>;
interface Input {
  params: ParamsOf<typeof saveRegister>;
  body: Body;
  ifMatch: number;
}

/** Saves marks: the register's version is checked first, so that of two teachers saving at once the second learns of the first. */
export async function save(context: ProviderContext, { params, body, ifMatch }: Input): Promise<SavedRegister> {
  const { tx, actor, clock, about } = context;
  // The lock comes first: what is read after it is what the one before has committed.
  const [register, lesson, members] = await Promise.all([findRegister(tx, params, true), findLesson(tx, params.weeklyLessonId, params.heldOn), listMembers(tx, params)]);
  if (lesson === undefined) throw notFound();
  refuseLocked(lesson, isOfficeOf(actor, lesson), context);
  if ((register?.version ?? 0) !== ifMatch) throw new HttpProblem(412);
  const marks = readMarks(body, members);
  if (register === undefined && marks.length === 0 && !body.allPresent && !body.topic) throw invalid({ path: 'marks', key: 'teaching.problem.nothingToSave' });

  const startsAt = fromHelsinki(lesson.heldOn, lesson.startsAt);
  const endsAt = fromHelsinki(lesson.heldOn, lesson.endsAt);
  const notices = body.allPresent ? await listNoticesCovering(tx, members.map((member) => member.personId), startsAt, endsAt) : [];
  const plan = planSave(members, register, marks, body.allPresent, new Set(notices.map((notice) => notice.learnerId)));
  const isTakenNow = !plan.isPartial && stateOf(register) !== 'taken';
  const saved: RegisterRow = {
    lessonRegisterId: register?.lessonRegisterId ?? uuidv7(),
    version: register?.version ?? 1,
    ...plan,
    topic: body.topic === undefined ? (register?.topic ?? null) : body.topic === '' ? null : body.topic,
    // Who completed the register took it; a correction leaves the taker's name, the history has the corrector's.
    ...(register === undefined || isTakenNow
      ? { takenAt: clock.iso(), takenBy: { personId: actor.personId, callName: actor.callName, lastName: actor.lastName } }
      : { takenAt: register.takenAt, takenBy: register.takenBy }),
  };
  if (register === undefined && !(await insertRegister(tx, lesson, saved))) throw new HttpProblem(412);
  const { changed } = await recordLessonAbsences(tx, {
    ...identityOf(lesson),
    actorPersonId: actor.personId,
    now: clock.iso(),
    startsAt,
    endsAt,
    // To know nothing and to know of no exception leave the same rows; the register tells them apart.
    marks: plan.marks.map(({ learnerId, mark, minutes }) => ({ learnerId, kind: mark ?? 'present', minutes })),
  });
  const isOpenAgain = plan.isPartial && stateOf(register) === 'taken';
  if (register !== undefined && (changed.length > 0 || isTakenNow || isOpenAgain || saved.topic !== register.topic || saysMoreOfPresence(plan, register))) {
    saved.version = await updateRegister(tx, saved);
  }
  if (changed.length > 0 || isTakenNow || isOpenAgain) await announce(context, lesson, changed, isTakenNow ? REGISTER_TAKEN : isOpenAgain ? REGISTER_REOPENED : undefined);
  // Of the whole group something was said, though the answer names only what changed.
  if (isTakenNow) about(...members.map((member) => member.personId));

  const membersNow = changed.length === 0 ? members : await listMembers(tx, params);
  const before = new Map(members.map((member) => [member.personId, member]));
  const touched = new Set([...marks.map((mark) => mark.learnerId), ...changed.map((change) => change.learnerId)]);
  const differs = (member: MemberRow) => touched.has(member.personId) || markOf(member, saved) !== markOf(before.get(member.personId) ?? member, register);
  return {
    state: stateOf(saved),
    version: saved.version,
    takenAt: saved.takenAt,
    takenBy: saved.takenBy,
    topic: saved.topic,
    changed: membersNow.filter(differs).map((member) => ({ personId: member.personId, mark: markOf(member, saved), minutes: member.minutes, absenceTypeName: member.absenceTypeName })),
  };
}

const identityOf = ({ schoolId, weeklyLessonId, heldOn, teachingGroupId }: LessonRow): RegisterTurned => ({ schoolId, weeklyLessonId, heldOn, teachingGroupId });

function refuseLocked(lesson: LessonRow, isOffice: boolean, { clock }: ProviderContext): void {
  const lock = lockOf(lesson, { maySave: true, isOffice }, { ms: clock.ms(), today: clock.today() });
  if (lock === 'not-begun') throw new HttpProblem(409, { detail: 'teaching.problem.notBegun' });
  if (lock === 'too-old') throw new HttpProblem(403, { detail: 'teaching.problem.tooOld', values: { days: DAYS_OPEN } });
}

/** The marks, each of a learner of the group and of each learner one; minutes belong to the late and the early. */
function readMarks(body: Body, members: readonly MemberRow[]): GivenMark[] {
  const ids = new Set(members.map((member) => member.personId));
  const seen = new Set<string>();
  return body.marks.map(({ learnerId, mark, minutes }, index) => {
    if (!ids.has(learnerId)) throw invalid({ path: `marks.${index}.learnerId`, key: 'teaching.problem.notMember' });
    if (seen.has(learnerId)) throw invalid({ path: `marks.${index}.learnerId`, key: 'teaching.problem.twice' });
    seen.add(learnerId);
    return { learnerId, mark, minutes: mark === 'late' || mark === 'left-early' ? minutes : null };
  });
}

function saysMoreOfPresence(plan: SavePlan, register: RegisterRow): boolean {
  return plan.markedPresent.length !== register.markedPresent.length || plan.markedPresent.some((id) => !register.markedPresent.includes(id));
}

/**
 * Tells what changed, and whose open pages should ask again: the changed learners and their guardians, the lesson's
 * teachers, the school's office. Not the whole school: each mark of each lesson would then wake every teacher's desk.
 */
async function announce({ tx, emit }: ProviderContext, lesson: LessonRow, changed: readonly ChangedMark[], turn: typeof REGISTER_TAKEN | typeof REGISTER_REOPENED | undefined): Promise<void> {
  const learnerIds = changed.map((change) => change.learnerId);
  const [guardians, office] = await Promise.all([guardiansToTell(tx, learnerIds), listOfficeOf(tx, lesson.schoolId)]);
  const personIds = [...new Set([...learnerIds, ...guardians.map((one) => one.guardianId), ...lesson.teachers.map((teacher) => teacher.personId), ...office])];
  if (changed.length > 0) {
    const startsAt = fromHelsinki(lesson.heldOn, lesson.startsAt);
    const endsAt = fromHelsinki(lesson.heldOn, lesson.endsAt);
    const payload: AbsenceMarked = { ...identityOf(lesson), startsAt, endsAt, learnerIds, changes: changed };
    await emit({ name: ABSENCE_MARKED, payload: { ...payload }, live: { topics: ['absence', 'register', 'desk'], personIds } });
  }
  if (turn !== undefined) {
    const payload: RegisterTurned = identityOf(lesson);
    await emit({ name: turn, payload: { ...payload }, ...(changed.length === 0 && { live: { topics: ['register', 'desk'], personIds } }) });
  }
}
