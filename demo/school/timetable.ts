import type { Random } from '../rows/random.ts';
import { createBoard, type Unit } from './board.ts';
import { CELLS, cellSlot, cellWeekday, SLOTS, type Activity, type TimetableInput } from './cells.ts';
import { SCHOOL_WEEK } from './timeslots.ts';

export { CELLS, cellSlot, cellWeekday, type Activity, type TimetableInput };

/** Index of the lesson that runs at 9:20. */
const SECOND_LESSON = 1;

export interface Placement {
  /** Per activity its cells: weekday × number of slots + slot. */
  readonly cells: readonly (readonly number[])[];
  readonly unplaced: number;
}

/** Days without holes: as many lessons as the homeroom has, each day beginning at 8.15 or 9.00. */
function dayShapes(random: Random, lessons: number): boolean[] {
  const open = Array.from({ length: CELLS }, () => false);
  const usual = Math.floor(lessons / SCHOOL_WEEK);
  const longDays = new Set(random.shuffle([0, 1, 2, 3, 4]).slice(0, lessons % SCHOOL_WEEK));
  for (let day = 0; day < SCHOOL_WEEK; day++) {
    const count = usual + (longDays.has(day) ? 1 : 0);
    const start = count <= 5 && random.chance(0.35) ? 1 : 0;
    for (let slot = start; slot < start + count; slot++) open[day * SLOTS + slot] = true;
  }
  return open;
}

/** Sums something over the activities of each homeroom or teacher. */
function loads(count: number, activities: readonly Activity[], of: (activity: Activity) => readonly number[]): number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const activity of activities) for (const index of of(activity)) sums[index] = (sums[index] ?? 0) + activity.lessons;
  return sums;
}

/** Prices of the search, in steps it would rather take elsewhere. */
const SAME_DAY = 3;
const HOLE = 50;
const PUSH = 20;
const PUSHED_BEFORE = 6;

/**
 * Places the week's lessons without clashes of homeroom, teacher or gym: hardest first, and what finds no free
 * place pushes out the cheapest hindrance (an ejection chain). Enough for a demo city; not an optimiser.
 */
export function placeLessons(input: TimetableInput, random: Random): Placement {
  const { activities } = input;
  const open = loads(input.homeroomCount, activities, ({ homerooms }) => homerooms).map((lessons) => dayShapes(random, lessons));
  const teacherLoads = loads(input.teacherCount, activities, ({ teachers }) => teachers);
  const board = createBoard(input);
  const hardness = activities.map(({ homerooms, teachers, gyms }) => homerooms.length * 20 + teachers.length * 10 + gyms * 3);
  const hardnessOf = (unit: Unit): number => hardness[unit.activity] ?? 0;
  const isOpen = (unit: Unit, cell: number): boolean => (activities[unit.activity]?.homerooms ?? []).every((homeroom) => open[homeroom]?.[cell] === true);

  const units: Unit[] = [];
  activities.forEach((activity, index) => {
    for (let lesson = 0; lesson < activity.lessons; lesson++) {
      const day = activity.secondLessonOn[lesson];
      const unit: Unit = { activity: index, cell: -1, isFixed: day !== undefined, pushes: 0 };
      units.push(unit);
      if (day !== undefined) board.put(unit, day * SLOTS + SECOND_LESSON);
    }
  });
  const rank = activities.map(({ teachers }, index) => (hardness[index] ?? 0) + Math.max(...teachers.map((teacher) => teacherLoads[teacher] ?? 0)) / 10);
  const waiting = random.shuffle(units.filter((unit) => !unit.isFixed)).sort((a, b) => (rank[b.activity] ?? 0) - (rank[a.activity] ?? 0));

  const patience = units.length * 60;
  let unplaced = 0;
  for (let steps = 1; ; steps++) {
    const unit = waiting.shift();
    if (unit === undefined) break;
    let best = -1;
    let bestCost = Infinity;
    for (let cell = 0; cell < CELLS; cell++) {
      const opens = isOpen(unit, cell);
      // Past patience a homeroom may get a hole in its day rather than no lesson.
      if (!opens && steps <= patience) continue;
      let cost = random.next() + board.countOnDay(unit, cell) * SAME_DAY + (opens ? 0 : HOLE);
      for (const hindrance of board.hindrances(unit, cell)) cost += hindrance.isFixed ? Infinity : PUSH + hindrance.pushes * PUSHED_BEFORE + hardnessOf(hindrance);
      if (cost < bestCost) {
        bestCost = cost;
        best = cell;
      }
    }
    if (best < 0 || steps > patience * 3) {
      unplaced += 1;
      continue;
    }
    for (const hindrance of board.hindrances(unit, best)) {
      board.pull(hindrance);
      hindrance.pushes += 1;
      waiting.push(hindrance);
    }
    board.put(unit, best);
  }
  const cells = activities.map((): number[] => []);
  for (const unit of units) if (unit.cell >= 0) cells[unit.activity]?.push(unit.cell);
  return { cells, unplaced };
}
