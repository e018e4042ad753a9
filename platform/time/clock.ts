/** The one source of time. Everything outside this folder asks a clock, never `Date`. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  ms(): number;
  /** Now as ISO 8601 in UTC with milliseconds. */
  iso(): string;
  /** Today's date in Finland, `YYYY-MM-DD`. */
  today(): string;
  /** False when somebody set the clock (demo and tests); the database is then told the time, too. */
  readonly isReal: boolean;
}

const helsinkiDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', year: 'numeric', month: '2-digit', day: '2-digit' });

function clockFrom(ms: () => number, isReal: boolean): Clock {
  // The formatter costs microseconds and the date changes once a day: remember it for the running minute.
  let minute = -1;
  let date = '';
  return {
    ms,
    iso: () => new Date(ms()).toISOString(),
    today() {
      const at = ms();
      const current = Math.floor(at / 60_000);
      if (current !== minute) {
        minute = current;
        date = helsinkiDate.format(at);
      }
      return date;
    },
    isReal,
  };
}

/** The machine's clock. */
export const systemClock: Clock = clockFrom(() => Date.now(), true);

/**
 * A clock that starts at the given moment and ticks on, for demonstrations on any day.
 * @param startIso instant in ISO 8601
 */
export function clockStartingAt(startIso: string): Clock {
  const offset = Date.parse(startIso) - Date.now();
  return clockFrom(() => Date.now() + offset, false);
}

/** A clock that stands still until told otherwise; for tests. */
export function stoppedClock(startIso: string): Clock & { set(iso: string): void; advance(ms: number): void } {
  let at = Date.parse(startIso);
  return {
    ...clockFrom(() => at, false),
    set(iso) {
      at = Date.parse(iso);
    },
    advance(ms) {
      at += ms;
    },
  };
}

/** An instant given in milliseconds since 1970 as ISO 8601 in UTC. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
