import type { Answer } from '@digione/app-server/testing';
import type { Judge } from './judge.ts';

export type ThingKind = 'nothing' | 'person' | 'learner' | 'school' | 'homeroom' | 'group' | 'lesson' | 'notice' | 'absences' | 'candidate' | 'run' | 'certificate' | 'edition' | 'draft' | 'note' | 'phrase';

/** What the capabilities and the law say of one endpoint on one kind of thing. */
export interface Expectation {
  readonly on: ThingKind;
  /** The field of params, query or body that names the thing. */
  readonly field?: string;
  readonly may: (judge: Judge, who: string, thing: string) => boolean;
  /** Inputs that are not to be left to the generator; `thing` is the id of the thing in question. */
  readonly with?: (thing: string, context: { educationProviderId: string; idOf: (kind: 'absence' | 'person' | 'homeroom' | 'edition' | 'subject', key: string) => string }) => { query?: object; body?: object; params?: object };
  /**
   * Where the handler itself decides (an endpoint over all identities of an account): whether the answer gave what was asked.
   * Without it the action decides before the handler runs: 403, or 404 for what is not there.
   */
  readonly granted?: (answer: Answer) => boolean;
  /** The right is one over the provider, whatever the thing: who lacks it hears 403 also of what is not there. */
  readonly isOfProvider?: boolean;
  /** The handler may still answer something else than 200: why. */
  readonly mayDiffer?: string;
}

/** Endpoint id → what is expected; several where one endpoint takes several kinds of things. */
export type Expectations = Readonly<Record<string, readonly Expectation[]>>;

/** Open to every signed-in account with an identity in the provider; what is in the answer is checked for itself. */
export const anyone = (): boolean => true;
