import { defineAction, hasAnyRole, hasRoleOverProvider, providerObject, roleAtSchool, self } from '@digione/platform/access';
import {
  guardianOf,
  homeroomObject,
  homeroomTeacherOf,
  learnerObject,
  personObject,
  roleAtHomeroomsSchool,
  roleAtLearnersSchool,
  roleAtStaffMembersSchool,
  roleAtWardsSchool,
  schoolObject,
  teachesHomeroom,
  teachesLearner,
} from './relations.queries.ts';

const OFFICE = ['principal', 'school-secretary'] as const;
const WELFARE = ['special-needs-teacher', 'guidance-counsellor'] as const;

/** A colleague's name and position are no secret inside the provider's staff. */
export const readStaffMember = defineAction({
  name: 'staff-member.read',
  purpose: 'purpose.organisation',
  object: providerObject,
  anyOf: [hasAnyRole('teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'school-secretary', 'expert', 'main-user', 'data-protection-officer')],
});

export const readLearner = defineAction({
  name: 'learner.read',
  purpose: 'purpose.teaching',
  object: learnerObject,
  anyOf: [self, guardianOf, roleAtLearnersSchool(...OFFICE), roleAtLearnersSchool(...WELFARE), homeroomTeacherOf, teachesLearner],
});

export const readPerson = defineAction({
  name: 'person.read',
  purpose: 'purpose.administration',
  object: personObject,
  anyOf: [self, guardianOf, roleAtLearnersSchool(...OFFICE), roleAtLearnersSchool(...WELFARE), homeroomTeacherOf, teachesLearner, roleAtStaffMembersSchool(...OFFICE), roleAtWardsSchool(...OFFICE), hasRoleOverProvider('main-user')],
});

export const correctPerson = defineAction({
  name: 'person.correct',
  purpose: 'purpose.administration',
  object: personObject,
  anyOf: [roleAtLearnersSchool(...OFFICE), roleAtStaffMembersSchool(...OFFICE), roleAtWardsSchool(...OFFICE)],
});

export const readContact = defineAction({
  name: 'person.readContact',
  purpose: 'purpose.contact',
  object: personObject,
  anyOf: [self, roleAtLearnersSchool(...OFFICE), homeroomTeacherOf, roleAtStaffMembersSchool(...OFFICE), roleAtWardsSchool(...OFFICE)],
});

/** Who must know that a person is protected in order not to harm them. */
export const knowProtection = defineAction({
  name: 'person.knowProtection',
  purpose: 'purpose.safety',
  object: personObject,
  anyOf: [self, roleAtLearnersSchool(...OFFICE), homeroomTeacherOf, roleAtStaffMembersSchool(...OFFICE), roleAtWardsSchool(...OFFICE)],
});

export const revealProtectedContact = defineAction({
  name: 'person.revealProtectedContact',
  purpose: 'purpose.safety',
  object: personObject,
  anyOf: [roleAtLearnersSchool('principal', 'school-secretary')],
});

export const readPersonHistory = defineAction({
  name: 'person.readHistory',
  purpose: 'purpose.administration',
  object: personObject,
  anyOf: [roleAtLearnersSchool(...OFFICE), roleAtStaffMembersSchool(...OFFICE), roleAtWardsSchool(...OFFICE)],
});

export const readGuardians = defineAction({
  name: 'guardian.read',
  purpose: 'purpose.contact',
  object: learnerObject,
  anyOf: [roleAtLearnersSchool(...OFFICE), roleAtLearnersSchool(...WELFARE), homeroomTeacherOf],
});

export const moveLearner = defineAction({
  name: 'learner.move',
  purpose: 'purpose.administration',
  object: learnerObject,
  anyOf: [roleAtLearnersSchool(...OFFICE)],
});

export const blockGuardian = defineAction({
  name: 'guardian.block',
  purpose: 'purpose.safety',
  object: learnerObject,
  anyOf: [roleAtLearnersSchool('principal', 'school-secretary')],
});

export const listLearners = defineAction({
  name: 'learner.list',
  purpose: 'purpose.administration',
  object: providerObject,
  anyOf: [hasAnyRole('teacher', 'class-teacher', ...WELFARE, ...OFFICE)],
});

/** Schools of a provider are public knowledge. */
export const readSchools = defineAction({
  name: 'school.read',
  purpose: 'purpose.organisation',
  object: providerObject,
  anyOf: [{ name: 'belongs-to-provider', when: () => true }],
});

const SCHOOL_STAFF = ['teacher', 'class-teacher', ...WELFARE, ...OFFICE, 'teaching-assistant'] as const;

export const readSchoolGroups = defineAction({
  name: 'group.list',
  purpose: 'purpose.administration',
  object: schoolObject,
  anyOf: [roleAtSchool(...SCHOOL_STAFF), hasRoleOverProvider('main-user', 'expert')],
});

/** What a class is called and who leads it is known in its school; who is in it is not said by this. */
export const readHomeroom = defineAction({
  name: 'homeroom.read',
  purpose: 'purpose.organisation',
  object: homeroomObject,
  anyOf: [teachesHomeroom, roleAtHomeroomsSchool(...SCHOOL_STAFF), hasRoleOverProvider('main-user', 'expert')],
});
