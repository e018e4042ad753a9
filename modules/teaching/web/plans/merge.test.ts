import { describe, expect, test } from 'vitest';
import { mergeUnit, resolve, type UnitDraft } from './merge.ts';

const base: UnitDraft = { name: 'Murtoluvut', notes: null, startsOn: '2026-11-16', lessonCount: 4, objectiveKeys: ['T1', 'T2'], contentKeys: [], links: [] };

describe('two teachers write of one unit', () => {
  test('different fields: both stay', () => {
    expect(mergeUnit(base, { ...base, notes: 'minun' }, { ...base, lessonCount: 6 })).toEqual({ merged: { ...base, notes: 'minun', lessonCount: 6 }, conflicts: [] });
  });

  test('the same change is no conflict', () => {
    expect(mergeUnit(base, { ...base, name: 'Luvut' }, { ...base, name: 'Luvut' })).toEqual({ merged: { ...base, name: 'Luvut' }, conflicts: [] });
  });

  test('the same field otherwise: theirs stands until somebody chooses, and nothing is lost', () => {
    const mine = { ...base, notes: 'minun', startsOn: '2026-11-23' };
    const { merged, conflicts } = mergeUnit(base, mine, { ...base, notes: 'hänen', startsOn: '2026-11-30' });
    expect(conflicts).toEqual(['startsOn', 'notes']);
    expect(merged).toMatchObject({ notes: 'hänen', startsOn: '2026-11-30' });
    expect(resolve(merged, mine, new Map([['notes', 'mine'], ['startsOn', 'theirs']]))).toEqual({ ...merged, notes: 'minun' });
  });

  test('objectives: what either added is in, what either took out is not', () => {
    const { merged, conflicts } = mergeUnit(base, { ...base, objectiveKeys: ['T1', 'T2', 'T3'] }, { ...base, objectiveKeys: ['T2', 'T4'] });
    expect(conflicts).toEqual([]);
    expect(merged.objectiveKeys.toSorted()).toEqual(['T2', 'T3', 'T4']);
  });
});
