import { anyone, type Expectations } from './expectation.ts';
import { OFFICE, SCHOOL_STAFF, TEACHERS, WELFARE, type Judge } from './judge.ts';

/** Whose administration a person is: the office of the school they study at, work at, or have a child at. */
const isInCareOf = (judge: Judge, who: string, person: string) =>
  judge.servesLearner(who, person, OFFICE) || judge.servesColleague(who, person, OFFICE) || judge.servesGuardian(who, person, OFFICE);

const officeOfLearner = (judge: Judge, who: string, learner: string) => judge.servesLearner(who, learner, OFFICE);
// Which classes a school has, how large and led by whom: who works there, and who looks after all schools.
const staffOfSchool = (judge: Judge, who: string, school: string) => judge.holdsAt(who, school, SCHOOL_STAFF) || judge.holdsEverywhere(who, ['main-user', 'expert']);

export const coreData: Expectations = {
  'core-data.getPerson': [
    {
      on: 'person',
      may: (judge, who, person) => who === person || judge.knowsLearner(who, person) || isInCareOf(judge, who, person) || judge.holdsEverywhere(who, ['main-user']),
    },
  ],
  'core-data.correctPerson': [{ on: 'person', may: isInCareOf, with: () => ({ body: { preferredLanguage: 'sv' } }) }],
  // The address of a protected family: the office of the child's school alone.
  'core-data.revealProtectedContact': [{ on: 'person', may: officeOfLearner }],
  'core-data.listPersonHistory': [{ on: 'person', may: isInCareOf }],
  'core-data.listLearners': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, [...TEACHERS, ...WELFARE, ...OFFICE]) }],
  'core-data.moveToHomeroom': [{ on: 'learner', may: officeOfLearner }],
  'core-data.moveToTeachingGroup': [{ on: 'learner', may: officeOfLearner }],
  'core-data.blockGuardian': [{ on: 'learner', may: officeOfLearner }],
  'core-data.endGuardianBlock': [{ on: 'learner', may: officeOfLearner }],
  // Which schools a city has, and when the school year runs, is public knowledge.
  'core-data.listSchools': [{ on: 'nothing', may: anyone }],
  'core-data.getSchoolYear': [{ on: 'nothing', may: anyone }],
  'core-data.listHomerooms': [{ on: 'school', may: staffOfSchool }],
  'core-data.getHomeroom': [
    {
      on: 'homeroom',
      may: (judge, who, key) =>
        staffOfSchool(judge, who, judge.facts.homerooms.find((room) => room.key === key)?.school ?? '') ||
        (judge.isStaff(who) && judge.facts.homerooms.some((room) => room.key === key && room.teachers.some((one) => one.person === who && one.tense === 'now'))),
    },
  ],
  'core-data.listTeachingGroups': [{ on: 'school', may: staffOfSchool }],
  'core-data.search': [{ on: 'nothing', may: anyone }],
};
