import { expect, test } from 'vitest';
import type { NewLearnerChange } from '../../contract/index.ts';
import { findFault, stateAfter, type Standing } from './rules.ts';

const TODAY = '2026-11-24';
const standing: Standing = { educationForm: 'basic-education', from: '2020-08-01', until: null, periods: [{ kind: 'leave', from: '2026-12-01', until: '2026-12-10' }] };
const decision = { decidedOn: '2026-11-20', decisionNumber: '12/2026', decidedBy: 'rehtori' };
const fault = (change: NewLearnerChange, more: Partial<Standing> = {}) => findFault(change, { ...standing, ...more }, TODAY)?.key.split('.').at(-1);

test.each<[string, NewLearnerChange, Partial<Standing>?]>([
  ['a move away', { kind: 'ended', from: '2026-12-01', endReason: 'moved' }],
  ['leave beside another leave', { kind: 'leave', from: '2026-12-11', until: '2026-12-20' }],
  ['a year abroad', { kind: 'abroad', from: '2026-12-01', until: '2027-07-31' }],
  ['home schooling for good', { kind: 'home-schooling', from: '2026-12-01' }],
  ['three months’ suspension by decision', { kind: 'suspended', from: '2026-12-01', until: '2027-02-28', decision }],
  ['considered resigned, upper secondary', { kind: 'ended', from: '2026-12-01', endReason: 'considered-resigned', decision }, { educationForm: 'general-upper-secondary' }],
])('%s can be recorded', (_what, change, more) => {
  expect(fault(change, more)).toBeUndefined();
});

test.each<[string, NewLearnerChange, string, Partial<Standing>?]>([
  ['before the study right', { kind: 'leave', from: '2020-07-31', until: '2020-08-10' }, 'outsideStudyRight'],
  ['after it', { kind: 'leave', from: '2026-12-24', until: '2026-12-30' }, 'outsideStudyRight', { until: '2026-12-24', periods: [] }],
  ['lasting beyond it', { kind: 'abroad', from: '2026-12-20', until: '2026-12-24' }, 'outsideStudyRight', { until: '2026-12-24' }],
  ['an end on the first day', { kind: 'ended', from: '2020-08-01', endReason: 'moved' }, 'endsAtStart'],
  ['an end before the beginning', { kind: 'leave', from: '2026-12-20', until: '2026-12-19' }, 'endsBeforeStart'],
  ['years ahead', { kind: 'ended', from: '2028-06-01', endReason: 'graduated' }, 'tooFarAhead'],
  ['a suspension nobody decided', { kind: 'suspended', from: '2026-12-01', until: '2026-12-05' }, 'needsDecision'],
  ['decided tomorrow', { kind: 'suspended', from: '2026-12-01', until: '2026-12-05', decision: { ...decision, decidedOn: '2026-11-25' } }, 'decidedLater'],
  ['four months’ suspension of a pupil', { kind: 'suspended', from: '2026-12-01', until: '2027-03-31', decision }, 'suspendedTooLong'],
  ['a pupil considered resigned', { kind: 'ended', from: '2026-12-01', endReason: 'considered-resigned', decision }, 'notInBasicEducation'],
  ['leave over leave', { kind: 'leave', from: '2026-12-10', until: '2026-12-12' }, 'overlaps'],
  ['home schooling without end over a later one', { kind: 'home-schooling', from: '2026-12-01' }, 'overlaps', { periods: [{ kind: 'home-schooling', from: '2027-01-08', until: null }] }],
])('%s is refused', (_what, change, key, more) => {
  expect(fault(change, more)).toBe(key);
});

test('the state of the study right follows from the reason', () => {
  expect((['moved', 'graduated', 'resigned', 'died'] as const).map(stateAfter)).toEqual(['moved', 'graduated', 'resigned', 'resigned']);
});
