-- The constraints against overlap stay as they are in meaning. Their GiST indexes hold the ids as text now: with the ids
-- themselves the planner takes them for every look-up ("the groups of a learner") and reads hundreds of pages where the
-- B-tree made for it needs four. Measured with 160 000 learners: 2.5 ms against 0.1 ms.
alter table core_data.guardianship
  drop constraint guardianship_education_provider_id_guardian_id_learner_id__excl,
  add constraint guardianship_no_overlap exclude using gist (education_provider_id with =, (guardian_id::text) with =, (learner_id::text) with =, valid with &&);
alter table core_data.guardian_block
  drop constraint guardian_block_education_provider_id_guardian_id_learner_i_excl,
  add constraint guardian_block_no_overlap exclude using gist (education_provider_id with =, (guardian_id::text) with =, (learner_id::text) with =, valid with &&);
alter table core_data.staff_position
  drop constraint staff_position_education_provider_id_person_id_school_id_t_excl,
  add constraint staff_position_no_overlap exclude using gist (education_provider_id with =, (person_id::text) with =, (school_id::text) with =, title with =, valid with &&);
alter table core_data.homeroom_member
  drop constraint homeroom_member_education_provider_id_learner_id_school_id_excl,
  add constraint homeroom_member_no_overlap exclude using gist (education_provider_id with =, (learner_id::text) with =, (school_id::text) with =, valid with &&);
alter table core_data.homeroom_teacher
  drop constraint homeroom_teacher_education_provider_id_homeroom_id_person__excl,
  add constraint homeroom_teacher_no_overlap exclude using gist (education_provider_id with =, (homeroom_id::text) with =, (person_id::text) with =, valid with &&);
alter table core_data.teaching_group_member
  drop constraint teaching_group_member_education_provider_id_teaching_group_excl,
  add constraint teaching_group_member_no_overlap exclude using gist (education_provider_id with =, (teaching_group_id::text) with =, (learner_id::text) with =, valid with &&);
alter table core_data.teaching_group_teacher
  drop constraint teaching_group_teacher_education_provider_id_teaching_grou_excl,
  add constraint teaching_group_teacher_no_overlap exclude using gist (education_provider_id with =, (teaching_group_id::text) with =, (person_id::text) with =, valid with &&);
alter table core_data.study_right
  drop constraint study_right_education_provider_id_learner_id_school_id_edu_excl,
  add constraint study_right_no_overlap exclude using gist (education_provider_id with =, (learner_id::text) with =, (school_id::text) with =, education_form with =, valid with &&) where (state <> 'void');
alter table core_data.person_name
  drop constraint person_name_education_provider_id_person_id_valid_excl,
  add constraint person_name_no_overlap exclude using gist (education_provider_id with =, (person_id::text) with =, valid with &&);
alter table core_data.person_address
  drop constraint person_address_education_provider_id_person_id_kind_valid_excl,
  add constraint person_address_no_overlap exclude using gist (education_provider_id with =, (person_id::text) with =, kind with =, valid with &&);

-- A learner's groups lie apart in the table, thousands of rows from each other: the week is read from the index alone.
drop index core_data.teaching_group_member_learner;
create index teaching_group_member_learner on core_data.teaching_group_member (education_provider_id, learner_id) include (teaching_group_id, valid);
