/* oxlint-disable typescript/no-non-null-assertion -- a stack of what was written */
import { resize, setResource, setStart } from '../changes.ts';
import type { SearchState } from '../state.ts';

const START = 0;
const LENGTH = 1;
const RESOURCE = 2;

/** Changes made to see what they cost, and undone in reverse if they are not kept. */
export class Trial {
  private readonly state: SearchState;
  private readonly what: number[] = [];
  private readonly index: number[] = [];
  private readonly before: number[] = [];

  constructor(state: SearchState) {
    this.state = state;
  }

  private note(what: number, index: number, before: number): void {
    this.what.push(what);
    this.index.push(index);
    this.before.push(before);
  }

  start(meet: number, to: number): void {
    this.note(START, meet, this.state.start[meet]!);
    moveOrWrite(this.state, meet, to);
  }

  length(meet: number, to: number): void {
    this.note(LENGTH, meet, this.state.duration[meet]!);
    resize(this.state, meet, to);
  }

  resource(task: number, to: number): void {
    this.note(RESOURCE, task, this.state.assigned[task]!);
    setResource(this.state, task, to);
  }

  keep(): void {
    this.what.length = 0;
    this.index.length = 0;
    this.before.length = 0;
  }

  undo(): void {
    for (let at = this.what.length - 1; at >= 0; at--) {
      const index = this.index[at]!;
      const before = this.before[at]!;
      if (this.what[at] === START) moveOrWrite(this.state, index, before);
      else if (this.what[at] === LENGTH) resize(this.state, index, before);
      else setResource(this.state, index, before);
    }
    this.keep();
  }
}

/** A sleeping meet has a start nobody counts. */
function moveOrWrite(state: SearchState, meet: number, to: number): void {
  if (state.duration[meet] === 0) state.start[meet] = to;
  else setStart(state, meet, to);
}
