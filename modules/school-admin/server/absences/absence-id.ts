import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/**
 * A learner's absence from one lesson always has the same id (a UUIDv7 of the lesson's time), so that a mark that is
 * removed and set again finds what was said of it, and a link to it still leads there.
 */
export function absenceIdOf(lesson: { weeklyLessonId: string; startsAt: string }, learnerId: string): string {
  const random = createHash('sha256').update(`${lesson.weeklyLessonId} ${learnerId}`).digest().subarray(0, 16);
  return uuidv7({ msecs: Date.parse(lesson.startsAt), seq: random.readInt32BE(12), random });
}
