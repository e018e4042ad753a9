import type { Learner } from '../people/area.ts';
import { idsWithin } from '../rows/ids.ts';
import type { Random } from '../rows/random.ts';
import type { CityContext } from '../city/context.ts';
import { planBasicSchool, type ActivityDraft, type GroupDraft } from './basic-plan.ts';
import { createRooms, type Rooms } from './rooms.ts';
import type { Frame, Group, Homeroom, Lesson, School } from './school.ts';
import type { Staffing } from './staff.ts';
import { basicTimeslots } from './timeslots.ts';
import { cellSlot, cellWeekday, placeLessons } from './timetable.ts';

const GYM_LESSONS_A_WEEK = 26;
const needsGym = (group: GroupDraft): boolean => group.subject === 'LI';

/** Seats the learners: wishes first, then whoever comes, each homeroom exactly as large as planned. */
export function seatHomerooms(frame: Frame, learners: readonly Learner[], random: Random): Map<string, Learner[]> {
  const seats = new Map(frame.spec.homerooms.map((homeroom): [string, Learner[]] => [homeroom.name, []]));
  const wished = learners.filter(({ wishedHomeroom }) => wishedHomeroom !== null && seats.has(wishedHomeroom));
  for (const learner of wished) seats.get(learner.wishedHomeroom ?? '')?.push(learner);
  const others = random.shuffle(learners.filter((learner) => !wished.includes(learner)));
  for (const homeroom of frame.spec.homerooms) {
    const seat = seats.get(homeroom.name) ?? [];
    for (let index = 0; index < others.length && seat.length < homeroom.size; ) {
      const learner = others[index];
      if (learner?.level === homeroom.level) {
        seat.push(learner);
        others.splice(index, 1);
      } else index += 1;
    }
    seat.sort((a, b) => (a.lastName + a.callName < b.lastName + b.callName ? -1 : 1));
  }
  return seats;
}

/** A comprehensive school with its staff, groups and week. */
export function planBasic(city: CityContext, frame: Frame, staffing: Staffing, learners: readonly Learner[], random: Random): School {
  const seats = seatHomerooms(frame, learners, random);
  const homerooms = frame.spec.homerooms.map(({ name, level }): Homeroom => {
    const wished = staffing.findCast((cast) => cast.homeroom === name)?.member;
    const teacher = wished ?? (level <= 6 ? staffing.hire('class-teacher', null) : null);
    return { id: idsWithin(frame.scope)(`homeroom/${name}`), name, level, members: seats.get(name) ?? [], teacher };
  });
  const activities = planBasicSchool(homerooms, staffing, random);
  appointHomeroomTeachers(homerooms, activities);
  const rooms = createRooms(city, frame.scope, frame.siteId, frame.spec.language);
  return { ...frame, homerooms, groups: timetabled(city, frame, activities, homerooms, rooms, random), staff: staffing.members };
}

/** In grades 7–9 one of those who teach the homeroom looks after it, each teacher one homeroom while there are enough. */
function appointHomeroomTeachers(homerooms: readonly Homeroom[], activities: readonly ActivityDraft[]): void {
  const appointed = new Set(homerooms.map(({ teacher }) => teacher));
  for (const homeroom of homerooms) {
    if (homeroom.teacher) continue;
    const own = activities.filter((activity) => activity.homerooms.includes(homeroom)).flatMap(({ groups }) => groups.map(({ teacher }) => teacher));
    const subjectTeachers = own.filter(({ title }) => title === 'teacher');
    homeroom.teacher = subjectTeachers.find((teacher) => !appointed.has(teacher)) ?? subjectTeachers[0] ?? null;
    appointed.add(homeroom.teacher);
  }
}

function timetabled(city: CityContext, frame: Frame, activities: readonly ActivityDraft[], homerooms: readonly Homeroom[], rooms: Rooms, random: Random): Group[] {
  const teachers = [...new Set(activities.flatMap(({ groups }) => groups.map(({ teacher }) => teacher)))];
  const gymLessons = activities.reduce((sum, { groups, lessons }) => sum + groups.filter(needsGym).length * lessons, 0);
  const placement = placeLessons(
    {
      activities: activities.map((activity) => ({
        homerooms: activity.homerooms.map((homeroom) => homerooms.indexOf(homeroom)),
        teachers: activity.groups.map(({ teacher }) => teachers.indexOf(teacher)),
        lessons: activity.lessons,
        gyms: activity.groups.filter(needsGym).length,
        secondLessonOn: activity.secondLessonOn,
      })),
      homeroomCount: homerooms.length,
      teacherCount: teachers.length,
      gymCount: Math.max(1, Math.ceil(gymLessons / GYM_LESSONS_A_WEEK)),
    },
    random,
  );
  if (placement.unplaced > 0) throw new Error(`${frame.scope}: ${placement.unplaced} lessons found no place in the week`);
  const gymsUsed = new Map<number, number>();
  const id = idsWithin(frame.scope);
  return activities.flatMap((activity, index) =>
    activity.groups.map((draft): Group => {
      const lessons = (placement.cells[index] ?? []).map((cell): Lesson => {
        const slot = basicTimeslots[cellSlot(cell)] ?? { startsAt: '08:15', endsAt: '09:00' };
        const gym = gymsUsed.get(cell) ?? 0;
        if (needsGym(draft)) gymsUsed.set(cell, gym + 1);
        return {
          id: id(`lesson/${draft.key}/${cell}`),
          weekday: cellWeekday(cell) + 1,
          startsAt: slot.startsAt,
          endsAt: slot.endsAt,
          roomId: needsGym(draft) ? rooms.gym(gym) : rooms.roomOf(draft.teacher),
        };
      });
      return { id: id(`group/${draft.key}`), name: draft.name, subject: draft.subject, homeroom: draft.homeroom, members: draft.members, teacher: draft.teacher, valid: city.year.valid, lessons };
    }),
  );
}
