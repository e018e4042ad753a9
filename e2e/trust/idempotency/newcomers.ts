import { randomUUID } from 'node:crypto';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { TODAY } from '../city/facts.ts';
import type { City } from '../city/insert-city.ts';

const YEAR = '[2026-08-01,2027-08-01)';

/** Makes things that no earlier request has touched, in the city of the fixture. */
export class Newcomers {
  readonly city: City;
  #count = 0;

  constructor(city: City) {
    this.city = city;
  }

  #insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return this.city.builders.insert(table, { ...row, source: 'test' });
  }

  /** A learner of 5A with a guardian (the mother of the fixture). */
  async learner(): Promise<string> {
    const { builders, idOf } = this.city;
    const learner = await builders.person({ callName: 'Uusi', lastName: `Tulokas ${this.#count++}` });
    const school = idOf('school', 'hill');
    await builders.studyRight(learner, school);
    await this.#insert('core_data.homeroom_member', { homeroom_member_id: uuidv7(), homeroom_id: idOf('homeroom', '5a'), school_id: school, learner_id: learner, valid: YEAR });
    await this.#insert('core_data.teaching_group_member', { teaching_group_member_id: uuidv7(), teaching_group_id: idOf('group', 'math5a'), learner_id: learner, valid: YEAR });
    await builders.guardianship(idOf('person', 'mother'), learner);
    return learner;
  }

  /** The newcomer's study right, and the path to it. */
  async studyRight(): Promise<{ learnerId: string; studyRightId: string }> {
    const learnerId = await this.learner();
    const { rows } = await this.city.builders.pool.query<{ id: string }>('select study_right_id as id from core_data.study_right where learner_id = $1', [learnerId]);
    return { learnerId, studyRightId: rows[0]?.id ?? '' };
  }

  /** The transfer to KOSKI is on. @returns its version, as a request names it */
  async koskiConnection(): Promise<string> {
    const { educationProviderId, builders } = this.city;
    const { rows } = await builders.pool.query<{ version: number }>(
      `insert into exchange.koski_connection as c (education_provider_id, koski_connection_id, is_on, source) values ($1, gen_random_uuid(), true, 'test')
       on conflict (education_provider_id) do update set is_on = true, source = c.source || '.' returning version`,
      [educationProviderId],
    );
    return `"v${rows[0]?.version ?? 0}"`;
  }

  /** A grade in a newcomer's study record. */
  async attainment(): Promise<{ learnerId: string; studyRightId: string; attainmentId: string }> {
    const { learnerId, studyRightId } = await this.studyRight();
    const attainmentId = uuidv7();
    await this.#insert('school_admin.study_record', { study_record_id: studyRightId, learner_id: learnerId });
    const grade = { kind: 'perusopetuksenvuosiluokka', code: '4', code_set: 'perusopetuksenluokkaaste', homeroom: '4A', starts_on: '2025-08-07' };
    await this.#insert('school_admin.attainment', { attainment_id: attainmentId, study_record_id: studyRightId, position: 0, ...grade });
    return { learnerId, studyRightId, attainmentId };
  }

  /** A year in which nothing begins yet; each is later than the one before. */
  year(): number {
    return 2030 + this.#count++;
  }

  subject(): Promise<string> {
    // Several newcomers' makers may work in one city: a count of one's own would meet another's.
    return this.city.builders.subject(`X${randomUUID().slice(0, 8)}`, 'Uusi oppiaine');
  }

  staff(): Promise<string> {
    return this.city.builders.person({ callName: 'Virka', lastName: `Tulokas ${this.#count++}`, bornOn: '1980-01-01' });
  }

  /** A group of its own with one learner and a lesson that is running; nobody has taken its register. */
  async lesson(): Promise<{ weeklyLessonId: string; learner: string }> {
    const { builders, idOf, schoolYearId } = this.city;
    const learner = await this.learner();
    const school = idOf('school', 'hill');
    const group = await builders.teachingGroup(school, schoolYearId, `R${this.#count++}`, [learner], idOf('person', 'teaches-5a'));
    return { learner, weeklyLessonId: await builders.weeklyLesson(school, group, 2, '09:00', '09:45') };
  }

  /** A measure of support that is being prepared. */
  async supportMeasure(learner: string): Promise<string> {
    const id = uuidv7();
    await this.#insert('school_admin.support_measure', { support_measure_id: id, learner_id: learner, school_id: this.city.idOf('school', 'hill'), kind: 'aids', plan: 'Kuulokkeet', valid: '[2026-11-02,)', review_on: '2027-02-01' });
    return id;
  }

  async groupSupport(): Promise<string> {
    const id = uuidv7();
    const { idOf } = this.city;
    await this.#insert('school_admin.group_support', { group_support_id: id, teaching_group_id: idOf('group', 'math5a'), kind: 'remedial', plan: 'Tukiopetus', valid: '[2026-11-02,)', recorded_by: idOf('person', 'teaches-5a') });
    return id;
  }

  /** A round of marks at the hill; `stage` says how far it is for 5A's mathematics. */
  async markRound(stage: 'open' | 'locked' | 'approved' | 'published' = 'open'): Promise<string> {
    const { idOf, schoolYearId } = this.city;
    const id = uuidv7();
    const principal = idOf('person', 'principal@hill');
    const approved = stage === 'approved' || stage === 'published' ? { approved_at: `${TODAY}T06:00:00Z`, approved_by: principal, publish_at: stage === 'published' ? `${TODAY}T06:30:00Z` : '2026-12-18T10:00:00Z' } : {};
    await this.#insert('teaching.mark_round', { mark_round_id: id, school_id: idOf('school', 'hill'), school_year_id: schoolYearId, kind: 'interim', name: `Kierros ${this.#count++}`, due_on: TODAY, ...approved });
    const lock = stage === 'open' ? {} : { locked_at: `${TODAY}T05:30:00Z`, locked_by: idOf('person', 'teaches-5a') };
    for (const [group, homeroom] of [[idOf('group', 'math5a'), null], [null, idOf('homeroom', '5a')]] as const) {
      await this.#insert('teaching.mark_sheet', { mark_sheet_id: uuidv5(group ?? homeroom ?? '', id), mark_round_id: id, teaching_group_id: group, homeroom_id: homeroom, ...lock });
    }
    return id;
  }

  /** An item in the grade book of 5A's mathematics, with nothing in its cells. */
  async evidenceItem(): Promise<string> {
    const id = uuidv7();
    await this.#insert('teaching.evidence_item', { evidence_item_id: id, teaching_group_id: this.city.idOf('group', 'math5a'), name: `Koe ${this.#count++}`, kind: 'test', held_on: TODAY, scale: 'mark' });
    return id;
  }

  /** Homework given in 5A's first lesson today. */
  async homework(): Promise<string> {
    const { idOf } = this.city;
    const id = uuidv7();
    const at = { school_id: idOf('school', 'hill'), teaching_group_id: idOf('group', 'math5a'), weekly_lesson_id: idOf('lesson', 'first math5a'), held_on: TODAY };
    await this.#insert('teaching.homework', { ...at, homework_id: id, text: 's. 34', due_on: '2026-12-01', given_by: idOf('person', 'teaches-5a'), given_at: `${TODAY}T06:40:00Z` });
    return id;
  }

  /** A group of its own that meets on Tuesdays and has no plan. */
  async groupToPlan(): Promise<string> {
    const { builders, idOf, schoolYearId } = this.city;
    const school = idOf('school', 'hill');
    const group = await builders.teachingGroup(school, schoolYearId, `P${this.#count++}`, [], idOf('person', 'teaches-5a'));
    await builders.weeklyLesson(school, group, 2, '09:00', '09:45');
    return group;
  }

  /** A group's plan with one unit. */
  async plan(group: string): Promise<{ planId: string; planUnitId: string }> {
    const { idOf, schoolYearId } = this.city;
    const [planId, planUnitId, teacher] = [uuidv7(), uuidv7(), idOf('person', 'teaches-5a')];
    await this.#insert('teaching.plan', { plan_id: planId, school_id: idOf('school', 'hill'), teaching_group_id: group, school_year_id: schoolYearId, name: 'Suunnitelma', made_by: teacher, made_at: `${TODAY}T06:40:00Z` });
    await this.#insert('teaching.plan_unit', { plan_unit_id: planUnitId, plan_id: planId, name: 'Jakso', starts_on: '2026-11-17', lesson_count: 3, changed_by: teacher, changed_at: `${TODAY}T06:40:00Z` });
    return { planId, planUnitId };
  }

  async exam(): Promise<string> {
    const { idOf } = this.city;
    const id = uuidv7();
    const of = { school_id: idOf('school', 'hill'), teaching_group_id: idOf('group', 'math5a') };
    await this.#insert('teaching.exam', { ...of, exam_id: id, held_on: '2026-12-02', name: 'Koe', set_by: idOf('person', 'teaches-5a'), set_at: `${TODAY}T06:40:00Z` });
    return id;
  }

  async lessonNote(): Promise<string> {
    const { idOf } = this.city;
    const id = uuidv7();
    const at = { school_id: idOf('school', 'hill'), teaching_group_id: idOf('group', 'math5a'), weekly_lesson_id: idOf('lesson', 'first math5a'), held_on: TODAY };
    await this.#insert('teaching.lesson_note', { ...at, lesson_note_id: id, learner_id: idOf('person', 'child'), tone: 'positive', words: 'Hienoa', written_by: idOf('person', 'teaches-5a'), written_at: `${TODAY}T06:40:00Z` });
    return id;
  }

  async ownPhrase(): Promise<string> {
    const id = uuidv7();
    await this.#insert('teaching.feedback_phrase', { feedback_phrase_id: id, person_id: this.city.idOf('person', 'teaches-5a'), tone: 'positive', name: JSON.stringify({ fi: `Hienoa ${id}` }) });
    return id;
  }

  async absence(learner: string, explanation?: { by: string }): Promise<string> {
    const { idOf } = this.city;
    const id = uuidv7();
    const teacher = idOf('person', 'teaches-5a');
    await this.#insert('school_admin.absence', {
      absence_id: id,
      learner_id: learner,
      school_id: idOf('school', 'hill'),
      held_on: TODAY,
      starts_at: `${TODAY}T06:00:00Z`,
      ends_at: `${TODAY}T06:45:00Z`,
      weekly_lesson_id: idOf('lesson', 'first math5a'),
      teaching_group_id: idOf('group', 'math5a'),
      kind: 'absent',
      marked_by: teacher,
      marked_at: `${TODAY}T06:10:00Z`,
      ...(explanation === undefined ? {} : { absence_type_id: idOf('absence', 'type sairaus'), explanation: 'kuume', explained_by: explanation.by, explained_at: `${TODAY}T06:30:00Z` }),
    });
    return id;
  }

  async notice(learner: string): Promise<string> {
    const { idOf } = this.city;
    const id = uuidv7();
    await this.#insert('school_admin.absence_notice', {
      absence_notice_id: id,
      learner_id: learner,
      absence_type_id: idOf('absence', 'type loma'),
      during: '[2026-12-01T22:00:00Z,2026-12-02T22:00:00Z)',
      is_whole_days: true,
      reported_by: idOf('person', 'mother'),
      reported_at: '2026-11-20T10:00:00Z',
    });
    return id;
  }

  /** A step that gave a learner their place, and changed nothing else. */
  async admission(): Promise<string> {
    const { builders, idOf } = this.city;
    const learner = await this.learner();
    const { rows } = await builders.pool.query<{ id: string }>('select study_right_id as id from core_data.study_right where learner_id = $1', [learner]);
    const id = uuidv7();
    await this.#insert('school_admin.learner_change', {
      learner_change_id: id,
      learner_id: learner,
      study_right_id: rows[0]?.id,
      kind: 'admitted',
      school_id: idOf('school', 'hill'),
      during: '[2026-11-20,)',
      made_by: idOf('person', 'school-secretary@hill'),
      made_at: `${TODAY}T06:00:00Z`,
    });
    return id;
  }

  /** A plan of one class with one learner, at a school and of a school year of its own. */
  async rollOver(state: 'planned' | 'applied'): Promise<{ schoolId: string; rollOverId: string; learnerId: string }> {
    const { idOf, schoolYearId } = this.city;
    const schoolId = idOf('school', 'hill');
    const learnerId = await this.learner();
    const { rows } = await this.city.builders.pool.query<{ id: string }>('select study_right_id as id from core_data.study_right where learner_id = $1', [learnerId]);
    // A school has one that was carried out for a year: a former one makes room.
    await this.city.builders.pool.query(`update school_admin.roll_over set state = 'undone' where education_provider_id = $1 and school_id = $2`, [this.city.educationProviderId, schoolId]);
    const [rollOverId, classId] = [uuidv7(), uuidv7()];
    await this.#insert('school_admin.roll_over', { roll_over_id: rollOverId, school_id: schoolId, from_year_id: schoolYearId, year_name: '2027–2028', during: '[2027-08-01,2028-08-01)', state, planned_by: idOf('person', 'school-secretary@hill'), planned_at: `${TODAY}T06:00:00Z` });
    await this.city.builders.insert('school_admin.roll_over_class', { roll_over_class_id: classId, roll_over_id: rollOverId, from_homeroom_id: idOf('homeroom', '5a'), from_name: '5A', from_grade: 5, to_name: '6A', to_grade: 6 });
    await this.city.builders.insert('school_admin.roll_over_learner', { roll_over_learner_id: uuidv7(), roll_over_id: rollOverId, roll_over_class_id: classId, learner_id: learnerId, study_right_id: rows[0]?.id, action: 'waits' });
    return { schoolId, rollOverId, learnerId };
  }

  /** A school whose year nobody has planned to change: a new plan takes an older one's place. */
  async schoolWithoutRollOver(): Promise<string> {
    const schoolId = this.city.idOf('school', 'hill');
    await this.city.builders.pool.query('delete from school_admin.roll_over where education_provider_id = $1 and school_id = $2', [this.city.educationProviderId, schoolId]);
    return schoolId;
  }

  async registerTrouble(): Promise<string> {
    const id = uuidv7();
    await this.city.builders.insert('exchange.register_trouble', { register_trouble_id: id, register: 'learner-number', person_id: await this.learner(), kind: 'conflict', seen_at: `${TODAY}T06:00:00Z` });
    return id;
  }

  async role(person: string, valid = '[2020-01-01,)'): Promise<string> {
    const id = uuidv7();
    await this.#insert('access.role_assignment', { role_assignment_id: id, person_id: person, role: 'expert', valid });
    return id;
  }

  /** A role that somebody has just ended and may still take back. */
  async endedRole(person: string, by: string): Promise<string> {
    const id = await this.role(person);
    await this.city.builders.pool.query(`update access.role_assignment set valid = daterange(lower(valid), '${TODAY}'), ended_at = '${TODAY}T07:15:00Z', ended_by = $2 where role_assignment_id = $1`, [id, this.city.idOf('person', by)]);
    return id;
  }

  async notification(): Promise<string> {
    const { builders, idOf, educationProviderId } = this.city;
    const id = uuidv7();
    await builders.insert('home_school.notification', {
      notification_id: id,
      person_id: idOf('person', 'mother'),
      kind: 'absence.unexplained',
      content: JSON.stringify({ learnerName: 'Uusi', date: TODAY }),
      link: '/children',
      about_person_id: idOf('person', 'child'),
      event_id: uuidv7(),
      created_at: `${TODAY}T07:00:00Z`,
    });
    await builders.pool.query('update home_school.unread_count set unread = unread + 1 where education_provider_id = $1 and person_id = $2', [educationProviderId, idOf('person', 'mother')]);
    return id;
  }

  async dryRun(): Promise<string> {
    const id = uuidv7();
    await this.city.builders.insert('exchange.import_run', {
      import_run_id: id,
      kind: 'people',
      file_name: 'opiskelijat.zip',
      is_dry_run: true,
      state: 'succeeded',
      created_at: `${TODAY}T05:00:00Z`,
      report: JSON.stringify({ read: 0, counts: { created: 0, changed: 0, unchanged: 0, ended: 0, refused: 0, ignored: 0, skipped: 0 }, byEntity: {}, problems: { error: 0, warning: 0, notice: 0 }, byCode: {} }),
      file_key: `${'0'.repeat(48)}/opiskelijat.zip`,
    });
    return id;
  }
}
