import { expect, test } from 'vitest';
import type { ChildToday, LessonOfDay } from '@digione/home-school/contract';
import { dayStatus } from './day-status.ts';

const lesson = (startsAt: string, endsAt: string): LessonOfDay => ({ weeklyLessonId: startsAt, startsAt, endsAt, subjectName: null, subjectCode: null, groupName: null, roomName: null });
const LESSONS = [lesson('08:15', '09:00'), lesson('09:15', '10:00'), lesson('12:00', '12:45')];
const at = (time: string, more: Partial<Pick<ChildToday, 'lessons' | 'absences' | 'notices'>> = {}) => dayStatus({ lessons: LESSONS, absences: [], notices: [], ...more }, '2026-11-24', time);

test('before, in, between and after the lessons', () => {
  expect(at('07:30').moment).toMatchObject({ kind: 'next', lesson: { startsAt: '08:15' } });
  expect(at('08:15').moment).toMatchObject({ kind: 'lesson', lesson: { startsAt: '08:15' } });
  expect(at('09:00').moment).toMatchObject({ kind: 'next', lesson: { startsAt: '09:15' } });
  expect(at('12:45')).toMatchObject({ moment: { kind: 'over', endedAt: '12:45' }, endsAt: null });
  expect(at('12:44').endsAt).toBe('12:45');
  expect(at('09:00', { lessons: [] })).toMatchObject({ moment: { kind: 'free' }, endsAt: null });
});

test('a notice counts on its days only', () => {
  const notice = (firstDay: string, lastDay: string): ChildToday['notices'][number] => ({
    absenceNoticeId: 'n', version: 1, learnerId: 'l', firstDay, lastDay, fromTime: null, untilTime: null, absenceTypeId: 't', typeName: {}, note: null, reportedBy: 'you', reportedAt: '2026-11-23T18:00:00.000Z', can: { change: true },
  });
  expect(at('08:00', { notices: [notice('2026-11-25', '2026-11-26')] }).notice).toBeNull();
  expect(at('08:30', { notices: [notice('2026-11-23', '2026-11-24')] })).toMatchObject({ notice: { lastDay: '2026-11-24' }, moment: { kind: 'away' }, endsAt: null });
  expect(at('08:30', { notices: [{ ...notice('2026-11-24', '2026-11-24'), fromTime: '12:00' }] })).toMatchObject({ moment: { kind: 'lesson' }, endsAt: '12:45' });
});

test('absences by what is to be done about them', () => {
  const absence = (kind: 'absent' | 'late', hasType: boolean): ChildToday['absences'][number] => ({
    absenceId: `${kind}${hasType}`, heldOn: '2026-11-24', startsAt: '', endsAt: '', kind, minutes: null, subjectName: null, subjectCode: null,
    type: hasType ? { absenceTypeId: 't', name: {}, category: 'illness' } : null, isNoticed: false, explanation: null, explainedBy: null, explainedAt: null, can: { explain: true },
  });
  const status = at('11:00', { absences: [absence('absent', false), absence('absent', true), absence('late', false)] });
  expect([status.open.length, status.explained.length, status.late.length]).toEqual([1, 1, 1]);
});
