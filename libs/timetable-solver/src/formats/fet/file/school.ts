import type { XmlElement } from '../../xml/index.ts';

/** How FET counts days: as they are, by teaching periods of equal length, or as half days (morning, afternoon, morning…). */
export type FetMode = 'official' | 'terms' | 'mornings-afternoons' | 'block-planning';

/** A school as a .fet file tells it; names are FET's identities. */
export interface FetSchool {
  readonly version: string;
  readonly mode: FetMode;
  readonly institution: string;
  /** In order; a half day counts as a day in the mode of mornings and afternoons. */
  readonly days: readonly string[];
  /** The same hours on every day, in order. */
  readonly hours: readonly string[];
  /** Days of one teaching period; all days where the mode has no periods. */
  readonly daysPerTerm: number;
  readonly teachers: ReadonlyMap<string, FetTeacher>;
  readonly subjects: readonly string[];
  readonly tags: readonly string[];
  /** Who never splits further; everybody with the same subgroups is in the same lessons. */
  readonly subgroups: readonly string[];
  /** Years, groups and subgroups by name. */
  readonly students: ReadonlyMap<string, FetStudents>;
  readonly rooms: ReadonlyMap<string, FetRoom>;
  /** Active ones only. */
  readonly activities: readonly FetActivity[];
  /** Ids of those switched off: constraints may still name them. */
  readonly inactive: ReadonlySet<number>;
  /** Active ones only, in the file's order. */
  readonly constraints: readonly FetConstraint[];
}

export interface FetTeacher {
  readonly name: string;
  /** Real days on which she may work both morning and afternoon; all of them where nothing is said. */
  readonly mixedDays: number;
}

export interface FetStudents {
  readonly name: string;
  readonly size: number;
  readonly level: 'year' | 'group' | 'subgroup';
  /** Indices into `subgroups`, ascending. */
  readonly subgroups: readonly number[];
}

export interface FetRoom {
  readonly name: string;
  /** Empty where none. */
  readonly building: string;
  readonly capacity: number;
  /** A virtual room stands for one real room out of each of these sets. */
  readonly realRoomSets: readonly (readonly string[])[];
}

export interface FetActivity {
  readonly id: number;
  /** The first id of the lessons a course was split into; 0 where it was not split. */
  readonly group: number;
  readonly teachers: readonly string[];
  readonly subject: string;
  readonly tags: readonly string[];
  readonly students: readonly string[];
  /** In hours. */
  readonly duration: number;
  readonly totalDuration: number;
  /** As told, or the sum of its sets of students. */
  readonly size: number;
}

export interface FetConstraint {
  /** FET's name without the word Constraint: `TeacherMaxDaysPerWeek`. */
  readonly kind: string;
  readonly isSpace: boolean;
  /** Per cent; at 100 it must hold. */
  readonly weight: number;
  readonly element: XmlElement;
}

/** Where one activity stands. */
export interface FetPlace {
  /** Index of the day, of the hour it begins. */
  readonly day: number;
  readonly hour: number;
  /** Empty where none. */
  readonly room: string;
  /** What a virtual room stands for here. */
  readonly realRooms: readonly string[];
}

/** A timetable in FET's terms: the activity's id to its place; one that is missing is not placed. */
export type FetTimetable = ReadonlyMap<number, FetPlace>;
