import { sql } from 'kysely';
import { anyIdentity, defineAction, hasAnyRole, providerObject, self, type Action, type Actor, type ObjectKind, type ObjectRef, type Rule } from '@digione/platform/access';
import { adultSelf, guardianOf, guardianWithCustodyOf, homeroomTeacherOf, learnerObject, roleAtLearnersSchool } from '@digione/core-data/server';

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

export const explainAbsence = defineAction({ name: 'absence.explain', ...attendance, object: learnerObject, anyOf: [...HOME, ...SCHOOL] });
export const reportAbsence = defineAction({ name: 'absence.report', ...attendance, object: learnerObject, anyOf: [...HOME, ...SCHOOL] });

/** For the school one may use every type and correct what others have said; no endpoint of its own. */
export const speakForSchool: Action = { name: 'absence.speakForSchool', ...attendance, object: learnerObject, anyOf: SCHOOL };

export const listOpenAbsences = defineAction({
  name: 'open-absence.list',
  ...attendance,
  object: providerObject,
  anyOf: [hasAnyRole('teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'principal', 'school-secretary')],
});

const provider = sql`(select platform.current_provider())`;

const noticeObject: ObjectKind = {
  name: 'absence-notice',
  exists: (notice) => sql<boolean>`exists (select from school_admin.absence_notice o where o.education_provider_id = ${provider} and o.absence_notice_id = ${notice})`,
};

const learnerOf = (notice: ObjectRef) =>
  sql`(select o.learner_id from school_admin.absence_notice o where o.education_provider_id = ${provider} and o.absence_notice_id = ${notice})`;

/** The rule holds for the learner whom the notice is about. */
const aboutLearner = (rule: Rule): Rule => ({ name: rule.name, when: (actor, notice) => rule.when(actor, learnerOf(notice)) });

/** What one home has told the other home can't take back. */
const ownNotice = (rule: Rule): Rule => ({
  name: `${rule.name}-and-own-notice`,
  when: (actor: Actor, notice) => {
    const holds = rule.when(actor, learnerOf(notice));
    if (holds === false) return false;
    return sql<boolean>`(${holds} and exists (select from school_admin.absence_notice o where o.education_provider_id = ${provider}
      and o.absence_notice_id = ${notice} and o.reported_by = ${actor.personId}))`;
  },
});

export const changeAbsenceNotice = defineAction({
  name: 'absence-notice.change',
  ...attendance,
  object: noticeObject,
  anyOf: [...HOME.map(ownNotice), ...SCHOOL.map(aboutLearner)],
});
