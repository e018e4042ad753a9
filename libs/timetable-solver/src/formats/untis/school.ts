import { readGpuTable, UntisError, type GpuRow } from './read-table.ts';

/** The files of an Untis export; only the lessons are needed. */
export interface UntisFiles {
  /** GPU002.TXT: lessons. */
  readonly lessons: Uint8Array;
  /** GPU001.TXT: the timetable. */
  readonly timetable?: Uint8Array;
  /** GPU003.TXT, GPU004.TXT, GPU005.TXT: classes, teachers, rooms. */
  readonly classes?: Uint8Array;
  readonly teachers?: Uint8Array;
  readonly rooms?: Uint8Array;
}

export interface UntisSchool {
  readonly lessons: readonly UntisLesson[];
  readonly placements: readonly UntisPlacement[];
  /** Long names by short ones. */
  readonly classes: ReadonlyMap<string, string>;
  readonly teachers: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, UntisRoom>;
}

/** A lesson: its rows are coupled, they go on at the same time. */
export interface UntisLesson {
  readonly number: number;
  readonly periodsPerWeek: number;
  readonly rows: readonly UntisLessonRow[];
  /** Double periods a week, at least and at most; undefined where nothing is said. */
  readonly doubles: { readonly minimum: number; readonly maximum: number } | undefined;
  readonly line: number;
}

export interface UntisLessonRow {
  readonly classes: readonly string[];
  readonly teacher: string;
  readonly subject: string;
  /** Subject room, else home room; empty where none. */
  readonly room: string;
  readonly learners: number;
}

export interface UntisRoom {
  readonly name: string;
  readonly capacity: number | undefined;
  /** The room to take instead; empty where none. */
  readonly alternative: string;
}

export interface UntisPlacement {
  readonly lesson: number;
  readonly room: string;
  readonly teacher: string;
  /** 1 is Monday. */
  readonly day: number;
  readonly period: number;
  readonly line: number;
}

/**
 * Reads the files of an Untis text export.
 * @throws UntisError with file and line
 */
export function readUntisSchool(files: UntisFiles): UntisSchool {
  const names = (bytes: Uint8Array | undefined, file: string): Map<string, string> =>
    new Map(bytes === undefined ? [] : readGpuTable(bytes, file).map(({ field }) => [field(1), field(2) === '' ? field(1) : field(2)]));
  const rooms = files.rooms === undefined ? [] : readGpuTable(files.rooms, 'GPU005.TXT');
  return {
    lessons: readLessons(readGpuTable(files.lessons, 'GPU002.TXT')),
    placements: files.timetable === undefined ? [] : readGpuTable(files.timetable, 'GPU001.TXT').map(readPlacement),
    classes: names(files.classes, 'GPU003.TXT'),
    teachers: names(files.teachers, 'GPU004.TXT'),
    rooms: new Map(
      rooms.map(({ field }) => [field(1), { name: field(2) === '' ? field(1) : field(2), alternative: field(3), capacity: Number(field(8)) > 0 ? Number(field(8)) : undefined }]),
    ),
  };
}

/** What no school has more of: a number beyond is a slip, or meant to cost memory. */
const MOST = { days: 31, periodsPerDay: 60, periodsPerWeek: 500, lessons: 20_000, number: 999_999 } as const;

function readWhole(row: GpuRow, number: number, file: string, what: string, [least, most]: readonly [number, number] = [0, MOST.number]): number {
  // Untis writes 2 periods also as 2.000 and 2,000.
  const text = row.field(number).replace(/[.,]0+$/, '');
  if (!/^\d{1,6}$/.test(text)) throw new UntisError(`field ${number} (${what}) should be a whole number, not “${row.field(number).slice(0, 40)}”`, file, row.line);
  const value = Number(text);
  if (value < least || value > most) throw new UntisError(`field ${number} (${what}) should be from ${least} to ${most}, not ${value}`, file, row.line);
  return value;
}

function readLessons(rows: readonly GpuRow[]): UntisLesson[] {
  const byNumber = new Map<number, GpuRow[]>();
  for (const row of rows) {
    const number = readWhole(row, 1, 'GPU002.TXT', 'lesson number');
    const coupled = byNumber.get(number);
    if (coupled === undefined) byNumber.set(number, [row]);
    else coupled.push(row);
    if (byNumber.size > MOST.lessons) throw new UntisError(`there are more than ${MOST.lessons} lessons`, 'GPU002.TXT', row.line);
  }
  return [...byNumber].flatMap(([number, [first, ...coupled]]) => {
    if (first === undefined) return [];
    const doubles = readDoubles(first);
    const lesson = { number, periodsPerWeek: readWhole(first, 2, 'GPU002.TXT', 'periods per week', [0, MOST.periodsPerWeek]), rows: [first, ...coupled].map(readLessonRow), doubles, line: first.line };
    return [lesson];
  });
}

/** Double periods at least and at most; what is no number says nothing. */
function readDoubles({ field }: GpuRow): UntisLesson['doubles'] {
  const [least = 0, most = 0] = [field(28), field(29)].map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  if (Number.isNaN(most)) return undefined;
  return { minimum: Number.isNaN(least) ? 0 : Math.min(least, most), maximum: most };
}

function readLessonRow({ field }: GpuRow): UntisLessonRow {
  return {
    // Several classes of one row stand with a tilde between them.
    classes: field(5).split('~').filter((name) => name !== ''),
    teacher: field(6),
    subject: field(7),
    room: field(8) === '' ? field(20) : field(8),
    learners: Number(field(10)) || 0,
  };
}

function readPlacement(row: GpuRow): UntisPlacement {
  return {
    lesson: readWhole(row, 1, 'GPU001.TXT', 'lesson number'),
    teacher: row.field(3),
    room: row.field(5),
    day: readWhole(row, 6, 'GPU001.TXT', 'day', [1, MOST.days]),
    period: readWhole(row, 7, 'GPU001.TXT', 'period', [1, MOST.periodsPerDay]),
    line: row.line,
  };
}
