import { v7 as uuidv7 } from 'uuid';
import type { Builders, World } from '@digione/app-server/testing';
import { nameOf, OTHER_CITY, PROTECTED_CODE, PROTECTED_CONTACT, SECRET_PLACE } from './canaries.ts';
import { rangeOf, type Facts } from './facts.ts';

export type Kind = 'school' | 'person' | 'homeroom' | 'group' | 'lesson' | 'notice' | 'absence' | 'run' | 'certificate' | 'note' | 'phrase' | 'edition' | 'draft' | 'subject';

/** A city in the database: what its facts' names are called there. */
export interface City {
  readonly key: string;
  readonly facts: Facts;
  readonly builders: Builders;
  readonly educationProviderId: string;
  readonly base: string;
  /** Throws for a name nobody has. */
  idOf(kind: Kind, key: string): string;
  /** Chooses the id when it is asked for the first time. */
  newId(kind: Kind, key: string, given?: string): string;
  /** A text of this city, with its canary. */
  say(text: string): string;
  /** The unique name of each person, the mark under which an answer would tell of them. */
  readonly names: ReadonlyMap<string, string>;
  readonly schoolYearId: string;
  readonly subjectId: string;
}

const json = (text: string) => JSON.stringify({ fi: text, sv: text, en: text });
const SCHOOL_YEAR = '[2026-08-01,2027-08-01)';
const inYear = (tense: 'now' | 'former' | 'future') => rangeOf(tense, '2026-08-01', '2027-08-01');

/** Fills a city with its cast. `marks` puts the canary of the other city into every text. */
export async function insertCity(world: World, key: string, facts: Facts, options: { isMarked: boolean; firstName: number }): Promise<City> {
  const builders = await world.provider(key);
  const say = (text: string) => (options.isMarked ? `${OTHER_CITY}${text}` : text);
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const newId = (kind: Kind, name: string, given?: string) => {
    const id = ids.get(`${kind} ${name}`) ?? given ?? uuidv7();
    ids.set(`${kind} ${name}`, id);
    return id;
  };
  const idOf = (kind: Kind, name: string) => {
    const id = ids.get(`${kind} ${name}`);
    if (id === undefined) throw new Error(`Nothing called ${name} among ${kind}.`);
    return id;
  };
  const place = (school: string, text: string) => say(school === 'hidden' ? `${SECRET_PLACE} ${text}` : text);
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => builders.insert(table, { ...row, source: 'test' });
  await builders.pool.query(`update core_data.education_provider set name = $2 where education_provider_id = $1`, [builders.educationProviderId, json(say(`kaupunki ${key}`))]);

  const schoolYearId = uuidv7();
  await insert('core_data.school_year', { school_year_id: schoolYearId, name: say('2026–2027'), valid: SCHOOL_YEAR });
  await insert('core_data.teaching_period', { teaching_period_id: uuidv7(), school_year_id: schoolYearId, name: say('1. jakso'), valid: SCHOOL_YEAR });
  await insert('core_data.school_break', { school_break_id: uuidv7(), school_year_id: schoolYearId, name: json(say('joululoma')), valid: '[2026-12-21,2027-01-07)' });
  const subjectId = newId('subject', 'mathematics');
  await insert('core_data.subject', { subject_id: subjectId, code: 'MA', name: json(say('matematiikka')), education_form: 'basic-education' });
  for (const school of facts.schools) {
    const schoolId = newId('school', school);
    await insert('core_data.school', { school_id: schoolId, name: json(place(school, `koulu ${school}`)), short_name: place(school, school), education_forms: ['basic-education'] });
    const siteId = uuidv7();
    await insert('core_data.school_site', { school_site_id: siteId, school_id: schoolId, name: json(place(school, 'toimipiste')), street_address: place(school, 'Koulutie 1'), postal_code: '99999', post_office: place(school, 'POSTI') });
    await insert('core_data.room', { room_id: newId('school', `room of ${school}`), school_site_id: siteId, code: place(school, 'B12'), name: place(school, 'luokka B12') });
  }

  let index = options.firstName;
  for (const [person, { bornOn, isProtected }] of facts.people) {
    const personId = newId('person', person);
    const name = nameOf(index++);
    names.set(person, name);
    const [mark, phone] = PROTECTED_CONTACT;
    const secret = (text: string) => say(isProtected ? `${mark}${text}` : text);
    await insert('core_data.person', {
      person_id: personId,
      learner_number: `1.2.246.562.24.${key}.${index}`,
      first_names: say(name),
      call_name: say(name),
      last_name: say('Pohjalainen'),
      born_on: bornOn,
      protected_address: isProtected,
      email: `${secret('posti')}${index}@example.org`,
      phone: isProtected ? `040${phone}` : `0501${options.isMarked ? '88' : '77'}${1000 + index}`,
      home_municipality: secret('091'),
      mother_tongue: 'fi',
    });
    await insert('core_data.person_address', {
      person_address_id: uuidv7(),
      person_id: personId,
      kind: 'permanent',
      street_address: secret('Kotikatu 1'),
      postal_code: secret('99990'),
      post_office: secret('KAUPUNKI'),
      valid: '[2020-01-01,)',
    });
    await insert('core_data.person_name', { person_name_id: uuidv7(), person_id: personId, first_names: say(name), call_name: say(name), last_name: say('Pohjalainen'), valid: '[2020-01-01,)' });
    if (isProtected) await insert('core_data.person_identity_code', { person_identity_code_id: uuidv7(), person_id: personId, personal_identity_code: `${PROTECTED_CODE}${index % 100}X` });
  }

  for (const { learner, school, tense } of facts.studies) {
    await insert('core_data.study_right', { study_right_id: uuidv7(), learner_id: idOf('person', learner), school_id: idOf('school', school), education_form: 'basic-education', valid: rangeOf(tense) });
  }
  for (const homeroom of facts.homerooms) {
    const homeroomId = newId('homeroom', homeroom.key);
    const schoolId = idOf('school', homeroom.school);
    await insert('core_data.homeroom', { homeroom_id: homeroomId, school_id: schoolId, school_year_id: schoolYearId, name: place(homeroom.school, homeroom.key), grade_level: 5, valid: SCHOOL_YEAR });
    for (const { learner, tense } of homeroom.members) {
      await insert('core_data.homeroom_member', { homeroom_member_id: uuidv7(), homeroom_id: homeroomId, school_id: schoolId, learner_id: idOf('person', learner), valid: inYear(tense) });
    }
    for (const { person, tense } of homeroom.teachers) {
      await insert('core_data.homeroom_teacher', { homeroom_teacher_id: uuidv7(), homeroom_id: homeroomId, person_id: idOf('person', person), valid: inYear(tense) });
    }
  }
  for (const group of facts.groups) {
    const groupId = newId('group', group.key);
    await insert('core_data.teaching_group', {
      teaching_group_id: groupId,
      school_id: idOf('school', group.school),
      school_year_id: schoolYearId,
      subject_id: subjectId,
      homeroom_id: idOf('homeroom', group.homeroom),
      name: place(group.school, group.key),
      valid: SCHOOL_YEAR,
    });
    for (const { learner, tense } of group.members) {
      await insert('core_data.teaching_group_member', { teaching_group_member_id: uuidv7(), teaching_group_id: groupId, learner_id: idOf('person', learner), valid: inYear(tense) });
    }
    for (const { person, role, tense } of group.teachers) {
      await insert('core_data.teaching_group_teacher', { teaching_group_teacher_id: uuidv7(), teaching_group_id: groupId, person_id: idOf('person', person), role, valid: inYear(tense) });
    }
  }
  for (const { person, title, school, tense } of facts.positions) {
    await insert('core_data.staff_position', { staff_position_id: uuidv7(), person_id: idOf('person', person), school_id: school === null ? null : idOf('school', school), title, valid: rangeOf(tense) });
  }
  for (const { person, role, school, tense } of facts.roles) {
    await insert('access.role_assignment', { role_assignment_id: uuidv7(), person_id: idOf('person', person), school_id: school === null ? null : idOf('school', school), role, reason: say('tehtävä'), valid: rangeOf(tense) });
  }
  for (const { guardian, learner, hasCustody, hasRightToInformation, livesWith, tense } of facts.guardianships) {
    await insert('core_data.guardianship', {
      guardianship_id: uuidv7(),
      guardian_id: idOf('person', guardian),
      learner_id: idOf('person', learner),
      has_custody: hasCustody,
      has_right_to_information: hasRightToInformation,
      lives_with: livesWith,
      valid: rangeOf(tense),
    });
  }
  for (const { guardian, learner, tense } of facts.blocks) {
    await insert('core_data.guardian_block', { guardian_block_id: uuidv7(), guardian_id: idOf('person', guardian), learner_id: idOf('person', learner), reason: say('koulun päätös'), valid: rangeOf(tense) });
  }
  const { educationProviderId } = builders;
  return { key, facts, builders, educationProviderId, base: `/api/providers/${educationProviderId}`, idOf, newId, say, names, schoolYearId, subjectId };
}
