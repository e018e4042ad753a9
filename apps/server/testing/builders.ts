import { v7 as uuidv7 } from 'uuid';
import type pg from 'pg';

/** Rows as a test needs them: everything not said has a sensible value. One provider per builder. */
export interface PersonInput {
  callName?: string;
  lastName?: string;
  bornOn?: string;
  isProtected?: boolean;
  email?: string;
  phone?: string;
  address?: string;
  identityCode?: string;
  preferredLanguage?: string;
}

const OPEN = '[2020-01-01,)';
const SCHOOL_YEAR = '[2026-08-01,2027-08-01)';

export class Builders {
  readonly pool: pg.Pool;
  readonly educationProviderId: string;

  private constructor(pool: pg.Pool, educationProviderId: string) {
    this.pool = pool;
    this.educationProviderId = educationProviderId;
  }

  static async provider(pool: pg.Pool, key: string): Promise<Builders> {
    const id = uuidv7();
    await pool.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, $2, $3, 'test')`, [
      id,
      key,
      JSON.stringify({ fi: `Kaupunki ${key}`, sv: `Stad ${key}` }),
    ]);
    return new Builders(pool, id);
  }

  /** Inserts a row; the provider id and source are added. @returns nothing: ids are chosen by the caller */
  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const full: Record<string, unknown> = { education_provider_id: this.educationProviderId, ...row };
    const columns = Object.keys(full);
    await this.pool.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(full),
    );
  }

  async school(name = 'Koulu', options: { language?: string; educationForms?: string[] } = {}): Promise<string> {
    const id = uuidv7();
    await this.insert('core_data.school', {
      school_id: id,
      name: JSON.stringify({ fi: name, sv: name }),
      teaching_language: options.language ?? 'fi',
      education_forms: options.educationForms ?? ['basic-education'],
      source: 'test',
    });
    return id;
  }

  async schoolYear(valid = SCHOOL_YEAR): Promise<string> {
    const id = uuidv7();
    await this.insert('core_data.school_year', { school_year_id: id, name: '2026–2027', valid, source: 'test' });
    return id;
  }

  async person(input: PersonInput = {}): Promise<string> {
    const id = uuidv7();
    const callName = input.callName ?? 'Testi';
    await this.insert('core_data.person', {
      person_id: id,
      first_names: callName,
      call_name: callName,
      last_name: input.lastName ?? 'Testinen',
      born_on: input.bornOn ?? '2014-03-01',
      protected_address: input.isProtected ?? false,
      email: input.email ?? null,
      phone: input.phone ?? null,
      preferred_language: input.preferredLanguage ?? null,
      source: 'test',
    });
    if (input.address !== undefined) {
      await this.insert('core_data.person_address', {
        person_address_id: uuidv7(),
        person_id: id,
        kind: 'permanent',
        street_address: input.address,
        postal_code: '99999',
        post_office: 'KOIVULA',
        valid: OPEN,
        source: 'test',
      });
    }
    if (input.identityCode !== undefined) {
      await this.insert('core_data.person_identity_code', { person_identity_code_id: uuidv7(), person_id: id, personal_identity_code: input.identityCode, source: 'test' });
    }
    return id;
  }

  async studyRight(learnerId: string, schoolId: string, valid = '[2022-08-01,)', educationForm = 'basic-education'): Promise<string> {
    const id = uuidv7();
    await this.insert('core_data.study_right', { study_right_id: id, learner_id: learnerId, school_id: schoolId, education_form: educationForm, valid, source: 'test' });
    return id;
  }

  async guardianship(guardianId: string, learnerId: string, options: { hasCustody?: boolean; hasRightToInformation?: boolean; valid?: string } = {}): Promise<string> {
    const id = uuidv7();
    const hasCustody = options.hasCustody ?? true;
    await this.insert('core_data.guardianship', {
      guardianship_id: id,
      guardian_id: guardianId,
      learner_id: learnerId,
      has_custody: hasCustody,
      has_right_to_information: options.hasRightToInformation ?? hasCustody,
      valid: options.valid ?? OPEN,
      source: 'test',
    });
    return id;
  }

  async block(guardianId: string, learnerId: string, valid = OPEN): Promise<void> {
    await this.insert('core_data.guardian_block', { guardian_block_id: uuidv7(), guardian_id: guardianId, learner_id: learnerId, reason: 'Koulun päätös', valid, source: 'test' });
  }

  async position(personId: string, title: string, schoolId: string | null, valid = OPEN): Promise<void> {
    await this.insert('core_data.staff_position', { staff_position_id: uuidv7(), person_id: personId, school_id: schoolId, title, valid, source: 'test' });
  }

  async role(personId: string, role: string, schoolId: string | null = null, valid = OPEN): Promise<void> {
    await this.insert('access.role_assignment', { role_assignment_id: uuidv7(), person_id: personId, role, school_id: schoolId, valid, source: 'test' });
  }

  async homeroom(schoolId: string, schoolYearId: string, name: string, learnerIds: readonly string[], teacherId?: string): Promise<string> {
    const id = uuidv7();
    await this.insert('core_data.homeroom', { homeroom_id: id, school_id: schoolId, school_year_id: schoolYearId, name, grade_level: Number.parseInt(name, 10) || null, valid: SCHOOL_YEAR, source: 'test' });
    for (const learnerId of learnerIds) {
      await this.insert('core_data.homeroom_member', { homeroom_member_id: uuidv7(), homeroom_id: id, school_id: schoolId, learner_id: learnerId, valid: SCHOOL_YEAR, source: 'test' });
    }
    if (teacherId !== undefined) {
      await this.insert('core_data.homeroom_teacher', { homeroom_teacher_id: uuidv7(), homeroom_id: id, person_id: teacherId, valid: SCHOOL_YEAR, source: 'test' });
    }
    return id;
  }

  async subject(code: string, name: string): Promise<string> {
    const id = uuidv7();
    await this.insert('core_data.subject', { subject_id: id, code, name: JSON.stringify({ fi: name, sv: name, en: name }), education_form: 'basic-education', source: 'test' });
    return id;
  }

  async teachingGroup(
    schoolId: string,
    schoolYearId: string,
    name: string,
    learnerIds: readonly string[],
    teacherId?: string,
    options: { subjectId?: string; homeroomId?: string; valid?: string } = {},
  ): Promise<string> {
    const id = uuidv7();
    const valid = options.valid ?? SCHOOL_YEAR;
    await this.insert('core_data.teaching_group', {
      teaching_group_id: id,
      school_id: schoolId,
      school_year_id: schoolYearId,
      subject_id: options.subjectId ?? null,
      homeroom_id: options.homeroomId ?? null,
      name,
      valid,
      source: 'test',
    });
    for (const learnerId of learnerIds) {
      await this.insert('core_data.teaching_group_member', { teaching_group_member_id: uuidv7(), teaching_group_id: id, learner_id: learnerId, valid, source: 'test' });
    }
    if (teacherId !== undefined) {
      await this.insert('core_data.teaching_group_teacher', { teaching_group_teacher_id: uuidv7(), teaching_group_id: id, person_id: teacherId, valid, source: 'test' });
    }
    return id;
  }

  async weeklyLesson(schoolId: string, teachingGroupId: string, weekday: number, startsAt: string, endsAt: string): Promise<string> {
    const id = uuidv7();
    await this.insert('timetable.weekly_lesson', {
      weekly_lesson_id: id,
      school_id: schoolId,
      teaching_group_id: teachingGroupId,
      weekday,
      starts_at: startsAt,
      ends_at: endsAt,
      valid: SCHOOL_YEAR,
      source: 'test',
    });
    return id;
  }

  async absenceType(code: string, category: string, guardianMayChoose = true): Promise<string> {
    const id = uuidv7();
    await this.insert('school_admin.absence_type', {
      absence_type_id: id,
      code,
      name: JSON.stringify({ fi: code, sv: code, en: code }),
      category,
      guardian_may_choose: guardianMayChoose,
      source: 'test',
    });
    return id;
  }
}
