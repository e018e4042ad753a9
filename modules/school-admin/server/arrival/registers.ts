/** A guardian as the population register tells of them. */
export interface RegisterGuardian {
  readonly identityCode: string | null;
  readonly firstNames: string;
  readonly lastName: string;
  readonly bornOn: string | null;
  readonly gender: 'female' | 'male' | null;
  readonly kind: 'statutory' | 'appointed' | 'other';
  readonly role: 'mother' | 'father' | 'parent' | 'other';
  readonly livesWith: boolean | null;
  readonly isProtected: boolean;
  readonly startsOn: string;
  /** First day without custody. */
  readonly endsOn: string | null;
}

/** A person as the population register tells of them. */
export interface RegisterPerson {
  readonly identityCode: string;
  readonly firstNames: string;
  readonly callName: string;
  readonly lastName: string;
  readonly bornOn: string | null;
  readonly gender: 'female' | 'male' | null;
  readonly motherTongue: string | null;
  readonly homeMunicipality: string | null;
  readonly isProtected: boolean;
  readonly diedOn: string | null;
  readonly address: { readonly streetAddress: string; readonly postalCode: string | null; readonly postOffice: string | null; readonly validFrom: string } | null;
  readonly guardians: readonly RegisterGuardian[];
}

/** What came of asking a register: the office goes on by hand when it can't be reached. */
export type Asked<T> =
  | { readonly outcome: 'found'; readonly value: T }
  | { readonly outcome: 'not-found' | 'conflict' | 'unavailable' | 'not-connected' | 'not-asked' };

/** The national registers as school administration needs them; who speaks their protocols is given by the app that composes the services. */
export interface Registers {
  findPerson(educationProviderId: string, identityCode: string): Promise<Asked<RegisterPerson>>;
  findLearnerNumber(educationProviderId: string, person: Pick<RegisterPerson, 'identityCode' | 'firstNames' | 'callName' | 'lastName'>): Promise<Asked<string>>;
}

/** Where no register is connected everything is entered by hand. */
export const noRegisters: Registers = {
  findPerson: () => Promise.resolve({ outcome: 'not-connected' }),
  findLearnerNumber: () => Promise.resolve({ outcome: 'not-connected' }),
};
