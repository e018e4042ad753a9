/**
 * What is said about a school that can't be timetabled: English with values in braces. Keys are stable and made to be translated;
 * `{count|lesson}` is the number with its noun.
 */
export const EXPLANATIONS = {
  // Arithmetic, before any search.
  'too-many-lessons': '{resource} has {lessons|lesson} and only {free|free time}',
  'no-start': '{event} can begin at no time: {reason}',
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
  'rule-for-all': '{rule}{limits}',
} as const;

export type ExplanationKey = keyof typeof EXPLANATIONS;

/** A sentence as data. */
export interface Explanation {
  readonly key: ExplanationKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** @returns the sentence in English, without a full stop */
export const sayExplanation = ({ key, values }: Explanation): string =>
  EXPLANATIONS[key].replaceAll(/\{(\w+)(?:\|([^}]+))?\}/g, (_all, name: string, noun: string | undefined) => {
    const value = values[name] ?? '';
    return noun === undefined ? String(value) : `${value} ${noun}${value === 1 ? '' : 's'}`;
  });

const SHOWN = 6;

/** @returns at most six names and how many more there are */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
