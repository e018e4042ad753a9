/** Idle times of a day whose busy times are the bits of `mask` (at most 31). */
export function idleTimes(mask: number): number {
  return mask < TABLE_SIZE ? (TABLE[mask] ?? 0) : countIdle(mask);
}

const TABLE_SIZE = 1 << 14;
const TABLE = Uint8Array.from({ length: TABLE_SIZE }, (_, mask) => countIdle(mask));

function countIdle(mask: number): number {
  if (mask === 0) return 0;
  const last = 31 - Math.clz32(mask);
  const first = 31 - Math.clz32(mask & -mask);
  let busy = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) busy++;
  return last - first + 1 - busy;
}
