import type { FetSchool } from '../file/school.ts';

/** Slots of each day; a half day is a day where FET counts so. */
export const listDays = ({ days, hours }: FetSchool): number[][] => days.map((_, day) => Array.from({ length: hours.length }, (__, hour) => day * hours.length + hour));

export const hasHalfDays = ({ mode }: FetSchool): boolean => mode === 'mornings-afternoons';

/** Slots of each day, morning and afternoon together. */
export function listRealDays(school: FetSchool): number[][] {
  const days = listDays(school);
  return hasHalfDays(school) ? days.flatMap((morning, day) => (day % 2 === 0 ? [[...morning, ...(days[day + 1] ?? [])]] : [])) : days;
}

export const listMornings = (school: FetSchool): number[][] => listDays(school).filter((_, day) => day % 2 === 0);
export const listAfternoons = (school: FetSchool): number[][] => listDays(school).filter((_, day) => day % 2 === 1);

/** Slots of each teaching period. */
export function listTerms(school: FetSchool): number[][] {
  const days = listDays(school);
  return Array.from({ length: days.length / school.daysPerTerm }, (_, term) => days.slice(term * school.daysPerTerm, (term + 1) * school.daysPerTerm).flat());
}

/** All runs of so many lists in a row, joined. */
export const listWindows = (lists: readonly (readonly number[])[], size: number): number[][] =>
  size > lists.length ? [lists.flat()] : Array.from({ length: lists.length - size + 1 }, (_, from) => lists.slice(from, from + size).flat());

export const nameOfDay = (school: FetSchool, slots: readonly number[]): string => school.days[Math.floor((slots[0] ?? 0) / school.hours.length)] ?? '';
