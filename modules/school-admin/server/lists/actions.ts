import { defineAction, roleAtSchool } from '@digione/platform/access';
import { homeroomObject, roleAtGroupsSchool, roleAtHomeroomsSchool, schoolObject, teachesGroup, teachesHomeroom, teachingGroupObject } from '@digione/core-data/server';

const OFFICE = ['principal', 'school-secretary'] as const;
const WELFARE = ['special-needs-teacher', 'guidance-counsellor'] as const;

export const readClassList = defineAction({ name: 'class-list.read', purpose: 'purpose.administration', object: homeroomObject, anyOf: [teachesHomeroom, roleAtHomeroomsSchool(...OFFICE, ...WELFARE)] });
/** Who answers for the class or the school rings homes; who teaches one subject does not need their numbers. */
export const readContactList = defineAction({ name: 'contact-list.read', purpose: 'purpose.contact', object: homeroomObject, anyOf: [teachesHomeroom, roleAtHomeroomsSchool(...OFFICE)] });
export const readGroupList = defineAction({ name: 'group-list.read', purpose: 'purpose.teaching', object: teachingGroupObject, anyOf: [teachesGroup, roleAtGroupsSchool(...OFFICE, ...WELFARE)] });
export const readAdulthoodList = defineAction({ name: 'adulthood-list.read', purpose: 'purpose.administration', object: schoolObject, anyOf: [roleAtSchool(...OFFICE)] });
