import type { CityContext } from '../city/context.ts';
import type { Random } from '../rows/random.ts';
import type { Title } from '../cast/staff.ts';
import type { Group, School, StaffMember } from './school.ts';
import type { Staffing } from './staff.ts';

/** 15 000 staff for 160 000 learners. */
const STAFF_PER_LEARNER = 15 / 160;
const VICE_PRINCIPAL_FROM = 400;
const LEARNERS_PER_SECRETARY = 500;
const LEARNERS_PER_SPECIAL_NEEDS_TEACHER = 150;
const LEARNERS_PER_COUNSELLOR = 250;
const COTAUGHT_LESSONS = 18;

/** Someone who is in another's lessons: the special needs teacher, the assistant. */
export interface CoTeaching {
  readonly group: Group;
  readonly member: StaffMember;
  readonly role: 'co' | 'assistant';
}

/** The people around the teachers, until the city has its share of staff. */
export function hireOffice(staffing: Staffing, learners: number, isBasic: boolean): void {
  const top = (title: Title, count: number): void => {
    for (let have = staffing.members.filter((member) => member.title === title).length; have < count; have++) staffing.hire(title, null);
  };
  top('principal', 1);
  if (learners >= VICE_PRINCIPAL_FROM) top('vice-principal', 1);
  top('school-secretary', Math.ceil(learners / LEARNERS_PER_SECRETARY));
  top('special-needs-teacher', Math.ceil(learners / LEARNERS_PER_SPECIAL_NEEDS_TEACHER));
  if (!isBasic) top('guidance-counsellor', Math.ceil(learners / LEARNERS_PER_COUNSELLOR));
}

/** Assistants fill up what the lesson-hour distribution leaves of the staff's number, at least one a school. */
export function hireAssistants(city: CityContext, staffing: Staffing): void {
  const wanted = Math.round(city.counts.learnersSeated * STAFF_PER_LEARNER) - city.counts.staff;
  for (let count = Math.max(1, wanted); count > 0; count--) staffing.hire('teaching-assistant', null);
}

/** Puts special needs teachers and assistants into lessons where they are free. */
export function planCoTeaching(school: School, random: Random): CoTeaching[] {
  const candidates = school.groups.filter((group) => group.homeroom !== null && ['AI', 'MA', 'A1', 'YL', 'FY', 'KE', 'HI'].includes(group.subject));
  const found: CoTeaching[] = [];
  for (const member of school.staff) {
    const role = member.title === 'special-needs-teacher' ? 'co' : member.title === 'teaching-assistant' ? 'assistant' : undefined;
    if (role === undefined) continue;
    const busy = new Set<string>();
    let load = 0;
    for (const group of random.shuffle([...candidates])) {
      if (load + group.lessons.length > COTAUGHT_LESSONS) continue;
      const times = group.lessons.map((lesson) => `${lesson.weekday} ${lesson.startsAt}`);
      if (times.some((time) => busy.has(time))) continue;
      for (const time of times) busy.add(time);
      load += group.lessons.length;
      found.push({ group, member, role });
    }
  }
  return found;
}
