import { defineAction, roleAtSchool, type Role } from '@digione/platform/access';
import { schoolObject } from '@digione/core-data/server';
import { assistsInLesson, holdsLesson, lessonObject, roleAtLessonsSchool } from './relations.queries.ts';

/** Who follows the school's day and corrects its registers. */
export const OFFICE = ['principal', 'school-secretary'] as const satisfies readonly Role[];

/** Roles whose holders may have lessons of their own. */
export const TEACHING_ROLES = ['teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant'] as const satisfies readonly Role[];

export const readRegister = defineAction({
  name: 'register.read',
  purpose: 'purpose.attendance',
  object: lessonObject,
  anyOf: [holdsLesson, assistsInLesson, roleAtLessonsSchool(...OFFICE)],
});

export const saveRegister = defineAction({
  name: 'register.save',
  purpose: 'purpose.attendance',
  object: lessonObject,
  anyOf: [holdsLesson, roleAtLessonsSchool(...OFFICE)],
});

export const readSchoolToday = defineAction({
  name: 'school-day.read',
  purpose: 'purpose.attendance',
  object: schoolObject,
  anyOf: [roleAtSchool(...OFFICE)],
});
