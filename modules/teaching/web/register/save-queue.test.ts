import { expect, test } from 'vitest';
import type { Mark, Register, SavedRegister } from '../../contract/index.ts';
import { applyChange, type Change } from './change.ts';
import { SaveQueue, type Line, type Outcome } from './save-queue.ts';

/** A server that knows one register, as far as the queue can tell one from the real. */
class FakeServer implements Line {
  register: Register;
  requests: { change: Change; version: number; key: string }[] = [];
  /** What the next requests meet, before the server answers as usual. */
  faults: ('unreachable' | 'lost answer' | 'refused')[] = [];
  waits: number[] = [];
  #keys = new Map<string, SavedRegister>();
  #nextKey = 1;

  constructor(...ids: string[]) {
    this.register = {
      lesson: { weeklyLessonId: 'l', heldOn: '2026-11-24', startsAt: '09:00', endsAt: '09:45', teachingGroupId: 'g', groupName: '7A', subject: null, roomName: null, teachers: [] },
      state: 'untaken',
      version: 0,
      takenAt: null,
      takenBy: null,
      topic: null,
      lock: null,
      learners: ids.map((personId) => ({ personId, callName: personId, lastName: 'X', mark: null, minutes: null, absenceTypeName: null, notice: null })),
    };
  }

  newKey = () => `key-${this.#nextKey++}`;
  wait = async (ms: number) => {
    this.waits.push(ms);
  };
  read = async () => structuredClone(this.register);
  save = async (change: Change, version: number, key: string): Promise<Outcome> => {
    this.requests.push({ change, version, key });
    await Promise.resolve();
    const fault = this.faults.shift();
    if (fault === 'unreachable') return { kind: 'unreachable' };
    if (fault === 'refused') return { kind: 'refused', error: new Error('no') };
    const before = this.#keys.get(key);
    if (before !== undefined) return { kind: 'saved', saved: before };
    if (version !== this.register.version) return { kind: 'overtaken' };
    this.register = { ...applyChange(this.register, change), version: version + 1 };
    const { state, takenAt, takenBy, topic } = this.register;
    const saved = { state, version: version + 1, takenAt, takenBy, topic, changed: this.register.learners.map(({ personId, mark, minutes, absenceTypeName }) => ({ personId, mark, minutes, absenceTypeName })) };
    this.#keys.set(key, saved);
    return fault === 'lost answer' ? { kind: 'unreachable' } : { kind: 'saved', saved };
  };

  /** Another teacher's save. */
  mark(personId: string, mark: Mark): void {
    this.register = { ...applyChange(this.register, { marks: new Map([[personId, { mark, minutes: null }]]), allPresent: false }), version: this.register.version + 1 };
  }

  get marks() {
    return Object.fromEntries(this.register.learners.map((learner) => [learner.personId, learner.mark]));
  }
}

const mark = (personId: string, value: Mark): Change => ({ marks: new Map([[personId, { mark: value, minutes: null }]]), allPresent: false });
const rest: Change = { marks: new Map(), allPresent: true };
const shown = (queue: SaveQueue) => Object.fromEntries(queue.snapshot.register.learners.map((learner) => [learner.personId, learner.mark]));
const idle = async (queue: SaveQueue) => {
  for (let turn = 0; turn < 200 && !queue.isIdle; turn++) await Promise.resolve();
  expect(queue.isIdle).toBe(true);
};

test('a mark shows at once and is saved in one request; what is done meanwhile goes together in the next', async () => {
  const server = new FakeServer('a', 'b', 'c');
  const queue = new SaveQueue(server, server.register);
  queue.act(mark('a', 'absent'));
  expect(shown(queue)).toEqual({ a: 'absent', b: null, c: null });
  expect(queue.snapshot.state).toBe('saving');
  queue.act(mark('b', 'late'));
  queue.act(mark('b', 'absent'));
  queue.act(rest);
  await idle(queue);
  expect(server.requests.map(({ change, version }) => [...change.marks.keys(), change.allPresent, version])).toEqual([['a', false, 0], ['b', true, 1]]);
  expect(server.marks).toEqual({ a: 'absent', b: 'absent', c: 'present' });
  expect(queue.snapshot).toMatchObject({ state: 'idle', register: { version: 2, state: 'taken' } });
});

test('without a network nothing is lost: tried again under the same key, and saved once though an answer got lost', async () => {
  const server = new FakeServer('a', 'b');
  server.faults = ['unreachable', 'lost answer'];
  const queue = new SaveQueue(server, server.register);
  const states: string[] = [];
  queue.subscribe(() => states.push(queue.snapshot.state));
  queue.act(mark('a', 'absent'));
  await Promise.resolve();
  queue.act(mark('b', 'present'));
  await idle(queue);
  expect(new Set(server.requests.slice(0, 3).map(({ key }) => key)).size).toBe(1);
  expect(states).toContain('waiting');
  expect(server.waits).toEqual([1_000, 3_000]);
  expect(server.marks).toEqual({ a: 'absent', b: 'present' });
  expect(server.register.version).toBe(2);
});

test('somebody else saved first: both marks are there, and a clash is told', async () => {
  const server = new FakeServer('a', 'b', 'c');
  const queue = new SaveQueue(server, server.register);
  server.mark('a', 'late');
  queue.act(mark('b', 'absent'));
  queue.act(mark('a', 'absent'));
  await idle(queue);
  expect(server.marks).toEqual({ a: 'late', b: 'absent', c: null });
  expect(queue.snapshot.clashes).toMatchObject([{ learner: { personId: 'a', mark: 'late' }, mine: 'absent' }]);
  expect(shown(queue)).toEqual(server.marks);
  queue.act(mark('a', 'absent'));
  await idle(queue);
  expect(queue.snapshot.clashes).toEqual([]);
  expect(server.marks).toMatchObject({ a: 'absent' });
});

test('undo step by step, also of all present', async () => {
  const server = new FakeServer('a', 'b');
  const queue = new SaveQueue(server, server.register);
  queue.act(mark('a', 'absent'));
  await idle(queue);
  queue.act(rest);
  await idle(queue);
  expect(server.marks).toEqual({ a: 'absent', b: 'present' });
  queue.undo();
  await idle(queue);
  expect(server.marks).toEqual({ a: 'absent', b: null });
  queue.undo();
  expect(queue.snapshot.canUndo).toBe(false);
  await idle(queue);
  expect(server.marks).toEqual({ a: null, b: null });
  queue.undo();
  await idle(queue);
});

test('all present taken back before it was sent', async () => {
  const server = new FakeServer('a', 'b');
  const queue = new SaveQueue(server, server.register);
  queue.act(mark('a', 'absent'));
  queue.act(rest);
  queue.undo();
  expect(shown(queue)).toEqual({ a: 'absent', b: null });
  await idle(queue);
  expect(server.marks).toEqual({ a: 'absent', b: null });
});

test('a refusal is shown with the register as it really is', async () => {
  const server = new FakeServer('a');
  server.faults = ['refused'];
  const queue = new SaveQueue(server, server.register);
  queue.act(mark('a', 'absent'));
  await idle(queue);
  expect(queue.snapshot).toMatchObject({ state: 'refused', error: new Error('no') });
  expect(shown(queue)).toEqual({ a: null });
  queue.act(mark('a', 'present'));
  await idle(queue);
  expect(queue.snapshot).toMatchObject({ state: 'idle', error: undefined });
});

test('a live update is heard when nothing of one\'s own is on its way, and never an older one', async () => {
  const server = new FakeServer('a', 'b');
  const queue = new SaveQueue(server, server.register);
  const old = server.register;
  queue.act(mark('a', 'absent'));
  queue.hear({ ...old, version: 9 });
  expect(shown(queue)).toEqual({ a: 'absent', b: null });
  await idle(queue);
  queue.hear(old);
  expect(shown(queue)).toEqual({ a: 'absent', b: null });
  server.mark('b', 'late');
  queue.hear(server.register);
  expect(shown(queue)).toEqual({ a: 'absent', b: 'late' });
});
