import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, contains, parseDateRange, weekday, type LocalDate } from '@digione/local-date';
import { readCity, type ReadCity } from '../testing/read-city.ts';
import type { AnyRow } from '../rows/tables.ts';
import { koivula } from './cities.ts';

const text = (row: AnyRow, column: string): string => String(row[column]);

/** Everything that is in one place at a time, per lesson. */
interface Held {
  readonly lesson: AnyRow;
  readonly who: readonly string[];
}

function weekOf(city: ReadCity, monday: LocalDate): Held[] {
  const byGroup = (table: 'core_data.teaching_group_member' | 'core_data.teaching_group_teacher', column: string): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const row of city.rows(table)) found.set(text(row, 'teaching_group_id'), [...(found.get(text(row, 'teaching_group_id')) ?? []), `${column}/${text(row, column)}`]);
    return found;
  };
  const learners = byGroup('core_data.teaching_group_member', 'learner_id');
  const teachers = byGroup('core_data.teaching_group_teacher', 'person_id');
  return city.rows('timetable.weekly_lesson').flatMap((lesson): Held[] => {
    if (!contains(parseDateRange(text(lesson, 'valid')), addDays(monday, Number(lesson.weekday) - 1))) return [];
    const group = text(lesson, 'teaching_group_id');
    return [{ lesson, who: [...(learners.get(group) ?? []), ...(teachers.get(group) ?? []), `room/${text(lesson, 'room_id')}`] }];
  });
}

/** People and rooms that would have to be in two lessons at once. */
function clashesOf(week: readonly Held[]): string[] {
  const lessonsOf = new Map<string, AnyRow[]>();
  for (const { lesson, who } of week) for (const each of who) lessonsOf.set(each, [...(lessonsOf.get(each) ?? []), lesson]);
  return [...lessonsOf].flatMap(([who, lessons]) =>
    lessons.flatMap((one, index) =>
      lessons.slice(index + 1).flatMap((other) => {
        const overlap = one.weekday === other.weekday && text(one, 'starts_at') < text(other, 'ends_at') && text(other, 'starts_at') < text(one, 'ends_at');
        return overlap ? [`${who}: ${text(one, 'weekday')} ${text(one, 'starts_at')}`] : [];
      }),
    ),
  );
}

describe('the weeks of a school year', () => {
  let city: ReadCity;
  beforeAll(() => {
    city = readCity(koivula, '2026-11-23T07:20:00Z');
  });

  it('have nobody and no room in two lessons at once, in any week', () => {
    for (let monday = '2026-08-10'; monday < '2027-06-01'; monday = addDays(monday, 28)) {
      const week = weekOf(city, monday);
      expect(week.length).toBeGreaterThan(800);
      expect(clashesOf(week)).toEqual([]);
    }
  });

  it('have most learners in a lesson at 9:20 on every weekday', () => {
    const week = weekOf(city, '2026-11-23');
    for (const day of [1, 2, 3, 4, 5]) {
      const busy = new Set(
        week.filter(({ lesson }) => lesson.weekday === day && text(lesson, 'starts_at') <= '09:20' && text(lesson, 'ends_at') > '09:20').flatMap(({ who }) => who.filter((each) => each.startsWith('learner_id/'))),
      );
      expect(busy.size / 750).toBeGreaterThan(0.9);
    }
  });

  it('keep to school hours', () => {
    for (const { lesson } of weekOf(city, '2026-11-23')) {
      expect(text(lesson, 'starts_at') >= '08:15' && text(lesson, 'ends_at') <= '15:00').toBe(true);
      expect(Number(lesson.weekday)).toBeLessThanOrEqual(5);
    }
  });

  it('give every learner of the comprehensive schools as many lessons as the decree asks, without holes', () => {
    const week = weekOf(city, '2026-11-23');
    const lessonsOf = new Map<string, AnyRow[]>();
    for (const { lesson, who } of week) for (const each of who) lessonsOf.set(each, [...(lessonsOf.get(each) ?? []), lesson]);
    const homerooms = new Map(city.rows('core_data.homeroom').map((homeroom) => [homeroom.homeroom_id, homeroom]));
    const minima = [0, 20, 20, 22, 24, 25, 25, 30, 29, 30];
    let checked = 0;
    for (const member of city.rows('core_data.homeroom_member')) {
      const level = homerooms.get(member.homeroom_id ?? '')?.grade_level;
      if (typeof level !== 'number') continue;
      checked += 1;
      const lessons = lessonsOf.get(`learner_id/${text(member, 'learner_id')}`) ?? [];
      expect(lessons.length).toBe(minima[level]);
    }
    expect(checked).toBe(570);
  });
});

describe('registers and absences', () => {
  it('are of school days behind, and of today only what is over', () => {
    const city = readCity(koivula, '2026-11-24T08:30:00Z');
    const lessons = new Map(city.rows('timetable.weekly_lesson').map((lesson) => [lesson.weekly_lesson_id, lesson]));
    const days = new Set<string>();
    for (const register of city.rows('teaching.lesson_register')) {
      const day = text(register, 'held_on');
      days.add(day);
      const lesson = lessons.get(register.weekly_lesson_id ?? '');
      expect(lesson?.weekday).toBe(weekday(day));
      if (day === '2026-11-24') expect(lesson && text(lesson, 'ends_at') <= '10:30').toBe(true);
      expect(text(register, 'taken_at') <= '2026-11-24T08:30').toBe(true);
    }
    expect(days.size).toBe(16);
  });

  it('are exceptions: about one lesson in twenty, each in a register, none twice', () => {
    const city = readCity(koivula, '2026-11-24T08:30:00Z');
    const members = new Set(city.rows('core_data.teaching_group_member').map((row) => `${text(row, 'teaching_group_id')}/${text(row, 'learner_id')}`));
    const sizes = new Map<string, number>();
    for (const row of city.rows('core_data.teaching_group_member')) sizes.set(text(row, 'teaching_group_id'), (sizes.get(text(row, 'teaching_group_id')) ?? 0) + 1);
    const seats = city.rows('teaching.lesson_register').reduce((sum, register) => sum + (sizes.get(text(register, 'teaching_group_id')) ?? 0), 0);
    const registers = new Set(city.rows('teaching.lesson_register').map((row) => `${text(row, 'weekly_lesson_id')}/${text(row, 'held_on')}`));
    const seen = new Set<string>();
    for (const absence of city.rows('school_admin.absence')) {
      const key = `${text(absence, 'weekly_lesson_id')}/${text(absence, 'held_on')}`;
      expect(registers.has(key)).toBe(true);
      expect(members.has(`${text(absence, 'teaching_group_id')}/${text(absence, 'learner_id')}`)).toBe(true);
      expect(seen.has(`${key}/${text(absence, 'learner_id')}`)).toBe(false);
      seen.add(`${key}/${text(absence, 'learner_id')}`);
    }
    expect(seen.size / seats).toBeGreaterThan(0.015);
    expect(seen.size / seats).toBeLessThan(0.08);
  });
});
