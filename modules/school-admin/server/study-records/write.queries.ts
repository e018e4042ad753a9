import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { JsonObject } from '@digione/koski';
import type { Transaction } from '@digione/platform/db';
import { CORE_STATES, FINAL_STATES } from './forms.ts';
import type { AdditionalInformation, AttainmentTree, StudyPeriod } from './study-right-document.ts';

const provider = sql`(select platform.current_provider())`;
const source = (tx: Transaction): string => tx.source ?? 'manual';
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

export interface RecordHead {
  readonly studyRightId: string;
  readonly learnerId: string;
  readonly expectedEndOn: string | null;
  readonly more: JsonObject;
  readonly received: JsonObject | null;
}

/** Begins a record, or says anew what stands at its head. */
export async function saveHead(tx: Transaction, head: RecordHead): Promise<void> {
  await sql`insert into school_admin.study_record as r (education_provider_id, study_record_id, learner_id, expected_end_on, more, received, source)
    values (${provider}, ${head.studyRightId}, ${head.learnerId}, ${head.expectedEndOn}, ${json(head.more)}, ${head.received === null ? null : json(head.received)}, ${source(tx)})
    on conflict (education_provider_id, study_record_id) do update set expected_end_on = excluded.expected_end_on, more = excluded.more,
      received = excluded.received, change_no = r.change_no + 1, source = excluded.source`.execute(tx.db);
}

/** Something of the record has changed: its version moves. */
export async function touchRecord(tx: Transaction, studyRightId: string): Promise<void> {
  await sql`update school_admin.study_record set change_no = change_no + 1 where education_provider_id = ${provider} and study_record_id = ${studyRightId}`.execute(tx.db);
}

/** Puts the periods in place of those that were there; row by row, so that the history tells what became of each. */
export async function savePeriods(tx: Transaction, studyRightId: string, periods: readonly StudyPeriod[]): Promise<void> {
  await sql`delete from school_admin.study_period where education_provider_id = ${provider} and study_record_id = ${studyRightId} and position >= ${periods.length}`.execute(tx.db);
  const rows = periods.map((period, position) => ({ ...period, position, id: uuidv7() }));
  await sql`insert into school_admin.study_period as p (education_provider_id, study_period_id, study_record_id, position, starts_on, state, funding, more, source)
    select ${provider}, x.id, ${studyRightId}, x.position, x."startsOn", x.state, x.funding, x.more, ${source(tx)}
    from jsonb_to_recordset(${json(rows)}) as x (id uuid, position int, "startsOn" date, state text, funding text, more jsonb)
    where not exists (select from school_admin.study_period o where o.education_provider_id = ${provider} and o.study_record_id = ${studyRightId} and o.position = x.position)`.execute(tx.db);
  await sql`update school_admin.study_period p set starts_on = x."startsOn", state = x.state, funding = x.funding, more = x.more
    from jsonb_to_recordset(${json(rows)}) as x (position int, "startsOn" date, state text, funding text, more jsonb)
    where p.education_provider_id = ${provider} and p.study_record_id = ${studyRightId} and p.position = x.position`.execute(tx.db);
}

/** Core data follows the periods: from the first day to the last one, where there is one. */
export async function saveCoreStudyRight(tx: Transaction, studyRightId: string, periods: readonly StudyPeriod[], oid?: string | null): Promise<void> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return;
  const lastDay = FINAL_STATES.has(last.state) ? last.startsOn : null;
  await sql`update core_data.study_right set state = ${CORE_STATES[last.state] ?? 'present'}, valid = daterange(${first.startsOn}::date, ${lastDay}::date + 1)
    ${oid === undefined ? sql`` : sql`, oid = ${oid}`}
    where education_provider_id = ${provider} and study_right_id = ${studyRightId}`.execute(tx.db);
}

export async function saveInformation(tx: Transaction, studyRightId: string, information: readonly AdditionalInformation[]): Promise<void> {
  const rows = information.map((one, position) => ({ ...one, position, id: uuidv7() }));
  // What says the same as before stays as it is, with its history.
  await sql`with wanted as (
      select * from jsonb_to_recordset(${json(rows)}) as x (id uuid, position int, kind text, "startsOn" date, "endsOn" date, more jsonb)
    ), gone as (
      delete from school_admin.additional_information a where a.education_provider_id = ${provider} and a.study_record_id = ${studyRightId}
        and not exists (select from wanted w where w.position = a.position and w.kind = a.kind and w."startsOn" is not distinct from a.starts_on
          and w."endsOn" is not distinct from a.ends_on and w.more = a.more)
    )
    insert into school_admin.additional_information (education_provider_id, additional_information_id, study_record_id, position, kind, starts_on, ends_on, more, source)
    select ${provider}, w.id, ${studyRightId}, w.position, w.kind, w."startsOn", w."endsOn", w.more, ${source(tx)} from wanted w
    where not exists (select from school_admin.additional_information a where a.education_provider_id = ${provider} and a.study_record_id = ${studyRightId}
      and w.position = a.position and w.kind = a.kind and w."startsOn" is not distinct from a.starts_on and w."endsOn" is not distinct from a.ends_on and w.more = a.more)`.execute(tx.db);
}

const COLUMNS = sql`x."kind", x."code", x."codeSet", x."name", x."extent", x."extentUnit", x."isCompulsory", x."language", x."languageSet", x."syllabus", x."curriculum",
  x."mark", x."markSet", x."assessedOn", x."startsOn", x."confirmedOn", x."teachingLanguage", x."homeroom", x."recognition", x."exemptedOn", x."exemptionReason", x."siteOid", x."more"`;
const RECORDSET = sql`(id uuid, parent uuid, position int, kind text, code text, "codeSet" text, name jsonb, extent float8, "extentUnit" text, "isCompulsory" boolean,
  language text, "languageSet" text, syllabus text, curriculum text, mark text, "markSet" text, "assessedOn" date, "startsOn" date, "confirmedOn" date,
  "teachingLanguage" text, homeroom text, recognition jsonb, "exemptedOn" date, "exemptionReason" text, "siteOid" text, more jsonb)`;
const TARGETS = sql`kind, code, code_set, name, extent, extent_unit, is_compulsory, language, language_set, syllabus, curriculum,
  mark, mark_set, assessed_on, starts_on, confirmed_on, teaching_language, homeroom, recognition, exempted_on, exemption_reason, site_oid, more`;

export type NewAttainment = AttainmentTree & { readonly attainmentId?: string; readonly exemptedOn?: string | null; readonly exemptionReason?: string | null };

function flatten(trees: readonly NewAttainment[], parent: string | null, from: number): object[] {
  return trees.flatMap(({ parts, isTold: _told, attainmentId, ...columns }, index) => {
    const id = attainmentId ?? uuidv7();
    return [{ ...columns, id, parent, position: from + index }, ...flatten(parts, id, 0)];
  });
}

/** Adds attainments with those they are made of. */
export async function insertAttainments(tx: Transaction, studyRightId: string, trees: readonly NewAttainment[], parentAttainmentId: string | null = null, from = 0): Promise<void> {
  if (trees.length === 0) return;
  await sql`insert into school_admin.attainment (education_provider_id, attainment_id, study_record_id, parent_attainment_id, position, source, ${TARGETS})
    select ${provider}, x.id, ${studyRightId}, x.parent, x.position, ${source(tx)}, ${COLUMNS}
    from jsonb_to_recordset(${json(flatten(trees, parentAttainmentId, from))}) as x ${RECORDSET}`.execute(tx.db);
}

export async function updateAttainment(tx: Transaction, attainmentId: string, columns: NewAttainment): Promise<void> {
  const { parts: _parts, isTold: _told, attainmentId: _id, ...own } = columns;
  await sql`update school_admin.attainment a set (${TARGETS}) = (select ${COLUMNS} from jsonb_to_record(${json(own)}) as x ${RECORDSET})
    where a.education_provider_id = ${provider} and a.attainment_id = ${attainmentId}`.execute(tx.db);
}

export async function deleteAttainment(tx: Transaction, attainmentId: string): Promise<void> {
  await sql`delete from school_admin.attainment where education_provider_id = ${provider} and attainment_id = ${attainmentId}`.execute(tx.db);
}

export async function deleteAttainments(tx: Transaction, studyRightId: string): Promise<void> {
  await sql`delete from school_admin.attainment where education_provider_id = ${provider} and study_record_id = ${studyRightId} and parent_attainment_id is null`.execute(tx.db);
}
