// Made by `npm run generate` from the migrations; not written by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { LocalizedText } from '@digione/platform/contract';

export type Json = unknown;

export interface AccessAccount {
  account_id: string;
  language: Generated<string>;
  theme: Generated<string>;
  persona_key: string | null;
  created_at: Generated<string>;
  closed_at: string | null;
}

export interface AccessAccountIdentity {
  education_provider_id: string;
  person_id: string;
  account_id: string;
  linked_at: Generated<string>;
  source: string;
}

export interface AccessAccountLogin {
  issuer: string;
  subject: string;
  account_id: string;
  created_at: Generated<string>;
}

export interface AccessCurrentRoleAssignment {
  education_provider_id: string;
  person_id: string;
  role: string;
  school_id: string | null;
}

export interface AccessOidcPayload {
  model: string;
  id: string;
  payload: Json;
  grant_id: string | null;
  user_code: string | null;
  uid: string | null;
  consumed_at: string | null;
  expires_at: string | null;
}

export interface AccessRoleAssignment {
  education_provider_id: string;
  role_assignment_id: string;
  person_id: string;
  role: string;
  school_id: string | null;
  valid: string;
  reason: string | null;
  granted_by: string | null;
  source: string;
  version: Generated<number>;
  given_at: Generated<string>;
  ended_at: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

export interface AccessSession {
  token_hash: Buffer;
  session_id: string;
  account_id: string;
  kind: Generated<string>;
  csrf_token: string;
  issuer: string | null;
  issuer_session_id: string | null;
  authenticated_at: string;
  created_at: string;
  last_seen_at: string;
  idle_expires_at: string;
  expires_at: string;
  id_token: string | null;
  device: string | null;
}

export interface AccessSignInAttempt {
  state_hash: Buffer;
  issuer_key: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  step_up_account_id: string | null;
  created_at: string;
  expires_at: string;
  browser_hash: Buffer;
}

export interface AccessUsedLogoutToken {
  issuer: string;
  token_id: string;
  expires_at: string;
}

export interface AuditEntry {
  education_provider_id: string;
  chain_id: string;
  seq: number;
  at: string;
  account_id: string | null;
  actor_person_id: string | null;
  action: string;
  basis: string | null;
  purpose: string | null;
  endpoint: string | null;
  object_id: string | null;
  person_ids: Generated<string[]>;
  outcome: string;
  trace_id: string | null;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface AuditSeal {
  seal_no: number;
  at: string;
  heads: Json;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface CoreDataCode {
  code_set: string;
  code: string;
  version: number;
  uri: string;
  name: LocalizedText;
  short_name: LocalizedText | null;
  valid: Generated<string>;
  relations: Generated<Json>;
}

export interface CoreDataCodeSet {
  code_set: string;
  imported_at: Generated<string>;
}

export interface CoreDataCurrentEnrolment {
  education_provider_id: string;
  learner_id: string;
  school_id: string;
  study_right_id: string;
  education_form: string;
  homeroom_id: string | null;
  homeroom_name: string | null;
  grade_level: number | null;
}

export interface CoreDataEducationProvider {
  education_provider_id: string;
  key: string;
  oid: string | null;
  business_id: string | null;
  name: LocalizedText;
  municipality_code: string | null;
  is_demo: Generated<boolean>;
  settings: Generated<Json>;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataExternalKey {
  education_provider_id: string;
  source: string;
  kind: string;
  external_id: string;
  entity_id: string;
  content_hash: Buffer | null;
  closed_at: string | null;
  closed_by: string | null;
}

export interface CoreDataGuardianAccess {
  education_provider_id: string;
  guardian_id: string;
  learner_id: string;
  has_custody: boolean;
  lives_with: boolean;
}

export interface CoreDataGuardianBlock {
  education_provider_id: string;
  guardian_block_id: string;
  guardian_id: string;
  learner_id: string;
  reason: string;
  valid: string;
  set_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface CoreDataGuardianship {
  education_provider_id: string;
  guardianship_id: string;
  guardian_id: string;
  learner_id: string;
  kind: Generated<string>;
  role: string | null;
  has_custody: boolean;
  has_right_to_information: boolean;
  lives_with: Generated<boolean>;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataHomeroom {
  education_provider_id: string;
  homeroom_id: string;
  school_id: string;
  school_year_id: string;
  name: string;
  grade_level: number | null;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataHomeroomMember {
  education_provider_id: string;
  homeroom_member_id: string;
  homeroom_id: string;
  school_id: string;
  learner_id: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataHomeroomTeacher {
  education_provider_id: string;
  homeroom_teacher_id: string;
  homeroom_id: string;
  person_id: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataOrganisation {
  education_provider_id: string;
  organisation_id: string;
  oid: string;
  parent_organisation_id: string | null;
  kinds: string[];
  name: LocalizedText;
  institution_number: string | null;
  institution_type: string | null;
  site_code: string | null;
  business_id: string | null;
  municipality_code: string | null;
  teaching_languages: Generated<string[]>;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataPerson {
  education_provider_id: string;
  person_id: string;
  learner_number: string | null;
  first_names: string;
  call_name: string;
  last_name: string;
  born_on: string | null;
  gender: string | null;
  mother_tongue: string | null;
  preferred_language: string | null;
  nationalities: Generated<string[]>;
  home_municipality: string | null;
  email: string | null;
  phone: string | null;
  protected_address: Generated<boolean>;
  protection_ends_on: string | null;
  died_on: string | null;
  search_name: GeneratedAlways<string | null>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataPersonAddress {
  education_provider_id: string;
  person_address_id: string;
  person_id: string;
  kind: string;
  street_address: string;
  postal_code: string | null;
  post_office: string | null;
  country: string | null;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataPersonIdentityCode {
  education_provider_id: string;
  person_identity_code_id: string;
  person_id: string;
  personal_identity_code: string;
  is_current: Generated<boolean>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataPersonName {
  education_provider_id: string;
  person_name_id: string;
  person_id: string;
  first_names: string;
  call_name: string;
  last_name: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataRoom {
  education_provider_id: string;
  room_id: string;
  school_site_id: string;
  code: string;
  name: string | null;
  kind: Generated<string>;
  capacity: number | null;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataSchool {
  education_provider_id: string;
  school_id: string;
  organisation_id: string | null;
  oid: string | null;
  institution_number: string | null;
  institution_type: string | null;
  name: LocalizedText;
  short_name: string | null;
  teaching_language: Generated<string>;
  education_forms: Generated<string[]>;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataSchoolBreak {
  education_provider_id: string;
  school_break_id: string;
  school_year_id: string;
  school_id: string | null;
  name: LocalizedText;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataSchoolSite {
  education_provider_id: string;
  school_site_id: string;
  school_id: string;
  oid: string | null;
  name: LocalizedText;
  street_address: string | null;
  postal_code: string | null;
  post_office: string | null;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataSchoolYear {
  education_provider_id: string;
  school_year_id: string;
  name: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataStaffPosition {
  education_provider_id: string;
  staff_position_id: string;
  person_id: string;
  school_id: string | null;
  title: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataStudyRight {
  education_provider_id: string;
  study_right_id: string;
  learner_id: string;
  school_id: string;
  oid: string | null;
  education_form: string;
  state: Generated<string>;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataSubject {
  education_provider_id: string;
  subject_id: string;
  code: string;
  national_code: string | null;
  name: LocalizedText;
  education_form: string;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface CoreDataTeachingGroup {
  education_provider_id: string;
  teaching_group_id: string;
  school_id: string;
  school_year_id: string;
  subject_id: string | null;
  homeroom_id: string | null;
  name: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataTeachingGroupMember {
  education_provider_id: string;
  teaching_group_member_id: string;
  teaching_group_id: string;
  learner_id: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataTeachingGroupTeacher {
  education_provider_id: string;
  teaching_group_teacher_id: string;
  teaching_group_id: string;
  person_id: string;
  role: Generated<string>;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CoreDataTeachingPeriod {
  education_provider_id: string;
  teaching_period_id: string;
  school_year_id: string;
  school_id: string | null;
  name: string;
  valid: string;
  source: string;
  version: Generated<number>;
  names: Json | null;
}

export interface CurriculumAdoption {
  education_provider_id: string;
  adoption_id: string;
  education_form: string;
  kind: string;
  edition_id: string;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface CurriculumApproval {
  education_provider_id: string;
  approval_id: string;
  draft_id: string;
  edition_id: string;
  decision_body: string;
  decided_on: string;
  paragraph: string;
  starts_on: string | null;
  lesson_hours: Json | null;
  approved_at: Generated<string>;
  approved_by: string | null;
}

export interface CurriculumDraft {
  education_provider_id: string;
  draft_id: string;
  education_form: string;
  basis_edition_id: string;
  name: LocalizedText;
  needs_another: Generated<boolean>;
  is_submitted: Generated<boolean>;
  source: string;
  version: Generated<number>;
}

export interface CurriculumDraftPart {
  education_provider_id: string;
  draft_part_id: string;
  draft_id: string;
  kind: string;
  unit_key: string | null;
  grade_level: number | null;
  basis_key: string | null;
  position: number;
  code: string | null;
  name: LocalizedText;
  body: Json;
  credits: number | null;
  modules: Generated<string[]>;
  subjects: Generated<string[]>;
  is_removed: Generated<boolean>;
  created_at: Generated<string>;
  created_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface CurriculumEdition {
  education_provider_id: string;
  edition_id: string;
  curriculum_key: string;
  kind: string;
  structure: string;
  education_form: string | null;
  published_at: string | null;
  name: LocalizedText;
  registry_number: string | null;
  languages: string[];
  decided_on: string | null;
  valid_from: string | null;
  valid_until: string | null;
  content_hash: string;
  imported_at: Generated<string>;
  document: Json;
}

export interface CurriculumElement {
  education_provider_id: string;
  edition_id: string;
  position: number;
  key: string;
  parent_key: string | null;
  kind: string;
  label: string | null;
  code: string | null;
  unit_key: string | null;
  subject_keys: Generated<string[]>;
  grade_levels: Generated<number[]>;
  name: LocalizedText | null;
  texts: Json;
  facts: Json;
  search_fi: string | null;
  search_sv: string | null;
}

export interface CurriculumLessonHours {
  education_provider_id: string;
  lesson_hours_id: string;
  draft_id: string;
  code: string;
  grade_level: number;
  hours: number | null;
  created_at: Generated<string>;
  created_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface CurriculumSubjectMeaning {
  education_provider_id: string;
  subject_meaning_id: string;
  subject_id: string;
  curriculum_key: string;
  element_key: string;
  source: string;
  version: Generated<number>;
}

export interface EventsOutbox {
  education_provider_id: string;
  event_id: string;
  position: GeneratedAlways<number>;
  name: string;
  version: Generated<number>;
  payload: Json;
  occurred_at: Generated<string>;
  actor_person_id: string | null;
  trace_id: string | null;
  live: Json | null;
  dispatched_at: string | null;
  attempts: Generated<number>;
  next_attempt_at: string | null;
  last_error: string | null;
}

export interface ExchangeImportRow {
  education_provider_id: string;
  import_run_id: string;
  row_no: number;
  severity: string;
  file: string;
  line: number;
  field: string;
  code: string;
  values: Generated<Json>;
}

export interface ExchangeImportRun {
  education_provider_id: string;
  import_run_id: string;
  kind: string;
  file_name: string;
  is_dry_run: boolean;
  state: string;
  started_by: string | null;
  created_at: string;
  finished_at: string | null;
  progress: Generated<Json>;
  report: Json | null;
  file_key: string | null;
  account_id: string | null;
  started_at: string | null;
  file_bytes: number | null;
  options: Generated<Json>;
  plan_digest: string | null;
  based_on: string | null;
  reason: string | null;
  reason_values: Generated<Json>;
}

export interface ExchangeKoskiAttempt {
  education_provider_id: string;
  koski_attempt_id: string;
  study_right_id: string;
  at: string;
  act: string;
  outcome: string;
  status: number | null;
  key: string | null;
  milliseconds: number;
}

export interface ExchangeKoskiConnection {
  education_provider_id: string;
  koski_connection_id: string;
  is_on: boolean;
  source: string;
  version: Generated<number>;
}

export interface ExchangeKoskiTransfer {
  education_provider_id: string;
  study_right_id: string;
  learner_id: string;
  school_id: string;
  state: string;
  asked_no: Generated<number>;
  sent_no: Generated<number>;
  asked_at: Generated<string>;
  failures: Generated<number>;
  next_attempt_at: Generated<string>;
  leased_until: string | null;
  koski_version: number | null;
  sent_at: string | null;
  compared_at: string | null;
  faults: Generated<Json>;
}

export interface ExchangeRegisterFact {
  education_provider_id: string;
  register_fact_id: string;
  person_id: string;
  topic: string;
  related_person_id: string | null;
  variant: Generated<string>;
  starts_on: string;
  ends_on: string | null;
  is_removed: Generated<boolean>;
  role: string | null;
  lives_with: boolean | null;
  changed_at: string | null;
}

export interface ExchangeRegisterFeed {
  education_provider_id: string;
  register: string;
  position: string | null;
  last_run_at: string | null;
  last_success_at: string | null;
  last_failure: string | null;
  failures: Generated<number>;
}

export interface ExchangeRegisterTrouble {
  education_provider_id: string;
  register_trouble_id: string;
  register: string;
  person_id: string;
  kind: string;
  other_person_id: string | null;
  seen_at: string;
  solved_at: string | null;
}

export interface HomeSchoolNotification {
  education_provider_id: string;
  notification_id: string;
  person_id: string;
  kind: string;
  content: Json;
  link: string;
  about_person_id: string | null;
  event_id: string | null;
  created_at: string;
  read_at: string | null;
}

export interface HomeSchoolUnreadCount {
  education_provider_id: string;
  person_id: string;
  unread: Generated<number>;
}

export interface PlatformIdempotencyKey {
  education_provider_id: string;
  account_id: string;
  key: string;
  endpoint: string;
  body_hash: Buffer;
  status: number | null;
  response: Json | null;
  created_at: Generated<string>;
}

export interface PlatformRateLimit {
  key: string;
  window_starts_at: string;
  count: Generated<number>;
}

export interface PlatformRowHistory {
  education_provider_id: string;
  row_history_id: GeneratedAlways<number>;
  table_name: string;
  row_id: string;
  operation: string;
  changed_at: Generated<string>;
  changed_by: string | null;
  source: string | null;
  before: Json;
}

export interface SchoolAdminAbsence {
  education_provider_id: string;
  absence_id: string;
  learner_id: string;
  school_id: string;
  held_on: string;
  starts_at: string;
  ends_at: string;
  weekly_lesson_id: string | null;
  teaching_group_id: string | null;
  kind: string;
  minutes: number | null;
  absence_type_id: string | null;
  absence_notice_id: string | null;
  marked_by: string;
  marked_at: string;
  explanation: string | null;
  explained_by: string | null;
  explained_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminAbsenceNotice {
  education_provider_id: string;
  absence_notice_id: string;
  learner_id: string;
  absence_type_id: string;
  during: string;
  is_whole_days: boolean;
  note: string | null;
  reported_by: string;
  reported_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminAbsenceType {
  education_provider_id: string;
  absence_type_id: string;
  code: string;
  name: LocalizedText;
  category: string;
  guardian_may_choose: Generated<boolean>;
  sort_order: Generated<number>;
  valid: Generated<string>;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminAdditionalInformation {
  education_provider_id: string;
  additional_information_id: string;
  study_record_id: string;
  position: number;
  kind: string;
  starts_on: string | null;
  ends_on: string | null;
  more: Generated<Json>;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminAttainment {
  education_provider_id: string;
  attainment_id: string;
  study_record_id: string;
  parent_attainment_id: string | null;
  position: number;
  kind: string;
  code: string;
  code_set: string | null;
  name: LocalizedText | null;
  extent: number | null;
  extent_unit: string | null;
  is_compulsory: boolean | null;
  language: string | null;
  language_set: string | null;
  syllabus: string | null;
  curriculum: string | null;
  mark: string | null;
  mark_set: string | null;
  assessed_on: string | null;
  starts_on: string | null;
  confirmed_on: string | null;
  teaching_language: string | null;
  homeroom: string | null;
  recognition: Json | null;
  exempted_on: string | null;
  exemption_reason: string | null;
  site_oid: string | null;
  more: Generated<Json>;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminCertificate {
  education_provider_id: string;
  certificate_id: string;
  learner_id: string;
  school_id: string;
  school_year_id: string;
  homeroom_id: string | null;
  kind: string;
  language: string;
  state: Generated<string>;
  content: Json;
  issued_on: string;
  number: string | null;
  certificate_template_id: string | null;
  sha256: string | null;
  issued_at: string | null;
  issued_by: string | null;
  replaces_certificate_id: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminCertificateCounter {
  education_provider_id: string;
  year: number;
  last: number;
}

export interface SchoolAdminCertificateFile {
  education_provider_id: string;
  certificate_id: string;
  pdf: Buffer;
}

export interface SchoolAdminCertificateTemplate {
  education_provider_id: string;
  certificate_template_id: string;
  number: number;
  content: Json;
  logo: Buffer | null;
  created_at: Generated<string>;
  created_by: string | null;
  source: string;
}

export interface SchoolAdminGroupSupport {
  education_provider_id: string;
  group_support_id: string;
  teaching_group_id: string;
  kind: string;
  plan: string;
  valid: string;
  recorded_by: string;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminLearnerChange {
  education_provider_id: string;
  learner_change_id: string;
  learner_id: string;
  study_right_id: string;
  kind: string;
  school_id: string;
  to_school_id: string | null;
  during: string;
  end_reason: string | null;
  decided_on: string | null;
  decision_number: string | null;
  decided_by: string | null;
  municipality_code: string | null;
  other_school: string | null;
  note: string | null;
  effects: Generated<Json>;
  made_by: string | null;
  made_at: string;
  undone_by: string | null;
  undone_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminRemovedRecordPart {
  education_provider_id: string;
  study_record_id: string;
  part_id: string;
}

export interface SchoolAdminRollOver {
  education_provider_id: string;
  roll_over_id: string;
  school_id: string;
  from_year_id: string;
  to_year_id: string | null;
  year_name: string;
  during: string;
  next_school_id: string | null;
  state: string;
  planned_by: string;
  planned_at: string;
  applied_by: string | null;
  applied_at: string | null;
  undone_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminRollOverClass {
  education_provider_id: string;
  roll_over_class_id: string;
  roll_over_id: string;
  from_homeroom_id: string;
  from_name: string;
  from_grade: number | null;
  to_name: string | null;
  to_grade: number | null;
  to_homeroom_id: string | null;
  is_made: Generated<boolean>;
  is_done: Generated<boolean>;
}

export interface SchoolAdminRollOverGroup {
  education_provider_id: string;
  roll_over_group_id: string;
  roll_over_id: string;
  roll_over_class_id: string;
  from_group_id: string;
  to_group_id: string;
}

export interface SchoolAdminRollOverLearner {
  education_provider_id: string;
  roll_over_learner_id: string;
  roll_over_id: string;
  roll_over_class_id: string;
  learner_id: string;
  study_right_id: string;
  action: string;
  to_name: string | null;
  is_done: Generated<boolean>;
  effects: Generated<Json>;
}

export interface SchoolAdminStudyPeriod {
  education_provider_id: string;
  study_period_id: string;
  study_record_id: string;
  position: number;
  starts_on: string;
  state: string;
  funding: string | null;
  more: Generated<Json>;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminStudyRecord {
  education_provider_id: string;
  study_record_id: string;
  learner_id: string;
  expected_end_on: string | null;
  more: Generated<Json>;
  received: Json | null;
  change_no: Generated<number>;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminSupportMeasure {
  education_provider_id: string;
  support_measure_id: string;
  learner_id: string;
  school_id: string;
  law: Generated<string>;
  kind: string;
  subject_ids: Generated<string[]>;
  plan: string;
  valid: string;
  review_on: string | null;
  decided_on: string | null;
  decision_number: string | null;
  grounds: string | null;
  decided_by: string | null;
  recorded_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface SchoolAdminSupportNote {
  education_provider_id: string;
  support_note_id: string;
  support_measure_id: string;
  written_at: string;
  written_by: string;
  is_review: boolean;
  text: string;
}

export interface SchoolAdminSupportResponsible {
  education_provider_id: string;
  support_measure_id: string;
  person_id: string;
}

export interface TeachingEvidenceItem {
  education_provider_id: string;
  evidence_item_id: string;
  teaching_group_id: string;
  name: string;
  kind: string;
  held_on: string;
  scale: string;
  levels: Generated<string[]>;
  weight_halves: number | null;
  edition_id: string | null;
  objective_keys: Generated<string[]>;
  shared_at: string | null;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingEvidenceValue {
  education_provider_id: string;
  evidence_value_id: string;
  evidence_item_id: string;
  learner_id: string;
  scale: string;
  value: string | null;
  words: string | null;
  recorded_by: string;
  recorded_at: string;
  source: string;
  version: Generated<number>;
}

export interface TeachingExam {
  education_provider_id: string;
  exam_id: string;
  school_id: string;
  teaching_group_id: string;
  held_on: string;
  name: string;
  area: string | null;
  set_by: string;
  set_at: string;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingFeedbackPhrase {
  education_provider_id: string;
  feedback_phrase_id: string;
  school_id: string | null;
  person_id: string | null;
  tone: string;
  name: LocalizedText;
  sort_order: Generated<number>;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingHomework {
  education_provider_id: string;
  homework_id: string;
  school_id: string;
  teaching_group_id: string;
  weekly_lesson_id: string;
  held_on: string;
  text: string;
  due_on: string;
  given_by: string;
  given_at: string;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingLessonNote {
  education_provider_id: string;
  lesson_note_id: string;
  learner_id: string;
  school_id: string;
  teaching_group_id: string;
  weekly_lesson_id: string;
  held_on: string;
  tone: string;
  phrase: Json | null;
  words: string | null;
  written_by: string;
  written_at: string;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingLessonRegister {
  education_provider_id: string;
  lesson_register_id: string;
  weekly_lesson_id: string;
  held_on: string;
  school_id: string;
  teaching_group_id: string;
  taken_at: string;
  taken_by: string;
  topic: string | null;
  source: string;
  version: Generated<number>;
  is_partial: Generated<boolean>;
  marked_present: Generated<string[]>;
  saves: Generated<number>;
}

export interface TeachingMark {
  education_provider_id: string;
  mark_id: string;
  mark_sheet_id: string;
  learner_id: string;
  subject_id: string | null;
  value: string | null;
  words: string | null;
  decided_by: string;
  decided_at: string;
  source: string;
  version: Generated<number>;
}

export interface TeachingMarkCorrection {
  education_provider_id: string;
  mark_correction_id: string;
  mark_id: string;
  former_value: string | null;
  former_words: string | null;
  reason: string;
  corrected_by: string;
  corrected_at: string;
}

export interface TeachingMarkRound {
  education_provider_id: string;
  mark_round_id: string;
  school_id: string;
  school_year_id: string;
  kind: string;
  name: string;
  grade_levels: Generated<number[]>;
  due_on: string;
  approved_at: string | null;
  approved_by: string | null;
  publish_at: string | null;
  announced_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingMarkSheet {
  education_provider_id: string;
  mark_sheet_id: string;
  mark_round_id: string;
  teaching_group_id: string | null;
  homeroom_id: string | null;
  locked_at: string | null;
  locked_by: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingPlan {
  education_provider_id: string;
  plan_id: string;
  school_id: string;
  teaching_group_id: string | null;
  school_year_id: string;
  subject_id: string | null;
  grade_level: number | null;
  name: string;
  description: string | null;
  edition_id: string | null;
  unit_key: string | null;
  objective_keys: Generated<string[]>;
  sharing: Generated<string>;
  copied_from: string | null;
  made_by: string;
  made_at: string;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingPlanLesson {
  education_provider_id: string;
  plan_lesson_id: string;
  plan_unit_id: string;
  lesson_no: number;
  title: string | null;
  notes: string | null;
  objective_keys: Generated<string[]>;
  links: Generated<Json>;
  changed_by: string;
  changed_at: string;
  source: string;
  version: Generated<number>;
}

export interface TeachingPlanUnit {
  education_provider_id: string;
  plan_unit_id: string;
  plan_id: string;
  name: string;
  notes: string | null;
  starts_on: string;
  lesson_count: number;
  objective_keys: Generated<string[]>;
  content_keys: Generated<string[]>;
  links: Generated<Json>;
  changed_by: string;
  changed_at: string;
  removed_at: string | null;
  source: string;
  version: Generated<number>;
}

export interface TeachingPublishedMark {
  education_provider_id: string;
  mark_id: string;
  learner_id: string;
  subject_id: string;
  value: string;
  words: string;
  decided_at: string;
  mark_round_id: string;
  kind: string;
  round_name: string;
  school_id: string | null;
  school_year_id: string;
  publish_at: string;
  is_behaviour: boolean;
}

export interface TimetableWeeklyLesson {
  education_provider_id: string;
  weekly_lesson_id: string;
  school_id: string;
  teaching_group_id: string;
  weekday: number;
  starts_at: string;
  ends_at: string;
  room_id: string | null;
  valid: string;
  source: string;
  version: Generated<number>;
}

export interface Tables {
  'access.account': AccessAccount;
  'access.account_identity': AccessAccountIdentity;
  'access.account_login': AccessAccountLogin;
  'access.current_role_assignment': AccessCurrentRoleAssignment;
  'access.oidc_payload': AccessOidcPayload;
  'access.role_assignment': AccessRoleAssignment;
  'access.session': AccessSession;
  'access.sign_in_attempt': AccessSignInAttempt;
  'access.used_logout_token': AccessUsedLogoutToken;
  'audit.entry': AuditEntry;
  'audit.seal': AuditSeal;
  'core_data.code': CoreDataCode;
  'core_data.code_set': CoreDataCodeSet;
  'core_data.current_enrolment': CoreDataCurrentEnrolment;
  'core_data.education_provider': CoreDataEducationProvider;
  'core_data.external_key': CoreDataExternalKey;
  'core_data.guardian_access': CoreDataGuardianAccess;
  'core_data.guardian_block': CoreDataGuardianBlock;
  'core_data.guardianship': CoreDataGuardianship;
  'core_data.homeroom': CoreDataHomeroom;
  'core_data.homeroom_member': CoreDataHomeroomMember;
  'core_data.homeroom_teacher': CoreDataHomeroomTeacher;
  'core_data.organisation': CoreDataOrganisation;
  'core_data.person': CoreDataPerson;
  'core_data.person_address': CoreDataPersonAddress;
  'core_data.person_identity_code': CoreDataPersonIdentityCode;
  'core_data.person_name': CoreDataPersonName;
  'core_data.room': CoreDataRoom;
  'core_data.school': CoreDataSchool;
  'core_data.school_break': CoreDataSchoolBreak;
  'core_data.school_site': CoreDataSchoolSite;
  'core_data.school_year': CoreDataSchoolYear;
  'core_data.staff_position': CoreDataStaffPosition;
  'core_data.study_right': CoreDataStudyRight;
  'core_data.subject': CoreDataSubject;
  'core_data.teaching_group': CoreDataTeachingGroup;
  'core_data.teaching_group_member': CoreDataTeachingGroupMember;
  'core_data.teaching_group_teacher': CoreDataTeachingGroupTeacher;
  'core_data.teaching_period': CoreDataTeachingPeriod;
  'curriculum.adoption': CurriculumAdoption;
  'curriculum.approval': CurriculumApproval;
  'curriculum.draft': CurriculumDraft;
  'curriculum.draft_part': CurriculumDraftPart;
  'curriculum.edition': CurriculumEdition;
  'curriculum.element': CurriculumElement;
  'curriculum.lesson_hours': CurriculumLessonHours;
  'curriculum.subject_meaning': CurriculumSubjectMeaning;
  'events.outbox': EventsOutbox;
  'exchange.import_row': ExchangeImportRow;
  'exchange.import_run': ExchangeImportRun;
  'exchange.koski_attempt': ExchangeKoskiAttempt;
  'exchange.koski_connection': ExchangeKoskiConnection;
  'exchange.koski_transfer': ExchangeKoskiTransfer;
  'exchange.register_fact': ExchangeRegisterFact;
  'exchange.register_feed': ExchangeRegisterFeed;
  'exchange.register_trouble': ExchangeRegisterTrouble;
  'home_school.notification': HomeSchoolNotification;
  'home_school.unread_count': HomeSchoolUnreadCount;
  'platform.idempotency_key': PlatformIdempotencyKey;
  'platform.rate_limit': PlatformRateLimit;
  'platform.row_history': PlatformRowHistory;
  'school_admin.absence': SchoolAdminAbsence;
  'school_admin.absence_notice': SchoolAdminAbsenceNotice;
  'school_admin.absence_type': SchoolAdminAbsenceType;
  'school_admin.additional_information': SchoolAdminAdditionalInformation;
  'school_admin.attainment': SchoolAdminAttainment;
  'school_admin.certificate': SchoolAdminCertificate;
  'school_admin.certificate_counter': SchoolAdminCertificateCounter;
  'school_admin.certificate_file': SchoolAdminCertificateFile;
  'school_admin.certificate_template': SchoolAdminCertificateTemplate;
  'school_admin.group_support': SchoolAdminGroupSupport;
  'school_admin.learner_change': SchoolAdminLearnerChange;
  'school_admin.removed_record_part': SchoolAdminRemovedRecordPart;
  'school_admin.roll_over': SchoolAdminRollOver;
  'school_admin.roll_over_class': SchoolAdminRollOverClass;
  'school_admin.roll_over_group': SchoolAdminRollOverGroup;
  'school_admin.roll_over_learner': SchoolAdminRollOverLearner;
  'school_admin.study_period': SchoolAdminStudyPeriod;
  'school_admin.study_record': SchoolAdminStudyRecord;
  'school_admin.support_measure': SchoolAdminSupportMeasure;
  'school_admin.support_note': SchoolAdminSupportNote;
  'school_admin.support_responsible': SchoolAdminSupportResponsible;
  'teaching.evidence_item': TeachingEvidenceItem;
  'teaching.evidence_value': TeachingEvidenceValue;
  'teaching.exam': TeachingExam;
  'teaching.feedback_phrase': TeachingFeedbackPhrase;
  'teaching.homework': TeachingHomework;
  'teaching.lesson_note': TeachingLessonNote;
  'teaching.lesson_register': TeachingLessonRegister;
  'teaching.mark': TeachingMark;
  'teaching.mark_correction': TeachingMarkCorrection;
  'teaching.mark_round': TeachingMarkRound;
  'teaching.mark_sheet': TeachingMarkSheet;
  'teaching.plan': TeachingPlan;
  'teaching.plan_lesson': TeachingPlanLesson;
  'teaching.plan_unit': TeachingPlanUnit;
  'teaching.published_mark': TeachingPublishedMark;
  'timetable.weekly_lesson': TimetableWeeklyLesson;
}
