import { defineAction, hasAnyRole, providerObject } from '@digione/platform/access';
import { roleAtGroupsSchool, teachingGroupObject } from '@digione/core-data/server';
import { TEACHING_ROLES } from '../actions.ts';
import { assessesGroup } from './relations.queries.ts';

const purpose = 'purpose.assessment';

export const listAssessedGroups = defineAction({ name: 'gradebook.list', purpose, object: providerObject, anyOf: [hasAnyRole(...TEACHING_ROLES, 'principal')] });

/** A principal answers for how learners are assessed; the evidence is no business of the office's. */
export const readGradebook = defineAction({ name: 'gradebook.read', purpose, object: teachingGroupObject, anyOf: [assessesGroup, roleAtGroupsSchool('principal')] });

export const recordEvidence = defineAction({ name: 'gradebook.record', purpose, object: teachingGroupObject, anyOf: [assessesGroup] });
