import { learnerObject, roleAtLearnersSchool } from '@digione/core-data/server';
import { defineAction } from '@digione/platform/access';
import { officeOfStudyRight } from './visible.queries.ts';

const records = { purpose: 'purpose.administration', object: learnerObject } as const;

/** Guidance and special needs plan the learner's way; the office keeps the record. */
export const readStudyRecord = defineAction({ name: 'study-record.read', ...records, anyOf: [officeOfStudyRight, roleAtLearnersSchool('guidance-counsellor', 'special-needs-teacher')] });
export const changeStudyRecord = defineAction({ name: 'study-record.change', ...records, anyOf: [officeOfStudyRight] });
