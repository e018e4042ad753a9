import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, birthday18, weekday } from '@digione/local-date';
import { koivula, saarela } from './city/cities.ts';
import { DEMO_ISSUER } from './people/person.ts';
import { personas } from './personas.ts';
import { readCity, type ReadCity } from './testing/read-city.ts';
import type { AnyRow } from './rows/tables.ts';

/** A week of ordinary days, and days on which a real school would be closed. */
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-12-24', '2027-02-28', '2027-03-29', '2027-06-30', '2027-08-04', '2027-09-06', '2028-02-29'];

function personOf(city: ReadCity, personaKey: string): AnyRow {
  const { account_id } = city.one('access.account_login', { issuer: DEMO_ISSUER, subject: personaKey });
  const { person_id } = city.one('access.account_identity', { account_id });
  return city.one('core_data.person', { person_id });
}

function personNamed(city: ReadCity, callName: string, lastName: string): AnyRow {
  return city.one('core_data.person', { call_name: callName, last_name: lastName });
}

const namesOfChildren = (city: ReadCity, guardian: AnyRow): string[] =>
  city.all('core_data.guardianship', { guardian_id: guardian.person_id, has_custody: true }).map(({ learner_id }) => String(city.one('core_data.person', { person_id: learner_id }).call_name)).sort();

describe.each(DAYS)('the personas on %s', (day) => {
  let city: ReadCity;
  let neighbour: ReadCity;
  let lastSchoolDay: string | undefined;
  beforeAll(() => {
    city = readCity(koivula, `${day}T07:20:00Z`);
    neighbour = readCity(saarela, `${day}T07:20:00Z`);
    lastSchoolDay = city.rows('teaching.lesson_register').map(({ held_on }) => String(held_on)).filter((heldOn) => heldOn < day).sort().at(-1);
  });

  it('can all sign in under the names they are introduced by', () => {
    for (const persona of personas) {
      const person = personOf(city, persona.key);
      expect(`${String(person.call_name)} ${String(person.last_name)}`).toBe(persona.name);
      expect(city.all('access.account', { persona_key: persona.key })).toHaveLength(1);
      expect(Object.values(persona.description).every((text) => text.length > 10)).toBe(true);
    }
    expect(city.rows('access.account').filter(({ persona_key }) => persona_key !== null)).toHaveLength(personas.length);
  });

  it('teacher: has exactly 24 in a lesson at 9:20 on every weekday, and today’s register is not taken', () => {
    const teacher = personOf(city, 'teacher');
    const groups = city.all('core_data.teaching_group_teacher', { person_id: teacher.person_id, role: 'main' }).map(({ teaching_group_id }) => teaching_group_id);
    for (const each of [1, 2, 3, 4, 5]) {
      const running = city.all('timetable.weekly_lesson', { weekday: each, starts_at: '09:00' }).filter(({ teaching_group_id }) => groups.includes(teaching_group_id));
      expect(running).toHaveLength(1);
      expect(city.all('core_data.teaching_group_member', { teaching_group_id: running[0]?.teaching_group_id })).toHaveLength(24);
      expect(city.all('teaching.lesson_register', { weekly_lesson_id: running[0]?.weekly_lesson_id, held_on: day })).toEqual([]);
    }
    const members = new Set(groups.flatMap((teaching_group_id) => city.all('core_data.teaching_group_member', { teaching_group_id })).map(({ learner_id }) => learner_id));
    expect(city.all('school_admin.absence', { held_on: day }).filter(({ learner_id, marked_by }) => members.has(learner_id ?? '') && marked_by === teacher.person_id)).toEqual([]);
    expect(members.has(personOf(city, 'learner').person_id ?? '')).toBe(true);
  });

  it('class teacher, guardian and principal: an absence of the last school day is still to be explained', () => {
    const eino = personNamed(city, 'Eino', 'Rantanen');
    const open = city.all('school_admin.absence', { learner_id: eino.person_id, absence_type_id: null, kind: 'absent' });
    expect(open.map(({ held_on }) => held_on)).toEqual([lastSchoolDay]);
    const { homeroom_id } = city.one('core_data.homeroom_member', { learner_id: eino.person_id });
    expect(city.one('core_data.homeroom_teacher', { homeroom_id }).person_id).toBe(personOf(city, 'class-teacher').person_id);
    const guardian = personOf(city, 'guardian');
    expect(namesOfChildren(city, guardian)).toEqual(['Aino', 'Eino', 'Helmi']);
    const told = city.all('home_school.notification', { person_id: guardian.person_id, kind: 'absence.unexplained' });
    expect(told).toMatchObject([{ about_person_id: eino.person_id, content: { learnerName: 'Eino Rantanen', date: lastSchoolDay } }]);
    expect(city.one('home_school.unread_count', { person_id: guardian.person_id }).unread).toBe(1);
  });

  it('principal: some register of this morning is missing', () => {
    if (weekday(day) > 5) return;
    const { school_id } = city.one('core_data.staff_position', { person_id: personOf(city, 'principal').person_id });
    const over = city.all('timetable.weekly_lesson', { school_id, weekday: weekday(day) }).filter(({ ends_at }) => String(ends_at) <= (day < '2027-03-28' || day > '2027-11' ? '09:20' : '10:20'));
    const taken = city.all('teaching.lesson_register', { school_id, held_on: day });
    expect(taken.length).toBeGreaterThan(over.length / 2);
    expect(taken.length).toBeLessThan(over.length);
  });

  it('special needs teacher, counsellor: have lessons every week', () => {
    for (const key of ['special-needs-teacher', 'counsellor']) {
      const groups = city.all('core_data.teaching_group_teacher', { person_id: personOf(city, key).person_id }).map(({ teaching_group_id }) => teaching_group_id);
      expect(city.rows('timetable.weekly_lesson').filter(({ teaching_group_id }) => groups.includes(teaching_group_id)).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('staff and office: have the posts and roles they are introduced by', () => {
    const positions = { teacher: 'teacher', 'class-teacher': 'class-teacher', 'special-needs-teacher': 'special-needs-teacher', counsellor: 'guidance-counsellor', principal: 'principal', secretary: 'school-secretary', expert: 'expert', 'swedish-teacher': 'class-teacher' };
    for (const [key, title] of Object.entries(positions)) expect(city.one('core_data.staff_position', { person_id: personOf(city, key).person_id }).title).toBe(title);
    const rolesOf = (key: string): unknown[] => city.all('access.role_assignment', { person_id: personOf(city, key).person_id }).map(({ role }) => role).sort();
    expect(rolesOf('main-user')).toEqual(['main-user', 'platform-operator']);
    expect(rolesOf('data-protection-officer')).toEqual(['data-protection-officer']);
    expect(rolesOf('vendor')).toEqual(['vendor']);
    expect(city.one('core_data.staff_position', { person_id: personOf(city, 'expert').person_id }).school_id).toBeNull();
  });

  it('guardian in two cities: one account, a child in each', () => {
    const { account_id } = city.one('access.account_login', { subject: 'guardian-two-cities' });
    const there = neighbour.one('access.account_identity', { account_id });
    expect(neighbour.all('access.account', { account_id })).toEqual([]);
    expect(namesOfChildren(city, personOf(city, 'guardian-two-cities'))).toEqual(['Leevi']);
    expect(namesOfChildren(neighbour, neighbour.one('core_data.person', { person_id: there.person_id }))).toEqual(['Elli']);
    const code = (of: ReadCity, person_id: unknown): unknown => of.one('core_data.person_identity_code', { person_id }).personal_identity_code;
    expect(code(neighbour, there.person_id)).toBe(code(city, personOf(city, 'guardian-two-cities').person_id));
  });

  it('principal of one city, guardian in the other: one account', () => {
    const there = neighbour.one('core_data.person', { call_name: 'Eeva', last_name: 'Kurki' });
    const { account_id } = neighbour.one('access.account_identity', { person_id: there.person_id });
    expect(neighbour.one('core_data.staff_position', { person_id: there.person_id }).title).toBe('principal');
    expect(city.one('access.account_identity', { account_id }).person_id).toBe(personNamed(city, 'Eeva', 'Kurki').person_id);
  });

  it('guardian without custody: has a child of his own, and no right to the protected one', () => {
    const lumi = personNamed(city, 'Lumi', 'Heino');
    const jarno = personOf(city, 'guardian-no-custody');
    expect(city.one('core_data.guardianship', { learner_id: lumi.person_id, guardian_id: jarno.person_id })).toMatchObject({ has_custody: false, has_right_to_information: false });
    expect(namesOfChildren(city, jarno)).toEqual(['Max']);
    expect(lumi.protected_address).toBe(true);
    expect(personOf(city, 'protected-guardian').protected_address).toBe(true);
    expect(city.all('home_school.notification', { person_id: jarno.person_id, about_person_id: lumi.person_id })).toEqual([]);
  });

  it('others worth knowing: information only, a block, adulthood before and behind, a teacher’s own child', () => {
    const link = (callName: string, lastName: string, guardian: readonly [string, string]): AnyRow =>
      city.one('core_data.guardianship', { learner_id: personNamed(city, callName, lastName).person_id, guardian_id: personNamed(city, ...guardian).person_id });
    expect(link('Toivo', 'Laine', ['Mika', 'Salonen'])).toMatchObject({ has_custody: false, has_right_to_information: true });
    expect(city.one('core_data.guardian_block', { learner_id: personNamed(city, 'Iida', 'Turunen').person_id }).guardian_id).toBe(personNamed(city, 'Pasi', 'Turunen').person_id);
    const adultOn = (callName: string, lastName: string): string => birthday18(String(personNamed(city, callName, lastName).born_on));
    expect(adultOn('Oskari', 'Lehtonen') > day && adultOn('Oskari', 'Lehtonen') <= addDays(day, 7)).toBe(true);
    expect(adultOn('Emilia', 'Savolainen') <= day && adultOn('Emilia', 'Savolainen') >= addDays(day, -7)).toBe(true);
    const heidi = personNamed(city, 'Heidi', 'Nurmi');
    expect(city.one('core_data.staff_position', { person_id: heidi.person_id }).title).toBe('class-teacher');
    expect(namesOfChildren(city, heidi)).toEqual(['Otso']);
  });

  it('learners: sit in the homerooms they are introduced by and have lessons today', () => {
    const homeroomOf = (person: AnyRow): unknown => city.one('core_data.homeroom', { homeroom_id: city.one('core_data.homeroom_member', { learner_id: person.person_id }).homeroom_id }).name;
    expect(homeroomOf(personOf(city, 'learner'))).toBe('8A');
    expect(String(homeroomOf(personOf(city, 'upper-secondary-learner')))).toMatch(/^2/);
    expect(namesOfChildren(city, personOf(city, 'swedish-guardian'))).toEqual(['Freja', 'Viggo']);
  });
});
