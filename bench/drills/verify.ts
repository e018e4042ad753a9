import type pg from 'pg';
import type { Entry, LedgerClient } from './ledger.ts';

export interface Verdict {
  lost: string[];
  doubled: string[];
  wrong: string[];
}

/** Holds the ledger against the database: each acknowledged write there once, each unanswered one at most once. */
export async function verify(pool: pg.Pool, { entries }: LedgerClient): Promise<Verdict> {
  const verdict: Verdict = { lost: [], doubled: [], wrong: [] };
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  const count = (key: string, found: number, entry: Entry) => {
    if (found > 1) verdict.doubled.push(`${entry.kind} ${key}: ${found} times`);
    if (found === 0 && entry.answer !== undefined) verdict.lost.push(`${entry.kind} ${key}`);
  };

  const notices = await pool.query<{ note: string; n: number }>('select note, count(*)::int as n from school_admin.absence_notice group by note');
  const noticed = new Map(notices.rows.map(({ note, n }) => [note, n]));
  for (const entry of of('notice')) count(entry.about, noticed.get(entry.about) ?? 0, entry);

  // Each correction and each save leaves what was there before in the history, and the last one stands in the row.
  await verifyVersions(pool, verdict, of('correction'), `select person_id::text as about, version, phone as content from core_data.person`, 'phone', 1);
  await verifyVersions(pool, verdict, of('register'), `select weekly_lesson_id || '/' || held_on as about, version, topic as content from teaching.lesson_register`, 'topic', 0);
  await verifyMarks(pool, verdict, of('register'));
  await verifyEvents(pool, verdict, entries);
  await verifyRecords(pool, verdict, entries);
  return verdict;
}

async function verifyVersions(pool: pg.Pool, verdict: Verdict, all: readonly Entry[], query: string, field: string, first: number): Promise<void> {
  const contentOf = (entry: Entry) => (entry.body as Readonly<Record<string, string>>)[field];
  const { rows } = await pool.query<{ about: string; version: number; content: string | null }>(query);
  const stored = new Map(rows.map((row) => [row.about, row]));
  for (const about of new Set(all.map((entry) => entry.about))) {
    const mine = all.filter((entry) => entry.about === about && entry.answer !== undefined);
    const last = mine.at(-1);
    const row = stored.get(about);
    if (last === undefined) continue;
    if (row === undefined) verdict.lost.push(`${last.kind} ${about}: the row is not there`);
    else if (row.version < first + mine.length) verdict.lost.push(`${last.kind} ${about}: version ${row.version} after ${mine.length} writes`);
    else if (row.version > first + mine.length) verdict.doubled.push(`${last.kind} ${about}: version ${row.version} after ${mine.length} writes`);
    else if (row.content !== contentOf(last)) verdict.wrong.push(`${last.kind} ${about}: ${row.content} instead of ${contentOf(last)}`);
  }
}

async function verifyMarks(pool: pg.Pool, verdict: Verdict, all: readonly Entry[]): Promise<void> {
  const { rows } = await pool.query<{ about: string; learners: string[] }>(`select weekly_lesson_id || '/' || held_on as about, array_agg(learner_id::text) as learners from school_admin.absence group by 1`);
  const stored = new Map(rows.map((row) => [row.about, row.learners]));
  for (const [about, last] of new Map(all.filter(({ answer }) => answer !== undefined).map((entry) => [entry.about, entry]))) {
    const { marks } = last.body as { marks: { learnerId: string; mark: string }[] };
    const absent = marks.filter(({ mark }) => mark === 'absent').map(({ learnerId }) => learnerId);
    if ((stored.get(about) ?? []).toSorted().join() !== absent.toSorted().join()) verdict.wrong.push(`register ${about}: other learners are marked away`);
  }
}

/** What happened was told once for each write, and everybody who listens has done their part. */
async function verifyEvents(pool: pg.Pool, verdict: Verdict, entries: readonly Entry[]): Promise<void> {
  const { rows } = await pool.query<{ name: string; n: number; waiting: number }>('select name, count(*)::int as n, (count(*) filter (where dispatched_at is null))::int as waiting from events.outbox group by name');
  const told = new Map(rows.map((row) => [row.name, row]));
  const corrections = entries.filter(({ kind, answer }) => kind === 'correction' && answer !== undefined).length;
  const corrected = told.get('person.corrected')?.n ?? 0;
  if (corrected < corrections) verdict.lost.push(`events of corrections: ${corrected} of ${corrections}`);
  if (corrected > corrections) verdict.doubled.push(`events of corrections: ${corrected} of ${corrections}`);
  for (const { name, waiting } of rows) if (waiting > 0) verdict.wrong.push(`${waiting} events ${name} nobody has been told of`);
  const twice = await pool.query<{ n: number }>(`select count(*)::int as n from (select person_id, about_person_id, kind, content->>'date' from home_school.notification group by 1, 2, 3, 4 having count(*) > 1) doubled`);
  if ((twice.rows[0]?.n ?? 0) > 0) verdict.doubled.push(`${twice.rows[0]?.n} notifications`);
}

/** Nothing was acknowledged without its record in the audit log. */
async function verifyRecords(pool: pg.Pool, verdict: Verdict, entries: readonly Entry[]): Promise<void> {
  const { rows } = await pool.query<{ traceId: string }>('select distinct trace_id as "traceId" from audit.entry');
  const recorded = new Set(rows.map(({ traceId }) => traceId));
  for (const { kind, key, answer } of entries) if (answer !== undefined && !recorded.has(answer.traceId)) verdict.lost.push(`the audit record of ${kind} ${key}`);
}
