import { addDays, type LocalDate } from '@digione/local-date';
import { CENTURY_SIGNS, formatIdentityCode, formatOid } from '@digione/identifiers';
import type { Gender } from './names/community.ts';

/** Cities share the artificial codes by taking every eighth: none of the seven gives out another's, and one share is left for people known to two cities. */
const SHARES = 8;
/** The share of people who are known in more than one city. */
export const SHARED_PEOPLE = 7;

const ARTIFICIAL_PER_SIGN = 50;
const signsOf = (century: '19' | '20'): readonly string[] => CENTURY_SIGNS.filter((sign) => sign !== '+' && /[A-F]/.test(sign) === (century === '20'));
const SIGNS = { '19': signsOf('19'), '20': signsOf('20') };

export interface BirthAndCode {
  readonly bornOn: LocalDate;
  readonly personalIdentityCode: string;
}

/** Gives out identity codes of the artificial range 900–999 and learner numbers, none of them twice. */
export interface PeopleRegister {
  /** The wanted birth date, or a later one when that day's codes are used up. */
  takeIdentityCode(wanted: LocalDate, gender: Gender): BirthAndCode;
  takeLearnerNumber(): string;
  /** Tells namesakes apart: 1 for the first with this text. */
  countNamesake(text: string): number;
}

export function createPeopleRegister(share: number): PeopleRegister {
  const given = new Map<string, number>();
  const namesakes = new Map<string, number>();
  let learners = 0;
  return {
    takeIdentityCode(wanted, gender) {
      for (let bornOn = wanted; ; bornOn = addDays(bornOn, 1)) {
        const signs = bornOn < '2000' ? SIGNS['19'] : SIGNS['20'];
        const key = bornOn + gender;
        const count = given.get(key) ?? 0;
        const index = count * SHARES + share;
        const sign = signs[Math.floor(index / ARTIFICIAL_PER_SIGN)];
        if (sign === undefined) continue;
        given.set(key, count + 1);
        const individual = 900 + 2 * (index % ARTIFICIAL_PER_SIGN) + (gender === 'male' ? 1 : 0);
        return { bornOn, personalIdentityCode: formatIdentityCode(bornOn, individual, sign) };
      }
    },
    takeLearnerNumber: () => formatOid('person', `99${share}${String(++learners).padStart(7, '0')}`),
    countNamesake(text) {
      const count = (namesakes.get(text) ?? 0) + 1;
      namesakes.set(text, count);
      return count;
    },
  };
}
