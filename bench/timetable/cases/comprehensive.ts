import type { Constraint, Instance } from '@digione/timetable-solver';
import { SchoolDraft, type Lesson } from './school-draft.ts';

/** A comprehensive school of nine grades; a class has 25 learners in two halves. */
export interface ComprehensiveSize {
  readonly classesPerGrade: number;
  /** Whether rules the search does not know yet are left out. */
  readonly isPlain: boolean;
}

export const COMPREHENSIVE: ComprehensiveSize = { classesPerGrade: 4, isPlain: false };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr'];
const TIMES = 8;
/** The lunch shifts, counted from the first time of the day. */
const SHIFTS = [2, 3, 4];
const LEARNERS = 25;
const MAIN = 0;
const ANNEX = 1;

/** Most lessons in a day, lunch not counted. */
const longestDay = (grade: number): number => (grade <= 2 ? 5 : grade <= 6 ? 6 : 7);

/** What a class of a grade is taught: subject, who teaches it, in which lengths, in what kind of room. */
function listLessons(grade: number): readonly Lesson[] {
  const own = (subject: string, ...meets: readonly number[]): Lesson => ({ subject, by: ['class'], meets });
  const taught = (subject: string, meets: readonly number[], room?: string): Lesson => ({ subject, by: [subject], meets, ...(room === undefined ? {} : { room }) });
  const crafts = (...meets: readonly number[]): Lesson => ({ subject: 'crafts', by: ['technical work', 'textile work'], meets, rooms: ['technical workshop', 'textile workshop'] });
  if (grade <= 2) {
    return [
      own('Finnish', 1, 1, 1, 1, 1),
      { ...own('Finnish in half groups', 1, 1), isHalved: true },
      own('maths', 1, 1, 1, 1),
      own('environment', 1, 1),
      { ...own('PE', 2), room: 'annex gym' },
      own('music', 1),
      own('art', 1),
      own('crafts', 2),
      taught('English', [1]),
    ];
  }
  if (grade <= 6) {
    return [
      own('Finnish', 1, 1, 1, 1),
      { ...own('Finnish in half groups', 1), isHalved: true },
      own('maths', 1, 1, 1, 1),
      own('environment', 1, 1, 1),
      { ...own('PE', 2), room: 'gym' },
      { ...own('music', 1), room: 'music room' },
      own('art', 2),
      crafts(2),
      taught('English', [1, 1]),
      ...(grade >= 5 ? [own('history', 1, 1), taught('Swedish', [1])] : []),
    ];
  }
  return [
    taught('Finnish 7–9', [1, 1, 1]),
    taught('maths 7–9', grade === 7 ? [1, 1, 1] : [1, 1, 1, 1]),
    taught('English', [1, 1, 1]),
    taught('Swedish', [1, 1]),
    taught('physics and chemistry', grade === 7 ? [2] : [2, 2], 'laboratory'),
    taught('biology and geography', [1, 1, 1]),
    taught('history 7–9', [1, 1]),
    taught('health', [1]),
    taught('PE 7–9', [2], 'gym'),
    ...(grade === 7 ? [crafts(2), { subject: 'home economics', by: ['home economics'], meets: [3], room: 'kitchen', isHalved: true } satisfies Lesson] : []),
    ...(grade === 7 ? [taught('music 7', [1], 'music room'), taught('art 7', [2], 'art room')] : [taught('guidance', [1])]),
  ];
}

/** Rooms of a kind. */
const ROOMS: Readonly<Record<string, number>> = {
  'annex gym': 1,
  gym: 3,
  'music room': 2,
  'art room': 1,
  'technical workshop': 2,
  'textile workshop': 2,
  laboratory: 3,
  kitchen: 2,
};

/** A comprehensive school with half groups, bands over a grade, lunch shifts with a capacity, and teachers between two premises. */
export function makeComprehensive({ classesPerGrade, isPlain }: ComprehensiveSize): Instance {
  const draft = new SchoolDraft(`comprehensive school of ${classesPerGrade * 9 * LEARNERS}`, DAYS, TIMES, ['main building', 'annex']);
  for (const [kind, count] of Object.entries(ROOMS)) draft.addRooms(kind, count);
  for (let grade = 1; grade <= 9; grade += 1) {
    const classes = Array.from({ length: classesPerGrade }, (_, index) => draft.addClass(`${grade}${'ABCDEFGH'.charAt(index)}`, LEARNERS));
    const site = grade <= 2 ? ANNEX : MAIN;
    for (const one of classes) {
      draft.classTeacher = grade <= 6 ? draft.addTeacher(`class teacher of ${one.name}`) : undefined;
      for (const lesson of listLessons(grade)) draft.teach(one, lesson, site);
      for (const [day] of DAYS.entries()) draft.addLunch(one, day, SHIFTS, site);
    }
    // Religion and ethics go on at a time for two classes, optional subjects for a whole grade.
    for (let first = 0; first < classes.length; first += 2) draft.addBand(`religion ${grade}/${first / 2 + 1}`, classes.slice(first, first + 2), ['religion', 'religion', 'ethics'], [1], site);
    if (grade >= 8) for (const band of ['X', 'Y']) draft.addBand(`optional ${band} ${grade}`, classes, ['optional', 'optional', 'optional', 'optional', 'optional'], [2], site);
    for (const { halves } of classes) draft.limitDays(halves, longestDay(grade) + 1);
  }
  return draft.build((more) => [...more.basics(), ...(isPlain ? [] : listSpecialRules(more, classesPerGrade))]);
}

function listSpecialRules(draft: SchoolDraft, classesPerGrade: number): Constraint[] {
  return [
    // Halves of 13 make 26 of a class: a third of the school and a class more.
    ...draft.limitLunches((classesPerGrade * 3 + 1) * (LEARNERS + 1)),
    draft.keepTravelTime(1),
  ];
}
