/** Something written down that the server does not have yet. */
export interface Letter {
  /** What it is about; a later letter about the same thing waits for the earlier one. */
  readonly id: string;
  /** Shown until it is sent. */
  readonly text: string;
  /** Sends it; the same key however often it is tried. @throws what stands in the way */
  readonly send: (key: string) => Promise<unknown>;
}

export interface OutboxLine {
  readonly newKey: () => string;
  /** Waits before another try; `online` may end the wait early. */
  readonly wait: (ms: number) => Promise<void>;
  /** Is it the network, so that trying again will help? */
  readonly isUnreachable: (error: unknown) => boolean;
  readonly onSent?: () => void;
}

export interface OutboxSnapshot {
  readonly letters: readonly Letter[];
  readonly state: 'idle' | 'sending' | 'waiting';
  /** Why the last one was refused; told until the next is written. */
  readonly error: unknown;
}

const PAUSES = [1_000, 3_000, 8_000, 15_000];

/**
 * Sends what is written down in its order, each thing once: while the network is away it waits in the page's memory and is
 * tried again under the same key. Outlives the page it was written on.
 */
export class Outbox {
  readonly #line: OutboxLine;
  readonly #listeners = new Set<() => void>();
  #snapshot: OutboxSnapshot = { letters: [], state: 'idle', error: undefined };

  constructor(line: OutboxLine) {
    this.#line = line;
  }

  get snapshot(): OutboxSnapshot {
    return this.#snapshot;
  }

  get isIdle(): boolean {
    return this.#snapshot.letters.length === 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  post(letter: Letter): void {
    const isRunning = !this.isIdle;
    this.#show({ letters: [...this.#snapshot.letters, letter], error: undefined });
    if (!isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    for (let letter = this.#snapshot.letters[0]; letter !== undefined; letter = this.#snapshot.letters[0]) {
      const error = await this.#deliver(letter, this.#line.newKey());
      this.#show({ letters: this.#snapshot.letters.slice(1), ...(error !== undefined && { error }) });
      this.#line.onSent?.();
    }
    this.#show({ state: 'idle' });
  }

  /** @returns why it was refused; undefined when it arrived */
  async #deliver(letter: Letter, key: string): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      this.#show({ state: attempt === 0 ? 'sending' : 'waiting' });
      try {
        await letter.send(key);
        return undefined;
      } catch (error) {
        if (!this.#line.isUnreachable(error)) return error;
        this.#show({ state: 'waiting' });
        await this.#line.wait(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      }
    }
  }

  #show(what: Partial<OutboxSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...what };
    for (const listener of this.#listeners) listener();
  }
}
