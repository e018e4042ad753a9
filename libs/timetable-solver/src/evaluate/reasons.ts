import type { Limits } from '../model/index.ts';
import { fillSentence, type Language } from '../say.ts';
import { REASONS_FI } from './reasons.fi.ts';
import { REASONS_SV } from './reasons.sv.ts';

/**
 * Every sentence a justification is made of, in English with its values in braces (`fillSentence` tells their forms). Keys are
 * stable; `reasons.fi.ts` and `reasons.sv.ts` have the same in Finnish and Swedish.
 */
export const SENTENCES = {
  'no-time': '{event} has no time for {count} of its {duration|lesson}',
  'no-resource': '{event} has nobody as {role} for {count} of its {duration|lesson}',
  'other-time': '{event} begins at {time}, which is none of the times wanted',
  'other-resource': '{event} has {resource} as {role}, who is none of those wanted',
  'meet-too-short': '{event} has a meet of {count}, at least {limit} wanted',
  'meet-too-long': '{event} has a meet of {count}, at most {limit} wanted',
  'meets-too-few': '{event} falls into {count|meet}, at least {limit} wanted',
  'meets-too-many': '{event} falls into {count|meet}, at most {limit} wanted',
  'length-too-rare': '{event} has {count|meet} of length {length}, at least {limit} wanted',
  'length-too-often': '{event} has {count|meet} of length {length}, at most {limit} wanted',
  'several-resources': '{eventGroup} has {count} different {role}s ({resources}), one wanted',
  'spread-below': '{eventGroup} has {count|meet} on {timeGroup}, at least {limit} wanted',
  'spread-above': '{eventGroup} has {count|meet} on {timeGroup}, at most {limit} wanted',
  'apart': 'of {eventGroup} only {running} of {count} go on at {time}',
  'too-early': '{second} begins {count|time} after the end of {first}, at least {limit} wanted',
  'too-late': '{second} begins {count|time} after the end of {first}, at most {limit} wanted',
  'clash': '{resource} has {count|lesson} at {time}: {events}',
  'unavailable': '{resource} is busy at {time}, when it should be free',
  'idle-below': '{resource} has {count|idle time}, at least {limit} wanted',
  'idle-above': '{resource} has {count|idle time} ({times}), at most {limit} wanted',
  'clusters-below': '{resource} has lessons in {count} of the time groups, at least {limit} wanted',
  'clusters-above': '{resource} has lessons in {count} of the time groups ({timeGroups}), at most {limit} wanted',
  'busy-below': '{resource} has {count|lesson} on {timeGroup}, at least {limit} wanted',
  'busy-above': '{resource} has {count|lesson} on {timeGroup}, at most {limit} wanted',
  'workload-below': '{resource} has a work load of {count}, at least {limit} wanted',
  'workload-above': '{resource} has a work load of {count}, at most {limit} wanted',
  'starts-apart': 'of {eventGroup} only {running} of {count} begin at {time}',
  'crosses-break': '{event} runs across the break after {time}',
  'no-lunch': '{resource} has {count|free time} for lunch on {timeGroup}, at least {limit} wanted',
  'crowded': '{count} people at {time}, at most {limit} have room: {events}',
  'span-below': '{resource} has a day of {count|time} on {timeGroup}, at least {limit} wanted',
  'span-above': '{resource} has a day of {count|time} on {timeGroup}, at most {limit} wanted',
  'run-below': '{resource} has {count|lesson} in a row from {time}, at least {limit} wanted',
  'run-above': '{resource} has {count|lesson} in a row from {time}, at most {limit} wanted',
  'no-travel-time': '{resource} has {count|free time} to get from {from} to {to} before {time}, at least {limit} wanted',
  'supervisor-away': '{resource} supervises {event} at {time} and has no lesson near it',
  'no-common-time': '{count|common free time} for {resources}, at least {limit} wanted',
  'lock-broken': '{event} is locked to {time} and is not there',
  'lock-broken-with': '{event} is locked to {time} with {resources} and is not there',
  'moved': '{event} has moved to {time}',
  'other-people': '{event} has others than before at {time}',
  'days-too-near': '{eventGroup} has meets {count|day} apart, at {first} and {second}, at least {limit} wanted',
  'late-below': '{resource} has {count|free time} before the first lessons of its days, at least {limit} wanted',
  'late-above': '{resource} has {count|free time} before the first lessons of its days, at most {limit} wanted',
  'not-last': '{event} is not the last lesson of the day of {resources}',
  'choices-open': '{resource} has no seat for {count} of {all|choice}',
  'seats-below': '{event} has {count|learner}, at least {limit} wanted',
  'seats-above': '{event} has {count|learner}, at most {limit} have room',
  'wrong-order': '{resource} has {second} before {first} has ended',
} as const;

export type ReasonKey = keyof typeof SENTENCES;

/** A sentence as data. */
export interface Reason {
  readonly key: ReasonKey;
  readonly values: Readonly<Record<string, string | number>>;
}

const IN: Readonly<Record<Language, Readonly<Record<ReasonKey, string>>>> = { fi: REASONS_FI, sv: REASONS_SV, en: SENTENCES };

/** @returns the reason as a sentence, English where nothing is said, without a full stop */
export const sayReason = ({ key, values }: Reason, language: Language = 'en'): string => fillSentence(IN[language][key], values);

/** @returns the reason why a count is outside its limits, none within */
export function limitReasons(count: number, { minimum, maximum }: Limits, [below, above]: readonly [ReasonKey, ReasonKey], values: Reason['values']): Reason[] {
  if (count < minimum) return [{ key: below, values: { ...values, count, limit: minimum } }];
  if (count > maximum) return [{ key: above, values: { ...values, count, limit: maximum } }];
  return [];
}
