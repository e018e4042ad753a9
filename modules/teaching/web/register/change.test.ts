import { expect, test } from 'vitest';
import type { Register, RegisterLearner } from '../../contract/index.ts';
import { applyChange, applySaved, inverse, isEmpty, join, noChange, rebase, type Change } from './change.ts';

const learner = (personId: string, values: Partial<RegisterLearner> = {}): RegisterLearner => ({ personId, callName: personId, lastName: 'X', mark: null, minutes: null, absenceTypeName: null, notice: null, ...values });
const register = (learners: RegisterLearner[], values: Partial<Register> = {}): Register => ({
  lesson: { weeklyLessonId: 'l', heldOn: '2026-11-24', startsAt: '09:00', endsAt: '09:45', teachingGroupId: 'g', groupName: '7A', subject: null, roomName: null, teachers: [] },
  state: 'untaken',
  version: 0,
  takenAt: null,
  takenBy: null,
  topic: null,
  lock: null,
  learners,
  ...values,
});
const marks = (entries: Record<string, RegisterLearner['mark']>): Change => ({ marks: new Map(Object.entries(entries).map(([id, mark]) => [id, { mark, minutes: null }])), allPresent: false });
const marksOf = ({ learners }: Register) => Object.fromEntries(learners.map((one) => [one.personId, one.mark]));
const typeName = { fi: 'sairaus' };

test('one mark leaves the others unknown; the last makes the register taken', () => {
  const one = applyChange(register([learner('a'), learner('b')]), marks({ a: 'absent' }));
  expect(marksOf(one)).toEqual({ a: 'absent', b: null });
  expect(one.state).toBe('partial');
  expect(applyChange(one, marks({ b: 'present' })).state).toBe('taken');
});

test('all present fills the unmarked only, and the sick are away', () => {
  const filled = applyChange(register([learner('a'), learner('b', { notice: { typeName } }), learner('c', { mark: 'late', minutes: 5 })]), { marks: new Map(), allPresent: true });
  expect(marksOf(filled)).toEqual({ a: 'present', b: 'absent', c: 'late' });
  expect(filled.state).toBe('taken');
  expect(filled.learners[1]?.absenceTypeName).toEqual(typeName);
});

test('a mark taken back opens a taken register', () => {
  const open = applyChange(register([learner('a', { mark: 'present' }), learner('b', { mark: 'present' })], { state: 'taken' }), marks({ a: null }));
  expect(open.state).toBe('partial');
});

test('changes join, the later mark wins, and nothing is nothing', () => {
  const both = join(marks({ a: 'absent', b: 'late' }), { ...marks({ a: 'present' }), topic: 'Murtoluvut' });
  expect([...both.marks].map(([id, { mark }]) => [id, mark])).toEqual([['a', 'present'], ['b', 'late']]);
  expect(both.topic).toBe('Murtoluvut');
  expect(isEmpty(noChange)).toBe(true);
  expect(isEmpty({ ...noChange, topic: null })).toBe(false);
});

test('what the server answered is put into what the save was based on', () => {
  const saved = applySaved(register([learner('a'), learner('b')]), {
    state: 'partial',
    version: 3,
    takenAt: '2026-11-24T07:20:00.000Z',
    takenBy: null,
    topic: null,
    changed: [{ personId: 'b', mark: 'absent', minutes: null, absenceTypeName: typeName }],
  });
  expect(saved).toMatchObject({ version: 3, state: 'partial', learners: [{ mark: null }, { mark: 'absent', absenceTypeName: typeName }] });
  expect(saved).not.toHaveProperty('changed');
});

test('somebody saved in between: own marks go on top, theirs of the same learner stand and are told', () => {
  const before = register([learner('a'), learner('b'), learner('c')]);
  const fresh = register([learner('a', { mark: 'late', minutes: 5 }), learner('b'), learner('c', { mark: 'absent' })], { version: 1, state: 'partial' });
  const { change, clashes } = rebase({ ...marks({ a: 'absent', b: 'absent', c: 'absent' }), allPresent: true }, before, fresh);
  expect([...change.marks.keys()]).toEqual(['b']);
  expect(change.allPresent).toBe(true);
  expect(clashes.map((clash) => [clash.learner.personId, clash.mine])).toEqual([['a', 'absent']]);
});

test('a topic the other wrote is not overwritten', () => {
  const before = register([learner('a')]);
  const mine = { ...noChange, topic: 'Oma' };
  expect(rebase(mine, before, register([learner('a')], { version: 1 })).change.topic).toBe('Oma');
  expect(rebase(mine, before, register([learner('a')], { version: 1, topic: 'Toisen' })).change.topic).toBeUndefined();
});

test('taking back: the marks before, of those the change touched', () => {
  const before = register([learner('a', { mark: 'late', minutes: 5 }), learner('b'), learner('c', { mark: 'present' })]);
  expect([...inverse(marks({ a: 'absent' }), before).marks]).toEqual([['a', { mark: 'late', minutes: 5 }]]);
  expect([...inverse({ marks: new Map(), allPresent: true }, before).marks]).toEqual([['b', { mark: null, minutes: null }]]);
});
