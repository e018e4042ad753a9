import type { Bus } from './bus.ts';
import type { LiveSignal } from './event.ts';

interface Watcher {
  personIds: ReadonlySet<string>;
  schoolIds: ReadonlySet<string>;
  send: (topics: readonly string[]) => void;
}

/** The open pages of this process: which signals each may hear, by person and by school. */
export class LivePages {
  readonly #byPerson = new Map<string, Set<Watcher>>();
  readonly #bySchool = new Map<string, Set<Watcher>>();
  #count = 0;

  constructor(bus: Bus) {
    bus.on('live', (body) => this.#hear(JSON.parse(body) as LiveSignal));
  }

  get count(): number {
    return this.#count;
  }

  /** @returns what ends the watching */
  watch(watcher: Watcher): () => void {
    this.#count += 1;
    for (const id of watcher.personIds) add(this.#byPerson, id, watcher);
    for (const id of watcher.schoolIds) add(this.#bySchool, id, watcher);
    return () => {
      this.#count -= 1;
      for (const id of watcher.personIds) remove(this.#byPerson, id, watcher);
      for (const id of watcher.schoolIds) remove(this.#bySchool, id, watcher);
    };
  }

  #hear(signal: LiveSignal): void {
    const told = new Set<Watcher>();
    for (const id of signal.personIds ?? []) for (const watcher of this.#byPerson.get(id) ?? []) told.add(watcher);
    for (const id of signal.schoolIds ?? []) for (const watcher of this.#bySchool.get(id) ?? []) told.add(watcher);
    for (const watcher of told) watcher.send(signal.topics);
  }
}

function add(map: Map<string, Set<Watcher>>, id: string, watcher: Watcher): void {
  const set = map.get(id) ?? new Set();
  set.add(watcher);
  map.set(id, set);
}

function remove(map: Map<string, Set<Watcher>>, id: string, watcher: Watcher): void {
  const set = map.get(id);
  set?.delete(watcher);
  if (set?.size === 0) map.delete(id);
}
