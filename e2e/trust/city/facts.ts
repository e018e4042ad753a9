/** Whether something holds today, ended yesterday, or begins tomorrow. */
export type Tense = 'now' | 'former' | 'future';

export type GroupRole = 'main' | 'co' | 'substitute' | 'assistant';

interface Membership {
  learner: string;
  tense: Tense;
}

/**
 * Who stands in which relation to whom in a city, by name. The database is filled from these facts, and the oracle
 * (oracle/) judges by them alone: it asks neither the database nor the product's rules.
 */
export interface Facts {
  readonly schools: readonly string[];
  readonly people: ReadonlyMap<string, { bornOn: string; isProtected: boolean }>;
  readonly studies: readonly { learner: string; school: string; tense: Tense }[];
  readonly homerooms: readonly { key: string; school: string; members: readonly Membership[]; teachers: readonly { person: string; tense: Tense }[] }[];
  readonly groups: readonly { key: string; school: string; homeroom: string; members: readonly Membership[]; teachers: readonly { person: string; role: GroupRole; tense: Tense }[] }[];
  readonly positions: readonly { person: string; title: string; school: string | null; tense: Tense }[];
  readonly roles: readonly { person: string; role: string; school: string | null; tense: Tense }[];
  readonly guardianships: readonly { guardian: string; learner: string; hasCustody: boolean; hasRightToInformation: boolean; livesWith: boolean; tense: Tense }[];
  readonly blocks: readonly { guardian: string; learner: string; tense: Tense }[];
}

/** The day on which all of it is looked at. */
export const TODAY = '2026-11-24';

/** PostgreSQL's range of a tense: `former` has ended yesterday, `future` begins tomorrow. */
export const rangeOf = (tense: Tense, from = '2020-01-01', until = ''): string =>
  ({ now: `[${from},${until})`, former: `[${from},${TODAY})`, future: `[2026-11-25,${until})` })[tense];
