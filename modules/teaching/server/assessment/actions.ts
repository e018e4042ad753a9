import { anyIdentity, defineAction, hasAnyRole, providerObject, roleAtSchool, self } from '@digione/platform/access';
import { guardianOf, homeroomObject, homeroomTeacherOf, learnerObject, roleAtGroupsSchool, roleAtHomeroomsSchool, roleAtLearnersSchool, schoolObject, teachesHomeroom, teachingGroupObject } from '@digione/core-data/server';
import { OFFICE, TEACHING_ROLES } from '../actions.ts';
import { decidesForGroup } from './relations.queries.ts';

const purpose = 'purpose.assessment';

/** Which rounds there are and how far each is; no mark is told. */
export const readMarkRounds = defineAction({ name: 'mark-round.read', purpose, object: schoolObject, anyOf: [roleAtSchool(...OFFICE)] });
export const addMarkRound = defineAction({ name: 'mark-round.add', purpose, object: schoolObject, anyOf: [roleAtSchool(...OFFICE)] });
/** The principal decides on what is told to homes, and when. */
export const approveMarkRound = defineAction({ name: 'mark-round.approve', purpose, object: schoolObject, anyOf: [roleAtSchool('principal')] });

export const listMarkSheets = defineAction({ name: 'mark-sheet.list', purpose, object: providerObject, anyOf: [hasAnyRole(...TEACHING_ROLES, 'principal')] });

export const readGroupMarks = defineAction({ name: 'group-marks.read', purpose, object: teachingGroupObject, anyOf: [decidesForGroup, roleAtGroupsSchool('principal')] });
export const decideGroupMarks = defineAction({ name: 'group-marks.decide', purpose, object: teachingGroupObject, anyOf: [decidesForGroup] });
export const correctGroupMarks = defineAction({ name: 'group-marks.correct', purpose, object: teachingGroupObject, anyOf: [decidesForGroup, roleAtGroupsSchool('principal')] });

export const readBehaviour = defineAction({ name: 'behaviour.read', purpose, object: homeroomObject, anyOf: [teachesHomeroom, roleAtHomeroomsSchool('principal')] });
export const decideBehaviour = defineAction({ name: 'behaviour.decide', purpose, object: homeroomObject, anyOf: [teachesHomeroom] });
export const correctBehaviour = defineAction({ name: 'behaviour.correct', purpose, object: homeroomObject, anyOf: [teachesHomeroom, roleAtHomeroomsSchool('principal')] });

/** Published marks and shared evidence: the learner, the home, and those at school who answer for the whole of the learner's path. */
export const readLearning = defineAction({
  name: 'learning.read',
  purpose,
  object: learnerObject,
  anyOf: [self, guardianOf, homeroomTeacherOf, roleAtLearnersSchool('principal', 'special-needs-teacher', 'guidance-counsellor')],
});
export const listLearningOfHome = defineAction({ name: 'learning.list', purpose, object: providerObject, anyOf: [anyIdentity] });
