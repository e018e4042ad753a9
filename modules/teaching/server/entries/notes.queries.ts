import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { LessonRow } from '@digione/timetable/server';
import type { LessonNote, Tone } from '../../contract/index.ts';
import { correctNote, readColleaguesNotes } from '../actions.ts';
import { staffName } from './names.queries.ts';

const provider = sql`(select platform.current_provider())`;

const columnsFor = (actor: Actor) => sql`n.lesson_note_id as "lessonNoteId", n.learner_id as "learnerId", n.tone, n.phrase, n.words,
  ${staffName('n.written_by')} as "writtenBy", n.written_at as "writtenAt", n.version,
  jsonb_build_object('correct', coalesce(${allowedFor(actor, correctNote, sql`n.lesson_note_id`)}, false)) as can`;

/** The lesson's notes that the reader may see: the own ones; everybody's to who answers for the group. By lesson_note_lesson. */
export async function listNotesOfLesson(tx: Transaction, actor: Actor, lesson: { weeklyLessonId: string; heldOn: string }): Promise<LessonNote[]> {
  const { rows } = await sql<LessonNote>`
    select ${columnsFor(actor)} from teaching.lesson_note n
    where n.education_provider_id = ${provider} and n.weekly_lesson_id = ${lesson.weeklyLessonId}::uuid and n.held_on = ${lesson.heldOn}::date and n.removed_at is null
      and (n.written_by = ${actor.personId} or ${allowedFor(actor, readColleaguesNotes, sql`n.weekly_lesson_id`)})
    order by n.written_at, n.lesson_note_id`.execute(tx.db);
  return rows;
}

export interface NewNote {
  lessonNoteId: string;
  learnerId: string;
}

export interface Said {
  tone: Tone;
  phrase: LocalizedText | null;
  words: string | null;
}

export async function insertNotes(tx: Transaction, lesson: LessonRow, notes: readonly NewNote[], { tone, phrase, words }: Said, by: { personId: string; at: string }): Promise<void> {
  await sql`
    insert into teaching.lesson_note (education_provider_id, lesson_note_id, learner_id, school_id, teaching_group_id, weekly_lesson_id, held_on, tone, phrase, words, written_by, written_at, source)
    select platform.current_provider(), n.id, n.learner, ${lesson.schoolId}, ${lesson.teachingGroupId}, ${lesson.weeklyLessonId}, ${lesson.heldOn}::date,
      ${tone}, ${phrase === null ? null : JSON.stringify(phrase)}::jsonb, ${words}, ${by.personId}, ${by.at}, 'manual'
    from unnest(${notes.map((note) => note.lessonNoteId)}::uuid[], ${notes.map((note) => note.learnerId)}::uuid[]) as n(id, learner)`.execute(tx.db);
}

export async function listNotes(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<LessonNote[]> {
  const { rows } = await sql<LessonNote>`select ${columnsFor(actor)} from teaching.lesson_note n
    where n.education_provider_id = ${provider} and n.lesson_note_id = any(${ids}::uuid[]) order by n.learner_id`.execute(tx.db);
  return rows;
}

export interface KeptNote extends Said {
  learnerId: string;
  schoolId: string;
  teachingGroupId: string;
  heldOn: string;
  version: number;
  isRemoved: boolean;
}

/** Kept from other writers until the transaction ends. */
export async function findNote(tx: Transaction, lessonNoteId: string): Promise<KeptNote | undefined> {
  const { rows } = await sql<KeptNote>`select learner_id as "learnerId", school_id as "schoolId", teaching_group_id as "teachingGroupId", held_on as "heldOn", tone, phrase, words, version,
      removed_at is not null as "isRemoved"
    from teaching.lesson_note where education_provider_id = ${provider} and lesson_note_id = ${lessonNoteId} for update`.execute(tx.db);
  return rows[0];
}

export async function updateNote(tx: Transaction, lessonNoteId: string, { tone, phrase, words }: Said): Promise<void> {
  await sql`update teaching.lesson_note set tone = ${tone}, phrase = ${phrase === null ? null : JSON.stringify(phrase)}::jsonb, words = ${words}
    where education_provider_id = ${provider} and lesson_note_id = ${lessonNoteId}`.execute(tx.db);
}

/** @returns its new version */
export async function markNoteRemoved(tx: Transaction, lessonNoteId: string, at: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update teaching.lesson_note set removed_at = ${at}
    where education_provider_id = ${provider} and lesson_note_id = ${lessonNoteId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}
