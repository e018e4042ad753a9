import { expect, test } from 'vitest';
import { noticeTime, type ToldTime } from './notice-time.ts';

const TODAY = '2026-11-24';
const time = (told: ToldTime) => noticeTime(told, TODAY);

test('whole days last from midnight to midnight in Finland', () => {
  expect(time({ firstDay: '2026-11-24', lastDay: '2026-11-26' })).toEqual({ startsAt: '2026-11-23T22:00:00.000Z', endsAt: '2026-11-26T22:00:00.000Z', isWholeDays: true });
});

test('the night of summer time is as long as it is', () => {
  expect(noticeTime({ firstDay: '2027-03-28', lastDay: '2027-03-28' }, '2027-03-27')).toEqual({ startsAt: '2027-03-27T22:00:00.000Z', endsAt: '2027-03-28T21:00:00.000Z', isWholeDays: true });
});

test('a part of a day may be open at either end', () => {
  const day = { firstDay: TODAY, lastDay: TODAY };
  expect(time({ ...day, fromTime: '12:00' })).toEqual({ startsAt: '2026-11-24T10:00:00.000Z', endsAt: '2026-11-24T22:00:00.000Z', isWholeDays: false });
  expect(time({ ...day, untilTime: '10:00' })).toEqual({ startsAt: '2026-11-23T22:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z', isWholeDays: false });
  expect(time({ ...day, fromTime: '09:00', untilTime: '10:30' })).toMatchObject({ endsAt: '2026-11-24T08:30:00.000Z' });
});

test.each<[string, ToldTime, string, string]>([
  ['ends before it begins', { firstDay: '2026-11-25', lastDay: '2026-11-24' }, 'lastDay', 'endsBeforeStart'],
  ['times that stand still', { firstDay: TODAY, lastDay: TODAY, fromTime: '10:00', untilTime: '10:00' }, 'untilTime', 'endsBeforeStart'],
  ['times over several days', { firstDay: TODAY, lastDay: '2026-11-25', fromTime: '10:00' }, 'fromTime', 'timesForOneDay'],
  ['more than a month', { firstDay: TODAY, lastDay: '2026-12-25' }, 'lastDay', 'tooLong'],
  ['long ago', { firstDay: '2026-10-24', lastDay: '2026-10-25' }, 'firstDay', 'tooLongAgo'],
  ['years ahead', { firstDay: '2027-11-26', lastDay: '2027-11-26' }, 'lastDay', 'tooFarAhead'],
])('%s is refused at its field', (_, told, path, key) => {
  expect(time(told)).toEqual({ path, key: `schoolAdmin.notice.${key}` });
});

test('the longest, the oldest and the farthest that pass', () => {
  expect(time({ firstDay: TODAY, lastDay: '2026-12-24' })).toHaveProperty('isWholeDays', true);
  expect(time({ firstDay: '2026-10-25', lastDay: '2026-10-25' })).toHaveProperty('isWholeDays', true);
  expect(time({ firstDay: '2027-11-25', lastDay: '2027-11-25' })).toHaveProperty('isWholeDays', true);
});
