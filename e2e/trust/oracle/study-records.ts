import type { Expectations } from './expectation.ts';
import { OFFICE, WELFARE, type Judge } from './judge.ts';

/** A school answers for the study rights it gave or is about to give (Act on the National Registers of Education Records 884/2017). */
const answersFor = (judge: Judge, who: string, learner: string) => judge.facts.studies.some((study) => study.learner === learner && judge.holdsAt(who, study.school, OFFICE));
/** Guidance and special needs teaching follow the learners of their school. */
const mayRead = (judge: Judge, who: string, learner: string) => answersFor(judge, who, learner) || judge.servesLearner(who, learner, WELFARE);

/** Which study right and attainment is meant decides the handler: of another learner there is none. */
const change = { on: 'learner', may: answersFor, mayDiffer: 'a study right of another learner or school: 404 or 403, an earlier version: 412' } as const;

export const studyRecords: Expectations = {
  'school-admin.getStudyRecord': [{ on: 'learner', may: mayRead }],
  'school-admin.listStudyRecordHistory': [{ on: 'learner', may: mayRead }],
  'school-admin.changeStudyPeriods': [change],
  'school-admin.changeAdditionalInformation': [change],
  'school-admin.addAttainment': [change],
  'school-admin.changeAttainment': [change],
  'school-admin.removeAttainment': [change],
};
