import type { Post } from '../school/posts.ts';
import type { CastPerson } from './family.ts';

export type Title =
  | 'teacher'
  | 'class-teacher'
  | 'special-needs-teacher'
  | 'guidance-counsellor'
  | 'teaching-assistant'
  | 'principal'
  | 'vice-principal'
  | 'school-secretary'
  | 'expert'
  | 'other';

/** A member of staff written by hand. */
export interface CastStaff extends CastPerson {
  readonly age: number;
  /** A school, or null for the provider's own office. */
  readonly school: string | null;
  readonly title: Title | null;
  /** For class teachers: whose homeroom teacher this is. */
  readonly homeroom?: string;
  /** For subject teachers: which kind of teaching post (see school/posts.ts). */
  readonly post?: Post;
  /** Subject and homeroom taught at the second lesson of every weekday, Monday first: the demonstration lesson at 9:20. */
  readonly secondLessons?: readonly { readonly subject: string; readonly homeroom: string }[];
  readonly roles?: readonly { readonly role: string; readonly reason: string }[];
  readonly shared?: { readonly human: string; readonly makesAccount: boolean };
}
