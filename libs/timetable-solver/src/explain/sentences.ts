import { fillSentence, type Language } from '../say.ts';
import { EXPLANATIONS_FI } from './sentences.fi.ts';
import { EXPLANATIONS_SV } from './sentences.sv.ts';

/**
 * What is said about a school that can't be timetabled: English with values in braces (`fillSentence` tells their forms). Keys are
 * stable; `sentences.fi.ts` and `sentences.sv.ts` have the same in Finnish and Swedish. `{limits}` is made of `least` and `most`.
 */
export const EXPLANATIONS = {
  // Arithmetic, before any search.
  'too-many-lessons': '{resource} has {lessons|lesson} and only {free|free time}',
  'no-start': '{event} can begin at no time: the times wanted for it and the free times of {people} have none in common',
  'too-long': '{event} needs {duration|time} in a row, and {resource} has at most {longest} free',
  'day-limits': '{resource} has {lessons|lesson}, and the limits of its days leave room for {room}',
  'too-few-days': '{resource} has {lessons|lesson}, and there is room for {room} on {days|day}',
  'too-few-lessons': '{resource} has {lessons|lesson} and should have some on {days|day}',
  'rooms-short': '{lessons|lesson} ({events}) need one of {rooms}, which have {free|free time} together',
  'band-rooms': '{count} lessons of {eventGroup} go on at once and need one each of {rooms}',
  'band-clash': '{resource} is in {count} lessons of {eventGroup} that go on at once',
  'too-many-meets': '{eventGroup} has {count|lesson}, and its days take at most {room}',
  'overloaded': '{resource} has a work load of {load}, at most {limit} allowed',
  'crowded-times': '{lessons|lesson} of {resource} ({events}) can only be at {free|time}: {times}',
  // Members of a set of rules and lessons that contradict each other.
  'lesson': '{event} is to have a time',
  'rule-for-resource': '{rule}: {resource}{limits}',
  'rule-for-event': '{rule}: {event}{limits}',
  'rule-for-event-group': '{rule}: {events}{limits}',
  'rule-for-pair': '{rule}: {second} after {first}',
  'rooms-at-a-time': '{count|room} at a time: {rooms}',
  // What no tray can be.
  'course-full': '{count|learner} chose {course}; its sections ({sections}) have room for {room}',
  'too-many-choices': '{resource} has chosen {count|course} and has {free|free bar}',
  'same-bars': '{resource} has chosen {count|course} ({courses}) that are in {bars|bar} only: {times}',
  'hall-full': '{rule}: {count} needed, and there is room for {room} in all the times together',
} as const;

export type ExplanationKey = keyof typeof EXPLANATIONS;

/** A sentence as data. */
export interface Explanation {
  readonly key: ExplanationKey;
  readonly values: Readonly<Record<string, string | number>>;
}

const IN: Readonly<Record<Language, Readonly<Record<ExplanationKey, string>>>> = { fi: EXPLANATIONS_FI, sv: EXPLANATIONS_SV, en: EXPLANATIONS };

const LIMITS = {
  fi: { least: 'vähintään {least}', most: 'enintään {most}' },
  sv: { least: 'minst {least}', most: 'högst {most}' },
  en: { least: 'at least {least}', most: 'at most {most}' },
} as const satisfies Readonly<Record<Language, object>>;

function sayLimits(values: Explanation['values'], language: Language): string {
  const { least, most } = values;
  if (least === undefined && most === undefined) return '';
  if (least !== undefined && most !== undefined) return ` (${least === most ? least : `${least}–${most}`})`;
  return ` (${fillSentence(LIMITS[language][least === undefined ? 'most' : 'least'], values)})`;
}

/** @returns the sentence, English where nothing is said, without a full stop */
export const sayExplanation = ({ key, values }: Explanation, language: Language = 'en'): string => fillSentence(IN[language][key], { ...values, limits: sayLimits(values, language) });

const SHOWN = 6;

/** @returns at most six names and how many more there are */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} … (+${names.length - SHOWN})` : shown;
}
