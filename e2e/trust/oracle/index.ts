import { access } from './access.ts';
import { assessment } from './assessment.ts';
import { certificates } from './certificates.ts';
import { coreData } from './core-data.ts';
import { curriculum } from './curriculum.ts';
import { exchange } from './exchange.ts';
import type { Expectations } from './expectation.ts';
import { learnerPath } from './learner-path.ts';
import { plans } from './plans.ts';
import { lists } from './lists.ts';
import { koski } from './koski.ts';
import { privacy } from './privacy.ts';
import { lessonEntries } from './lesson-entries.ts';
import { studyRecords } from './study-records.ts';
import { homeSchool, schoolAdmin, teaching, timetable } from './school-day.ts';

/** Every endpoint with what is expected of it. An endpoint that is not here fails the access matrix. */
export const expectations: Expectations = { ...access, ...coreData, ...privacy, ...timetable, ...teaching, ...lessonEntries, ...plans, ...schoolAdmin, ...certificates, ...lists, ...studyRecords, ...homeSchool, ...exchange, ...koski, ...learnerPath, ...curriculum, ...assessment };

/** Open to anyone without a session, each with its reason. */
export const PUBLIC_ENDPOINTS: Readonly<Record<string, string>> = {
  'access.listSignInProviders': 'the choice of identity providers on the sign-in page',
};

export * from './expectation.ts';
export { Judge } from './judge.ts';
