import { defineAction, roleAtSchool, self } from '@digione/platform/access';
import { guardianOf, homeroomTeacherOf, learnerObject, roleAtGroupsSchool, roleAtLearnersSchool, schoolObject, teachesGroup, teachingGroupObject } from '@digione/core-data/server';
import { responsibleForSupport } from './relations.queries.ts';

/**
 * A secrecy of its own (Act on the Openness of Government Activities, section 24 (1) 25 and 30): who may read a learner's other data, such
 * as a secretary or a teacher of one subject, does not read this by that.
 */
const purpose = 'purpose.support';
const EXPERTS = roleAtLearnersSchool('special-needs-teacher', 'principal');

export const readSupport = defineAction({ name: 'support.read', purpose, object: learnerObject, anyOf: [self, guardianOf, EXPERTS, homeroomTeacherOf, responsibleForSupport] });
/** Reads also what is being prepared; no endpoint of its own. */
export const prepareSupport = defineAction({ name: 'support.prepare', purpose, object: learnerObject, anyOf: [EXPERTS] });
export const decideSupport = defineAction({ name: 'support.decide', purpose, object: learnerObject, anyOf: [roleAtLearnersSchool('principal')] });
export const followSupport = defineAction({ name: 'support.follow', purpose, object: learnerObject, anyOf: [EXPERTS, responsibleForSupport] });
export const listSupport = defineAction({ name: 'support.list', purpose, object: schoolObject, anyOf: [roleAtSchool('special-needs-teacher', 'principal')] });

export const readGroupSupport = defineAction({ name: 'group-support.read', purpose, object: teachingGroupObject, anyOf: [teachesGroup, roleAtGroupsSchool('special-needs-teacher', 'principal')] });
export const recordGroupSupport = defineAction({ name: 'group-support.record', purpose, object: teachingGroupObject, anyOf: [teachesGroup, roleAtGroupsSchool('special-needs-teacher', 'principal')] });
