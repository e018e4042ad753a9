import type { DateRange, LocalTime } from '@digione/local-date';
import type { Title } from '../cast/staff.ts';
import type { EducationForm } from '../city/context.ts';
import type { SchoolSpec } from '../city/spec.ts';
import type { Learner } from '../people/area.ts';
import type { Post } from './posts.ts';

/** Parts of a school while its rows are being made. */
export interface StaffMember {
  readonly id: string;
  readonly key: string;
  readonly title: Title;
  readonly post: Post | null;
  /** Lessons a week given so far. */
  load: number;
}

export interface Homeroom {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly members: readonly Learner[];
  /** Known at once in grades 1–6, from 7 on when it is known who teaches here. */
  teacher: StaffMember | null;
}

export interface Lesson {
  readonly id: string;
  readonly weekday: number;
  readonly startsAt: LocalTime;
  readonly endsAt: LocalTime;
  readonly roomId: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly homeroom: Homeroom | null;
  readonly members: readonly Learner[];
  readonly teacher: StaffMember;
  readonly valid: DateRange;
  readonly lessons: readonly Lesson[];
}

/** What is known of a school before anybody is in it. */
export interface Frame {
  readonly spec: SchoolSpec;
  readonly id: string;
  readonly siteId: string;
  /** Prefix of every key, and of every id, of the school. */
  readonly scope: string;
  readonly educationForm: EducationForm;
}

export interface School extends Frame {
  readonly homerooms: readonly Homeroom[];
  readonly groups: readonly Group[];
  readonly staff: readonly StaffMember[];
}
