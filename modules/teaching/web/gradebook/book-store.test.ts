import { expect, test } from 'vitest';
import type { EvidenceValue } from '../../contract/index.ts';
import { BookStore, type Outcome, type SentCell } from './book-store.ts';
import { keyOf, type CellEdit } from './cells.ts';

const cell = (learnerId: string, value: string | null, more: Partial<CellEdit> = {}): CellEdit => ({ evidenceItemId: 'koe', learnerId, value, words: null, ...more });
const stored = (learnerId: string, value: string | null, version: number): EvidenceValue => ({ evidenceItemId: 'koe', learnerId, value, words: null, version });
const at = (learnerId: string) => keyOf({ evidenceItemId: 'koe', learnerId });
const settled = async (store: BookStore) => {
  for (let turn = 0; turn < 100 && !store.isIdle; turn++) await Promise.resolve();
  expect(store.isIdle).toBe(true);
};

/** A server that keeps what is sent, unless told otherwise for the next request. */
function storeWith(values: EvidenceValue[] = [], answers: (Outcome | 'keep')[] = []) {
  const requests: { cells: readonly SentCell[]; key: string }[] = [];
  const kept = new Map(values.map((value) => [keyOf(value), value]));
  let keys = 0;
  const store = new BookStore(
    {
      newKey: () => `key ${++keys}`,
      wait: () => Promise.resolve(),
      save(cells, key) {
        requests.push({ cells, key });
        const answer = answers.shift() ?? 'keep';
        if (answer !== 'keep') return Promise.resolve(answer);
        const saved = cells.map(({ version, ...one }) => ({ ...one, version: version + 1 }));
        for (const one of saved) kept.set(keyOf(one), one);
        return Promise.resolve({ kind: 'saved', saved, clashes: [] });
      },
    },
    values,
  );
  return { store, requests, kept };
}

test('what is typed shows at once and is saved on the version it was based on', async () => {
  const { store, requests, kept } = storeWith([stored('aalto', '7', 3)]);
  store.act([cell('aalto', '8'), cell('berg', '9')]);
  expect(store.shownAt(at('aalto')).value).toBe('8');
  await settled(store);
  expect(requests.map(({ cells }) => cells.map(({ version }) => version))).toEqual([[3, 0]]);
  expect(kept.get(at('aalto'))).toMatchObject({ value: '8', version: 4 });
  expect(store.status).toMatchObject({ state: 'idle', canUndo: true, canRedo: false });
});

test('what is typed while a request is on its way goes in the next, on the answer of the first', async () => {
  const { store, requests } = storeWith();
  store.act([cell('aalto', '7')]);
  store.act([cell('aalto', '8')]);
  store.act([cell('berg', '6')]);
  await settled(store);
  expect(requests.map(({ cells }) => cells.map(({ learnerId, value, version }) => `${learnerId} ${value} ${version}`))).toEqual([['aalto 7 0'], ['aalto 8 1', 'berg 6 0']]);
});

test('undo takes back the whole of a pasted block, redo does it again, and a new act ends the redo', async () => {
  const { store, kept } = storeWith([stored('aalto', '7', 1)]);
  store.act([cell('aalto', '8'), cell('berg', '9'), cell('ödman', null, { text: 'x' })]);
  await settled(store);
  store.undo();
  expect(store.status.refused).toEqual([]);
  await settled(store);
  expect([...kept.values()].map(({ learnerId, value }) => [learnerId, value])).toEqual([['aalto', '7'], ['berg', null]]);
  store.redo();
  expect(store.shownAt(at('ödman'))).toMatchObject({ text: 'x' });
  await settled(store);
  expect(kept.get(at('berg'))?.value).toBe('9');
  store.undo();
  store.act([cell('berg', '5')]);
  expect(store.status.canRedo).toBe(false);
});

test('a text that is no value is kept in its cell and not sent; typing over it settles it', async () => {
  const { store, requests } = storeWith([stored('aalto', '7', 1)]);
  store.act([cell('aalto', '7', { text: '77' })]);
  await settled(store);
  expect(requests).toEqual([]);
  expect(store.shownAt(at('aalto'))).toEqual({ value: '7', words: null, text: '77', fault: undefined });
  store.act([cell('aalto', '7+')]);
  await settled(store);
  expect(store.status.refused).toEqual([]);
  expect(store.shownAt(at('aalto')).value).toBe('7+');
});

test('of a refused block the good cells are saved, the bad keep their text and the server’s word', async () => {
  const { store, kept } = storeWith([], [{ kind: 'refused', cells: new Map([[1, 'ei ole arvosana']]), message: 'Tarkista' }]);
  store.act([cell('aalto', '7'), cell('berg', '11'), cell('ödman', '9')]);
  await settled(store);
  expect([...kept.keys()]).toEqual([at('aalto'), at('ödman')]);
  expect(store.shownAt(at('berg'))).toEqual({ value: null, words: null, text: '11', fault: 'ei ole arvosana' });
});

test('without a network it is tried again with the same key until it comes through, once', async () => {
  const { store, requests, kept } = storeWith([], [{ kind: 'unreachable' }, { kind: 'unreachable' }]);
  const states: string[] = [];
  store.subscribe(() => states.push(store.status.state));
  store.act([cell('aalto', '7')]);
  await settled(store);
  expect(new Set(requests.map(({ key }) => key)).size).toBe(1);
  expect(requests).toHaveLength(3);
  expect(states).toContain('waiting');
  expect(kept.get(at('aalto'))?.value).toBe('7');
});

test('a colleague’s value stands where they were first, and both are told', async () => {
  const { store } = storeWith([], [{ kind: 'saved', saved: [], clashes: [stored('aalto', '5', 2)] }]);
  store.act([cell('aalto', '7')]);
  await settled(store);
  expect(store.shownAt(at('aalto')).value).toBe('5');
  expect(store.status.clashes).toMatchObject([{ learnerId: 'aalto', theirs: { value: '5' }, mine: { value: '7' } }]);
});

test('what is heard is taken where one has typed nothing newer, never an older version', () => {
  const { store } = storeWith([stored('aalto', '7', 3)]);
  const before = store.shownAt(at('aalto'));
  store.hear([stored('aalto', '6', 2), stored('berg', '8', 1)]);
  expect(store.shownAt(at('aalto'))).toBe(before);
  expect(store.shownAt(at('berg')).value).toBe('8');
});
