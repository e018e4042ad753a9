import { expect, test } from 'vitest';
import { dayChoices } from './when.ts';

const said = (today: string, time: string) => dayChoices(today, time).map(({ firstDay, lastDay }) => `${firstDay.slice(8)}-${lastDay.slice(8)}`);

test('on a school morning: today, and until the days that follow', () => {
  expect(said('2026-11-24', '07:30')).toEqual(['24-24', '24-25', '24-26', '24-27']);
});

test('in the afternoon: tomorrow, and still today', () => {
  expect(said('2026-11-24', '17:00')).toEqual(['25-25', '25-26', '25-27', '25-30', '24-24']);
});

test('the weekend is stepped over', () => {
  expect(said('2026-11-27', '08:00')).toEqual(['27-27', '27-30', '27-01', '27-02']);
  expect(said('2026-11-28', '10:00')).toEqual(['30-30', '30-01', '30-02', '30-03']);
  expect(said('2026-11-29', '20:00')).toEqual(['30-30', '30-01', '30-02', '30-03']);
});
