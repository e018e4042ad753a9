import { anyone, type Expectations } from './expectation.ts';
import type { Judge } from './judge.ts';

const mainUser = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user']);
const seesRoles = (judge: Judge, who: string) => judge.holdsEverywhere(who, ['main-user', 'data-protection-officer']);

export const access: Expectations = {
  'access.getMe': [{ on: 'nothing', may: anyone }],
  'access.updateMyPreferences': [{ on: 'nothing', may: anyone }],
  'access.listMySessions': [{ on: 'nothing', may: anyone }],
  // A session of one's own, else 404.
  'access.endMySession': [{ on: 'nothing', may: () => false, granted: ({ status }) => status === 204 }],
  'access.signOut': [{ on: 'nothing', may: anyone }],
  'access.signOutEverywhere': [{ on: 'nothing', may: anyone }],
  'access.listRoleAssignments': [{ on: 'nothing', may: seesRoles, with: () => ({ query: {} }) }],
  'access.giveRole': [{ on: 'nothing', may: mainUser }],
  'access.endRole': [{ on: 'nothing', may: mainUser }],
  'access.undoEndOfRole': [{ on: 'nothing', may: mainUser }],
  'access.searchRoleCandidates': [{ on: 'nothing', may: mainUser }],
  'access.getRoleCandidate': [{ on: 'candidate', field: 'personId', may: mainUser, isOfProvider: true, mayDiffer: 'who is not of the staff is no candidate: 404' }],
  'workspace.getDesk': [{ on: 'nothing', may: anyone }],
};
