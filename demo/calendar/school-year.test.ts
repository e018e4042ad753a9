import { describe, expect, it } from 'vitest';
import { addDays, contains, diffDays, weekday, type LocalDate } from '@digione/local-date';
import { easterSunday, isSchoolDay, listSchoolDaysBefore, schoolYearAround } from './school-year.ts';

/** Every day of four years, a leap year and a year of 53 weeks among them. */
function* everyDay(): Generator<LocalDate> {
  for (let day = '2026-01-01'; day < '2030-01-01'; day = addDays(day, 1)) yield day;
}

describe('the demo school year', () => {
  it('has school on any weekday it is asked about, with at least eleven school days behind', () => {
    for (const today of everyDay()) {
      const year = schoolYearAround(today);
      expect(contains(year.valid, today), today).toBe(true);
      expect(isSchoolDay(year, today), today).toBe(weekday(today) <= 5);
      expect(listSchoolDaysBefore(year, today, 15).length, today).toBeGreaterThanOrEqual(11);
    }
  });

  it('fills the year with terms and with five periods, without a gap', () => {
    for (const today of everyDay()) {
      const { valid, terms, periods } = schoolYearAround(today);
      expect(periods).toHaveLength(5);
      for (const parts of [terms, periods]) {
        expect(parts[0]?.valid.from).toBe(valid.from);
        expect(parts.at(-1)?.valid.to).toBe(valid.to);
        parts.slice(1).forEach((part, index) => expect(part.valid.from).toBe(parts[index]?.valid.to));
      }
    }
  });

  it('keeps the breaks apart and inside the year', () => {
    for (const today of everyDay()) {
      const { valid, breaks } = schoolYearAround(today, 10);
      for (const [index, each] of breaks.entries()) {
        expect(contains(valid, each.valid.from) && each.valid.to !== null && diffDays(each.valid.to, valid.to ?? '') >= 0, `${today} ${each.key}`).toBe(true);
        const next = breaks[index + 1];
        if (next) expect(each.valid.to !== null && each.valid.to <= next.valid.from, `${today} ${each.key}`).toBe(true);
      }
    }
  });

  it('has the usual breaks of an ordinary autumn', () => {
    const { breaks, name } = schoolYearAround('2026-11-23');
    expect(name).toBe('2026–2027');
    expect(breaks.map(({ key, valid }) => [key, valid.from])).toEqual([
      ['summerBefore', '2026-08-01'],
      ['autumn', '2026-10-12'],
      ['independence', '2026-12-06'],
      ['christmas', '2026-12-22'],
      ['winter', '2027-02-22'],
      ['easter', '2027-03-26'],
      ['mayDay', '2027-05-01'],
      ['ascension', '2027-05-06'],
      ['summer', '2027-06-06'],
    ]);
  });

  it('knows Easter', () => {
    expect([2025, 2026, 2027, 2028, 2038].map(easterSunday)).toEqual(['2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25']);
  });
});
