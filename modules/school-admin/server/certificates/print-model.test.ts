import { expect, test } from 'vitest';
import type { CertificateContent, CertificateSubject } from '../../contract/certificates/index.ts';
import { printModelOf, type ToPrint } from './print-model.ts';
import { FIRST_TEMPLATE } from './template.queries.ts';

const subject = (more: Partial<CertificateSubject> = {}): CertificateSubject => ({ key: 'MA', code: 'MA', name: { fi: 'matematiikka', sv: 'matematik', en: 'mathematics' }, syllabus: null, section: 'common', scope: null, mark: '9', words: null, units: [], ...more });
const CONTENT: CertificateContent = {
  learner: { firstNames: 'Aino Katariina', lastName: 'Virtanen', bornOn: '2011-03-04' },
  provider: { fi: 'Koivula' },
  school: { fi: 'Koivukoulu', sv: 'Björkskolan' },
  schoolContact: 'Koulutie 1',
  schoolYear: '2026–2027',
  gradeLevel: 9,
  homeroom: '9B',
  studies: { startsOn: '2018-08-09', endsOn: '2027-06-05' },
  subjects: [subject()],
  behaviour: { mark: '8', words: null },
  additional: null,
  signatories: [
    { personId: '01900000-0000-7000-8000-000000000001', name: 'Ritva Rehtori', role: 'principal' },
    { personId: '01900000-0000-7000-8000-000000000002', name: 'Leena Luokka', role: 'homeroom-teacher' },
  ],
};
const print = (more: Partial<ToPrint> = {}, content: Partial<CertificateContent> = {}) => {
  const { certificates, ...whole } = printModelOf([
    { kind: 'school-year', language: 'fi', issuedOn: '2027-06-05', number: '2027-000001', replacesNumber: null, identityCode: '040311A952T', template: FIRST_TEMPLATE, logo: null, ...more, content: { ...CONTENT, ...content } },
  ]);
  const [one] = certificates;
  if (one === undefined) throw new Error('Nothing was printed.');
  return { ...whole, ...one };
};
const text = (runs: readonly { text: string }[] | undefined) => (runs ?? []).map((run) => run.text).join(' / ');
const factsOf = ({ facts }: ReturnType<typeof print>) => Object.fromEntries(facts.map(({ label, value }) => [text(label), text(value)]));

test('two languages: each text in both and marked as such, what is the same in both said once', () => {
  const printed = print({ language: 'fi-sv' });
  expect(printed.school).toEqual([{ lang: 'fi', text: 'Koivukoulu' }, { lang: 'sv', text: 'Björkskolan' }]);
  expect(printed.provider).toEqual([{ lang: 'fi', text: 'Koivula' }]);
  expect(text(printed.tables[0]?.rows[0]?.[0])).toBe('Matematiikka / matematik');
  expect(text(printed.tables[0]?.rows[0]?.[1])).toBe('kiitettävä 9 / berömliga 9');
});

test('a passed subject has the letter of its language', () => {
  const mark = (language: ToPrint['language']) => text(print({ language }, { subjects: [subject({ mark: 'S' })] }).tables[0]?.rows[0]?.[1]);
  expect([mark('fi'), mark('sv'), mark('en')]).toEqual(['suoritettu S', 'avlagd A', 'passed S']);
});

test('an extract in English says that the original decides, and writes dates as English does', () => {
  const printed = print({ language: 'en', kind: 'leaving' });
  expect(printed.language).toBe('en');
  expect(printed.placeAndDate).toBe('5 June 2027');
  expect(printed.statements.map(text).join(' ')).toContain('The original certificate is decisive');
  expect(factsOf(printed)['Time of studies']).toBe('9 August 2018–5 June 2027');
});

test('the identity code stands where the provider wants it, and always on what ends studies', () => {
  const template = { ...FIRST_TEMPLATE, identityCode: 'final' as const };
  expect(factsOf(print())).toMatchObject({ Henkilötunnus: '040311A952T' });
  expect(factsOf(print({ template }))).toMatchObject({ Syntymäaika: '4.3.2011' });
  expect(factsOf(print({ template }))['Henkilötunnus']).toBeUndefined();
  expect(factsOf(print({ template, kind: 'leaving' }))).toMatchObject({ Henkilötunnus: '040311A952T' });
});

test('behaviour is never on a leaving certificate', () => {
  const headings = (kind: ToPrint['kind']) => print({ kind }).sections.map(({ heading }) => text(heading));
  expect(headings('school-year')).toEqual(['Käyttäytyminen']);
  expect(headings('leaving')).toEqual([]);
});

test('upper secondary says what its core curriculum wants: marks in words, credits, levels of qualifications, the permit', () => {
  const template = { ...FIRST_TEMPLATE, marksInWords: false, permitOn: '2018-12-14' };
  const printed = print({ kind: 'upper-secondary', template }, { subjects: [subject({ scope: 12 }), subject({ key: 'FY', code: 'FY', name: { fi: 'fysiikka' }, scope: 8.5, mark: '10' })] });
  expect(printed.tables[0]?.columns.map(text)).toEqual(['Oppiaine', 'Opintopisteet', 'Arvosana']);
  expect(printed.tables[0]?.rows.map((row) => row.map(text))).toEqual([['Matematiikka', '12', 'kiitettävä 9'], ['Fysiikka', '8,5', 'erinomainen 10']]);
  const said = printed.statements.map(text).join(' ');
  for (const words of ['tasolle neljä', 'järjestämislupa 14.12.2018', 'B1 = ', 'perusteiden 2019']) expect(said).toContain(words);
  expect(printed.sections.map(({ heading, paragraphs }) => [text(heading), paragraphs.map(text)])).toEqual([['Opintopisteitä yhteensä', ['20,5']]]);
});

test('what is assessed in words stands under its own heading, not as a mark that is missing', () => {
  const printed = print({}, { subjects: [subject({ mark: null, words: 'Laskee varmasti.' }), subject({ key: 'FY', name: { fi: 'fysiikka' }, mark: null })] });
  expect(printed.tables.flatMap(({ rows }) => rows.map((row) => row.map(text)))).toEqual([['Fysiikka', '']]);
  expect(printed.sections[0]?.entries.map(({ term, text: words }) => [text(term), text(words)])).toEqual([['Matematiikka', 'Laskee varmasti.']]);
});

test('the class teacher signs where the provider wants it, by the name of the grade', () => {
  const template = { ...FIRST_TEMPLATE, signatories: 'principal-and-homeroom-teacher' as const };
  expect(print().signatures.map(({ name }) => name)).toEqual(['Ritva Rehtori']);
  expect(print({ template }).signatures.map(({ role }) => text(role))).toEqual(['Rehtori', 'Luokanvalvoja']);
  expect(print({ template }, { gradeLevel: 4 }).signatures.map(({ role }) => text(role))).toEqual(['Rehtori', 'Luokanopettaja']);
});

test('a draft says that it is one; a correction names what it replaces, also to whom the foot of the page is not read', () => {
  expect(print({ number: null })).toMatchObject({ draft: 'LUONNOS', numberLine: [] });
  const printed = print({ replacesNumber: '2026-000009' });
  expect(printed.draft).toBe('');
  expect(text(printed.statements[0])).toBe('Todistuksen numero 2027-000001. Korvaa todistuksen 2026-000009');
});
