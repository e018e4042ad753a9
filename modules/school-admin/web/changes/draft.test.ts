import { expect, test } from 'vitest';
import { draftOf, type Draft } from './draft.ts';

const draft: Draft = { kind: 'ended', from: '2026-12-01', until: '2026-12-10', endReason: 'moved', toSchoolId: 'lake', otherSchool: ' Kallio ', note: ' ', decidedOn: '2026-11-20', decisionNumber: '12', decidedBy: '' };

test('a kind takes its own fields and no others; blanks are left out, half a decision too', () => {
  expect(draftOf(draft)).toEqual({ kind: 'ended', from: '2026-12-01', endReason: 'moved', otherSchool: 'Kallio' });
  expect(draftOf({ ...draft, kind: 'school-changed', decidedBy: 'rehtori' })).toEqual({ kind: 'school-changed', from: '2026-12-01', toSchoolId: 'lake', decision: { decidedOn: '2026-11-20', decisionNumber: '12', decidedBy: 'rehtori' } });
  expect(draftOf({ ...draft, kind: 'home-schooling', until: null, note: 'ilmoitettu' })).toEqual({ kind: 'home-schooling', from: '2026-12-01', note: 'ilmoitettu' });
});

test('what a kind can’t be without is waited for', () => {
  expect(draftOf({ ...draft, from: null })).toBeUndefined();
  expect(draftOf({ ...draft, kind: 'leave', until: null })).toBeUndefined();
  expect(draftOf({ ...draft, kind: 'school-changed', toSchoolId: null })).toBeUndefined();
});
