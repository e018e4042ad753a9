import { addDays, diffDays, fromEpochDay, toEpochDay } from '@digione/local-date';
import fc from 'fast-check';
import { FinnishSSN } from 'finnish-ssn';
import { describe, expect, it } from 'vitest';
import {
  CENTURY_SIGNS,
  findIdentityCodeParts,
  formatIdentityCode,
  getIdentityCodeParts,
  isPersonalIdentityCode,
  normalizeIdentityCode,
} from './personal-identity-code.ts';

const bornOn = fc.integer({ min: toEpochDay('1850-01-01'), max: toEpochDay('2029-12-31') }).map(fromEpochDay);
const individual = fc.integer({ min: 2, max: 999 });

describe('personal identity code', () => {
  it('tells the birth date, sex and kind', () => {
    expect(getIdentityCodeParts('131052-308T')).toEqual({
      code: '131052-308T',
      bornOn: '1952-10-13',
      sex: 'female',
      individualNumber: 308,
      isArtificial: false,
    });
    expect(getIdentityCodeParts(formatIdentityCode('2012-02-29', 901))).toMatchObject({
      bornOn: '2012-02-29',
      sex: 'male',
      isArtificial: true,
    });
  });

  it('reads every sign of every century', () => {
    const centuries = CENTURY_SIGNS.map((sign) => {
      const year = sign === '+' ? 1899 : 'ABCDEF'.includes(sign) ? 2005 : 1994;
      return `${sign} ${getIdentityCodeParts(formatIdentityCode(`${year}-05-17`, 902, sign)).bornOn.slice(0, 2)}`;
    });
    expect(centuries).toEqual([
      '+ 18', '- 19', 'Y 19', 'X 19', 'W 19', 'V 19', 'U 19', 'A 20', 'B 20', 'C 20', 'D 20', 'E 20', 'F 20',
    ]);
  });

  it.each([
    ['a check character that does not hold', '131052-308U'],
    ['30 February', '300200A9021'],
    ['29 February of a common year', '290201A9021'],
    ['month 13', '011380-902A'],
    ['an individual number below 002', '010180-001R'],
    ['a letter that is no check character', '131052-308G'],
    ['a sign that is none', '131052G308T'],
    ['small letters', '131052-308t'],
    ['blanks', ' 131052-308T'],
    ['a tail', '131052-308T1'],
    ['nothing', ''],
  ])('refuses %s', (_, code) => {
    expect(isPersonalIdentityCode(code)).toBe(false);
    expect(findIdentityCodeParts(code)).toBeUndefined();
  });

  it('never repeats the code in an error', () => {
    expect(() => getIdentityCodeParts('131052-308U')).toThrow(/^(?!.*131052).*$/);
  });

  it('holds to its date whatever the check character would allow', () => {
    // The right check character for a date that does not exist: only the calendar can refuse it.
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number('300200902') % 31];
    expect(isPersonalIdentityCode(`300200A902${check}`)).toBe(false);
  });

  it('normalises what spreadsheets hold', () => {
    expect(normalizeIdentityCode(' 131052–308t\u00a0')).toBe('131052-308T');
  });

  it('composes what it reads', () => {
    fc.assert(
      fc.property(bornOn, individual, (born, number) => {
        expect(getIdentityCodeParts(formatIdentityCode(born, number))).toMatchObject({ bornOn: born, individualNumber: number });
      }),
    );
    expect(() => formatIdentityCode('1799-01-01', 900)).toThrow(RangeError);
    expect(() => formatIdentityCode('2001-01-01', 900, '-')).toThrow(RangeError);
    expect(() => formatIdentityCode('2001-01-01', 1)).toThrow(RangeError);
    expect(() => formatIdentityCode('2001-02-30', 900)).toThrow(RangeError);
  });

  it('agrees with an independent implementation, also on every one-character slip', () => {
    const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXY-+';
    fc.assert(
      fc.property(bornOn, individual, fc.nat(10), fc.nat(characters.length - 1), (born, number, at, to) => {
        const code = formatIdentityCode(born, number);
        expect(FinnishSSN.validate(code)).toBe(true);
        const slip = code.slice(0, at) + (characters[to] ?? '') + code.slice(at + 1);
        const parts = findIdentityCodeParts(slip);
        // The other library takes 000 and 001, and knows only births of 1850–1899 and 2000–2029.
        const comparable = !/^.{7}00[01]/.test(slip) && !/^....(?:[0-4].\+|[3-9].[A-F])/.test(slip);
        fc.pre(comparable);
        expect(parts !== undefined).toBe(FinnishSSN.validate(slip));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells twins born on one day apart from other days', () => {
    fc.assert(
      fc.property(bornOn, individual, (born, number) => {
        const next = getIdentityCodeParts(formatIdentityCode(addDays(born, 1), number));
        expect(diffDays(born, next.bornOn)).toBe(1);
      }),
    );
  });
});
