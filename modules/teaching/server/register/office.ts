import { schoolsWithRole, type Actor } from '@digione/platform/access';
import { OFFICE } from '../actions.ts';

/** Is the actor principal or secretary of the school? */
export function isOfficeOf(actor: Actor, lesson: { schoolId: string }): boolean {
  const schools = schoolsWithRole(actor, ...OFFICE);
  return schools === 'all' || schools.includes(lesson.schoolId);
}
