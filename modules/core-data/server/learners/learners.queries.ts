import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { readLearner } from '../actions.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface LearnerFilter {
  schoolId?: string | undefined;
  homeroomId?: string | undefined;
  q?: string | undefined;
  after?: { lastName: string; callName: string; personId: string; schoolId: string } | undefined;
  limit: number;
}

/** Learners within the actor's rights: the rules are part of the query, sorted by name for stable paging. */
export function listLearners(tx: Transaction, actor: Actor, filter: LearnerFilter) {
  let query = tx.db
    .selectFrom('core_data.current_enrolment as e')
    .innerJoin('core_data.person as p', (join) => join.onRef('p.person_id', '=', 'e.learner_id').onRef('p.education_provider_id', '=', 'e.education_provider_id'))
    .innerJoin('core_data.school as s', (join) => join.onRef('s.school_id', '=', 'e.school_id').onRef('s.education_provider_id', '=', 'e.education_provider_id'))
    .where('e.education_provider_id', '=', provider)
    .where('p.died_on', 'is', null)
    .where(allowedFor(actor, readLearner, sql.ref('e.learner_id')))
    .select([
      'p.person_id as personId',
      'p.call_name as callName',
      'p.last_name as lastName',
      'p.first_names as firstNames',
      'p.born_on as bornOn',
      'e.school_id as schoolId',
      's.name as schoolName',
      'e.homeroom_id as homeroomId',
      'e.homeroom_name as homeroomName',
      'e.grade_level as gradeLevel',
    ])
    .orderBy('p.last_name')
    .orderBy('p.call_name')
    .orderBy('p.person_id')
    .orderBy('e.school_id')
    .limit(filter.limit);
  if (filter.schoolId !== undefined) query = query.where('e.school_id', '=', filter.schoolId);
  if (filter.homeroomId !== undefined) query = query.where('e.homeroom_id', '=', filter.homeroomId);
  if (filter.q !== undefined && filter.q !== '') query = query.where(matchesName(filter.q));
  if (filter.after !== undefined) {
    const { lastName, callName, personId, schoolId } = filter.after;
    query = query.where(sql<boolean>`(p.last_name, p.call_name, p.person_id, e.school_id) > (${lastName}, ${callName}, ${personId}::uuid, ${schoolId}::uuid)`);
  }
  return query.execute();
}

/** Every word of the query begins or lies within the folded name; `p` is core_data.person. */
export function matchesName(q: string) {
  const words = q
    .trim()
    .split(/\s+/)
    .slice(0, 5)
    .map((word) => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`));
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`p.search_name like '%' || platform.fold(${word}) || '%'`),
    sql` and `,
  )})`;
}
