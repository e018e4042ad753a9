import { describe, expect, test } from 'vitest';
import { Outbox, type OutboxLine } from './outbox.ts';

class Away extends Error {}

function outbox(line: Partial<OutboxLine> = {}) {
  let keys = 0;
  return new Outbox({ newKey: () => `key-${(keys += 1)}`, wait: () => Promise.resolve(), isUnreachable: (error) => error instanceof Away, ...line });
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('what is written down', () => {
  test('goes out in its order, one at a time', async () => {
    const sent: string[] = [];
    let running = 0;
    const box = outbox();
    for (const id of ['a', 'b', 'c']) {
      box.post({
        id,
        text: id,
        send: async () => {
          running += 1;
          expect(running).toBe(1);
          await Promise.resolve();
          running -= 1;
          sent.push(id);
        },
      });
    }
    await settled();
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(box.snapshot).toEqual({ letters: [], state: 'idle', error: undefined });
  });

  test('waits while there is no network, and is tried again under the same key', async () => {
    const keys: string[] = [];
    const states: string[] = [];
    const pauses: number[] = [];
    const box = outbox({ wait: async (ms) => void pauses.push(ms) });
    box.subscribe(() => states.push(box.snapshot.state));
    box.post({
      id: 'a',
      text: 'a',
      send: async (key) => {
        keys.push(key);
        if (keys.length < 4) throw new Away();
      },
    });
    await settled();
    expect(keys).toEqual(['key-1', 'key-1', 'key-1', 'key-1']);
    expect(pauses).toEqual([1_000, 3_000, 8_000]);
    expect(states).toContain('waiting');
    expect(box.isIdle).toBe(true);
  });

  test('is told when it is refused, and what comes after it still goes out', async () => {
    const sent: string[] = [];
    const box = outbox();
    const refusal = new Error('no');
    box.post({ id: 'a', text: 'a', send: () => Promise.reject(refusal) });
    box.post({ id: 'b', text: 'b', send: async () => void sent.push('b') });
    await settled();
    expect(sent).toEqual(['b']);
    expect(box.snapshot.error).toBe(refusal);
    box.post({ id: 'c', text: 'c', send: async () => void sent.push('c') });
    expect(box.snapshot.error).toBeUndefined();
    await settled();
    expect(sent).toEqual(['b', 'c']);
  });
});
