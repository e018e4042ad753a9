// What the services above build on: the records of study rights, in and out of the national register's words.
export { EDUCATION_FORMS, type EducationForm } from './forms.ts';
export { judgeStudyRight } from './judge.ts';
export { recordOf, type KeptAttainment, type KeptRecord } from './record.ts';
export { listStudyRights, ofLearner, ofStudyRight, type StudyRightRow } from './records.queries.ts';
export { formOf, institutionOf, readStudyRight, writeStudyRight, type StudyRightRecord } from './study-right-document.ts';
export { isOfAnother, takeInStudyRight, type TakenIn } from './take-in.queries.ts';
export { officeOfStudyRight } from './visible.queries.ts';
