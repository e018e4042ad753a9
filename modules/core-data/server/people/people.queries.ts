import { sql } from 'kysely';
import { abilitiesOn, allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { blockGuardian, correctPerson, knowProtection, moveLearner, readContact, readGuardians, readPersonHistory, revealProtectedContact } from '../actions.ts';
import { isPlaceHiddenFrom } from '../relations.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;

const address = (person: ReturnType<typeof sql.ref>) => sql<{ streetAddress: string; postalCode: string | null; postOffice: string | null } | null>`(
  select jsonb_build_object('streetAddress', a.street_address, 'postalCode', a.postal_code, 'postOffice', a.post_office)
  from core_data.person_address a where a.education_provider_id = ${provider} and a.person_id = ${person}
    and a.kind = 'permanent' and a.valid @> (select platform.today()) limit 1)`;

/** The person's own facts with what the actor may do; contact data only where it may be read and nobody is protected. */
export async function findPerson(tx: Transaction, actor: Actor, personId: string) {
  const id = sql.ref('p.person_id');
  return tx.db
    .selectFrom('core_data.person as p')
    .where('p.person_id', '=', personId)
    .select([
      'p.person_id as personId',
      'p.version',
      'p.first_names as firstNames',
      'p.call_name as callName',
      'p.last_name as lastName',
      'p.born_on as bornOn',
      'p.preferred_language as preferredLanguage',
      'p.mother_tongue as motherTongue',
      'p.learner_number as learnerNumber',
      'p.email',
      'p.phone',
      'p.home_municipality as homeMunicipality',
      'p.protected_address as isProtected',
      sql<boolean>`coalesce(${allowedFor(actor, knowProtection, id)}, false)`.as('mayKnowProtection'),
      sql<boolean>`coalesce(${allowedFor(actor, readContact, id)}, false)`.as('mayReadContact'),
      sql<boolean>`coalesce(${allowedFor(actor, readGuardians, id)}, false)`.as('mayReadGuardians'),
      isPlaceHiddenFrom(actor, id).as('isPlaceHidden'),
      address(id).as('address'),
      abilitiesOn(
        actor,
        { correct: correctPerson, readContact, revealProtectedContact, readHistory: readPersonHistory, moveGroups: moveLearner, blockGuardian },
        id,
      ).as('can'),
    ])
    .executeTakeFirst();
}

export const listPositions = (tx: Transaction, personId: string) =>
  tx.db
    .selectFrom('core_data.staff_position as sp')
    .leftJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'sp.school_id').onRef('s.education_provider_id', '=', 'sp.education_provider_id'))
    .where('sp.person_id', '=', personId)
    .where(sql<boolean>`sp.valid @> (select platform.today())`)
    .select(['sp.title', 'sp.school_id as schoolId', 's.name as schoolName'])
    .orderBy('sp.title')
    .execute();

export const listEnrolments = (tx: Transaction, learnerId: string) =>
  tx.db
    .selectFrom('core_data.current_enrolment as e')
    .innerJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'e.school_id').onRef('s.education_provider_id', '=', 'e.education_provider_id'))
    .where('e.education_provider_id', '=', provider)
    .where('e.learner_id', '=', learnerId)
    .select([
      'e.study_right_id as studyRightId',
      'e.school_id as schoolId',
      's.name as schoolName',
      'e.education_form as educationForm',
      'e.homeroom_id as homeroomId',
      'e.homeroom_name as homeroomName',
      'e.grade_level as gradeLevel',
    ])
    .execute();

export const listGroupsOfLearner = (tx: Transaction, learnerId: string) =>
  tx.db
    .selectFrom('core_data.teaching_group_member as m')
    .innerJoin('core_data.teaching_group as g', (join) => join.onRef('g.teaching_group_id', '=', 'm.teaching_group_id').onRef('g.education_provider_id', '=', 'm.education_provider_id'))
    .leftJoin('core_data.subject as s', (join) => join.onRef('s.subject_id', '=', 'g.subject_id').onRef('s.education_provider_id', '=', 'g.education_provider_id'))
    .where('m.education_provider_id', '=', provider)
    .where('m.learner_id', '=', learnerId)
    .where(sql<boolean>`m.valid @> (select platform.today())`)
    .select(['g.teaching_group_id as teachingGroupId', 'g.name', 's.name as subjectName', 's.code as subjectCode'])
    .orderBy('g.name')
    .execute();

/** Guardians for the school's use. Contact data of a protected guardian stays hidden. */
export const listGuardians = (tx: Transaction, learnerId: string) =>
  tx.db
    .selectFrom('core_data.guardianship as g')
    .innerJoin('core_data.person as p', (join) => join.onRef('p.person_id', '=', 'g.guardian_id').onRef('p.education_provider_id', '=', 'g.education_provider_id'))
    .where('g.education_provider_id', '=', provider)
    .where('g.learner_id', '=', learnerId)
    .where(sql<boolean>`g.valid @> (select platform.today())`)
    .select([
      'p.person_id as personId',
      'p.call_name as callName',
      'p.last_name as lastName',
      'g.role',
      'g.has_custody as hasCustody',
      'g.has_right_to_information as hasRightToInformation',
      'g.lives_with as livesWith',
      'p.protected_address as isProtected',
      sql<boolean>`exists (select from core_data.guardian_block b where b.education_provider_id = g.education_provider_id and b.guardian_id = g.guardian_id
        and b.learner_id = g.learner_id and b.valid @> (select platform.today()))`.as('isBlocked'),
      sql<string | null>`case when p.protected_address then null else p.phone end`.as('phone'),
      sql<string | null>`case when p.protected_address then null else p.email end`.as('email'),
    ])
    .orderBy('g.has_custody', 'desc')
    .orderBy('p.last_name')
    .execute();

export const findProtectedContact = (tx: Transaction, personId: string) =>
  tx.db
    .selectFrom('core_data.person as p')
    .where('p.person_id', '=', personId)
    .select(['p.email', 'p.phone', 'p.home_municipality as homeMunicipality', address(sql.ref('p.person_id')).as('address')])
    .executeTakeFirst();

export interface Correction {
  firstNames?: string | undefined;
  callName?: string | undefined;
  lastName?: string | undefined;
  preferredLanguage?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}

/** @returns the new version, or undefined when somebody changed the person in between */
export async function updatePerson(tx: Transaction, personId: string, version: number, correction: Correction): Promise<number | undefined> {
  const changes = {
    ...(correction.firstNames === undefined ? {} : { first_names: correction.firstNames }),
    ...(correction.callName === undefined ? {} : { call_name: correction.callName }),
    ...(correction.lastName === undefined ? {} : { last_name: correction.lastName }),
    ...(correction.preferredLanguage === undefined ? {} : { preferred_language: correction.preferredLanguage }),
    ...(correction.email === undefined ? {} : { email: correction.email }),
    ...(correction.phone === undefined ? {} : { phone: correction.phone }),
  };
  if (Object.keys(changes).length === 0) return version;
  const row = await tx.db
    .updateTable('core_data.person')
    .set(changes)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (row !== undefined) return row.version;
  // A correction that says what is already there changes no row; the version then still stands.
  const current = await tx.db.selectFrom('core_data.person').where('person_id', '=', personId).select('version').executeTakeFirst();
  return current?.version === version ? version : undefined;
}

/** Whose pages show the person: their own, their guardians' and the schools they belong to. */
export async function listConcerned(tx: Transaction, personId: string): Promise<{ personIds: string[]; schoolIds: string[] }> {
  const { rows } = await sql<{ personIds: string[]; schoolIds: string[] }>`
    select array(select guardian_id from core_data.guardian_access where education_provider_id = ${provider} and learner_id = ${personId}) || ${personId}::uuid as "personIds",
           array(select school_id from core_data.study_right where education_provider_id = ${provider} and learner_id = ${personId} and state <> 'void'
                 union select school_id from core_data.staff_position where education_provider_id = ${provider} and person_id = ${personId} and school_id is not null) as "schoolIds"`.execute(tx.db);
  return rows[0] ?? { personIds: [], schoolIds: [] };
}
