import type { Constraint, CostFunction } from '../../model/index.ts';
import type { Points } from '../compiled.ts';

function costOf(weight: number, costFunction: CostFunction, deviation: number): number {
  if (deviation <= 0) return 0;
  if (costFunction === 'step') return weight;
  return costFunction === 'linear' ? weight * deviation : weight * deviation * deviation;
}

/** How a point's raw value becomes a deviation: below `minimum`, above `maximum`, rounded up to whole `unit`s. */
export interface PointOptions {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly initial?: number;
  /** Largest raw value that can occur. */
  readonly largest: number;
}

/** Collects the points of all constraints with their tables; equal rules share a table. */
export class PointBuilder {
  private readonly isHard: number[] = [];
  private readonly table: number[] = [];
  private readonly length: number[] = [];
  private readonly initial: number[] = [];
  private readonly constraintOf: number[] = [];
  private readonly kind: Constraint['kind'][] = [];
  private readonly minimum: number[] = [];
  private readonly maximum: number[] = [];
  private readonly cost: number[] = [];
  private readonly known = new Map<string, { base: number; length: number }>();

  /** @returns the new point's index */
  add(index: number, constraint: Constraint, { minimum = 0, maximum = 0, initial = 0, largest }: PointOptions): number {
    const { weight, costFunction } = constraint;
    const length = Math.max(1, largest) + 1;
    const key = `${weight} ${costFunction} ${minimum} ${maximum} ${length}`;
    let table = this.known.get(key);
    if (table === undefined) {
      table = { base: this.cost.length, length };
      for (let raw = 0; raw < length; raw++) {
        const deviation = raw < minimum ? minimum - raw : raw > maximum ? raw - maximum : 0;
        this.cost.push(costOf(weight, costFunction, deviation));
      }
      this.known.set(key, table);
    }
    this.isHard.push(constraint.isRequired ? 1 : 0);
    this.table.push(table.base);
    this.length.push(length);
    this.initial.push(initial);
    this.constraintOf.push(index);
    this.kind.push(constraint.kind);
    this.minimum.push(minimum);
    this.maximum.push(maximum);
    return this.isHard.length - 1;
  }

  finish(): Points {
    return {
      count: this.isHard.length,
      isHard: Uint8Array.from(this.isHard),
      table: Int32Array.from(this.table),
      length: Int32Array.from(this.length),
      initial: Int32Array.from(this.initial),
      cost: Float64Array.from(this.cost),
      constraint: Int32Array.from(this.constraintOf),
      kind: this.kind,
      minimum: Float64Array.from(this.minimum),
      maximum: Float64Array.from(this.maximum),
    };
  }
}
