import type { Expectations } from './expectation.ts';

export const privacy: Expectations = {
  // Who has seen my data, or that of a child in my custody; of anyone else: no such person.
  'privacy.getOwnLog': [
    { on: 'person', may: (judge, who, person) => who === person || judge.mayActAsGuardian(who, person), with: (personId) => ({ query: { personId } }), granted: ({ status }) => status === 200 },
  ],
  'privacy.getPersonLog': [{ on: 'person', may: (judge, who) => judge.holdsEverywhere(who, ['data-protection-officer']) }],
};
