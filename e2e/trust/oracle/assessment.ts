import { anyone, type Expectations } from './expectation.ts';
import { OFFICE, TEACHERS, type Judge } from './judge.ts';

const TEACHING = [...TEACHERS, 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant'];

const groupOf = (judge: Judge, key: string) => judge.facts.groups.find((group) => group.key === key);

/** Judges what the group's learners show: its teachers and who stands in for them. An assistant helps and does not judge. */
const assesses = (judge: Judge, who: string, key: string): boolean =>
  judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now' && one.role !== 'assistant') === true;

/** The principal answers for how learners are assessed at the school. */
const reads = (judge: Judge, who: string, key: string): boolean => assesses(judge, who, key) || judge.holdsAt(who, groupOf(judge, key)?.school ?? '', ['principal']);

/** Marks are given by who answers for the group, not by who stands in for a day. */
const gives = (judge: Judge, who: string, key: string): boolean =>
  judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now' && ['main', 'co'].includes(one.role)) === true;
const leadsGroup = (judge: Judge, who: string, key: string): boolean => judge.holdsAt(who, groupOf(judge, key)?.school ?? '', ['principal']);
const givesOrLeads = (judge: Judge, who: string, key: string): boolean => gives(judge, who, key) || leadsGroup(judge, who, key);

const roomOf = (judge: Judge, key: string) => judge.facts.homerooms.find((room) => room.key === key);
const leadsClass = (judge: Judge, who: string, key: string): boolean => judge.isStaff(who) && roomOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now') === true;
const leadsClassOrSchool = (judge: Judge, who: string, key: string): boolean => leadsClass(judge, who, key) || judge.holdsAt(who, roomOf(judge, key)?.school ?? '', ['principal']);

const office = (judge: Judge, who: string, school: string): boolean => judge.holdsAt(who, school, OFFICE);
const principal = (judge: Judge, who: string, school: string): boolean => judge.holdsAt(who, school, ['principal']);

const MARKS = { changes: [{ learnerId: '01900000-0000-7000-8000-000000000001', value: '8', words: null, version: 0 }] };
const noRound = { mayDiffer: 'a round that is not there: 404' } as const;

const ITEM = { name: 'Koe', kind: 'test', heldOn: '2026-11-20', scale: 'mark' };

const inGroup = (judge: Judge, who: string, key: string): boolean => judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now') === true;
/** Support for learning is a secret of its own: the expert of special needs and the principal, not the office, not every teacher. */
const SUPPORT = ['special-needs-teacher', 'principal'];
const preparesSupport = (judge: Judge, who: string, learner: string): boolean => judge.servesLearner(who, learner, SUPPORT);
const supportsGroup = (judge: Judge, who: string, key: string): boolean => inGroup(judge, who, key) || judge.holdsAt(who, groupOf(judge, key)?.school ?? '', SUPPORT);
const noMeasure = { mayDiffer: 'a measure that is not there: 404' } as const;
const GROUP_SUPPORT = { kind: 'remedial', plan: 'Tukiopetus', startsOn: '2026-11-02' };

export const assessment: Expectations = {
  'school-admin.getLearnerSupport': [
    { on: 'learner', may: (judge, who, learner) => who === learner || judge.mayKnowAsGuardian(who, learner) || judge.leads(who, learner) || preparesSupport(judge, who, learner) },
  ],
  'school-admin.addSupportMeasure': [{ on: 'learner', may: preparesSupport }],
  'school-admin.changeSupportMeasure': [{ on: 'learner', may: preparesSupport, ...noMeasure }],
  'school-admin.decideSupport': [{ on: 'learner', may: (judge, who, learner) => judge.servesLearner(who, learner, ['principal']), ...noMeasure }],
  'school-admin.writeSupportNote': [{ on: 'learner', may: preparesSupport, ...noMeasure }],
  'school-admin.listSupportOfSchool': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, SUPPORT) }],
  'school-admin.getGroupSupport': [{ on: 'group', may: supportsGroup }],
  'school-admin.addGroupSupport': [{ on: 'group', may: supportsGroup, with: () => ({ body: GROUP_SUPPORT }) }],
  'school-admin.changeGroupSupport': [{ on: 'group', may: supportsGroup, with: () => ({ body: GROUP_SUPPORT }), ...noMeasure }],

  'teaching.listAssessedGroups': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, [...TEACHING, 'principal']) }],
  'teaching.getGradebook': [{ on: 'group', may: reads }],
  'teaching.addEvidenceItem': [{ on: 'group', may: assesses, with: () => ({ body: ITEM }) }],
  'teaching.changeEvidenceItem': [{ on: 'group', may: assesses, with: () => ({ body: ITEM }), mayDiffer: 'an item that is not in the book: 404' }],
  'teaching.saveEvidence': [{ on: 'group', may: assesses, mayDiffer: 'the same' }],
  'teaching.listMarkRounds': [{ on: 'school', may: office }],
  'teaching.addMarkRound': [{ on: 'school', may: office, with: () => ({ body: { kind: 'interim', name: 'Välitodistus', dueOn: '2026-12-15' } }) }],
  'teaching.getMarkRound': [{ on: 'school', may: office, ...noRound }],
  'teaching.approveMarkRound': [{ on: 'school', may: principal, with: () => ({ body: {} }), ...noRound }],
  'teaching.withdrawApproval': [{ on: 'school', may: principal, ...noRound }],
  'teaching.listOwnMarkSheets': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, [...TEACHING, 'principal']) }],
  'teaching.getGroupMarks': [{ on: 'group', may: givesOrLeads, ...noRound }],
  'teaching.saveGroupMarks': [{ on: 'group', may: gives, with: () => ({ body: MARKS }), ...noRound }],
  'teaching.lockGroupMarks': [{ on: 'group', may: gives, ...noRound }],
  'teaching.correctGroupMarks': [{ on: 'group', may: givesOrLeads, ...noRound }],
  'teaching.getBehaviour': [{ on: 'homeroom', may: leadsClassOrSchool, ...noRound }],
  'teaching.saveBehaviour': [{ on: 'homeroom', may: leadsClass, with: () => ({ body: MARKS }), ...noRound }],
  'teaching.lockBehaviour': [{ on: 'homeroom', may: leadsClass, ...noRound }],
  'teaching.correctBehaviour': [{ on: 'homeroom', may: leadsClassOrSchool, ...noRound }],
  // What is published: the learner, the home, and who answers for the whole of the learner's path.
  'teaching.getLearning': [
    {
      on: 'learner',
      may: (judge, who, learner) =>
        who === learner || judge.mayKnowAsGuardian(who, learner) || judge.leads(who, learner) || judge.servesLearner(who, learner, ['principal', 'special-needs-teacher', 'guidance-counsellor']),
    },
  ],
  'teaching.listLearningOfHome': [{ on: 'nothing', may: anyone }],
  'teaching.listEvidenceHistory': [{ on: 'group', may: reads, mayDiffer: 'the same' }],
};
