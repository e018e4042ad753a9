import type { Limits } from '../model/index.ts';
import type { Reason } from './reasons.ts';

/** What a rule is applied to: a rule gives one deviation per point. */
export type Point =
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'eventResource'; readonly event: number; readonly place: number }
  | { readonly kind: 'eventGroup'; readonly eventGroup: number }
  | { readonly kind: 'eventPair'; readonly first: number; readonly second: number }
  | { readonly kind: 'resource'; readonly resource: number }
  | { readonly kind: 'instance' };

/** A point at which a rule is not met. */
export interface Finding {
  readonly point: Point;
  /** Above 0. */
  readonly deviation: number;
  /** Why, in words; made when asked for, as searching asks for costs alone. */
  readonly why: () => readonly Reason[];
}

/** @returns how far a number lies below or above its limits, 0 within */
export const outside = (count: number, { minimum, maximum }: Limits): number => Math.max(minimum - count, count - maximum, 0);
