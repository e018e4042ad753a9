import { sql } from 'kysely';
import { hasRole, schoolCondition, schoolsWithRole, type Actor, type ObjectKind, type ObjectRef, type Role, type Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** A person of the provider, learner or not. */
export const personObject: ObjectKind = {
  name: 'person',
  exists: (person) => sql<boolean>`exists (select from core_data.person o where o.education_provider_id = ${provider} and o.person_id = ${person})`,
};

/** A learner: a person who has or had a study right. */
export const learnerObject: ObjectKind = {
  name: 'learner',
  exists: (learner) =>
    sql<boolean>`exists (select from core_data.study_right o where o.education_provider_id = ${provider} and o.learner_id = ${learner} and o.state <> 'void')`,
};

export const schoolObject: ObjectKind = {
  name: 'school',
  exists: (school) => sql<boolean>`exists (select from core_data.school o where o.education_provider_id = ${provider} and o.school_id = ${school})`,
};

export const homeroomObject: ObjectKind = {
  name: 'homeroom',
  exists: (homeroom) => sql<boolean>`exists (select from core_data.homeroom o where o.education_provider_id = ${provider} and o.homeroom_id = ${homeroom})`,
};

export const teachingGroupObject: ObjectKind = {
  name: 'teaching-group',
  exists: (group) => sql<boolean>`exists (select from core_data.teaching_group o where o.education_provider_id = ${provider} and o.teaching_group_id = ${group})`,
};

/** The learner's guardian with custody or the right to information, today, not blocked, learner under 18. */
export const guardianOf: Rule = {
  name: 'guardian-of-learner',
  when: (actor, learner) =>
    actor.isGuardian &&
    sql<boolean>`exists (select from core_data.guardian_access ga where ga.education_provider_id = ${provider}
      and ga.guardian_id = ${actor.personId} and ga.learner_id = ${learner})`,
};

/**
 * Must this guardian not learn where the learner is: school, class, groups, teachers? A protected child, or a child of a protected
 * home, is shown only to who is protected with them: of two homes the other may be the danger, custody or not.
 */
export function isPlaceHiddenFrom(actor: Actor, learner: ObjectRef) {
  if (!actor.isGuardian) return sql<boolean>`false`;
  return sql<boolean>`exists (select from core_data.guardianship mine
    join core_data.person ward on ward.education_provider_id = mine.education_provider_id and ward.person_id = mine.learner_id
    join core_data.person reader on reader.education_provider_id = mine.education_provider_id and reader.person_id = mine.guardian_id
    where mine.education_provider_id = ${provider} and mine.guardian_id = ${actor.personId} and mine.learner_id = ${learner} and mine.valid @> ${today}
      and not (mine.has_custody and mine.lives_with and reader.protected_address)
      and (ward.protected_address or exists (select from core_data.guardianship other
        join core_data.person home on home.education_provider_id = other.education_provider_id and home.person_id = other.guardian_id and home.protected_address
        where other.education_provider_id = ${provider} and other.learner_id = mine.learner_id and other.guardian_id <> mine.guardian_id
          and other.lives_with and other.valid @> ${today})))`;
}

/** As guardianOf, with custody: may act for the learner, not only know. */
export const guardianWithCustodyOf: Rule = {
  name: 'guardian-with-custody',
  when: (actor, learner) =>
    actor.isGuardian &&
    sql<boolean>`exists (select from core_data.guardian_access ga where ga.education_provider_id = ${provider}
      and ga.guardian_id = ${actor.personId} and ga.learner_id = ${learner} and ga.has_custody)`,
};

/** The adult learner, who speaks for themself. */
export const adultSelf: Rule = {
  name: 'adult-self',
  when: (actor, learner) =>
    actor.isLearner &&
    sql<boolean>`(${learner} = ${actor.personId}::uuid and exists (select from core_data.person me where me.education_provider_id = ${provider}
      and me.person_id = ${actor.personId} and me.born_on + interval '18 years' <= ${today}))`,
};

/** The actor teaches a group today of which the learner is a member today. */
export const teachesLearner: Rule = {
  name: 'teaches-learner',
  when: (actor, learner) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.teaching_group_member gm
      join core_data.teaching_group_teacher gt on gt.education_provider_id = gm.education_provider_id
        and gt.teaching_group_id = gm.teaching_group_id and gt.valid @> ${today}
      where gm.education_provider_id = ${provider} and gm.learner_id = ${learner} and gm.valid @> ${today} and gt.person_id = ${actor.personId})`,
};

/** The actor is the homeroom teacher of the learner today. */
export const homeroomTeacherOf: Rule = {
  name: 'homeroom-teacher-of-learner',
  when: (actor, learner) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.homeroom_member hm
      join core_data.homeroom_teacher ht on ht.education_provider_id = hm.education_provider_id
        and ht.homeroom_id = hm.homeroom_id and ht.valid @> ${today}
      where hm.education_provider_id = ${provider} and hm.learner_id = ${learner} and hm.valid @> ${today} and ht.person_id = ${actor.personId})`,
};

/** The actor has one of the roles at a school where the learner studies today. */
export const roleAtLearnersSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-learners-school`,
  when: (actor, learner) => {
    if (!hasRole(actor, ...roles)) return false;
    const schools = schoolsWithRole(actor, ...roles);
    const atSchool = schools === 'all' ? sql`true` : sql`sr.school_id = any(${schools}::uuid[])`;
    return sql<boolean>`exists (select from core_data.study_right sr where sr.education_provider_id = ${provider}
      and sr.learner_id = ${learner} and sr.state <> 'void' and sr.valid @> ${today} and ${atSchool})`;
  },
});

/** The person works at a school where the actor has one of the roles. */
export const roleAtStaffMembersSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-staff-members-school`,
  when: (actor, person) => {
    const condition = schoolCondition(actor, roles, sql`sp.school_id`);
    if (condition === false) return false;
    return sql<boolean>`exists (select from core_data.staff_position sp where sp.education_provider_id = ${provider}
      and sp.person_id = ${person} and sp.valid @> ${today} and ${condition === true ? sql`true` : condition})`;
  },
});

/** The actor teaches the group today. */
export const teachesGroup: Rule = {
  name: 'teaches-group',
  when: (actor, group) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider}
      and gt.teaching_group_id = ${group} and gt.person_id = ${actor.personId} and gt.valid @> ${today})`,
};

/** The actor has one of the roles at the group's school. */
export const roleAtGroupsSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-groups-school`,
  when: (actor, group) => {
    const condition = schoolCondition(actor, roles, sql`tg.school_id`);
    if (typeof condition === 'boolean') return condition;
    return sql<boolean>`exists (select from core_data.teaching_group tg where tg.education_provider_id = ${provider}
      and tg.teaching_group_id = ${group} and ${condition})`;
  },
});

/** The actor has one of the roles at the homeroom's school, or is its teacher. */
export const roleAtHomeroomsSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-homerooms-school`,
  when: (actor, homeroom: ObjectRef) => {
    const condition = schoolCondition(actor, roles, sql`hr.school_id`);
    if (typeof condition === 'boolean') return condition;
    return sql<boolean>`exists (select from core_data.homeroom hr where hr.education_provider_id = ${provider}
      and hr.homeroom_id = ${homeroom} and ${condition})`;
  },
});

export const teachesHomeroom: Rule = {
  name: 'homeroom-teacher',
  when: (actor, homeroom) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.homeroom_teacher ht where ht.education_provider_id = ${provider}
      and ht.homeroom_id = ${homeroom} and ht.person_id = ${actor.personId} and ht.valid @> ${today})`,
};

/** The person is a guardian of a learner at a school where the actor has one of the roles. */
export const roleAtWardsSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-wards-school`,
  when: (actor, person) => {
    const condition = schoolCondition(actor, roles, sql`sr.school_id`);
    if (condition === false) return false;
    return sql<boolean>`exists (select from core_data.guardianship gs
      join core_data.study_right sr on sr.education_provider_id = gs.education_provider_id and sr.learner_id = gs.learner_id
        and sr.state <> 'void' and sr.valid @> ${today}
      where gs.education_provider_id = ${provider} and gs.guardian_id = ${person} and gs.valid @> ${today}
        and ${condition === true ? sql`true` : condition})`;
  },
});
