import { TODAY } from '../city/facts.ts';
import { anyone, type Expectations } from './expectation.ts';
import { OFFICE, SCHOOL_STAFF, TEACHERS, WELFARE, type Judge } from './judge.ts';

const schoolOfGroup = (judge: Judge, key: string) => judge.facts.groups.find((group) => group.key === key)?.school ?? '';
const schoolOfHomeroom = (judge: Judge, key: string) => judge.facts.homerooms.find((room) => room.key === key)?.school ?? '';
/** A lesson is called after its group: `first math5a`. */
const groupOfLesson = (lesson: string) => lesson.split(' ')[1] ?? '';

const isInGroup = (judge: Judge, who: string, key: string, roles: readonly string[]) =>
  judge.isStaff(who) && judge.facts.groups.some((group) => group.key === key && group.teachers.some((one) => one.person === who && one.tense === 'now' && roles.includes(one.role)));

const holdsLesson = (judge: Judge, who: string, lesson: string) => isInGroup(judge, who, groupOfLesson(lesson), ['main', 'co', 'substitute']);
const officeOfLesson = (judge: Judge, who: string, lesson: string) => judge.holdsAt(who, schoolOfGroup(judge, groupOfLesson(lesson)), OFFICE);

/** Who writes down at school what the home has told. */
const speaksForSchool = (judge: Judge, who: string, learner: string) => judge.leads(who, learner) || judge.servesLearner(who, learner, OFFICE);
const speaks = (judge: Judge, who: string, learner: string) => judge.speaksForHome(who, learner) || speaksForSchool(judge, who, learner);

/** The notices of the fixture: about whom, by whom. */
const NOTICES: Readonly<Record<string, { learner: string; by: string }>> = {
  "mother's of child": { learner: 'child', by: 'mother' },
  "uncle's of child": { learner: 'child', by: 'unblocked-uncle' },
  "blocked aunt's of child": { learner: 'child', by: 'blocked-aunt' },
  "informed father's of child": { learner: 'child', by: 'informed-father' },
  "office's of child": { learner: 'child', by: 'school-secretary@hill' },
  "new adult's own": { learner: 'came-of-age', by: 'came-of-age' },
  "parent's of new adult": { learner: 'came-of-age', by: 'parent-of-new-adult' },
  "protected mother's": { learner: 'protected', by: 'protected-mother' },
  'at the other school': { learner: 'other-school', by: 'parent-at-other-school' },
};

/** What one home has told the other home can't take back; the school may correct both. */
function mayChangeNotice(judge: Judge, who: string, key: string): boolean {
  const notice = NOTICES[key];
  if (notice === undefined) throw new Error(`No notice ${key}.`);
  return speaksForSchool(judge, who, notice.learner) || (who === notice.by && judge.speaksForHome(who, notice.learner));
}

export const timetable: Expectations = {
  'timetable.getWeek': [
    {
      on: 'person',
      may: (judge, who, person) => who === person || judge.knowsLearner(who, person) || judge.servesColleague(who, person, SCHOOL_STAFF),
      with: (personId) => ({ query: { personId } }),
    },
    {
      on: 'homeroom',
      may: (judge, who, key) =>
        judge.holdsAt(who, schoolOfHomeroom(judge, key), SCHOOL_STAFF) ||
        (judge.isStaff(who) && judge.facts.homerooms.some((room) => room.key === key && room.teachers.some((one) => one.person === who && one.tense === 'now'))),
      with: (homeroomId) => ({ query: { homeroomId } }),
    },
    {
      on: 'group',
      may: (judge, who, key) => judge.holdsAt(who, schoolOfGroup(judge, key), SCHOOL_STAFF) || isInGroup(judge, who, key, ['main', 'co', 'substitute', 'assistant']),
      with: (groupId) => ({ query: { groupId } }),
    },
  ],
  'timetable.listOwn': [{ on: 'nothing', may: anyone }],
};

export const teaching: Expectations = {
  'teaching.getRegister': [
    {
      on: 'lesson',
      may: (judge, who, lesson) => isInGroup(judge, who, groupOfLesson(lesson), ['main', 'co', 'substitute', 'assistant']) || officeOfLesson(judge, who, lesson),
      with: () => ({ params: { heldOn: TODAY } }),
    },
  ],
  'teaching.saveRegister': [{ on: 'lesson', may: (judge, who, lesson) => holdsLesson(judge, who, lesson) || officeOfLesson(judge, who, lesson), with: () => ({ params: { heldOn: TODAY } }) }],
  'teaching.getSchoolToday': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, OFFICE) }],
};

export const schoolAdmin: Expectations = {
  'school-admin.listAbsenceTypes': [{ on: 'nothing', may: anyone }],
  'school-admin.listLearnerAbsences': [
    {
      on: 'learner',
      may: (judge, who, learner) => who === learner || judge.mayKnowAsGuardian(who, learner) || speaksForSchool(judge, who, learner) || judge.servesLearner(who, learner, WELFARE),
      with: () => ({ query: {} }),
    },
  ],
  'school-admin.explainAbsences': [{ on: 'learner', may: speaks }],
  'school-admin.withdrawExplanation': [{ on: 'learner', may: speaks }],
  'school-admin.reportAbsence': [
    {
      on: 'learner',
      may: speaks,
      with: (learnerId, { educationProviderId }) => ({ body: { learners: [{ educationProviderId, learnerId }], firstDay: '2026-12-10', lastDay: '2026-12-11', absenceTypeCode: 'loma' } }),
      granted: ({ status, body }) => status === 200 && body.results[0].outcome === 'reported',
    },
  ],
  'school-admin.changeAbsenceNotice': [{ on: 'notice', field: 'absenceNoticeId', may: mayChangeNotice }],
  'school-admin.withdrawAbsenceNotice': [{ on: 'notice', field: 'absenceNoticeId', may: mayChangeNotice }],
  'school-admin.listOpenAbsences': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, [...TEACHERS, ...WELFARE, ...OFFICE]), with: () => ({ query: {} }) }],
};

export const homeSchool: Expectations = {
  'home-school.listChildren': [{ on: 'nothing', may: anyone }],
  'home-school.listNotifications': [{ on: 'nothing', may: anyone }],
  'home-school.readNotifications': [{ on: 'nothing', may: anyone }],
};
