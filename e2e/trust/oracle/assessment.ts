import type { Expectations } from './expectation.ts';
import { TEACHERS, type Judge } from './judge.ts';

const TEACHING = [...TEACHERS, 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant'];

const groupOf = (judge: Judge, key: string) => judge.facts.groups.find((group) => group.key === key);

/** Judges what the group's learners show: its teachers and who stands in for them. An assistant helps and does not judge. */
const assesses = (judge: Judge, who: string, key: string): boolean =>
  judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now' && one.role !== 'assistant') === true;

/** The principal answers for how learners are assessed at the school. */
const reads = (judge: Judge, who: string, key: string): boolean => assesses(judge, who, key) || judge.holdsAt(who, groupOf(judge, key)?.school ?? '', ['principal']);

const ITEM = { name: 'Koe', kind: 'test', heldOn: '2026-11-20', scale: 'mark' };

export const assessment: Expectations = {
  'teaching.listAssessedGroups': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, [...TEACHING, 'principal']) }],
  'teaching.getGradebook': [{ on: 'group', may: reads }],
  'teaching.addEvidenceItem': [{ on: 'group', may: assesses, with: () => ({ body: ITEM }) }],
  'teaching.changeEvidenceItem': [{ on: 'group', may: assesses, with: () => ({ body: ITEM }), mayDiffer: 'an item that is not in the book: 404' }],
  'teaching.saveEvidence': [{ on: 'group', may: assesses, mayDiffer: 'the same' }],
  'teaching.listEvidenceHistory': [{ on: 'group', may: reads, mayDiffer: 'the same' }],
};
