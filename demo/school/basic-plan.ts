import type { Random } from '../rows/random.ts';
import type { Learner } from '../people/area.ts';
import { electiveBands, HALF_GROUPS_FROM, halfGroupSubjects, lessonHours, specialistSubjects } from './lesson-hours.ts';
import { getPost } from './posts.ts';
import type { Homeroom, StaffMember } from './school.ts';
import type { Staffing } from './staff.ts';

export interface GroupDraft {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly homeroom: Homeroom | null;
  readonly members: readonly Learner[];
  readonly teacher: StaffMember;
}

export interface ActivityDraft {
  readonly homerooms: readonly Homeroom[];
  /** Taught at the same time. */
  readonly groups: readonly GroupDraft[];
  readonly lessons: number;
  readonly secondLessonOn: readonly number[];
}

/** Deals learners into so many groups of nearly equal size. */
export function deal(learners: readonly Learner[], count: number): Learner[][] {
  const hands = Array.from({ length: count }, (): Learner[] => []);
  learners.forEach((learner, index) => hands[index % count]?.push(learner));
  return hands;
}

const groupOf = (key: string, subject: string, homeroom: Homeroom | null, members: readonly Learner[], teacher: StaffMember): GroupDraft => ({
  key,
  name: key,
  subject,
  homeroom,
  members,
  teacher,
});

function homeroomActivities(homeroom: Homeroom, staffing: Staffing): ActivityDraft[] {
  return (lessonHours[homeroom.level] ?? []).map(([subject, lessons]): ActivityDraft => {
    const classTeacher = homeroom.level <= 6 && !specialistSubjects.has(subject) ? homeroom.teacher : null;
    const wished = staffing.findCast((cast) => cast.secondLessons?.some((each) => each.subject === subject && each.homeroom === homeroom.name) === true);
    const secondLessonOn = (wished?.cast.secondLessons ?? []).flatMap((each, day) => (each.subject === subject && each.homeroom === homeroom.name ? [day] : []));
    if (wished) wished.member.load += lessons;
    if (classTeacher) classTeacher.load += lessons;
    const teacher = wished?.member ?? classTeacher ?? staffing.takeTeacher(getPost(subject), lessons);
    const key = `${homeroom.name} ${subject}`;
    if (halfGroupSubjects.has(subject) && homeroom.members.length >= HALF_GROUPS_FROM) {
      const [first = [], second = []] = deal(homeroom.members, 2);
      const other = staffing.takeTeacher(getPost(subject), lessons, [teacher]);
      return {
        homerooms: [homeroom],
        groups: [groupOf(`${key} 1`, subject, homeroom, first, teacher), groupOf(`${key} 2`, subject, homeroom, second, other)],
        lessons,
        secondLessonOn,
      };
    }
    return { homerooms: [homeroom], groups: [groupOf(key, subject, homeroom, homeroom.members, teacher)], lessons, secondLessonOn };
  });
}

/** Electives: a grade's homerooms come together and part by choice. */
function bandActivities(level: number, homerooms: readonly Homeroom[], staffing: Staffing, random: Random): ActivityDraft[] {
  const learners = homerooms.flatMap((homeroom) => homeroom.members);
  if (learners.length === 0) return [];
  const count = Math.max(homerooms.length, learners.length >= HALF_GROUPS_FROM ? 2 : 1);
  return (electiveBands[level] ?? []).map(({ hours, subjects }, band): ActivityDraft => {
    const teachers: StaffMember[] = [];
    const groups = deal(random.shuffle([...learners]), count).map((members, index) => {
      const subject = subjects[(index + level + band) % subjects.length] ?? 'TT';
      const teacher = staffing.takeTeacher(getPost(subject), hours, teachers);
      teachers.push(teacher);
      return groupOf(`${level} ${subject} ${'abcd'[band] ?? ''}${index + 1}`, subject, null, members, teacher);
    });
    return { homerooms, groups, lessons: hours, secondLessonOn: [] };
  });
}

/** Who teaches what to whom in a comprehensive school, by its lesson-hour distribution. */
export function planBasicSchool(homerooms: readonly Homeroom[], staffing: Staffing, random: Random): ActivityDraft[] {
  const activities = homerooms.flatMap((homeroom) => homeroomActivities(homeroom, staffing));
  for (const level of [8, 9]) {
    activities.push(...bandActivities(level, homerooms.filter((homeroom) => homeroom.level === level), staffing, random));
  }
  return activities;
}
