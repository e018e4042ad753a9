import type { Expectations } from './expectation.ts';
import { OFFICE, type Judge } from './judge.ts';

/** Who comes to a school, moves within it and leaves it is its own office's to write. */
const officeOfSchool = (judge: Judge, who: string, school: string) => judge.holdsAt(who, school, OFFICE);

/** Somebody nobody here knows; a learner of the city would be told apart by the handler, not by the action. */
const STRANGER = { by: 'name', firstNames: 'Tuntematon Tulija', callName: 'Tuntematon', lastName: 'Tulija', bornOn: '2016-05-05' };

export const learnerPath: Expectations = {
  'school-admin.lookUpNewcomer': [{ on: 'school', may: officeOfSchool, with: () => ({ body: { identity: STRANGER } }) }],
  'school-admin.listPlaces': [{ on: 'school', may: officeOfSchool }],
  'school-admin.admitNewcomer': [{ on: 'school', may: officeOfSchool, with: () => ({ body: { identity: STRANGER, startsOn: '2026-11-24', homeroomId: null, teachingGroupIds: [], isAnotherPerson: true } }) }],
  'school-admin.listSchoolsChanges': [{ on: 'school', may: officeOfSchool }],
  'school-admin.changeLearner': [{ on: 'school', may: officeOfSchool, with: (_id, { idOf }) => ({ params: { learnerId: idOf('person', 'child') } }), mayDiffer: 'no learner of the school: 404' }],
  'school-admin.getLearnersPath': [{ on: 'school', may: officeOfSchool, with: (_id, { idOf }) => ({ params: { learnerId: idOf('person', 'child') } }), mayDiffer: 'no learner of the school: 404' }],
  'school-admin.givePlace': [{ on: 'school', may: officeOfSchool, with: (_id, { idOf }) => ({ params: { learnerId: idOf('person', 'child') } }), mayDiffer: 'no learner of the school: 404' }],
  'school-admin.planRollOver': [{ on: 'school', may: officeOfSchool, with: () => ({ body: {} }) }],
  'school-admin.getRollOver': [{ on: 'school', may: officeOfSchool }],
  'school-admin.listRollOverLearners': [{ on: 'school', may: officeOfSchool, mayDiffer: 'no such plan: 404' }],
  'school-admin.setRollOverAction': [{ on: 'school', may: officeOfSchool, mayDiffer: 'no such plan: 404' }],
  'school-admin.applyRollOver': [{ on: 'school', may: officeOfSchool, mayDiffer: 'no such plan: 404' }],
  'school-admin.undoRollOver': [{ on: 'school', may: officeOfSchool, mayDiffer: 'no such plan: 404' }],
  'school-admin.undoLearnerChange': [{ on: 'school', may: officeOfSchool, mayDiffer: 'no such step: 404' }],
};
