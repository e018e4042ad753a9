import { anyIdentity, defineAction, hasRoleOverProvider, providerObject, type Role } from '@digione/platform/access';
import { roleAtGroupsSchool, teachesGroup, teachingGroupObject } from '@digione/core-data/server';

const SCHOOL_STAFF: readonly Role[] = ['teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'school-secretary'];

/** A curriculum is a public document: learners and homes read it as well. */
export const readCurriculum = defineAction({ name: 'curriculum.read', purpose: 'purpose.teaching', object: providerObject, anyOf: [anyIdentity] });

/** Which curriculum holds is the education provider's decision. */
export const manageCurriculum = defineAction({ name: 'curriculum.manage', purpose: 'purpose.teaching', object: providerObject, anyOf: [hasRoleOverProvider('main-user')] });

/** What a group studies is its staff's to know. */
export const readGroupCurriculum = defineAction({
  name: 'curriculum.readOfGroup',
  purpose: 'purpose.teaching',
  object: teachingGroupObject,
  anyOf: [teachesGroup, roleAtGroupsSchool(...SCHOOL_STAFF)],
});
