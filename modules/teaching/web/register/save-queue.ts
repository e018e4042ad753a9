import type { Register, SavedRegister } from '../../contract/index.ts';
import { applyChange, applySaved, inverse, isEmpty, join, noChange, rebase, type Change, type Clash } from './change.ts';

/** How a save may end. */
export type Outcome = { kind: 'saved'; saved: SavedRegister } | { kind: 'overtaken' } | { kind: 'unreachable' } | { kind: 'refused'; error: unknown };

export interface Line {
  /** Sends a change; the same key for the same change, however often it is tried. Never throws. */
  readonly save: (change: Change, version: number, key: string) => Promise<Outcome>;
  /** Reads the register anew. @throws when it cannot be read */
  readonly read: () => Promise<Register>;
  readonly newKey: () => string;
  /** Waits before another try; `online` may end the wait early. */
  readonly wait: (ms: number) => Promise<void>;
  /** Told of the register after each save. */
  readonly onSaved?: (register: Register) => void;
}

/** `waiting`: no answer, tried again by itself; what was marked is kept in the page only, never on the device's disk. */
export type SaveState = 'idle' | 'saving' | 'waiting' | 'refused';

export interface Snapshot {
  /** The register with everything one has done, saved or not. */
  readonly register: Register;
  readonly state: SaveState;
  readonly error: unknown;
  readonly clashes: readonly Clash[];
  readonly canUndo: boolean;
}

const PAUSES = [1_000, 3_000, 8_000, 15_000];
const UNDO_STEPS = 50;

/**
 * Saves a register as it is being marked: one request at a time, what is done meanwhile goes together in the next.
 * It outlives the page, so that a mark made right before leaving is not lost.
 */
export class SaveQueue {
  readonly #line: Line;
  readonly #listeners = new Set<() => void>();
  /** As the server has it. */
  #base: Register;
  #sent: Change = noChange;
  #pending: Change = noChange;
  #undo: Change[] = [];
  #isRunning = false;
  #snapshot: Snapshot;

  constructor(line: Line, register: Register) {
    this.#line = line;
    this.#base = register;
    this.#snapshot = { register, state: 'idle', error: undefined, clashes: [], canUndo: false };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get isIdle(): boolean {
    return !this.#isRunning && isEmpty(this.#pending);
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the server was heard to have, by a live update; an answer that is older than one's own save is passed over. */
  hear(register: Register): void {
    if (!this.isIdle || register.version < this.#base.version || register === this.#base) return;
    this.#base = register;
    this.#show({});
  }

  act(change: Change): void {
    this.#undo = [...this.#undo, inverse(change, this.#snapshot.register)].slice(-UNDO_STEPS);
    this.#take(change);
  }

  undo(): void {
    const last = this.#undo.at(-1);
    if (last === undefined) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#take(last);
  }

  #take(change: Change): void {
    this.#pending = join(this.#pending, change);
    this.#show({ error: undefined, clashes: [] });
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (!isEmpty(this.#pending)) {
      this.#sent = this.#pending;
      this.#pending = noChange;
      await this.#send(this.#line.newKey());
      this.#sent = noChange;
    }
    this.#isRunning = false;
    this.#show(this.#snapshot.state === 'refused' ? {} : { state: 'idle' });
  }

  async #send(key: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      if (attempt === 0) this.#show({ state: 'saving' });
      const outcome = await this.#line.save(this.#sent, this.#base.version, key);
      switch (outcome.kind) {
        case 'saved':
          this.#base = applySaved(this.#base, outcome.saved);
          this.#line.onSaved?.(this.#base);
          return;
        case 'overtaken':
          await this.#catchUp();
          return;
        case 'refused':
          await this.#giveUp(outcome.error);
          return;
        case 'unreachable':
          this.#show({ state: 'waiting' });
          await this.#line.wait(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      }
    }
  }

  /** Somebody else saved first: what is left of one's own goes on top of theirs. */
  async #catchUp(): Promise<void> {
    const fresh = await this.#readUntilAnswered();
    const { change, clashes } = rebase(join(this.#sent, this.#pending), this.#base, fresh);
    this.#base = fresh;
    this.#pending = change;
    // Steps made on the former state would take back the other's marks as well.
    this.#undo = [];
    this.#sent = noChange;
    this.#show({ clashes: [...this.#snapshot.clashes, ...clashes] });
  }

  async #giveUp(error: unknown): Promise<void> {
    this.#pending = noChange;
    this.#sent = noChange;
    this.#undo = [];
    this.#show({ state: 'refused', error });
    try {
      this.#base = await this.#line.read();
    } catch {
      // What was last known stands; the refusal is shown in any case.
    }
  }

  async #readUntilAnswered(): Promise<Register> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#line.read();
      } catch {
        this.#show({ state: 'waiting' });
        await this.#line.wait(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      }
    }
  }

  #show(what: Partial<Pick<Snapshot, 'state' | 'error' | 'clashes'>>): void {
    const register = applyChange(applyChange(this.#base, this.#sent), this.#pending);
    this.#snapshot = { ...this.#snapshot, ...what, register, canUndo: this.#undo.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}
