import { UNIT_KEY } from '../city/insert-curriculum.ts';
import { anyone, type Expectations } from './expectation.ts';
import { SCHOOL_STAFF, type Judge } from './judge.ts';

/** Which curriculum holds is the education provider's decision. */
const mainUser = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user']);
const ofDraft = { on: 'draft', isOfProvider: true, may: mainUser, mayDiffer: 'what is not there: 404; another state of the draft: 409' } as const;
const ofEdition = { on: 'edition', isOfProvider: true, mayDiffer: 'what is not there: 404' } as const;

const PART = { kind: 'text', unitKey: UNIT_KEY, gradeLevel: null, basisKey: null, code: null, name: { fi: 'Oma' }, body: { fi: 'teksti' }, credits: null, modules: [], subjects: [] };

export const curriculum: Expectations = {
  // A curriculum is a public document.
  'curriculum.listEditionsInForce': [{ on: 'nothing', may: anyone }],
  'curriculum.listSubjects': [{ ...ofEdition, may: anyone }],
  'curriculum.getUnit': [{ ...ofEdition, may: anyone, with: () => ({ query: { key: UNIT_KEY } }) }],
  'curriculum.getSubjectOutline': [{ ...ofEdition, may: anyone, with: () => ({ query: { key: UNIT_KEY } }) }],
  'curriculum.search': [{ ...ofEdition, may: anyone, with: () => ({ query: { q: 'yhtälö', language: 'fi' } }) }],
  // What a group studies is its staff's to know.
  'curriculum.findGroupCurriculum': [
    {
      on: 'group',
      may: (judge, who, key) => {
        const group = judge.facts.groups.find((one) => one.key === key);
        return judge.holdsAt(who, group?.school ?? '', SCHOOL_STAFF) || (judge.isStaff(who) && group?.teachers.some((one) => one.person === who && one.tense === 'now') === true);
      },
    },
  ],
  'curriculum.listEditions': [{ on: 'nothing', may: mainUser }],
  'curriculum.adoptEdition': [{ on: 'nothing', may: mainUser }],
  'curriculum.compareEditions': [{ on: 'nothing', may: mainUser, with: (_thing, { idOf }) => ({ query: { before: idOf('edition', 'older'), after: idOf('edition', 'newer') } }) }],
  'curriculum.listSubjectMeanings': [{ ...ofEdition, may: mainUser }],
  'curriculum.setSubjectMeaning': [{ ...ofEdition, may: mainUser, with: (_thing, { idOf }) => ({ body: { subjectId: idOf('subject', 'mathematics'), elementKey: UNIT_KEY } }) }],
  'curriculum.findEditionLessonHours': [{ ...ofEdition, may: anyone }],
  // What is still being written is the main users'.
  'curriculum.listDrafts': [{ on: 'nothing', may: mainUser }],
  'curriculum.createDraft': [{ on: 'nothing', may: mainUser, with: (_thing, { idOf }) => ({ body: { basisEditionId: idOf('edition', 'older'), name: { fi: 'Oma' } } }) }],
  'curriculum.getDraft': [ofDraft],
  'curriculum.changeDraft': [{ ...ofDraft, with: () => ({ body: { name: { fi: 'Oma' }, needsAnother: true, isSubmitted: false } }) }],
  'curriculum.getLessonHours': [ofDraft],
  'curriculum.setLessonHours': [{ ...ofDraft, with: () => ({ body: { code: 'MA', gradeLevel: 5, hours: 4 } }) }],
  'curriculum.getDraftUnit': [{ ...ofDraft, with: () => ({ query: { key: UNIT_KEY } }) }],
  'curriculum.saveDraftPart': [{ ...ofDraft, with: (_thing, { idOf }) => ({ params: { draftPartId: idOf('edition', 'draft part') }, body: { ...PART, version: 1 } }) }],
  'curriculum.removeDraftPart': [{ ...ofDraft, with: (_thing, { idOf }) => ({ params: { draftPartId: idOf('edition', 'draft part') } }) }],
  'curriculum.listDraftChanges': [ofDraft],
  'curriculum.restoreDraftChange': [{ ...ofDraft, with: () => ({ params: { changeId: '1' } }) }],
  'curriculum.reviewDraft': [ofDraft],
  'curriculum.approveDraft': [{ ...ofDraft, with: () => ({ body: { decisionBody: 'Lautakunta', decidedOn: '2026-11-20', paragraph: '§ 1', startsOn: null } }) }],
};
