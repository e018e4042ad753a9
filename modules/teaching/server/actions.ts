import { defineAction, hasAnyRole, providerObject, roleAtSchool, self, type Action, type Role } from '@digione/platform/access';
import { guardianOf, homeroomTeacherOf, learnerObject, roleAtGroupsSchool, roleAtLearnersSchool, schoolObject, teachesGroup, teachingGroupObject } from '@digione/core-data/server';
import { answersForGroupOfLesson, answersForGroup, assistsInLesson, holdsLesson, lessonObject, noteObject, ownNoteInOwnGroup, ownPhrase, phraseObject, principalOfNotesSchool, roleAtLessonsSchool } from './relations.queries.ts';

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

const lessonEntries = { purpose: 'purpose.teaching' };

/** Who opens the register opens the lesson. */
export const readLessonEntry = defineAction({ name: 'lesson-entry.read', ...lessonEntries, object: lessonObject, anyOf: readRegister.anyOf });

/** What is taught and set to do is the teacher's to say; the principal corrects. */
export const saveLessonEntry = defineAction({ name: 'lesson-entry.save', ...lessonEntries, object: lessonObject, anyOf: [holdsLesson, roleAtLessonsSchool('principal')] });

/** A substitute sees the own words to homes, not those of before; no endpoint of its own. */
export const readColleaguesNotes: Action = { name: 'lesson-note.readAll', ...lessonEntries, object: lessonObject, anyOf: [answersForGroupOfLesson, roleAtLessonsSchool('principal')] };

export const correctNote = defineAction({ name: 'lesson-note.correct', ...lessonEntries, object: noteObject, anyOf: [ownNoteInOwnGroup, principalOfNotesSchool] });

export const removePhrase = defineAction({ name: 'feedback-phrase.remove', ...lessonEntries, object: phraseObject, anyOf: [ownPhrase] });

export const saveSchoolPhrases = defineAction({ name: 'feedback-phrase.saveOfSchool', ...lessonEntries, object: schoolObject, anyOf: [roleAtSchool('principal')] });

/** A day's substitute sets no exams. */
export const setExam = defineAction({ name: 'exam.set', ...lessonEntries, object: teachingGroupObject, anyOf: [answersForGroup, roleAtGroupsSchool('principal')] });

export const readSchoolwork = defineAction({
  name: 'schoolwork.read',
  ...lessonEntries,
  object: learnerObject,
  anyOf: [self, guardianOf, homeroomTeacherOf, roleAtLearnersSchool('principal')],
});

/** Whoever is in the group's lessons today sees its plan: a substitute as well. */
export const readPlan = defineAction({ name: 'plan.read', ...lessonEntries, object: teachingGroupObject, anyOf: [teachesGroup, roleAtGroupsSchool('principal')] });

/** A plan is its teachers' own. */
export const savePlan = defineAction({ name: 'plan.save', ...lessonEntries, object: teachingGroupObject, anyOf: [answersForGroup] });

export const listPlannedGroups = defineAction({ name: 'plan.listOwn', ...lessonEntries, object: providerObject, anyOf: [hasAnyRole(...TEACHING_ROLES, 'principal')] });

export const readSchoolCoverage = defineAction({ name: 'plan.readCoverage', ...lessonEntries, object: schoolObject, anyOf: [roleAtSchool('principal')] });
