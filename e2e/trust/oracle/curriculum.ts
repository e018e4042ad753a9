import { UNIT_KEY } from '../city/insert-curriculum.ts';
import { anyone, type Expectations } from './expectation.ts';
import { SCHOOL_STAFF, type Judge } from './judge.ts';

/** Which curriculum holds is the education provider's decision. */
const mainUser = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user']);
const ofEdition = { on: 'edition', isOfProvider: true, mayDiffer: 'what is not there: 404' } as const;

export const curriculum: Expectations = {
  // A curriculum is a public document.
  'curriculum.listEditionsInForce': [{ on: 'nothing', may: anyone }],
  'curriculum.listSubjects': [{ ...ofEdition, may: anyone }],
  'curriculum.getUnit': [{ ...ofEdition, may: anyone, with: () => ({ query: { key: UNIT_KEY } }) }],
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
};
