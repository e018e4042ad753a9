import type { ProviderContext } from '@digione/platform/http';
import { guardiansToTell } from '@digione/school-admin/server';
import { LESSON_NOTE_CHANGED, type EXAM_CHANGED, type HOMEWORK_CHANGED, type GroupWorkChanged, type LessonNoteChanged } from '../../events.ts';
import { listLearnersOn, listTeachersToday } from './lesson.queries.ts';

/** Wakes the open pages of whom it concerns: learners, their homes, the group's teachers. */
async function liveFor({ tx }: ProviderContext, groupId: string, learnerIds: readonly string[]) {
  const [guardians, teachers] = await Promise.all([guardiansToTell(tx, learnerIds), listTeachersToday(tx, groupId)]);
  return { topics: ['schoolwork', 'desk'], personIds: [...new Set([...learnerIds, ...guardians.map((one) => one.guardianId), ...teachers])] };
}

export async function announceWork(context: ProviderContext, name: typeof HOMEWORK_CHANGED | typeof EXAM_CHANGED, payload: GroupWorkChanged): Promise<void> {
  const learners = await listLearnersOn(context.tx, payload.teachingGroupId, context.clock.today());
  await context.emit({ name, payload: { ...payload }, live: await liveFor(context, payload.teachingGroupId, learners.map((learner) => learner.personId)) });
}

export async function announceNotes(context: ProviderContext, payload: LessonNoteChanged): Promise<void> {
  await context.emit({ name: LESSON_NOTE_CHANGED, payload: { ...payload }, live: await liveFor(context, payload.teachingGroupId, payload.notes.map((note) => note.learnerId)) });
}
