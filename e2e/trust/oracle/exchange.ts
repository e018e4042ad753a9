import type { Expectations } from './expectation.ts';
import type { Judge } from './judge.ts';

/** An import changes a whole city's data: the main user of the whole city. */
const mainUser = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user']);
const ofRun = { on: 'run', field: 'importRunId', may: mainUser, isOfProvider: true, mayDiffer: 'what is not there: 404' } as const;

export const exchange: Expectations = {
  'exchange.startImport': [{ on: 'nothing', may: mainUser }],
  'exchange.applyImport': [ofRun],
  'exchange.listImports': [{ on: 'nothing', may: mainUser }],
  'exchange.getImport': [ofRun],
  'exchange.listImportRows': [ofRun],
  'exchange.listRegisterFeeds': [{ on: 'nothing', may: mainUser }],
  'exchange.runRegisterFeed': [{ on: 'nothing', may: mainUser, mayDiffer: 'not connected: 409' }],
  'exchange.solveRegisterTrouble': [{ on: 'nothing', may: mainUser, mayDiffer: 'no such trouble: 404' }],
};
