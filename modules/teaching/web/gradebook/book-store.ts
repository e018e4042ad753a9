import type { EvidenceValue, Gradebook } from '../../contract/index.ts';
import { keyOf, type CellEdit, type Content } from './cells.ts';

export interface SentCell extends Content {
  readonly evidenceItemId: string;
  readonly learnerId: string;
  readonly version: number;
}

/** How a save may end. `refused` names cells by their place in what was sent; none named means all of it. */
export type Outcome =
  | { kind: 'saved'; saved: readonly EvidenceValue[]; clashes: readonly EvidenceValue[] }
  | { kind: 'refused'; cells: ReadonlyMap<number, string>; message: string }
  | { kind: 'unreachable' };

export interface Line {
  /** Never throws. The same key for the same cells, however often it is tried. */
  readonly save: (cells: readonly SentCell[], key: string) => Promise<Outcome>;
  readonly newKey: () => string;
  readonly wait: (ms: number) => Promise<void>;
}

/** A cell as it is shown. `text` could not be saved; `fault` is what the server said of it, where it was the server that refused. */
export interface ShownCell extends Content {
  readonly text?: string;
  readonly fault?: string | undefined;
}

export interface Clash {
  readonly evidenceItemId: string;
  readonly learnerId: string;
  readonly theirs: Content;
  readonly mine: Content;
}

export interface Status {
  /** `waiting`: no answer, tried again by itself. */
  readonly state: 'idle' | 'saving' | 'waiting';
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly clashes: readonly Clash[];
  readonly refused: readonly CellEdit[];
  /** Pasted texts for which there was no cell. */
  readonly outside: readonly string[];
}

type Step = readonly { readonly before: CellEdit; readonly after: CellEdit }[];

const EMPTY: ShownCell = { value: null, words: null };
const PAUSES = [1_000, 3_000, 8_000, 15_000];
const UNDO_STEPS = 200;
/** A pasted book is sent in blocks that are answered in a moment. */
const CELLS_AT_ONCE = 600;

/**
 * A grade book as it is being filled: what the server has, what was typed on top of it, what could not be saved. One request at a
 * time; what is typed meanwhile goes in the next. It outlives the page.
 */
export class BookStore {
  readonly #line: Line;
  readonly #listeners = new Set<() => void>();
  #base = new Map<string, EvidenceValue>();
  #sent = new Map<string, CellEdit>();
  #pending = new Map<string, CellEdit>();
  readonly #refused = new Map<string, CellEdit & { readonly fault?: string }>();
  readonly #shown = new Map<string, ShownCell>();
  #undo: Step[] = [];
  #redo: Step[] = [];
  #isRunning = false;
  #status: Status = { state: 'idle', canUndo: false, canRedo: false, clashes: [], refused: [], outside: [] };

  constructor(line: Line, values: Gradebook['values']) {
    this.#line = line;
    this.#base = new Map(values.map((value) => [keyOf(value), value]));
  }

  get status(): Status {
    return this.#status;
  }

  get isIdle(): boolean {
    return !this.#isRunning && this.#pending.size === 0;
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until the cell changes: one typed mark draws one cell. */
  readonly shownAt = (key: string): ShownCell => {
    const { value, words } = this.contentAt(key);
    const refused = this.#refused.get(key);
    const known = this.#shown.get(key) ?? EMPTY;
    if (known.value === value && known.words === words && known.text === refused?.text && known.fault === refused?.fault) return known;
    const shown: ShownCell = { value, words, ...(refused !== undefined && { text: refused.text ?? '', fault: refused.fault }) };
    this.#shown.set(key, shown);
    return shown;
  };

  readonly contentAt = (key: string): Content => this.#pending.get(key) ?? this.#sent.get(key) ?? this.#base.get(key) ?? EMPTY;

  /** What the server was heard to have; cells of one's own on their way stay as they are. */
  hear(values: Gradebook['values']): void {
    for (const value of values) {
      const known = this.#base.get(keyOf(value));
      if (known === undefined || known.version < value.version) this.#base.set(keyOf(value), value);
    }
    this.#show({});
  }

  /** Takes what a person did as one step. */
  act(edits: readonly CellEdit[], outside: readonly string[] = []): void {
    const step = edits.map((after) => ({ before: this.#editAt(after), after })).filter(({ before, after }) => !isSame(before, after));
    if (step.length > 0) {
      this.#undo = [...this.#undo, step].slice(-UNDO_STEPS);
      this.#redo = [];
    }
    this.#take(step.map(({ after }) => after), { outside, clashes: [] });
  }

  undo(): void {
    const step = this.#undo.at(-1);
    if (step === undefined) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, step];
    this.#take(step.map(({ before }) => before), {});
  }

  redo(): void {
    const step = this.#redo.at(-1);
    if (step === undefined) return;
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, step];
    this.#take(step.map(({ after }) => after), {});
  }

  /** Lets go of what has been told. */
  forget(): void {
    this.#show({ clashes: [], outside: [] });
  }

  #editAt(place: { evidenceItemId: string; learnerId: string }): CellEdit {
    const key = keyOf(place);
    const { value, words } = this.contentAt(key);
    const text = this.#refused.get(key)?.text;
    return { evidenceItemId: place.evidenceItemId, learnerId: place.learnerId, value, words, ...(text !== undefined && { text }) };
  }

  #take(edits: readonly CellEdit[], told: Partial<Pick<Status, 'outside' | 'clashes'>>): void {
    for (const edit of edits) {
      const key = keyOf(edit);
      this.#refused.delete(key);
      if (edit.text !== undefined) this.#refused.set(key, edit);
      else if (!hasSameContent(edit, this.contentAt(key))) this.#pending.set(key, edit);
    }
    this.#show(told);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#pending.size > 0) {
      const [now, later] = [[...this.#pending].slice(0, CELLS_AT_ONCE), [...this.#pending].slice(CELLS_AT_ONCE)];
      [this.#sent, this.#pending] = [new Map(now), new Map(later)];
      await this.#send(this.#line.newKey());
      this.#sent = new Map();
    }
    this.#isRunning = false;
    this.#show({ state: 'idle' });
  }

  async #send(key: string): Promise<void> {
    const cells = [...this.#sent.values()].map(({ evidenceItemId, learnerId, value, words }) => ({ evidenceItemId, learnerId, value, words, version: this.#base.get(keyOf({ evidenceItemId, learnerId }))?.version ?? 0 }));
    for (let attempt = 0; ; attempt += 1) {
      if (attempt === 0) this.#show({ state: 'saving' });
      const outcome = await this.#line.save(cells, key);
      if (outcome.kind === 'saved') return this.#settle(outcome);
      if (outcome.kind === 'refused') return this.#putAside(outcome);
      this.#show({ state: 'waiting' });
      await this.#line.wait(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
    }
  }

  #settle({ saved, clashes }: Extract<Outcome, { kind: 'saved' }>): void {
    for (const value of [...saved, ...clashes]) this.#base.set(keyOf(value), value);
    const told = clashes.flatMap((theirs): Clash[] => {
      const mine = this.#sent.get(keyOf(theirs));
      return mine === undefined ? [] : [{ evidenceItemId: theirs.evidenceItemId, learnerId: theirs.learnerId, theirs, mine }];
    });
    this.#sent = new Map();
    this.#show({ clashes: [...this.#status.clashes, ...told] });
  }

  /** Nothing of a refused block was saved: the faulty cells keep their text, the others are sent again. */
  #putAside({ cells, message }: Extract<Outcome, { kind: 'refused' }>): void {
    for (const [index, [key, edit]] of [...this.#sent].entries()) {
      if (cells.size > 0 && !cells.has(index)) {
        if (!this.#pending.has(key)) this.#pending.set(key, edit);
      } else this.#refused.set(key, { ...edit, ...pickContent(this.#base.get(key)), text: edit.value ?? edit.words ?? '', fault: cells.get(index) ?? message });
    }
    this.#sent = new Map();
    this.#show({});
  }

  #show(what: Partial<Status>): void {
    this.#status = { ...this.#status, ...what, canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0, refused: [...this.#refused.values()] };
    for (const listener of this.#listeners) listener();
  }
}

const pickContent = (content: Content | undefined): Content => ({ value: content?.value ?? null, words: content?.words ?? null });
const hasSameContent = (one: Content, other: Content): boolean => one.value === other.value && one.words === other.words;
const isSame = (one: CellEdit, other: CellEdit): boolean => hasSameContent(one, other) && one.text === other.text;
