/** The columns a demo city fills, table by table, in an order in which every foreign key finds its row. */
export const tables = {
  'core_data.education_provider': ['education_provider_id', 'key', 'oid', 'business_id', 'name', 'municipality_code', 'is_demo', 'settings', 'valid', 'source'],
  'core_data.organisation': [
    'education_provider_id', 'organisation_id', 'oid', 'parent_organisation_id', 'kinds', 'name', 'institution_number', 'institution_type',
    'site_code', 'business_id', 'municipality_code', 'teaching_languages', 'valid', 'source',
  ],
  'core_data.school': [
    'education_provider_id', 'school_id', 'organisation_id', 'oid', 'institution_number', 'institution_type', 'name', 'short_name',
    'teaching_language', 'education_forms', 'valid', 'source',
  ],
  'core_data.school_site': ['education_provider_id', 'school_site_id', 'school_id', 'oid', 'name', 'street_address', 'postal_code', 'post_office', 'valid', 'source'],
  'core_data.room': ['education_provider_id', 'room_id', 'school_site_id', 'code', 'name', 'kind', 'capacity', 'source'],
  'core_data.school_year': ['education_provider_id', 'school_year_id', 'name', 'valid', 'source'],
  'core_data.teaching_period': ['education_provider_id', 'teaching_period_id', 'school_year_id', 'school_id', 'name', 'valid', 'source'],
  'core_data.school_break': ['education_provider_id', 'school_break_id', 'school_year_id', 'school_id', 'name', 'valid', 'source'],
  'core_data.subject': ['education_provider_id', 'subject_id', 'code', 'national_code', 'name', 'education_form', 'source'],
  'core_data.person': [
    'education_provider_id', 'person_id', 'learner_number', 'first_names', 'call_name', 'last_name', 'born_on', 'gender', 'mother_tongue',
    'preferred_language', 'nationalities', 'home_municipality', 'email', 'phone', 'protected_address', 'protection_ends_on', 'source',
  ],
  'core_data.person_identity_code': ['education_provider_id', 'person_identity_code_id', 'person_id', 'personal_identity_code', 'source'],
  'core_data.person_address': [
    'education_provider_id', 'person_address_id', 'person_id', 'kind', 'street_address', 'postal_code', 'post_office', 'country', 'valid', 'source',
  ],
  'core_data.guardianship': [
    'education_provider_id', 'guardianship_id', 'guardian_id', 'learner_id', 'role', 'has_custody', 'has_right_to_information', 'lives_with',
    'valid', 'source',
  ],
  'core_data.guardian_block': ['education_provider_id', 'guardian_block_id', 'guardian_id', 'learner_id', 'reason', 'valid', 'set_by', 'source'],
  'core_data.study_right': [
    'education_provider_id', 'study_right_id', 'learner_id', 'school_id', 'oid', 'education_form', 'state', 'valid', 'source',
  ],
  'core_data.staff_position': ['education_provider_id', 'staff_position_id', 'person_id', 'school_id', 'title', 'valid', 'source'],
  'core_data.homeroom': ['education_provider_id', 'homeroom_id', 'school_id', 'school_year_id', 'name', 'grade_level', 'valid', 'source'],
  'core_data.homeroom_member': ['education_provider_id', 'homeroom_member_id', 'homeroom_id', 'school_id', 'learner_id', 'valid', 'source'],
  'core_data.homeroom_teacher': ['education_provider_id', 'homeroom_teacher_id', 'homeroom_id', 'person_id', 'valid', 'source'],
  'core_data.teaching_group': [
    'education_provider_id', 'teaching_group_id', 'school_id', 'school_year_id', 'subject_id', 'homeroom_id', 'name', 'valid', 'source',
  ],
  'core_data.teaching_group_member': ['education_provider_id', 'teaching_group_member_id', 'teaching_group_id', 'learner_id', 'valid', 'source'],
  'core_data.teaching_group_teacher': [
    'education_provider_id', 'teaching_group_teacher_id', 'teaching_group_id', 'person_id', 'role', 'valid', 'source',
  ],
  'access.account': ['account_id', 'language', 'persona_key', 'created_at'],
  'access.account_login': ['issuer', 'subject', 'account_id', 'created_at'],
  'access.account_identity': ['education_provider_id', 'person_id', 'account_id', 'linked_at', 'source'],
  'access.role_assignment': ['education_provider_id', 'role_assignment_id', 'person_id', 'role', 'school_id', 'valid', 'reason', 'source'],
  'timetable.weekly_lesson': [
    'education_provider_id', 'weekly_lesson_id', 'school_id', 'teaching_group_id', 'weekday', 'starts_at', 'ends_at', 'room_id', 'valid', 'source',
  ],
  'teaching.lesson_register': [
    'education_provider_id', 'lesson_register_id', 'weekly_lesson_id', 'held_on', 'school_id', 'teaching_group_id', 'taken_at', 'taken_by', 'source',
  ],
  'teaching.homework': [
    'education_provider_id', 'homework_id', 'school_id', 'teaching_group_id', 'weekly_lesson_id', 'held_on', 'text', 'due_on', 'given_by', 'given_at', 'source',
  ],
  'teaching.exam': ['education_provider_id', 'exam_id', 'school_id', 'teaching_group_id', 'held_on', 'name', 'area', 'set_by', 'set_at', 'source'],
  'teaching.lesson_note': [
    'education_provider_id', 'lesson_note_id', 'learner_id', 'school_id', 'teaching_group_id', 'weekly_lesson_id', 'held_on', 'tone', 'phrase', 'written_by',
    'written_at', 'source',
  ],
  'teaching.plan': [
    'education_provider_id', 'plan_id', 'school_id', 'teaching_group_id', 'school_year_id', 'subject_id', 'grade_level', 'name', 'objective_keys', 'sharing',
    'made_by', 'made_at', 'source',
  ],
  'teaching.plan_unit': [
    'education_provider_id', 'plan_unit_id', 'plan_id', 'name', 'starts_on', 'lesson_count', 'objective_keys', 'changed_by', 'changed_at', 'source',
  ],
  'teaching.plan_lesson': ['education_provider_id', 'plan_lesson_id', 'plan_unit_id', 'lesson_no', 'title', 'changed_by', 'changed_at', 'source'],
  'teaching.evidence_item': [
    'education_provider_id', 'evidence_item_id', 'teaching_group_id', 'name', 'kind', 'held_on', 'scale', 'levels', 'weight_halves', 'shared_at', 'source',
  ],
  'teaching.evidence_value': [
    'education_provider_id', 'evidence_value_id', 'evidence_item_id', 'learner_id', 'scale', 'value', 'words', 'recorded_by', 'recorded_at', 'source',
  ],
  'teaching.mark_round': [
    'education_provider_id', 'mark_round_id', 'school_id', 'school_year_id', 'kind', 'name', 'grade_levels', 'due_on', 'approved_at', 'approved_by', 'publish_at', 'announced_at', 'source',
  ],
  'teaching.mark_sheet': ['education_provider_id', 'mark_sheet_id', 'mark_round_id', 'teaching_group_id', 'homeroom_id', 'locked_at', 'locked_by', 'source'],
  'teaching.mark': ['education_provider_id', 'mark_id', 'mark_sheet_id', 'learner_id', 'subject_id', 'value', 'words', 'decided_by', 'decided_at', 'source'],
  'school_admin.support_measure': [
    'education_provider_id', 'support_measure_id', 'learner_id', 'school_id', 'law', 'kind', 'subject_ids', 'plan', 'valid', 'review_on', 'decided_on', 'decision_number', 'grounds', 'decided_by', 'recorded_by', 'source',
  ],
  'school_admin.support_responsible': ['education_provider_id', 'support_measure_id', 'person_id'],
  'school_admin.support_note': ['education_provider_id', 'support_note_id', 'support_measure_id', 'written_at', 'written_by', 'is_review', 'text'],
  'school_admin.group_support': ['education_provider_id', 'group_support_id', 'teaching_group_id', 'kind', 'plan', 'valid', 'recorded_by', 'source'],
  'school_admin.absence_type': ['education_provider_id', 'absence_type_id', 'code', 'name', 'category', 'guardian_may_choose', 'sort_order', 'source'],
  'school_admin.absence_notice': [
    'education_provider_id', 'absence_notice_id', 'learner_id', 'absence_type_id', 'during', 'is_whole_days', 'note', 'reported_by', 'reported_at', 'source',
  ],
  'school_admin.absence': [
    'education_provider_id', 'absence_id', 'learner_id', 'school_id', 'held_on', 'starts_at', 'ends_at', 'weekly_lesson_id', 'teaching_group_id',
    'kind', 'minutes', 'absence_type_id', 'absence_notice_id', 'marked_by', 'marked_at', 'explanation', 'explained_by', 'explained_at', 'source',
  ],
  'home_school.notification': [
    'education_provider_id', 'notification_id', 'person_id', 'kind', 'content', 'link', 'about_person_id', 'created_at', 'read_at',
  ],
  'home_school.unread_count': ['education_provider_id', 'person_id', 'unread'],
} as const;

export type TableName = keyof typeof tables;

/** A list is a PostgreSQL array, any other object is jsonb; ranges, dates and times are text. */
export type Value = string | number | boolean | null | readonly string[] | { readonly [key: string]: unknown };

export type Row<T extends TableName> = Readonly<Record<(typeof tables)[T][number], Value>>;
export type AnyRow = Readonly<Record<string, Value>>;

function isTableName(name: string): name is TableName {
  return name in tables;
}

/** Every table, parents first. */
export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName);
