import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    // The program's name stands in parentheses and may hold spaces, so the fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}

/** Adds up the processor time of a server's processes, also of those that come and go, by looking often. */
export class ProcessorTime {
  readonly #server: number | undefined;
  readonly #first = new Map<number, number>();
  readonly #last = new Map<number, number>();

  /** @param backend any process of the PostgreSQL server on this machine */
  constructor(backend: number) {
    this.#server = statOf(backend)?.parent;
    this.look(true);
  }

  look(isFirst = false): void {
    if (this.#server === undefined) return;
    for (const entry of readdirSync('/proc')) {
      const pid = Number(entry);
      const stat = Number.isInteger(pid) ? statOf(pid) : undefined;
      if (stat?.parent !== this.#server) continue;
      if (!this.#first.has(pid)) this.#first.set(pid, isFirst ? stat.ticks : 0);
      this.#last.set(pid, stat.ticks);
    }
  }

  /** Since it began; undefined where the server's processes cannot be seen. */
  get seconds(): number | undefined {
    if (this.#server === undefined) return undefined;
    let ticks = 0;
    for (const [pid, last] of this.#last) ticks += last - (this.#first.get(pid) ?? 0);
    return ticks / TICKS_PER_SECOND;
  }
}
