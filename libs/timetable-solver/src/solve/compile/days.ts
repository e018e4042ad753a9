import type { Constraint, Instance, KeepLunch, LimitDaySpan, LimitLateStarts, LimitRuns } from '../../model/index.ts';

/** Rules whose deviation is a sum over days of what can be read from the busy times of the day alone. */
export type DayConstraint = KeepLunch | LimitDaySpan | LimitLateStarts | LimitRuns;

export const isDayConstraint = (constraint: Constraint): constraint is DayConstraint =>
  ['keepLunch', 'limitDaySpan', 'limitLateStarts', 'limitRuns'].includes(constraint.kind);

export interface DayRule {
  /** The days, as times. */
  readonly cells: readonly (readonly number[])[];
  /** Of the sum over the days. */
  readonly minimum: number;
  readonly maximum: number;
  /** Names the function; days with the same name and length share a table. */
  readonly keyOf: (day: number) => string;
  /** @returns what a day with these busy times (bit 0: its first time) adds */
  readonly valueOf: (mask: number, day: number) => number;
}

const outside = (count: number, { minimum, maximum }: { minimum: number; maximum: number }): number => Math.max(0, minimum - count, count - maximum);

const lastBit = (mask: number): number => 31 - Math.clz32(mask);
const firstBit = (mask: number): number => lastBit(mask & -mask);

/** @returns lengths of the runs of ones */
function listRuns(mask: number): number[] {
  const runs = mask.toString(2).split('0');
  return runs.map((run) => run.length).filter((length) => length > 0);
}

/** @returns the rule as a function of the masks of its days */
export function layDay(instance: Instance, constraint: DayConstraint): DayRule {
  if (constraint.kind === 'keepLunch') return layLunch(instance, constraint);
  const { limits, kind } = constraint;
  const cells = constraint.timeGroups.map((group) => instance.timeGroups[group]?.times ?? []);
  if (kind === 'limitLateStarts') return { cells, ...limits, keyOf: () => kind, valueOf: (mask) => (mask === 0 ? 0 : firstBit(mask)) };
  const keyOf = (): string => `${kind} ${limits.minimum} ${limits.maximum}`;
  const valueOf =
    kind === 'limitDaySpan'
      ? (mask: number): number => (mask === 0 ? 0 : outside(lastBit(mask) - firstBit(mask) + 1, limits))
      : (mask: number): number => (mask === 0 ? 0 : listRuns(mask).reduce((sum, length) => sum + outside(length, limits), 0));
  return { cells, minimum: 0, maximum: 0, keyOf, valueOf };
}

function layLunch(instance: Instance, { windows, free, id }: KeepLunch): DayRule {
  const days = windows.map(({ day, times }) => {
    const cell = instance.timeGroups[day]?.times ?? [];
    const bits = times.map((time) => cell.indexOf(time));
    if (bits.includes(-1)) throw new Error(`cannot optimise lunch outside its day yet (constraint ${id})`);
    return { cell, bits };
  });
  return {
    cells: days.map(({ cell }) => cell),
    minimum: 0,
    maximum: 0,
    keyOf: (day) => `lunch ${free} ${days[day]?.bits.join(',')}`,
    valueOf: (mask, day) => (mask === 0 ? 0 : Math.max(0, free - (days[day]?.bits ?? []).filter((bit) => (mask & (1 << bit)) === 0).length)),
  };
}
