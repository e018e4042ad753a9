import type { Database } from '@digione/platform/db';
import { DEMO_ISSUER } from '../options.ts';

// Before anyone is signed in: these read demo providers alone, where nobody is real.

/** Which of the personas have an account in this database. */
export async function listSeededPersonas(database: Database, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await database.system.query<{ key: string }>(
    `select l.subject as key from access.account_login l join access.account a using (account_id)
     where l.issuer = $1 and l.subject = any($2) and a.closed_at is null
       and not exists (select from access.account_identity i join core_data.education_provider p using (education_provider_id)
         where i.account_id = a.account_id and not p.is_demo)`,
    [DEMO_ISSUER, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

export interface DemoPerson {
  subject: string;
  callName: string;
  lastName: string;
  providerName: { fi?: string; sv?: string; en?: string };
  title: string | null;
  homeroomName: string | null;
  isGuardian: boolean;
}

const MOST = 24;

/** People of the demo cities by name, anyone one may want to be for a while. */
export const searchDemoPeople = (database: Database, words: string): Promise<DemoPerson[]> =>
  listDemoPeople(database, `p.search_name like '%' || replace(replace(replace(platform.fold($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`, words);

/** The one with this login, when there is one. */
export const findDemoPerson = async (database: Database, subject: string): Promise<DemoPerson | undefined> => (await listDemoPeople(database, 'l.subject = $2', subject))[0];

async function listDemoPeople(database: Database, condition: string, value: string): Promise<DemoPerson[]> {
  const { rows } = await database.system.query<DemoPerson>(
    `select distinct on (p.last_name, p.call_name, l.subject) l.subject, p.call_name as "callName", p.last_name as "lastName", e.name as "providerName",
       (select s.title from core_data.staff_position s where s.education_provider_id = p.education_provider_id and s.person_id = p.person_id
          and s.valid @> $3::date limit 1) as title,
       (select h.name from core_data.homeroom_member m join core_data.homeroom h using (education_provider_id, homeroom_id)
          where m.education_provider_id = p.education_provider_id and m.learner_id = p.person_id and m.valid @> $3::date limit 1) as "homeroomName",
       exists (select from core_data.guardianship g where g.education_provider_id = p.education_provider_id and g.guardian_id = p.person_id
          and g.valid @> $3::date) as "isGuardian"
     from core_data.person p
     join core_data.education_provider e on e.education_provider_id = p.education_provider_id and e.is_demo
     join access.account_identity i on i.education_provider_id = p.education_provider_id and i.person_id = p.person_id
     join access.account_login l on l.account_id = i.account_id and l.issuer = $1
     where ${condition} and p.died_on is null
     order by p.last_name, p.call_name, l.subject, e.key limit ${MOST}`,
    [DEMO_ISSUER, value, database.clock.today()],
  );
  return rows;
}
