import type { Party, Placed, Situation } from './situation.ts';

/** Slots of each day in order; a half day is a day where FET counts so. */
export function listDays({ school, hours }: Situation): number[][] {
  return school.days.map((_, day) => Array.from({ length: hours }, (__, hour) => day * hours + hour));
}

/** Slots of each real day: morning and afternoon together. */
export function listRealDays(situation: Situation): number[][] {
  const days = listDays(situation);
  if (!hasHalfDays(situation)) return days;
  return days.flatMap((morning, day) => (day % 2 === 0 ? [[...morning, ...(days[day + 1] ?? [])]] : []));
}

export const listMornings = (situation: Situation): number[][] => listDays(situation).filter((_, day) => day % 2 === 0);
export const listAfternoons = (situation: Situation): number[][] => listDays(situation).filter((_, day) => day % 2 === 1);

export const hasHalfDays = ({ school }: Situation): boolean => school.mode === 'mornings-afternoons';

export const isBusy = (party: Party, slot: number): boolean => (party.busy[slot]?.length ?? 0) > 0;

export const countBusy = (party: Party, slots: readonly number[]): number => slots.filter((slot) => isBusy(party, slot)).length;

/** @returns free open slots between busy ones */
export function countGaps(party: Party, slots: readonly number[]): number {
  const busy = slots.map((slot) => isBusy(party, slot));
  const [first, last] = [busy.indexOf(true), busy.lastIndexOf(true)];
  return first < 0 ? 0 : slots.filter((slot, at) => at > first && at < last && busy[at] === false && party.closed[slot] === 0).length;
}

/** @returns slots from the first busy one to the last, both counted */
export function measureSpan(party: Party, slots: readonly number[]): number {
  const busy = slots.map((slot) => isBusy(party, slot));
  const first = busy.indexOf(true);
  return first < 0 ? 0 : busy.lastIndexOf(true) - first + 1;
}

/** @returns the activities met along the slots, in order, each once */
export function listAlong(party: Party, slots: readonly number[]): Placed[] {
  return [...new Set(slots.flatMap((slot) => party.busy[slot] ?? []))];
}

export const nameDay = ({ school, hours }: Situation, slots: readonly number[]): string => school.days[Math.floor((slots[0] ?? 0) / hours)] ?? '';

export const nameSlot = ({ school, hours }: Situation, slot: number): string => `${school.days[Math.floor(slot / hours)] ?? '?'} ${school.hours[slot % hours] ?? '?'}`;

/** “12 Maths 7A (Virtanen)”. */
export function nameActivity({ activity: { id, subject, students, teachers } }: Placed): string {
  return `${id} ${[subject, students.join('+')].filter((part) => part !== '').join(' ')}${teachers.length > 0 ? ` (${teachers.join(', ')})` : ''}`;
}
