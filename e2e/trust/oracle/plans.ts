import type { Expectations } from './expectation.ts';
import { TEACHERS, WELFARE, type Judge } from './judge.ts';

const TEACHING = [...TEACHERS, ...WELFARE, 'teaching-assistant', 'principal'];
const groupOf = (judge: Judge, key: string) => judge.facts.groups.find((group) => group.key === key);

const isInGroup = (judge: Judge, who: string, key: string, roles: readonly string[]) =>
  judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now' && roles.includes(one.role)) === true;

/** A plan is its teachers' own; a substitute and an assistant see what is to be taught, the principal how it goes. */
const reads = (judge: Judge, who: string, key: string) => isInGroup(judge, who, key, ['main', 'co', 'substitute', 'assistant']) || judge.holdsAt(who, groupOf(judge, key)?.school ?? '', ['principal']);
const writes = (judge: Judge, who: string, key: string) => isInGroup(judge, who, key, ['main', 'co']);

const UNIT = { name: 'Jakso', startsOn: '2026-11-17', lessonCount: 1 };
const notThere = 'a unit that is not in the plan: 404';

export const plans: Expectations = {
  'teaching.getGroupPlan': [{ on: 'group', may: reads }],
  'teaching.savePlan': [{ on: 'group', may: writes, mayDiffer: 'changed before: 412' }],
  'teaching.savePlanUnit': [{ on: 'group', may: writes, with: () => ({ body: UNIT }), mayDiffer: notThere }],
  'teaching.removePlanUnit': [{ on: 'group', may: writes, mayDiffer: notThere }],
  'teaching.savePlanLesson': [{ on: 'group', may: writes, with: () => ({ params: { lessonNo: 1 }, body: { title: 'Tunti' } }), mayDiffer: notThere }],
  'teaching.copyPlan': [{ on: 'group', may: writes, mayDiffer: 'a plan that is not open to the teacher: 404' }],
  'teaching.saveAsTemplate': [{ on: 'group', may: writes }],
  'teaching.listPlansToCopy': [{ on: 'group', may: writes }],
  'teaching.listPlannedGroups': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, TEACHING) }],
  'teaching.getSchoolCoverage': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, ['principal']) }],
};
