import { anyIdentity, defineAction, hasAnyRole, providerObject, self, type Action, type Rule } from '@digione/platform/access';
import { adultSelf, guardianOf, guardianWithCustodyOf, homeroomTeacherOf, learnerObject, roleAtLearnersSchool } from '@digione/core-data/server';
import { aboutLearner, noticeObject, ownNotice } from './relations.queries.ts';

/** Who speaks for the home: a right to information alone is a right to know, not to act. */
const HOME: readonly Rule[] = [guardianWithCustodyOf, adultSelf];
/** Who writes down what the home has told by phone. */
const SCHOOL: readonly Rule[] = [homeroomTeacherOf, roleAtLearnersSchool('principal', 'school-secretary')];

const attendance = { purpose: 'purpose.attendance' };

export const readAbsenceTypes = defineAction({ name: 'absence-type.read', ...attendance, object: providerObject, anyOf: [anyIdentity] });

export const readAbsences = defineAction({
  name: 'absence.read',
  ...attendance,
  object: learnerObject,
  anyOf: [self, guardianOf, ...SCHOOL, roleAtLearnersSchool('special-needs-teacher', 'guidance-counsellor')],
});

/** Who explains may report, and the other way round. */
const HOME_AND_SCHOOL = [...HOME, ...SCHOOL];
export const explainAbsence = defineAction({ name: 'absence.explain', ...attendance, object: learnerObject, anyOf: HOME_AND_SCHOOL });
export const reportAbsence = defineAction({ name: 'absence.report', ...attendance, object: learnerObject, anyOf: HOME_AND_SCHOOL });

/** For the school one may use every type and correct what others have said; no endpoint of its own. */
export const speakForSchool: Action = { name: 'absence.speakForSchool', ...attendance, object: learnerObject, anyOf: SCHOOL };

export const listOpenAbsences = defineAction({
  name: 'open-absence.list',
  ...attendance,
  object: providerObject,
  anyOf: [hasAnyRole('teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'principal', 'school-secretary')],
});

export const changeAbsenceNotice = defineAction({
  name: 'absence-notice.change',
  ...attendance,
  object: noticeObject,
  anyOf: [...HOME.map(ownNotice), ...SCHOOL.map(aboutLearner)],
});
