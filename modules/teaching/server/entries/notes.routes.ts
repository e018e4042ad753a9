import { v7 as uuidv7 } from 'uuid';
import type { LocalizedText } from '@digione/platform/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import { findLesson } from '@digione/timetable/server';
import * as contract from '../../contract/index.ts';
import { correctNote, removePhrase, saveLessonEntry, saveSchoolPhrases } from '../actions.ts';
import { announceNotes } from './announce.ts';
import { listLearnersOn } from './lesson.queries.ts';
import { findNote, insertNotes, listNotes, markNoteRemoved, updateNote, type KeptNote } from './notes.queries.ts';
import { insertOwnPhrase, listPhrases, markPhraseRemoved, replaceSchoolPhrases } from './phrases.queries.ts';
import { offered } from './phrases.ts';

/** What the chosen phrase says; one that the school has taken away meanwhile says nothing. */
async function phraseOf({ tx, actor }: ProviderContext, schoolId: string, key: string | null): Promise<LocalizedText | null> {
  if (key === null) return null;
  const { ofSchool, own } = await listPhrases(tx, schoolId, actor.personId);
  const found = offered(ofSchool, own).find((phrase) => phrase.key === key);
  if (found === undefined) throw invalid({ path: 'phraseKey', key: 'teaching.problem.noSuchPhrase' });
  return found.name;
}

const orNull = (words: string | null): string | null => (words === '' ? null : words);

export const noteRoutes = [
  providerRoute(contract.writeLessonNotes, {
    action: saveLessonEntry,
    object: ({ params }) => params.weeklyLessonId,
    async handle(context, { params, body }) {
      const { tx, actor, clock, language } = context;
      const lesson = await findLesson(tx, params.weeklyLessonId, params.heldOn);
      if (lesson === undefined) throw notFound();
      if (lesson.heldOn > clock.today()) throw new HttpProblem(409, { detail: 'teaching.problem.notBegun' });
      const [members, phrase] = await Promise.all([listLearnersOn(tx, lesson.teachingGroupId, lesson.heldOn), phraseOf(context, lesson.schoolId, body.phraseKey)]);
      const words = orNull(body.words);
      if (phrase === null && words === null) throw invalid({ path: 'words', key: 'teaching.problem.nothingSaid' });
      const ids = new Set(members.map((member) => member.personId));
      const stranger = body.learnerIds.findIndex((learnerId) => !ids.has(learnerId));
      if (stranger >= 0) throw invalid({ path: `learnerIds.${stranger}`, key: 'teaching.problem.notMember' });
      const notes = [...new Set(body.learnerIds)].map((learnerId) => ({ lessonNoteId: uuidv7(), learnerId }));
      await insertNotes(tx, lesson, notes, { tone: body.tone, phrase, words }, { personId: actor.personId, at: clock.iso() });
      if (body.keepPhrase && words !== null) await insertOwnPhrase(tx, actor.personId, body.tone, { [language]: words });
      const { schoolId, teachingGroupId, heldOn } = lesson;
      await announceNotes(context, { schoolId, teachingGroupId, heldOn, notes, tone: body.tone, change: 'given' });
      return { notes: await listNotes(tx, actor, notes.map((note) => note.lessonNoteId)) };
    },
  }),

  providerRoute(contract.correctLessonNote, {
    action: correctNote,
    object: ({ params }) => params.lessonNoteId,
    async handle(context, { params: { lessonNoteId }, body, ifMatch }) {
      const { tx, actor } = context;
      const kept = await getNote(context, lessonNoteId, ifMatch);
      const phrase = body.phraseKey === undefined ? kept.phrase : await phraseOf(context, kept.schoolId, body.phraseKey);
      const words = orNull(body.words);
      if (phrase === null && words === null) throw invalid({ path: 'words', key: 'teaching.problem.nothingSaid' });
      await updateNote(tx, lessonNoteId, { tone: body.tone, phrase, words });
      await announceNotes(context, { ...placeOf(kept), notes: [{ lessonNoteId, learnerId: kept.learnerId }], tone: body.tone, change: 'corrected' });
      const [note] = await listNotes(tx, actor, [lessonNoteId]);
      if (note === undefined) throw notFound();
      return note;
    },
  }),

  providerRoute(contract.withdrawLessonNote, {
    action: correctNote,
    object: ({ params }) => params.lessonNoteId,
    async handle(context, { params: { lessonNoteId }, ifMatch }) {
      const kept = await getNote(context, lessonNoteId, ifMatch);
      context.about(kept.learnerId);
      const version = await markNoteRemoved(context.tx, lessonNoteId, context.clock.iso());
      await announceNotes(context, { ...placeOf(kept), notes: [{ lessonNoteId, learnerId: kept.learnerId }], tone: kept.tone, change: 'removed' });
      return { version };
    },
  }),

  providerRoute(contract.removeOwnPhrase, {
    action: removePhrase,
    object: ({ params }) => params.feedbackPhraseId,
    handle: async ({ tx, clock }, { params }) => ({ version: await markPhraseRemoved(tx, params.feedbackPhraseId, clock.iso()) }),
  }),

  providerRoute(contract.saveSchoolPhrases, {
    action: saveSchoolPhrases,
    object: ({ params }) => params.schoolId,
    async handle({ tx, actor, clock }, { params: { schoolId }, body }) {
      const nameless = body.phrases.findIndex(({ name }) => Object.values(name).every((text) => text === undefined || text.trim() === ''));
      if (nameless >= 0) throw invalid({ path: `phrases.${nameless}.name`, key: 'teaching.problem.nothingSaid' });
      await replaceSchoolPhrases(tx, schoolId, body.phrases, clock.iso());
      return { phrases: (await listPhrases(tx, schoolId, actor.personId)).ofSchool };
    },
  }),
];

const placeOf = ({ schoolId, teachingGroupId, heldOn }: KeptNote) => ({ schoolId, teachingGroupId, heldOn });

async function getNote({ tx }: ProviderContext, lessonNoteId: string, ifMatch: number): Promise<KeptNote> {
  const kept = await findNote(tx, lessonNoteId);
  if (kept === undefined || kept.isRemoved) throw notFound();
  if (kept.version !== ifMatch) throw new HttpProblem(412);
  return kept;
}
