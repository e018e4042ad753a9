import { sql } from 'kysely';
import { anyIdentity, defineAction, providerObject, self, type ObjectKind, type Role, type Rule } from '@digione/platform/access';
import {
  guardianOf,
  homeroomObject,
  homeroomTeacherOf,
  personObject,
  roleAtGroupsSchool,
  roleAtHomeroomsSchool,
  roleAtLearnersSchool,
  roleAtStaffMembersSchool,
  teachesGroup,
  teachesHomeroom,
  teachesLearner,
  teachingGroupObject,
} from '@digione/core-data/server';

const SCHOOL_STAFF: readonly Role[] = [
  'teacher',
  'class-teacher',
  'special-needs-teacher',
  'guidance-counsellor',
  'teaching-assistant',
  'principal',
  'school-secretary',
];

/** A person, a homeroom or a teaching group: whoever has a timetable. Ids are unique over all three. */
const timetableOwner: ObjectKind = {
  name: 'timetable-owner',
  exists: (owner) => sql<boolean>`(${personObject.exists(owner)} or ${homeroomObject.exists(owner)} or ${teachingGroupObject.exists(owner)})`,
};

/** A rule about homerooms must say nothing of persons: "anyone with a role over all schools" would otherwise open every learner. */
const onlyOf = (kind: ObjectKind, rule: Rule): Rule => ({
  name: rule.name,
  when: (actor, object) => {
    const holds = rule.when(actor, object);
    return holds === false ? false : sql<boolean>`(${kind.exists(object)} and ${holds === true ? sql`true` : holds})`;
  },
});

export const readTimetable = defineAction({
  name: 'timetable.read',
  purpose: 'purpose.teaching',
  object: timetableOwner,
  anyOf: [
    self,
    guardianOf,
    teachesLearner,
    homeroomTeacherOf,
    roleAtLearnersSchool('principal', 'school-secretary', 'special-needs-teacher', 'guidance-counsellor'),
    roleAtStaffMembersSchool(...SCHOOL_STAFF),
    onlyOf(homeroomObject, teachesHomeroom),
    onlyOf(homeroomObject, roleAtHomeroomsSchool(...SCHOOL_STAFF)),
    onlyOf(teachingGroupObject, teachesGroup),
    onlyOf(teachingGroupObject, roleAtGroupsSchool(...SCHOOL_STAFF)),
  ],
});

export const listOwnTimetables = defineAction({ name: 'timetable.listOwn', purpose: 'purpose.ownDesk', object: providerObject, anyOf: [anyIdentity] });
