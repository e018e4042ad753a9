import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { FinnishBusinessIds } from 'finnish-business-ids';
import { describe, expect, it } from 'vitest';
import { findBusinessId, isBusinessId } from './business-id.ts';
import { findInstitutionNumber, findMunicipalityCode, isInstitutionNumber, isMunicipalityCode } from './codes.ts';
import { findOidKind, formatOid, hasValidOidCheckDigit, isOrganisationOid, isPersonOid, isStudyRightOid } from './oid.ts';
import { formatIdentityCode } from './personal-identity-code.ts';
import { redactIdentifiers } from './redact.ts';

const reference = path.resolve(import.meta.dirname, '../../../../shared/reference');
const hasReference = existsSync(reference);
if (!hasReference) console.warn(`Reference data is missing (${reference}): the tests that read it are skipped.`);

describe('business ID', () => {
  it.each(['0201256-6', '1567535-0', '0737546-2'])('%s is one', (id) => {
    expect(isBusinessId(id)).toBe(true);
  });

  it.each(['0201256-5', '201256-6', '02012566', 'FI02012566', '', 2012566])('%j is none', (id) => {
    expect(isBusinessId(id)).toBe(false);
  });

  it('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9), (number, check) => {
        const id = `${String(number).padStart(7, '0')}-${check}`;
        expect(isBusinessId(id)).toBe(FinnishBusinessIds.isValidBusinessId(id));
      }),
      { numRuns: 3000 },
    );
  });

  it('is found in what people write', () => {
    expect(['FI02012566', '0201256 6', '02012566', '201256-6', '0201256-5', 'Espoo'].map(findBusinessId)).toEqual([
      '0201256-6',
      '0201256-6',
      '0201256-6',
      '0201256-6',
      undefined,
      undefined,
    ]);
  });
});

describe('OIDs of education', () => {
  it('tells what they name', () => {
    expect(findOidKind('1.2.246.562.10.346830761110')).toBe('organisation');
    expect(findOidKind('1.2.246.562.24.00000000001')).toBe('person');
    expect(findOidKind('1.2.246.562.15.12345678910')).toBe('studyRight');
    expect(findOidKind('1.2.246.562.29.12345678910')).toBeUndefined();
    expect(isPersonOid('1.2.246.562.24.1')).toBe(false);
    expect(isPersonOid(' 1.2.246.562.24.00000000001')).toBe(false);
    expect(isStudyRightOid('1.2.246.562.10.00000000001')).toBe(false);
    expect(isOrganisationOid('1x2.246.562.10.00000000001')).toBe(false);
  });

  it('composes with a check digit that catches every slip of one digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('person' as const, 'organisation' as const, 'studyRight' as const),
        fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (kind, number, at, by) => {
          const oid = formatOid(kind, String(number));
          expect(findOidKind(oid)).toBe(kind);
          expect(hasValidOidCheckDigit(oid)).toBe(true);
          const index = oid.length - 11 + at;
          const slip = oid.slice(0, index) + ((Number(oid[index]) + by) % 10) + oid.slice(index + 1);
          expect(hasValidOidCheckDigit(slip)).toBe(false);
        },
      ),
    );
    expect(() => formatOid('person', '123')).toThrow(RangeError);
  });

  it('knows the two checks, and the older ten', () => {
    expect(hasValidOidCheckDigit('1.2.246.562.10.346830761110')).toBe(true);
    expect(hasValidOidCheckDigit('1.2.246.562.10.00000000001')).toBe(false);
    expect(hasValidOidCheckDigit('1.2.246.562.10.2013081415065445951365')).toBe(false);
  });

  it.skipIf(!hasReference && !process.env.CI)('reads every organisation of the national service', () => {
    const folder = path.join(reference, 'organisaatio');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
    const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
    const oids = [...new Set(text.match(/(?<="oid"\s*:\s*")1\.2\.246\.562\.10\.\d+(?=")/g))];
    expect(oids.length).toBeGreaterThan(900);
    expect(oids.filter((oid) => !isOrganisationOid(oid))).toEqual([]);
    const share = oids.filter(hasValidOidCheckDigit).length / oids.length;
    expect(share).toBeGreaterThan(0.9);
  });
});

describe('codes of Statistics Finland', () => {
  it('keep their leading zeros', () => {
    expect(['00204', '204', '00000', '002040', 204].map(isInstitutionNumber)).toEqual([true, false, false, false, false]);
    expect(['091', '91', '000', '0911', 91].map(isMunicipalityCode)).toEqual([true, false, false, false, false]);
    expect(['204', ' 00204 ', '123456', '', 'x'].map(findInstitutionNumber)).toEqual(['00204', '00204', undefined, undefined, undefined]);
    expect(['91', '049', '5', '', '1234'].map(findMunicipalityCode)).toEqual(['091', '049', '005', undefined, undefined]);
  });
});

describe('text for logs', () => {
  const code = formatIdentityCode('1994-05-17', 902);
  const old = formatIdentityCode('1899-05-17', 902);

  it.each([
    [`hetu ${code}, ok`, 'hetu [identity-code], ok'],
    [`hetu${code}`, 'hetu[identity-code]'],
    [code.toLowerCase(), '[identity-code]'],
    [`"${code}"`, '"[identity-code]"'],
    [`${code},${code}`, '[identity-code],[identity-code]'],
    [`GET /people?q=${encodeURIComponent(old)}&x=1`, 'GET /people?q=[identity-code]&x=1'],
    [code.replace('-', '–'), '[identity-code]'],
    [code.replace('-', ' - '), '[identity-code]'],
    ['mistyped 170594-902Z, 170594-9020', 'mistyped [identity-code], [identity-code]'],
    ['learner 1.2.246.562.24.12345678901.', 'learner [learner-number].'],
  ])('%j', (text, expected) => {
    expect(redactIdentifiers(text)).toBe(expected);
  });

  it.each([
    'lesson 2026-11-24 09:15, room 123-456A',
    'request 01010190-123a-7abc-8def-0123456789ab done',
    '1.2.246.562.10.12345678901',
    'tel. 040-1234567, invoice 999999-123A',
  ])('leaves %j', (text) => {
    expect(redactIdentifiers(text)).toBe(text);
  });

  it('finds a code anywhere in any text', () => {
    const born = fc.integer({ min: 0, max: 3600 }).map((day) => `${1990 + Math.floor(day / 360)}-0${1 + (day % 9)}-1${day % 10}`);
    const around = fc.string().filter((text) => !/\d/.test(text));
    fc.assert(
      fc.property(born, fc.integer({ min: 900, max: 999 }), around, around, (bornOn, number, before, after) => {
        const hidden = formatIdentityCode(bornOn, number);
        expect(redactIdentifiers(before + hidden + after)).toBe(`${before}[identity-code]${after}`);
      }),
    );
  });
});
