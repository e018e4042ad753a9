/** A seeded source of chance: the same seed gives the same city on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** 0 … limit − 1 */
  below(limit: number): number;
  /** from … to, both included */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Earlier entries come oftener, as common names do. */
  pickEarly<T>(list: readonly T[], steepness?: number): T;
  pickWeighted<T>(choices: readonly (readonly [T, number])[]): T;
  shuffle<T>(list: T[]): T[];
}

/** FNV-1a, 32 bits: enough to spread seeds. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

export function createRandom(seed: string): Random {
  // mulberry32 (Tommy Ettinger, public domain)
  let state = hash32(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new RangeError('Nothing to choose from');
    return found;
  };
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, below(list.length)),
    pickEarly: (list, steepness = 1.7) => at(list, Math.floor(list.length * next() ** steepness)),
    pickWeighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return at(choices, choices.length - 1)[0];
    },
    shuffle(list) {
      for (let index = list.length - 1; index > 0; index--) {
        const other = below(index + 1);
        const moved = at(list, index);
        list[index] = at(list, other);
        list[other] = moved;
      }
      return list;
    },
  };
}
