import type { Expectations } from './expectation.ts';
import { OFFICE, type Judge } from './judge.ts';

const mainUser = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user']);
/** An office answers for the study rights of its school (Act on the National Registers of Education Records 884/2017), the main user for all. */
const answersFor = (judge: Judge, who: string, learner: string) => mainUser(judge, who) || judge.facts.studies.some((study) => study.learner === learner && judge.holdsAt(who, study.school, OFFICE));

export const koski: Expectations = {
  'exchange.getKoskiConnection': [{ on: 'nothing', may: mainUser }],
  'exchange.setKoskiConnection': [{ on: 'nothing', may: mainUser }],
  'exchange.listKoskiAttempts': [{ on: 'nothing', may: mainUser }],
  'exchange.listKoskiTransfers': [{ on: 'nothing', may: (judge, who) => mainUser(judge, who) || judge.holdsAnywhere(who, OFFICE) }],
  'exchange.resendToKoski': [{ on: 'learner', may: answersFor, mayDiffer: 'a study right of another learner or school: 404; the transfer is off: 409' }],
};
