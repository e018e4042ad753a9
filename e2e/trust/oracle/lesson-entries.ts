import { TODAY } from '../city/facts.ts';
import { NOTES, PHRASES } from '../city/insert-lesson-entries.ts';
import type { Expectations } from './expectation.ts';
import { OFFICE, type Judge } from './judge.ts';

const groupOf = (judge: Judge, key: string) => judge.facts.groups.find((group) => group.key === key);
/** A lesson is called after its group: `first math5a`. */
const groupOfLesson = (lesson: string) => lesson.split(' ')[1] ?? '';

const isInGroup = (judge: Judge, who: string, key: string, roles: readonly string[]) =>
  judge.isStaff(who) && groupOf(judge, key)?.teachers.some((one) => one.person === who && one.tense === 'now' && roles.includes(one.role)) === true;
const leadsSchoolOf = (judge: Judge, who: string, group: string, roles: readonly string[] = ['principal']) => judge.holdsAt(who, groupOf(judge, group)?.school ?? '', roles);

/** What is taught and set to do is said by who holds the lesson; the principal corrects. */
const writes = (judge: Judge, who: string, lesson: string) => isInGroup(judge, who, groupOfLesson(lesson), ['main', 'co', 'substitute']) || leadsSchoolOf(judge, who, groupOfLesson(lesson));
const reads = (judge: Judge, who: string, lesson: string) => isInGroup(judge, who, groupOfLesson(lesson), ['main', 'co', 'substitute', 'assistant']) || leadsSchoolOf(judge, who, groupOfLesson(lesson), OFFICE);

/** One corrects what one has said oneself, while one holds the group's lessons; the principal corrects what was said at the school. */
function corrects(judge: Judge, who: string, key: string): boolean {
  const note = NOTES[key];
  if (note === undefined) throw new Error(`No note ${key}.`);
  return (note.by === who && isInGroup(judge, who, note.group, ['main', 'co', 'substitute'])) || judge.holdsAt(who, note.school, ['principal']);
}

const isOwnPhrase = (_judge: Judge, who: string, key: string): boolean => {
  const phrase = PHRASES[key];
  return phrase !== undefined && 'by' in phrase && phrase.by === who;
};

/** A day's substitute sets no exams. */
const setsExams = (judge: Judge, who: string, key: string) => isInGroup(judge, who, key, ['main', 'co']) || leadsSchoolOf(judge, who, key);

const today = () => ({ params: { heldOn: TODAY } });

export const lessonEntries: Expectations = {
  'teaching.getLessonEntry': [{ on: 'lesson', may: reads, with: today }],
  'teaching.listFormerEntries': [{ on: 'lesson', may: reads, with: today }],
  'teaching.saveHomework': [{ on: 'lesson', may: writes, with: () => ({ ...today(), body: { text: 's. 35', dueOn: '2026-12-01' } }), mayDiffer: 'homework that was not given there: 404' }],
  'teaching.removeHomework': [{ on: 'lesson', may: writes, with: today, mayDiffer: 'the same' }],
  'teaching.writeLessonNotes': [{ on: 'lesson', may: writes, with: today, mayDiffer: 'a learner who is not in the group: 400' }],
  'teaching.correctLessonNote': [{ on: 'note', may: corrects, mayDiffer: 'corrected before: 412' }],
  'teaching.withdrawLessonNote': [{ on: 'note', may: corrects, mayDiffer: 'withdrawn before: 404' }],
  'teaching.removeOwnPhrase': [{ on: 'phrase', may: isOwnPhrase }],
  'teaching.saveSchoolPhrases': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, ['principal']), with: () => ({ body: { phrases: [{ tone: 'positive', name: { fi: 'hienoa' } }] } }) }],
  'teaching.saveExam': [{ on: 'group', may: setsExams, with: () => ({ body: { heldOn: '2026-12-02', name: 'koe' } }), mayDiffer: 'an exam of another group: 404' }],
  'teaching.removeExam': [{ on: 'group', may: setsExams, mayDiffer: 'the same' }],
  'teaching.getExamLoad': [{ on: 'group', may: setsExams, with: () => ({ query: { on: '2026-12-02' } }) }],
  // What a learner has to do, and what has been said to the home: the home, who leads the class, the principal.
  'teaching.getSchoolwork': [
    { on: 'learner', may: (judge, who, learner) => who === learner || judge.mayKnowAsGuardian(who, learner) || judge.leads(who, learner) || judge.servesLearner(who, learner, ['principal']), with: () => ({ query: {} }) },
  ],
};
