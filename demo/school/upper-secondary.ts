import { addDays, overlaps, type DateRange } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import type { Learner } from '../people/area.ts';
import { idsWithin } from '../rows/ids.ts';
import type { Random } from '../rows/random.ts';
import { deal } from './basic-plan.ts';
import { seatHomerooms } from './basic-school.ts';
import { getPost } from './posts.ts';
import { createRooms } from './rooms.ts';
import type { Frame, Group, Homeroom, Lesson, School, StaffMember } from './school.ts';
import type { Staffing } from './staff.ts';
import { upperSecondaryTimeslots } from './timeslots.ts';

/**
 * The period's week: which option block (palkki 1–6) meets when, three times each; 0 is the advisory group's own time.
 * What stands in different blocks can never clash, so the week needs no solver.
 */
const WEEK: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 4],
  [5, 6, 1, 2],
  [3, 4, 5, 0],
  [6, 1, 2, 3],
  [4, 5, 6, null],
];
const BLOCKS = [1, 2, 3, 4, 5, 6];
const GROUP_SIZE = 26;
/** Share of learners who leave one block of a period free. */
const FREE_BLOCK_SHARE = 0.12;

/** Study units by year: subject, code. The order is that of the blocks they are offered in, turned by period. */
const offers: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  10: [
    ['AI', 'ÄI1'], ['MA', 'MAY1'], ['A', 'ENA1'], ['B1', 'RUB1'], ['BI', 'BI1'], ['HI', 'HI1'], ['FY', 'FY1'], ['LI', 'LI1'], ['GE', 'GE1'], ['KE', 'KE1'],
    ['MA', 'MAB2'], ['PS', 'PS1'], ['A', 'ENA2'], ['AI', 'ÄI2'], ['TE', 'TE1'], ['MU', 'MU1'], ['FI', 'FI1'], ['KU', 'KU1'],
  ],
  11: [
    ['MA', 'MAA5'], ['AI', 'ÄI4'], ['YH', 'YH1'], ['A', 'ENA4'], ['FY', 'FY4'], ['B1', 'RUB3'], ['KE', 'KE3'], ['HI', 'HI2'], ['BI', 'BI3'], ['MA', 'MAB5'],
    ['PS', 'PS2'], ['GE', 'GE2'], ['OP', 'OP2'], ['A', 'ENA5'], ['LI', 'LI2'], ['FI', 'FI2'], ['AI', 'ÄI5'], ['YH', 'YH2'],
  ],
  12: [
    ['MA', 'MAA9'], ['A', 'ENA6'], ['AI', 'ÄI8'], ['FY', 'FY7'], ['YH', 'YH3'], ['KE', 'KE5'], ['B1', 'RUB5'], ['BI', 'BI5'], ['HI', 'HI3'], ['PS', 'PS4'],
    ['MA', 'MAB8'], ['AI', 'ÄI9'], ['TE', 'TE2'], ['GE', 'GE3'], ['A', 'ENA8'], ['FI', 'FI3'],
  ],
};

function lessonsOfBlock(id: (key: string) => string, block: number, key: string, roomId: string): Lesson[] {
  return WEEK.flatMap((day, weekday) =>
    day.flatMap((at, slot): Lesson[] => {
      const time = upperSecondaryTimeslots[slot];
      return at === block && time ? [{ id: id(`lesson/${key}/${weekday}${slot}`), weekday: weekday + 1, ...time, roomId }] : [];
    }),
  );
}

/** An upper secondary school: advisory groups, and study units in option blocks that change with each period. */
export function planUpperSecondary(city: CityContext, frame: Frame, staffing: Staffing, learners: readonly Learner[], random: Random): School {
  const id = idsWithin(frame.scope);
  const seats = seatHomerooms(frame, learners, random);
  const rooms = createRooms(city, frame.scope, frame.siteId, frame.spec.language);
  const groups: Group[] = [];
  for (const [index, period] of city.year.periods.entries()) {
    if (isShown(city, period.valid)) groups.push(...planPeriod(index, period.valid));
  }
  const homerooms = frame.spec.homerooms.map(({ name, level }): Homeroom => ({ id: id(`homeroom/${name}`), name, level, members: seats.get(name) ?? [], teacher: null }));
  const advisers = staffing.members.filter(({ title }) => title === 'teacher');
  homerooms.forEach((homeroom, index) => {
    homeroom.teacher = staffing.findCast((cast) => cast.homeroom === homeroom.name)?.member ?? advisers[index % advisers.length] ?? null;
    if (homeroom.teacher && homerooms.findIndex(({ teacher }) => teacher === homeroom.teacher) === index) groups.push(advisoryGroup(homeroom, homeroom.teacher));
  });
  return { ...frame, homerooms, groups, staff: staffing.members };

  function advisoryGroup(homeroom: Homeroom, teacher: StaffMember): Group {
    const key = `${homeroom.name} RO`;
    return {
      id: id(`group/${key}`), name: key, subject: 'OP', homeroom, members: homeroom.members, teacher, valid: city.year.valid,
      lessons: lessonsOfBlock(id, 0, key, rooms.roomOf(teacher)),
    };
  }

  function planPeriod(periodIndex: number, valid: DateRange): Group[] {
    const loads = new Map<StaffMember, number>();
    const offered = new Map<string, number>();
    const planned: Group[] = [];
    for (const block of BLOCKS) {
      const busy: StaffMember[] = [];
      let gyms = 0;
      for (const level of [10, 11, 12]) {
        const cohort = learners.filter((learner) => learner.level === level);
        const present = cohort.filter((learner) => learner.isCast || !random.chance(FREE_BLOCK_SHARE));
        if (present.length === 0) continue;
        const units = offers[level] ?? [];
        deal(random.shuffle([...present]), Math.ceil(present.length / GROUP_SIZE)).forEach((members, index) => {
          const [subject, code] = units[(periodIndex * 7 + block * 3 + index) % units.length] ?? ['AI', 'ÄI1'];
          const teacher = freeTeacher(subject, busy, loads);
          busy.push(teacher);
          loads.set(teacher, (loads.get(teacher) ?? 0) + 1);
          const count = (offered.get(code) ?? 0) + 1;
          offered.set(code, count);
          const name = `${code}.${count}`;
          const key = `${periodIndex + 1}/${name}`;
          const roomId = subject === 'LI' ? rooms.gym(gyms++) : rooms.roomOf(teacher);
          planned.push({
            id: id(`group/${key}`), name, subject, homeroom: null, members, teacher, valid,
            lessons: lessonsOfBlock(id, block, key, roomId),
          });
        });
      }
    }
    return planned;
  }

  /** A teacher teaches in four blocks of a period at most, one group in each. */
  function freeTeacher(subject: string, busy: readonly StaffMember[], loads: ReadonlyMap<StaffMember, number>): StaffMember {
    const post = getPost(subject);
    const free = staffing.members.find((member) => member.post === post && !busy.includes(member) && (loads.get(member) ?? 0) < 4);
    return free ?? staffing.hire(post === 'guidance' ? 'guidance-counsellor' : 'teacher', post);
  }
}

/** The period of today, the one the last weeks' registers reach into, and the next. */
function isShown(city: CityContext, valid: DateRange): boolean {
  const { today } = city.moment;
  return city.spec.hasAllPeriods || overlaps(valid, { from: addDays(today, -30), to: addDays(today, 30) });
}
