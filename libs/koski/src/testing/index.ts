export { additional, adult, byActivityAreas, documentOf, grade, graduated, prePrimary, preparatory, pupil, subject, subjectSyllabus, syllabus } from './documents.ts';
export { applyPatch, withChanges, type Step } from './patch.ts';
export { upperSecondary, upperSecondary2015, upperSecondaryGraduated, preparingForUpperSecondary, subject2015Syllabus, subjectStudies } from './upper-secondary.ts';
