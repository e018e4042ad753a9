import { anyIdentity, defineAction, providerObject, self, type Role } from '@digione/platform/access';
import {
  guardianOf,
  homeroomObject,
  homeroomTeacherOf,
  roleAtGroupsSchool,
  roleAtHomeroomsSchool,
  roleAtLearnersSchool,
  roleAtStaffMembersSchool,
  teachesGroup,
  teachesHomeroom,
  teachesLearner,
  teachingGroupObject,
} from '@digione/core-data/server';
import { onlyOf, timetableOwner } from './relations.queries.ts';

const SCHOOL_STAFF: readonly Role[] = [
  'teacher',
  'class-teacher',
  'special-needs-teacher',
  'guidance-counsellor',
  'teaching-assistant',
  'principal',
  'school-secretary',
];

export const readTimetable = defineAction({
  name: 'timetable.read',
  purpose: 'purpose.teaching',
  object: timetableOwner,
  anyOf: [
    self,
    guardianOf,
    teachesLearner,
    homeroomTeacherOf,
    roleAtLearnersSchool('principal', 'school-secretary'),
    roleAtLearnersSchool('special-needs-teacher', 'guidance-counsellor'),
    roleAtStaffMembersSchool(...SCHOOL_STAFF),
    onlyOf(homeroomObject, teachesHomeroom),
    onlyOf(homeroomObject, roleAtHomeroomsSchool(...SCHOOL_STAFF)),
    onlyOf(teachingGroupObject, teachesGroup),
    onlyOf(teachingGroupObject, roleAtGroupsSchool(...SCHOOL_STAFF)),
  ],
});

export const listOwnTimetables = defineAction({ name: 'timetable.listOwn', purpose: 'purpose.ownDesk', object: providerObject, anyOf: [anyIdentity] });
