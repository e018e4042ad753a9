import { describe, expect, test } from 'vitest';
import { addDays } from '@digione/local-date';
import { momentAt } from '../city/moment.ts';
import { citiesOf } from '../city/sizes.ts';
import { generateCity } from '../city/generate-city.ts';
import type { AnyRow, TableName } from '../rows/tables.ts';
import { subjectPlans } from './content.ts';

const TODAY = '2026-11-24';

function rowsOf(table: TableName): AnyRow[] {
  const [spec] = citiesOf('small');
  if (spec === undefined) throw new Error('There is no small city.');
  return [...generateCity(spec, momentAt('2026-11-24T07:20:00.000Z'))].flatMap(({ rows }) => rows.get(table) ?? []);
}

describe('a term of plans', () => {
  test('is the same every time, and fits into the year', () => {
    const units = rowsOf('teaching.plan_unit');
    expect(rowsOf('teaching.plan_unit')).toEqual(units);
    expect(units.length).toBeGreaterThan(100);
    expect(units.every(({ starts_on: day, lesson_count: count }) => String(day) >= '2026-08-01' && String(day) < '2027-07-31' && Number(count) >= 1)).toBe(true);
    expect(units.some(({ starts_on: day }) => String(day) < TODAY)).toBe(true);
    expect(units.some(({ starts_on: day }) => String(day) > addDays(TODAY, 60))).toBe(true);
  });

  test('homework is given in lessons that have been and is due in one to come after it', () => {
    const homework = rowsOf('teaching.homework');
    expect(homework.length).toBeGreaterThan(200);
    expect(homework.filter(({ held_on: given, due_on: due }) => String(given) >= TODAY || String(due) < String(given))).toEqual([]);
    expect(homework.some(({ due_on: due }) => String(due) >= TODAY)).toBe(true);
  });

  test('most of what is said to homes is praise', () => {
    const notes = rowsOf('teaching.lesson_note');
    expect(notes.filter(({ tone }) => tone === 'positive').length / notes.length).toBeGreaterThan(0.6);
  });
});

test('the units of a subject fill its year', () => {
  for (const { code, stage, units } of subjectPlans) expect(units.reduce((sum, { tenths }) => sum + tenths, 0), `${code} ${stage}`).toBe(10);
});
