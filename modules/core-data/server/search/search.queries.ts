import { sql } from 'kysely';
import { abilitiesOn, allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import { readLearner, readPerson, readSchoolGroups } from '../actions.ts';
import { matchesName } from '../learners/learners.queries.ts';
import { isPlaceHiddenFrom } from '../relations.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;
const LIMIT = 8;

/** Learners by name, within the actor's rights. */
export function findLearners(tx: Transaction, actor: Actor, q: string) {
  const isHidden = isPlaceHiddenFrom(actor, sql.ref('p.person_id'));
  return tx.db
    .selectFrom('core_data.person as p')
    .innerJoin('core_data.current_enrolment as e', (join) => join.onRef('e.learner_id', '=', 'p.person_id').onRef('e.education_provider_id', '=', 'p.education_provider_id'))
    .innerJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'e.school_id').onRef('s.education_provider_id', '=', 'e.education_provider_id'))
    .where('p.education_provider_id', '=', provider)
    .where('p.died_on', 'is', null)
    .where(matchesName(q))
    .where(allowedFor(actor, readLearner, sql.ref('p.person_id')))
    .select(['p.person_id as personId', 'p.call_name as callName', 'p.last_name as lastName'])
    .select([
      sql<string | null>`case when ${isHidden} then null else e.homeroom_name end`.as('homeroomName'),
      sql<LocalizedText | null>`case when ${isHidden} then null else s.name end`.as('schoolName'),
    ])
    .orderBy('p.last_name')
    .orderBy('p.call_name')
    .limit(LIMIT)
    .execute();
}

export const findStaff = (tx: Transaction, actor: Actor, q: string) =>
  tx.db
    .selectFrom('core_data.person as p')
    .innerJoin('core_data.staff_position as sp', (join) => join.onRef('sp.person_id', '=', 'p.person_id').onRef('sp.education_provider_id', '=', 'p.education_provider_id'))
    .leftJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'sp.school_id').onRef('s.education_provider_id', '=', 'sp.education_provider_id'))
    .where('p.education_provider_id', '=', provider)
    .where(matchesName(q))
    .where(sql<boolean>`sp.valid @> (select platform.today())`)
    .distinctOn(['p.last_name', 'p.call_name', 'p.person_id'])
    .select(['p.person_id as personId', 'p.call_name as callName', 'p.last_name as lastName', 'sp.title', 's.school_id as schoolId', 's.name as schoolName'])
    .select(abilitiesOn(actor, { open: readPerson }, sql.ref('p.person_id')).as('can'))
    .orderBy('p.last_name')
    .orderBy('p.call_name')
    .orderBy('p.person_id')
    .limit(LIMIT)
    .execute();

const contains = (q: string) => `%${q.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

export const findSchools = (tx: Transaction, q: string) =>
  tx.db
    .selectFrom('core_data.school')
    .where('education_provider_id', '=', provider)
    .where(sql<boolean>`valid @> (select platform.today())`)
    .where(sql<boolean>`platform.fold(concat_ws(' ', name->>'fi', name->>'sv', short_name)) like platform.fold(${contains(q)})`)
    .select(['school_id as schoolId', 'name'])
    .limit(LIMIT)
    .execute();

/** Homerooms of the schools whose groups the actor may see. */
export const findHomerooms = (tx: Transaction, actor: Actor, q: string) =>
  tx.db
    .selectFrom('core_data.homeroom as h')
    .innerJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'h.school_id').onRef('s.education_provider_id', '=', 'h.education_provider_id'))
    .where('h.education_provider_id', '=', provider)
    .where(sql<boolean>`h.valid @> (select platform.today())`)
    .where(allowedFor(actor, readSchoolGroups, sql.ref('h.school_id')))
    .where(sql<boolean>`platform.fold(h.name) like platform.fold(${contains(q)})`)
    .select(['h.homeroom_id as homeroomId', 'h.name', 'h.school_id as schoolId', 's.name as schoolName'])
    .orderBy('h.name')
    .limit(LIMIT)
    .execute();
