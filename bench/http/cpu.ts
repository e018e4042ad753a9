import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

function statOf(pid: number): { parent: number; ticks: number } | undefined {
  try {
    // The program's name stands in parentheses and may hold spaces, so the fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}

/** Processor seconds used so far by a process and its children that are alive. */
export function cpuSeconds(root: number, withChildren: boolean): number {
  const own = statOf(root)?.ticks ?? 0;
  if (!withChildren) return own / TICKS_PER_SECOND;
  let sum = own;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === root) continue;
    const stat = statOf(pid);
    if (stat?.parent === root) sum += stat.ticks;
  }
  return sum / TICKS_PER_SECOND;
}
