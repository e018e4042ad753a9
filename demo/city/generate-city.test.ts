import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays } from '@digione/local-date';
import { findIdentityCodeParts, hasValidOidCheckDigit, isPersonOid } from '@digione/identifiers';
import { momentAt } from './moment.ts';
import { copyLines } from '../load/copy-text.ts';
import { readCity } from '../testing/read-city.ts';
import { tableNames, tables, type TableName } from '../rows/tables.ts';
import { koivula, saarela } from './cities.ts';
import type { CitySpec } from './spec.ts';
import { generateCity } from './generate-city.ts';
import { countLearners } from './growth.ts';
import { citiesOf } from './sizes.ts';

const MONDAY_MORNING = '2026-11-23T07:20:00Z';

function digest(spec: CitySpec, now: string): string {
  const hash = createHash('sha256');
  for (const batch of generateCity(spec, momentAt(now))) for (const [table, rows] of batch.rows) hash.update(table).update(copyLines(table, rows));
  return hash.digest('hex');
}

describe('a generated city', () => {
  it('is the same every time, and another one at another moment', () => {
    const first = digest(saarela, MONDAY_MORNING);
    expect(digest(saarela, MONDAY_MORNING)).toBe(first);
    expect(digest(saarela, '2026-11-24T07:20:00Z')).not.toBe(first);
    expect(digest(koivula, MONDAY_MORNING)).toBe(digest(koivula, MONDAY_MORNING));
  });

  it('uses every id and every identity code once over all cities', () => {
    const ids = new Set<unknown>();
    const codes = new Set<unknown>();
    let people = 0;
    for (const spec of citiesOf('small')) {
      const city = readCity(spec, MONDAY_MORNING);
      people += city.rows('core_data.person').length;
      for (const { person_id } of city.rows('core_data.person')) ids.add(person_id);
      for (const { personal_identity_code } of city.rows('core_data.person_identity_code')) codes.add(personal_identity_code);
    }
    expect(ids.size).toBe(people);
    // Laura Mäkelä and Eeva Kurki are known in both cities by the same code.
    expect(codes.size).toBe(people - 2);
  });

  it('gives out artificial identity codes only, true to birthday and gender', () => {
    const city = readCity(koivula, MONDAY_MORNING);
    const people = new Map(city.rows('core_data.person').map((person) => [person.person_id, person]));
    for (const { person_id, personal_identity_code } of city.rows('core_data.person_identity_code')) {
      const person = people.get(person_id ?? '');
      expect(findIdentityCodeParts(String(personal_identity_code))).toMatchObject({ isArtificial: true, bornOn: person?.born_on, sex: person?.gender });
    }
  });

  it('gives learners numbers, call names among their first names, and mail and phone that reach nobody', () => {
    const city = readCity(koivula, MONDAY_MORNING);
    expect(city.rows('core_data.person').filter(({ learner_number }) => learner_number !== null)).toHaveLength(750);
    for (const person of city.rows('core_data.person')) {
      if (person.learner_number !== null) expect(isPersonOid(person.learner_number) && hasValidOidCheckDigit(person.learner_number)).toBe(true);
      expect(String(person.first_names).split(' ')).toContain(person.call_name);
      expect(String(person.email)).toMatch(/@(example\.net|([a-z]+\.)?koivula\.example)$/);
      if (person.phone !== null) expect(String(person.phone)).toMatch(/^\+358 \d\d 555 \d{4}$/);
    }
  });

  it('has the sizes promised', () => {
    expect(readCity(koivula, MONDAY_MORNING).counts).toMatchObject({ schools: 3, learners: 750 });
    expect(koivula.areas.map((area) => area.schools.reduce((sum, school) => sum + school.homerooms.reduce((all, { size }) => all + size, 0), 0))).toEqual([450, 120]);
    expect(citiesOf('none')).toEqual([]);
    expect(citiesOf('city').reduce((sum, city) => sum + countLearners(city), 0)).toBe(20_000);
    const seven = citiesOf('seven-cities').map(countLearners);
    expect(seven).toHaveLength(7);
    expect(seven.reduce((sum, count) => sum + count, 0)).toBe(160_000);
    expect(new Set(citiesOf('seven-cities').map(({ share }) => share)).size).toBe(7);
  });

  it('keeps guardians and staff in proportion as it grows', () => {
    const [grown] = citiesOf('seven-cities').filter(({ key }) => key === 'saarela');
    if (!grown) throw new Error('Saarela is missing');
    const { counts } = readCity(grown, MONDAY_MORNING);
    expect(counts.learners).toBe(7_500);
    expect(Math.abs(counts.guardians - 9_375)).toBeLessThanOrEqual(10);
    expect(Math.abs(counts.staff - 703)).toBeLessThanOrEqual(21);
  });

  it('refers to nothing that is not there, as it grows', () => {
    const [grown] = citiesOf('seven-cities').filter(({ key }) => key === 'saarela');
    if (!grown) throw new Error('Saarela is missing');
    const city = readCity(grown, MONDAY_MORNING);
    const idsOf = (table: TableName, column: string): Set<unknown> => new Set(city.rows(table).map((row) => row[column]));
    const targets = [
      ['school_id', idsOf('core_data.school', 'school_id')],
      ['school_site_id', idsOf('core_data.school_site', 'school_site_id')],
      ['room_id', idsOf('core_data.room', 'room_id')],
      ['school_year_id', idsOf('core_data.school_year', 'school_year_id')],
      ['subject_id', idsOf('core_data.subject', 'subject_id')],
      ['homeroom_id', idsOf('core_data.homeroom', 'homeroom_id')],
      ['teaching_group_id', idsOf('core_data.teaching_group', 'teaching_group_id')],
      ['weekly_lesson_id', idsOf('timetable.weekly_lesson', 'weekly_lesson_id')],
      ['absence_type_id', idsOf('school_admin.absence_type', 'absence_type_id')],
      ['absence_notice_id', idsOf('school_admin.absence_notice', 'absence_notice_id')],
      ...['person_id', 'learner_id', 'guardian_id', 'taken_by', 'marked_by', 'reported_by', 'explained_by', 'about_person_id'].map((column) => [column, idsOf('core_data.person', 'person_id')] as const),
    ] as const;
    let checked = 0;
    for (const table of tableNames) {
      for (const [column, ids] of targets) {
        if (!tables[table].some((name) => name === column)) continue;
        const lost = city.rows(table).filter((row) => row[column] !== null && !ids.has(row[column]));
        expect(lost, `${table}.${column}`).toEqual([]);
        checked += 1;
      }
      const keys = city.rows(table).map((row) => row[`${table.split('.')[1] ?? ''}_id`]);
      if (keys[0] !== undefined) expect(new Set(keys).size, table).toBe(keys.length);
    }
    expect(checked).toBeGreaterThan(50);
  });

  it('can be made on any of 400 days in a row', () => {
    for (let offset = 0, day = '2026-11-01'; offset < 400; offset++, day = addDays(day, 1)) {
      const city = readCity(saarela, `${day}T07:20:00Z`);
      expect(city.rows('teaching.lesson_register').length, day).toBeGreaterThan(200);
      expect(city.rows('school_admin.absence').some(({ absence_type_id, kind }) => absence_type_id === null && kind === 'absent'), day).toBe(true);
    }
  }, 180_000);
});
