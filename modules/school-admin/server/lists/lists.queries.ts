import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

export interface ListedGuardian {
  personId: string;
  name: string;
  phone: string | null;
  email: string | null;
  isHidden: boolean;
}

export interface ListedLearner {
  learnerId: string;
  lastName: string;
  callName: string;
  firstNames: string;
  bornOn: string | null;
  homeroom: string | null;
  phone: string | null;
  email: string | null;
  isHidden: boolean;
  turns18On: string | null;
  guardians: ListedGuardian[];
  groups: string[];
}

/** Whose numbers and addresses are on no list: the protected, and the homes of the protected. */
const contactOf = (person: string, isHidden: RawBuilder<unknown>) => sql`
  'phone', case when ${isHidden} then null else ${sql.ref(`${person}.phone`)} end, 'email', case when ${isHidden} then null else ${sql.ref(`${person}.email`)} end, 'isHidden', ${isHidden}`;

/** Those with custody or the right to information today whom the school has not blocked; custody first. */
const guardians = sql`coalesce((select jsonb_agg(jsonb_build_object('personId', g.person_id, 'name', g.call_name || ' ' || g.last_name,
    ${contactOf('g', sql`(g.protected_address or p.protected_address)`)}) order by ga.has_custody desc, ga.lives_with desc, g.last_name, g.call_name)
  from core_data.guardian_access ga join core_data.person g on g.education_provider_id = ga.education_provider_id and g.person_id = ga.guardian_id and g.died_on is null
  where ga.education_provider_id = ${provider} and ga.learner_id = p.person_id), '[]')`;

/** What was chosen or placed beside the class's own groups; whose lessons of which religion somebody goes to is told to nobody. */
const groups = sql`coalesce((select jsonb_agg(t.name order by t.name) from core_data.teaching_group_member m
  join core_data.teaching_group t on t.education_provider_id = m.education_provider_id and t.teaching_group_id = m.teaching_group_id and t.valid @> ${today}
  left join core_data.subject s on s.education_provider_id = t.education_provider_id and s.subject_id = t.subject_id
  where m.education_provider_id = ${provider} and m.learner_id = p.person_id and m.valid @> ${today} and t.homeroom_id is null
    and coalesce(s.national_code, s.code, '') not in ('KT', 'ET', 'UE', 'UO', 'UX')), '[]')`;

interface Wanted {
  readonly members: RawBuilder<unknown>;
  readonly withGuardians?: boolean;
  readonly withGroups?: boolean;
}

async function listLearners(tx: Transaction, { members, withGuardians = false, withGroups = false }: Wanted): Promise<ListedLearner[]> {
  const { rows } = await sql<ListedLearner>`
    select p.person_id as "learnerId", p.last_name as "lastName", p.call_name as "callName", p.first_names as "firstNames", p.born_on as "bornOn", e.homeroom_name as homeroom,
      ${withGuardians ? sql`case when p.protected_address then null else p.phone end` : sql`null`} as phone,
      ${withGuardians ? sql`case when p.protected_address then null else p.email end` : sql`null`} as email,
      ${withGuardians ? sql`p.protected_address` : sql`false`} as "isHidden",
      (p.born_on + interval '18 years')::date as "turns18On",
      ${withGuardians ? guardians : sql`'[]'::jsonb`} as guardians, ${withGroups ? groups : sql`'[]'::jsonb`} as groups
    from (${members}) listed
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = listed.learner_id and p.died_on is null
    join lateral (select e.homeroom_name from core_data.current_enrolment e where e.education_provider_id = ${provider} and e.learner_id = p.person_id and e.school_id = listed.school_id limit 1) e on true
    order by p.last_name, p.call_name, p.person_id`.execute(tx.db);
  return rows;
}

export async function findNameOf(tx: Transaction, what: 'homeroom' | 'teaching-group' | 'school', id: string): Promise<{ name: Record<string, string> | string } | undefined> {
  const table = { homeroom: sql`core_data.homeroom where homeroom_id`, 'teaching-group': sql`core_data.teaching_group where teaching_group_id`, school: sql`core_data.school where school_id` }[what];
  const { rows } = await sql<{ name: Record<string, string> | string }>`select name from ${table} = ${id} and education_provider_id = ${provider}`.execute(tx.db);
  return rows[0];
}

export const listClass = (tx: Transaction, homeroomId: string, more: { withGuardians?: boolean; withGroups?: boolean }) =>
  listLearners(tx, { ...more, members: sql`select m.learner_id, m.school_id from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.homeroom_id = ${homeroomId} and m.valid @> ${today}` });

export const listGroup = (tx: Transaction, groupId: string) =>
  listLearners(tx, {
    members: sql`select m.learner_id, t.school_id from core_data.teaching_group_member m
      join core_data.teaching_group t on t.education_provider_id = m.education_provider_id and t.teaching_group_id = m.teaching_group_id
      where m.education_provider_id = ${provider} and m.teaching_group_id = ${groupId} and m.valid @> ${today}`,
  });

/** Who comes of age within a year, the nearest first. */
export async function listTurning18(tx: Transaction, schoolId: string): Promise<ListedLearner[]> {
  const rows = await listLearners(tx, {
    members: sql`select distinct e.learner_id, e.school_id from core_data.current_enrolment e join core_data.person q on q.education_provider_id = ${provider} and q.person_id = e.learner_id
      where e.education_provider_id = ${provider} and e.school_id = ${schoolId} and q.born_on + interval '18 years' >= ${today} and q.born_on + interval '17 years' < ${today}`,
  });
  return rows.toSorted((a, b) => ((a.turns18On ?? '') < (b.turns18On ?? '') ? -1 : 1));
}
