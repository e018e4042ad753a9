import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { CertificateContent, CertificateKind, CertificateLanguage } from '../../contract/certificates/index.ts';

const provider = sql`(select platform.current_provider())`;
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

export interface ClassOfCertificates {
  homeroomId: string;
  name: string;
  gradeLevel: number | null;
  schoolId: string;
  schoolName: Record<string, string>;
  educationForms: string[];
  schoolYearId: string;
}

export async function findClass(tx: Transaction, homeroomId: string): Promise<ClassOfCertificates | undefined> {
  const { rows } = await sql<ClassOfCertificates>`
    select h.homeroom_id as "homeroomId", h.name, h.grade_level as "gradeLevel", h.school_id as "schoolId", s.name as "schoolName", s.education_forms as "educationForms", h.school_year_id as "schoolYearId"
    from core_data.homeroom h join core_data.school s on s.education_provider_id = h.education_provider_id and s.school_id = h.school_id
    where h.education_provider_id = ${provider} and h.homeroom_id = ${homeroomId}`.execute(tx.db);
  return rows[0];
}

/** Who is in the class, in a past year who was in it last; with `named` also who has left it meanwhile. */
const members = (homeroomId: string, named: readonly string[] | undefined) => sql`
  select distinct m.learner_id from core_data.homeroom_member m
  join core_data.homeroom h on h.education_provider_id = m.education_provider_id and h.homeroom_id = m.homeroom_id
  where m.education_provider_id = ${provider} and m.homeroom_id = ${homeroomId}
    and ${named === undefined ? sql`m.valid @> least((select platform.today()), upper(h.valid) - 1)` : sql`m.learner_id = any(${named}::uuid[]) and lower(m.valid) <= (select platform.today())`}`;

export interface ClassRow {
  learnerId: string;
  firstNames: string;
  lastName: string;
  hasIdentity: boolean;
  certificate: { certificateId: string; version: number; state: 'draft' | 'issued' | 'replaced'; number: string | null; issuedOn: string; content: CertificateContent } | null;
}

/** The class with each learner's latest certificate of a kind and language in the class's school year. */
export async function listClassRows(tx: Transaction, { homeroomId, schoolId, schoolYearId }: ClassOfCertificates, kind: CertificateKind, language: CertificateLanguage): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    select p.person_id as "learnerId", p.first_names as "firstNames", p.last_name as "lastName",
      exists (select from core_data.person_identity_code i where i.education_provider_id = p.education_provider_id and i.person_id = p.person_id and i.is_current) as "hasIdentity",
      (select jsonb_build_object('certificateId', c.certificate_id, 'version', c.version, 'state', c.state, 'number', c.number, 'issuedOn', c.issued_on, 'content', c.content)
        from school_admin.certificate c where c.education_provider_id = p.education_provider_id and c.learner_id = p.person_id and c.school_id = ${schoolId}
          and c.school_year_id = ${schoolYearId} and c.kind = ${kind} and c.language = ${language} and c.state <> 'discarded' order by c.certificate_id desc limit 1) as certificate
    from core_data.person p
    where p.education_provider_id = ${provider} and p.person_id in (${members(homeroomId, undefined)}
      union select c.learner_id from school_admin.certificate c where c.education_provider_id = ${provider} and c.homeroom_id = ${homeroomId} and c.kind = ${kind} and c.language = ${language} and c.state <> 'discarded')
    order by p.last_name, p.first_names, p.person_id`.execute(tx.db);
  return rows;
}

type Facts = Omit<CertificateContent, 'subjects' | 'behaviour' | 'additional'>;

/** What core data says of each learner: names as in the population register, never an address. */
export async function listFacts(tx: Transaction, { homeroomId, schoolId, schoolYearId }: ClassOfCertificates, learnerIds: readonly string[] | undefined): Promise<{ learnerId: string; facts: Facts }[]> {
  const { rows } = await sql<{ learnerId: string; facts: Facts }>`
    select p.person_id as "learnerId", jsonb_build_object(
      'learner', jsonb_build_object('firstNames', p.first_names, 'lastName', p.last_name, 'bornOn', p.born_on),
      'provider', ep.name, 'school', s.name,
      'schoolContact', (select concat_ws(', ', t.street_address, concat_ws(' ', t.postal_code, t.post_office)) from core_data.school_site t
        where t.education_provider_id = s.education_provider_id and t.school_id = s.school_id and t.street_address is not null and t.valid @> (select platform.today()) order by t.school_site_id limit 1),
      'schoolYear', y.name, 'gradeLevel', h.grade_level, 'homeroom', h.name,
      'studies', (select jsonb_build_object('startsOn', min(lower(r.valid)), 'endsOn', case when bool_and(r.state in ('graduated', 'resigned', 'moved')) then max(upper(r.valid) - 1) end)
        from core_data.study_right r where r.education_provider_id = p.education_provider_id and r.learner_id = p.person_id and r.school_id = s.school_id and r.state <> 'void'),
      'signatories', coalesce((select jsonb_agg(jsonb_build_object('personId', one.person_id, 'name', one.name, 'role', one.role) order by one.role desc) from (
          select q.person_id, q.call_name || ' ' || q.last_name as name, 'homeroom-teacher' as role from core_data.homeroom_teacher ht
            join core_data.person q on q.education_provider_id = ht.education_provider_id and q.person_id = ht.person_id
            where ht.education_provider_id = h.education_provider_id and ht.homeroom_id = h.homeroom_id and ht.valid @> (select platform.today())
          union all (select q.person_id, q.call_name || ' ' || q.last_name, 'principal' from core_data.staff_position sp
            join core_data.person q on q.education_provider_id = sp.education_provider_id and q.person_id = sp.person_id
            where sp.education_provider_id = s.education_provider_id and sp.school_id = s.school_id and sp.title = 'principal' and sp.valid @> (select platform.today())
            order by lower(sp.valid) desc limit 1)
        ) one), '[]')
    ) as facts
    from core_data.person p
    join core_data.homeroom h on h.education_provider_id = p.education_provider_id and h.homeroom_id = ${homeroomId}
    join core_data.school s on s.education_provider_id = p.education_provider_id and s.school_id = ${schoolId}
    join core_data.school_year y on y.education_provider_id = p.education_provider_id and y.school_year_id = ${schoolYearId}
    join core_data.education_provider ep on ep.education_provider_id = p.education_provider_id
    where p.education_provider_id = ${provider} and p.person_id in (${members(homeroomId, learnerIds)})
    order by p.last_name, p.first_names, p.person_id`.execute(tx.db);
  return rows;
}

export interface NewDraft {
  readonly learnerId: string;
  readonly schoolId: string;
  readonly schoolYearId: string;
  readonly homeroomId: string | null;
  readonly kind: CertificateKind;
  readonly language: CertificateLanguage;
  readonly content: CertificateContent;
  readonly issuedOn: string;
  readonly replaces: string | null;
}

/** Writes a draft, or anew the one that is there. */
export async function saveDraft(tx: Transaction, draft: NewDraft): Promise<string> {
  const { rows } = await sql<{ certificateId: string }>`
    insert into school_admin.certificate (education_provider_id, certificate_id, learner_id, school_id, school_year_id, homeroom_id, kind, language, content, issued_on, replaces_certificate_id, source)
    values (${provider}, ${uuidv7()}, ${draft.learnerId}, ${draft.schoolId}, ${draft.schoolYearId}, ${draft.homeroomId}, ${draft.kind}, ${draft.language}, ${json(draft.content)}, ${draft.issuedOn}, ${draft.replaces}, 'manual')
    on conflict (education_provider_id, learner_id, school_id, school_year_id, kind, language) where state = 'draft'
    do update set content = excluded.content, issued_on = excluded.issued_on, homeroom_id = excluded.homeroom_id
    returning certificate_id as "certificateId"`.execute(tx.db);
  const [saved] = rows;
  if (saved !== undefined) return saved.certificateId;
  // The row history lets pass what says nothing new: then the draft is there as it was.
  const { rows: found } = await sql<{ certificateId: string }>`
    select certificate_id as "certificateId" from school_admin.certificate where education_provider_id = ${provider} and learner_id = ${draft.learnerId}
      and school_id = ${draft.schoolId} and school_year_id = ${draft.schoolYearId} and kind = ${draft.kind} and language = ${draft.language} and state = 'draft'`.execute(tx.db);
  return found[0]?.certificateId ?? '';
}

export interface CertificateRow {
  certificateId: string;
  version: number;
  learnerId: string;
  schoolId: string;
  schoolYearId: string;
  homeroomId: string | null;
  kind: CertificateKind;
  language: CertificateLanguage;
  state: 'draft' | 'discarded' | 'issued' | 'replaced';
  content: CertificateContent;
  issuedOn: string;
  number: string | null;
  sha256: string | null;
  issuedAt: string | null;
  /** The version of the template by which it was given; null of a draft, and of what the product brings. */
  certificateTemplateId: string | null;
  replaces: { certificateId: string; number: string } | null;
  replacedBy: { certificateId: string; number: string | null } | null;
  /** Read when it is printed or judged, never answered. */
  identityCode: string | null;
}

/** Certificates by their ids, or those of a class that were given. `lock` keeps others from signing off the same at once. */
async function listRows(tx: Transaction, which: ReturnType<typeof sql>, lock = false): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`
    select c.certificate_id as "certificateId", c.version, c.learner_id as "learnerId", c.school_id as "schoolId", c.school_year_id as "schoolYearId", c.homeroom_id as "homeroomId", c.kind, c.language, c.state,
      c.content, c.issued_on as "issuedOn", c.number, c.sha256, c.issued_at as "issuedAt", c.certificate_template_id as "certificateTemplateId",
      (select jsonb_build_object('certificateId', o.certificate_id, 'number', o.number) from school_admin.certificate o
        where o.education_provider_id = c.education_provider_id and o.certificate_id = c.replaces_certificate_id) as replaces,
      (select jsonb_build_object('certificateId', o.certificate_id, 'number', o.number) from school_admin.certificate o
        where o.education_provider_id = c.education_provider_id and o.replaces_certificate_id = c.certificate_id and o.state <> 'discarded') as "replacedBy",
      (select i.personal_identity_code from core_data.person_identity_code i
        where i.education_provider_id = c.education_provider_id and i.person_id = c.learner_id and i.is_current) as "identityCode"
    from school_admin.certificate c join core_data.person p on p.education_provider_id = c.education_provider_id and p.person_id = c.learner_id
    where c.education_provider_id = ${provider} and ${which}
    order by p.last_name, p.first_names, c.certificate_id ${lock ? sql`for update of c` : sql``}`.execute(tx.db);
  return rows;
}

export const listCertificates = (tx: Transaction, certificateIds: readonly string[], lock = false) => listRows(tx, sql`c.certificate_id = any(${certificateIds}::uuid[])`, lock);
export const listIssuedOfClass = (tx: Transaction, homeroomId: string, kind: CertificateKind, language: CertificateLanguage) =>
  listRows(tx, sql`c.homeroom_id = ${homeroomId} and c.kind = ${kind} and c.language = ${language} and c.state = 'issued'`);

/** @returns the new version; undefined when it is no draft or was changed since */
export async function updateDraft(tx: Transaction, certificateId: string, version: number, change: { content: CertificateContent; issuedOn: string }): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update school_admin.certificate set content = ${json(change.content)}, issued_on = ${change.issuedOn}
    where education_provider_id = ${provider} and certificate_id = ${certificateId} and version = ${version} and state = 'draft' returning version`.execute(tx.db);
  return rows[0]?.version;
}

/** Out of sight, not out of the history. @returns whether it was a draft */
export async function discardDraft(tx: Transaction, certificateId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update school_admin.certificate set state = 'discarded' where education_provider_id = ${provider} and certificate_id = ${certificateId} and state = 'draft'`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** The next number of the year; whoever signs off meanwhile waits, so that none is given twice or left out. */
export async function takeNumber(tx: Transaction, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into school_admin.certificate_counter (education_provider_id, year, last) values (${provider}, ${year}, 1)
    on conflict (education_provider_id, year) do update set last = certificate_counter.last + 1 returning last`.execute(tx.db);
  return `${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`;
}

export interface Issue {
  readonly certificateId: string;
  readonly content: CertificateContent;
  readonly number: string;
  readonly templateId: string | null;
  readonly sha256: string;
  readonly pdf: Buffer;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly replaces: string | null;
}

export async function issueDraft(tx: Transaction, issue: Issue): Promise<void> {
  await sql`update school_admin.certificate set state = 'issued', content = ${json(issue.content)}, number = ${issue.number}, certificate_template_id = ${issue.templateId},
      sha256 = ${issue.sha256}, issued_at = ${issue.issuedAt}, issued_by = ${issue.issuedBy}
    where education_provider_id = ${provider} and certificate_id = ${issue.certificateId}`.execute(tx.db);
  await sql`insert into school_admin.certificate_file (education_provider_id, certificate_id, pdf) values (${provider}, ${issue.certificateId}, ${issue.pdf})`.execute(tx.db);
  if (issue.replaces !== null) await sql`update school_admin.certificate set state = 'replaced' where education_provider_id = ${provider} and certificate_id = ${issue.replaces}`.execute(tx.db);
}

/** The documents as they were given. */
export async function listFiles(tx: Transaction, certificateIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ certificateId: string; pdf: Buffer }>`
    select certificate_id as "certificateId", pdf from school_admin.certificate_file where education_provider_id = ${provider} and certificate_id = any(${certificateIds}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ certificateId, pdf }) => [certificateId, pdf]));
}
