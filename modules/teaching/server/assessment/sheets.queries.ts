import { sql } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import { allowedFor, type Action, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { GivenMark, OwnSheet, SavedMark } from '../../contract/index.ts';
import type { RoundRow } from './rounds.queries.ts';
import { askedIn, givenCount, standing } from './rounds.queries.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** A group's marks in its subject, or a class's behaviour. */
export interface Target {
  readonly of: 'group' | 'homeroom';
  readonly id: string;
}

/** One sheet a round and target: two who begin it at once begin the same. */
const sheetIdOf = (markRoundId: string, { id }: Target): string => uuidv5(id, markRoundId);

export interface SheetRow {
  name: string;
  subjectId: string | null;
  subject: { code: string; name: LocalizedText } | null;
  /** National code, by which the rules go. */
  subjectCode: string | null;
  educationForm: string | null;
  numbersFrom: number;
  lockedAt: string | null;
  decide: boolean;
  correct: boolean;
}

/** The sheet of a target in a round; undefined when the round is not of the target's school and year. */
export async function findSheet(tx: Transaction, actor: Actor, round: RoundRow, target: Target, actions: { decide: Action; correct: Action }): Promise<SheetRow | undefined> {
  const of = target.of === 'group' ? sql`core_data.teaching_group t` : sql`core_data.homeroom t`;
  const id = target.of === 'group' ? sql.ref('t.teaching_group_id') : sql.ref('t.homeroom_id');
  const subject = target.of === 'group' ? sql`t.subject_id` : sql`null::uuid`;
  const { rows } = await sql<SheetRow>`
    select t.name, j.subject_id as "subjectId", case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject, j.national_code as "subjectCode",
      coalesce(j.education_form, c.education_forms[1]) as "educationForm", s.locked_at as "lockedAt",
      coalesce((select (p.settings #>> '{assessment,numbersFrom}')::int from core_data.education_provider p where p.education_provider_id = ${provider}), 4) as "numbersFrom",
      coalesce(${allowedFor(actor, actions.decide, id)}, false) as decide, coalesce(${allowedFor(actor, actions.correct, id)}, false) as correct
    from ${of}
    join core_data.school c on c.education_provider_id = ${provider} and c.school_id = t.school_id
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = ${subject}
    left join teaching.mark_sheet s on s.education_provider_id = ${provider} and s.mark_sheet_id = ${sheetIdOf(round.markRoundId, target)}
    where t.education_provider_id = ${provider} and ${id} = ${target.id}::uuid and t.school_id = ${round.schoolId} and t.school_year_id = ${round.schoolYearId}`.execute(tx.db);
  return rows[0];
}

export interface SheetMember {
  personId: string;
  callName: string;
  lastName: string;
  gradeLevel: number | null;
  mark: GivenMark;
}

const MARK = sql`jsonb_build_object('value', k.value, 'words', k.words, 'version', coalesce(k.version, 0), 'decidedAt', to_char(k.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'corrections', (select count(*) from teaching.mark_correction c where c.education_provider_id = ${provider} and c.mark_id = k.mark_id))`;

/** Those to be given a mark, with what they have been given, in the order of a Finnish class list. */
export async function listSheetMembers(tx: Transaction, round: RoundRow, target: Target): Promise<SheetMember[]> {
  const isTarget = (of: Target['of'], column: string) => (target.of === of ? sql`${sql.ref(column)} = ${target.id}::uuid` : sql`false`);
  const { rows } = await sql<SheetMember>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName", ${MARK} as mark,
      (select h.grade_level from core_data.homeroom_member hm join core_data.homeroom h on h.education_provider_id = ${provider} and h.homeroom_id = hm.homeroom_id
        where hm.education_provider_id = ${provider} and hm.learner_id = a.learner_id and hm.school_id = r.school_id and hm.valid @> r.due_on limit 1) as "gradeLevel"
    from teaching.mark_round r cross join lateral (${askedIn(isTarget('group', 'g.teaching_group_id'), isTarget('homeroom', 'h.homeroom_id'))}) a ${standing}
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = a.learner_id
    where r.education_provider_id = ${provider} and r.mark_round_id = ${round.markRoundId}
    order by p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu", p.person_id`.execute(tx.db);
  return rows;
}

/** Begins the sheet where it is not begun, and keeps it from other writers. @returns when it was locked */
export async function lockSheetRow(tx: Transaction, round: RoundRow, target: Target): Promise<{ lockedAt: string | null }> {
  const id = sheetIdOf(round.markRoundId, target);
  await sql`insert into teaching.mark_sheet (education_provider_id, mark_sheet_id, mark_round_id, teaching_group_id, homeroom_id, source)
    values (${provider}, ${id}, ${round.markRoundId}, ${target.of === 'group' ? target.id : null}, ${target.of === 'homeroom' ? target.id : null}, 'manual') on conflict do nothing`.execute(tx.db);
  const { rows } = await sql<{ lockedAt: string | null }>`select s.locked_at as "lockedAt" from teaching.mark_sheet s
    where s.education_provider_id = ${provider} and s.mark_sheet_id = ${id} for no key update`.execute(tx.db);
  return rows[0] ?? { lockedAt: null };
}

export async function setLock(tx: Transaction, round: RoundRow, target: Target, lock: { at: string; by: string } | null): Promise<void> {
  await sql`update teaching.mark_sheet s set locked_at = ${lock?.at ?? null}, locked_by = ${lock?.by ?? null}
    where s.education_provider_id = ${provider} and s.mark_sheet_id = ${sheetIdOf(round.markRoundId, target)}`.execute(tx.db);
}

export interface MarkChange {
  learnerId: string;
  value: string | null;
  words: string | null;
  version: number;
}

/** Writes the marks whose version is still the one the change was based on. The sheet is locked. @returns every asked mark as it now stands */
export async function writeMarks(tx: Transaction, round: RoundRow, target: Target, subjectId: string | null, changes: readonly MarkChange[], by: string, at: string): Promise<SavedMark[]> {
  const sheetId = sheetIdOf(round.markRoundId, target);
  const given = sql`jsonb_to_recordset(${JSON.stringify(changes.map((change) => ({ ...change, id: uuidv5(change.learnerId, sheetId) })))}::jsonb) as g(id uuid, "learnerId" uuid, value text, words text, version int)`;
  await sql`update teaching.mark k set value = g.value, words = g.words, decided_by = ${by}, decided_at = ${at}
    from ${given} where k.education_provider_id = ${provider} and k.mark_id = g.id and k.version = g.version and (k.value is distinct from g.value or k.words is distinct from g.words)`.execute(tx.db);
  await sql`insert into teaching.mark (education_provider_id, mark_id, mark_sheet_id, learner_id, subject_id, value, words, decided_by, decided_at, source)
    select ${provider}, g.id, ${sheetId}, g."learnerId", ${subjectId}::uuid, g.value, g.words, ${by}::uuid, ${at}::timestamptz, 'manual' from ${given}
    where g.version = 0 and (g.value is not null or g.words is not null) on conflict do nothing`.execute(tx.db);
  const { rows } = await sql<SavedMark>`select g."learnerId", ${MARK} as mark from ${given}
    left join teaching.mark k on k.education_provider_id = ${provider} and k.mark_id = g.id`.execute(tx.db);
  return rows;
}

export async function insertCorrection(tx: Transaction, round: RoundRow, target: Target, correction: { id: string; learnerId: string; former: Pick<GivenMark, 'value' | 'words'>; reason: string; by: string; at: string }): Promise<void> {
  const markId = uuidv5(correction.learnerId, sheetIdOf(round.markRoundId, target));
  await sql`insert into teaching.mark_correction (education_provider_id, mark_correction_id, mark_id, former_value, former_words, reason, corrected_by, corrected_at)
    values (${provider}, ${correction.id}, ${markId}, ${correction.former.value}, ${correction.former.words}, ${correction.reason}, ${correction.by}, ${correction.at})`.execute(tx.db);
}

/** The sheets somebody gives marks on: of rounds of this school year that are open, or were published in the last two weeks. */
export async function listSheetsOf(tx: Transaction, personId: string): Promise<OwnSheet[]> {
  const teaches = sql`exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = g.teaching_group_id
    and gt.person_id = ${personId} and gt.valid @> ${today} and gt.role in ('main', 'co'))`;
  const leads = sql`exists (select from core_data.homeroom_teacher ht where ht.education_provider_id = ${provider} and ht.homeroom_id = h.homeroom_id and ht.person_id = ${personId} and ht.valid @> ${today})`;
  const { rows } = await sql<OwnSheet>`
    with counted as (
      select a.mark_round_id, a.target, a.group_id, a.homeroom_id, a.name, a.subject_id, count(*)::int as learners, ${givenCount} as given, bool_or(s.locked_at is not null) as locked
      from teaching.mark_round r cross join lateral (${askedIn(teaches, leads)}) a ${standing}
      where r.education_provider_id = ${provider} and (r.publish_at is null or r.publish_at > platform.now() - interval '14 days')
        and exists (select from core_data.school_year y where y.education_provider_id = ${provider} and y.school_year_id = r.school_year_id and y.valid @> ${today})
        and r.school_id in (select g.school_id from core_data.teaching_group_teacher gt
            join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = gt.teaching_group_id
            where gt.education_provider_id = ${provider} and gt.person_id = ${personId} and gt.valid @> ${today}
          union select h.school_id from core_data.homeroom_teacher ht join core_data.homeroom h on h.education_provider_id = ${provider} and h.homeroom_id = ht.homeroom_id
            where ht.education_provider_id = ${provider} and ht.person_id = ${personId} and ht.valid @> ${today})
      group by a.mark_round_id, a.target, a.group_id, a.homeroom_id, a.name, a.subject_id
    )
    select r.mark_round_id as "markRoundId", r.name as "roundName", r.due_on as "dueOn",
      case when r.approved_at is null then 'open' when r.publish_at <= platform.now() then 'published' else 'approved' end as state,
      c.group_id as "groupId", c.homeroom_id as "homeroomId", c.name, c.learners, c.given, c.locked as "isLocked",
      case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject
    from counted c
    join teaching.mark_round r on r.education_provider_id = ${provider} and r.mark_round_id = c.mark_round_id
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = c.subject_id
    order by r.due_on, c.name, c.target`.execute(tx.db);
  return rows;
}

/** Is a round open at a school where somebody teaches or leads a class? A look before the whole list is asked. */
export async function hasOpenRound(tx: Transaction, schoolIds: readonly string[] | 'all'): Promise<boolean> {
  const here = schoolIds === 'all' ? sql`true` : sql`r.school_id = any(${[...schoolIds]}::uuid[])`;
  const { rows } = await sql`select from teaching.mark_round r where r.education_provider_id = ${provider} and r.approved_at is null and ${here} limit 1`.execute(tx.db);
  return rows.length > 0;
}
