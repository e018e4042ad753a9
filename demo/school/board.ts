import { CELLS, cellWeekday, type TimetableInput } from './cells.ts';
import { SCHOOL_WEEK } from './timeslots.ts';

/** One lesson of the week on its way to a place. */
export interface Unit {
  readonly activity: number;
  /** −1 while it has no place. */
  cell: number;
  readonly isFixed: boolean;
  /** How often it has been pushed out: the oftener, the dearer to push again. */
  pushes: number;
}

/** Who is where in the week. */
export interface Board {
  put(unit: Unit, cell: number): void;
  pull(unit: Unit): void;
  /** The lessons that would have to go for this one to stand there. */
  hindrances(unit: Unit, cell: number): ReadonlySet<Unit>;
  /** How many lessons of the same activity stand on the cell's day. */
  countOnDay(unit: Unit, cell: number): number;
}

const NONE: ReadonlySet<Unit> = new Set();

export function createBoard(input: TimetableInput): Board {
  const rows = (count: number): (Unit | undefined)[][] => Array.from({ length: count }, () => Array.from<Unit | undefined>({ length: CELLS }));
  const homeroomRows = rows(input.homeroomCount);
  const teacherRows = rows(input.teacherCount);
  const gymsAt = Array.from({ length: CELLS }, (): Unit[] => []);
  const dayCounts = new Int16Array(input.activities.length * SCHOOL_WEEK);

  // The rows an activity fills, looked up once.
  const rowsOf = input.activities.map(({ homerooms, teachers }) => [
    ...homerooms.map((index) => homeroomRows[index] ?? []),
    ...teachers.map((index) => teacherRows[index] ?? []),
  ]);
  const gymsOf = (unit: Unit): number => input.activities[unit.activity]?.gyms ?? 0;
  const dayIndex = (unit: Unit, cell: number): number => unit.activity * SCHOOL_WEEK + cellWeekday(cell);
  const countDay = (unit: Unit, change: number): void => {
    const index = dayIndex(unit, unit.cell);
    dayCounts[index] = (dayCounts[index] ?? 0) + change;
  };

  return {
    put(unit, cell) {
      unit.cell = cell;
      countDay(unit, 1);
      for (const row of rowsOf[unit.activity] ?? []) row[cell] = unit;
      if (gymsOf(unit) > 0) gymsAt[cell]?.push(unit);
    },
    pull(unit) {
      countDay(unit, -1);
      for (const row of rowsOf[unit.activity] ?? []) row[unit.cell] = undefined;
      gymsAt[unit.cell] = (gymsAt[unit.cell] ?? []).filter((each) => each !== unit);
      unit.cell = -1;
    },
    hindrances(unit, cell) {
      let found: Set<Unit> | undefined;
      for (const row of rowsOf[unit.activity] ?? []) {
        const there = row[cell];
        if (there !== undefined) (found ??= new Set()).add(there);
      }
      const wanted = gymsOf(unit);
      if (wanted === 0) return found ?? NONE;
      const others = (gymsAt[cell] ?? []).filter((each) => found?.has(each) !== true);
      let used = others.reduce((sum, each) => sum + gymsOf(each), 0);
      for (const each of others) {
        if (used + wanted <= input.gymCount) break;
        (found ??= new Set()).add(each);
        used -= gymsOf(each);
      }
      return found ?? NONE;
    },
    countOnDay: (unit, cell) => dayCounts[dayIndex(unit, cell)] ?? 0,
  };
}
