import codes from '../generated/codes.json' with { type: 'json' };

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(codes).map(([set, values]) => [set, new Set(values.split(' '))]));

/** Every code of a national code set, `undefined` for sets this library does not hold. */
export const findCodes = (set: string): ReadonlySet<string> | undefined => sets.get(set);

/** False only when the set is held here and has no such code. */
export const isPossibleCode = (set: string, value: string): boolean => sets.get(set)?.has(value) ?? true;
