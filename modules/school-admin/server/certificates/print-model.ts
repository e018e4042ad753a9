import type { CertificateContent, CertificateKind, CertificateLanguage, CertificateSubject, CertificateTemplate } from '../../contract/certificates/index.ts';
import { KINDS, TONGUES, type Tongue } from './kinds.ts';
import { MARKS, WORDS } from './words.ts';

/** A text in the languages of the certificate, each marked so that a screen reader says it in its own voice. */
type Runs = readonly { readonly lang: Tongue; readonly text: string }[];

interface PrintTable {
  caption: Runs;
  columns: Runs[];
  /** Columns set to the right: figures. */
  figures: number[];
  rows: Runs[][];
}

/** One certificate as the typesetter gets it: what stands where, nothing left to decide. */
export interface PrintedCertificate {
  provider: Runs;
  school: Runs;
  schoolContact: string;
  title: Runs;
  draft: string;
  facts: { label: Runs; value: Runs }[];
  tables: PrintTable[];
  sections: { heading: Runs; paragraphs: Runs[]; entries: { term: Runs; text: Runs }[] }[];
  statements: Runs[];
  placeAndDate: string;
  signatures: { name: string; role: Runs }[];
  numberLine: Runs;
  /** Name of the picture; empty where there is none. */
  logo: string;
  logoText: string;
}

/** Everything in the pages: one certificate, or a class of them. */
export interface PrintModel {
  title: string;
  language: Tongue;
  certificates: PrintedCertificate[];
}

export interface ToPrint {
  readonly kind: CertificateKind;
  readonly language: CertificateLanguage;
  readonly content: CertificateContent;
  readonly issuedOn: string;
  /** Null for a draft. */
  readonly number: string | null;
  readonly replacesNumber: string | null;
  readonly identityCode: string | null;
  /** The version by which it was given; of a draft, the one in force. */
  readonly template: CertificateTemplate;
  /** Name of the template's picture. */
  readonly logo: string | null;
}

type Localized = { readonly fi?: string | undefined; readonly sv?: string | undefined; readonly en?: string | undefined };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as a document says it. */
function dateOf(tongue: Tongue, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return tongue === 'en' ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}` : `${Number(day)}.${Number(month)}.${year}`;
}

/** The words of one certificate's languages. */
function speaker(language: CertificateLanguage) {
  const tongues = TONGUES[language];
  const [first = 'fi'] = tongues;
  /** What is said the same in both languages is said once. */
  const once = (runs: Runs): Runs => runs.filter(({ text }, index) => text !== '' && runs.findIndex((other) => other.text === text) === index);
  return {
    first,
    said: (text: Localized): Runs => once(tongues.map((lang) => ({ lang, text: text[lang] ?? text.fi ?? text.sv ?? text.en ?? '' }))),
    plain: (text: string | null): Runs => (text === null || text === '' ? [] : [{ lang: first, text }]),
    date: (date: string): Runs => once(tongues.map((lang) => ({ lang, text: dateOf(lang, date) }))),
    mark: (mark: string | null, inWords: boolean): Runs => {
      const known = mark === null ? undefined : MARKS[mark];
      if (known === undefined) return [];
      return once(tongues.map((lang) => ({ lang, text: inWords ? `${known.word[lang]} ${known.sign[lang]}` : known.sign[lang] })));
    },
  };
}
type Speaker = ReturnType<typeof speaker>;

const figure = (language: CertificateLanguage, value: number | null): string => (value === null ? '' : String(value).replace('.', language === 'en' ? '.' : ','));

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);

function nameOf(speak: Speaker, { name, syllabus }: CertificateSubject): Runs {
  const names = speak.said(name).map(({ lang, text }, index) => ({ lang, text: index === 0 ? capitalised(text) : text }));
  if (syllabus === null) return names;
  const syllabuses = speak.said(syllabus);
  return names.map(({ lang, text }, index) => ({ lang, text: `${text}, ${(syllabuses[index] ?? syllabuses[0])?.text ?? ''}` }));
}

function tablesOf(speak: Speaker, { kind, language, content, template }: ToPrint): PrintTable[] {
  const rules = KINDS[kind];
  // Upper secondary says marks in words by the core curriculum, whatever the provider likes.
  const inWords = rules.isUpperSecondary || template.marksInWords;
  // What is assessed in words alone stands under its own heading; what has no mark yet shows its empty place.
  const marked = content.subjects.filter(({ mark, words, units }) => mark !== null || units.length > 0 || words === null || words === '');
  const hasScope = marked.some(({ scope }) => scope !== null);
  const sections = (['common', 'elective', 'other'] as const).map((section) => ({ section, subjects: marked.filter((one) => one.section === section) })).filter(({ subjects }) => subjects.length > 0);
  return sections.map(({ section, subjects }) => ({
    caption: speak.said(sections.length === 1 ? WORDS.subjects : WORDS[section]),
    columns: [speak.said(rules.hasUnits ? WORDS.unit : WORDS.subject), ...(hasScope ? [speak.said(rules.isUpperSecondary ? WORDS.credits : WORDS.lessons)] : []), speak.said(WORDS.mark)],
    figures: hasScope ? [1] : [],
    rows: subjects.flatMap((subject) => [
      [nameOf(speak, subject), ...(hasScope ? [speak.plain(figure(language, subject.scope))] : []), speak.mark(subject.mark, inWords)],
      ...(rules.hasUnits
        ? subject.units.map(({ code, name, scope, mark }) => [
            speak.said(name).map(({ lang, text }, index) => ({ lang, text: index === 0 ? `    ${code} ${text}` : text })),
            ...(hasScope ? [speak.plain(figure(language, scope))] : []),
            speak.mark(mark, false),
          ])
        : []),
    ]),
  }));
}

function factsOf(speak: Speaker, { kind, content, identityCode, template }: ToPrint) {
  const { learner, studies } = content;
  const { isUpperSecondary, isFinal } = KINDS[kind];
  const showsCode = identityCode !== null && (isFinal || template.identityCode === 'all');
  const facts = [{ label: speak.said(WORDS.name), value: speak.plain(`${learner.firstNames} ${learner.lastName}`) }];
  if (showsCode) facts.push({ label: speak.said(WORDS.identityCode), value: speak.plain(identityCode) });
  else if (learner.bornOn !== null) facts.push({ label: speak.said(WORDS.bornOn), value: speak.date(learner.bornOn) });
  if (content.homeroom !== null && !isFinal) facts.push({ label: speak.said(WORDS.class), value: speak.plain(content.homeroom) });
  else if (content.gradeLevel !== null && !isUpperSecondary) facts.push({ label: speak.said(WORDS.grade), value: speak.plain(String(content.gradeLevel)) });
  if (!isFinal) facts.push({ label: speak.said(WORDS.schoolYear), value: speak.plain(content.schoolYear) });
  else if (studies.startsOn !== null) {
    const until = studies.endsOn === null ? [] : speak.date(studies.endsOn);
    facts.push({ label: speak.said(WORDS.studies), value: speak.date(studies.startsOn).map(({ lang, text }, index) => ({ lang, text: `${text}–${until[index]?.text ?? ''}` })) });
  }
  return facts;
}

function sectionsOf(speak: Speaker, { kind, language, content }: ToPrint): PrintedCertificate['sections'] {
  const { behaviour, subjects, additional } = content;
  const rules = KINDS[kind];
  const sections: PrintedCertificate['sections'] = [];
  const inWords = subjects.filter(({ words }) => words !== null && words !== '');
  if (inWords.length > 0) sections.push({ heading: speak.said(WORDS.inWords), paragraphs: [], entries: inWords.map((subject) => ({ term: nameOf(speak, subject), text: speak.plain(subject.words) })) });
  if (rules.hasBehaviour && behaviour !== null && (behaviour.mark !== null || behaviour.words !== null)) {
    sections.push({ heading: speak.said(WORDS.behaviour), paragraphs: [speak.mark(behaviour.mark, true), speak.plain(behaviour.words)].filter((runs) => runs.length > 0), entries: [] });
  }
  const credits = subjects.reduce((sum, { scope }) => sum + (scope ?? 0), 0);
  const more = additional === null ? [] : additional.split('\n').map((line) => speak.plain(line)).filter((runs) => runs.length > 0);
  if (rules.isUpperSecondary && credits > 0) sections.push({ heading: speak.said(WORDS.totalCredits), paragraphs: [speak.plain(figure(language, credits))], entries: [] });
  if (more.length > 0) sections.push({ heading: speak.said(WORDS.additional), paragraphs: more, entries: [] });
  return sections;
}

function scaleOf(speak: Speaker): Runs {
  const entries = ['10', '9', '8', '7', '6', '5', '4', 'S', 'H', 'O'].map((mark) => speak.mark(mark, true));
  return speak.said(WORDS.scale).map(({ lang, text }) => ({ lang, text: `${text}: ${entries.map((runs) => (runs.find((run) => run.lang === lang) ?? runs[0])?.text ?? '').join(', ')}.` }));
}

function statementsOf(speak: Speaker, { kind, language, template }: ToPrint): Runs[] {
  const rules = KINDS[kind];
  const permit = rules.isUpperSecondary && template.permitOn !== null ? speak.date(template.permitOn) : [];
  return [
    scaleOf(speak),
    rules.isUpperSecondary ? speak.said(WORDS.languages) : [],
    speak.said(rules.statement),
    speak.said(template.curriculum),
    permit.length === 0 ? [] : speak.said(WORDS.permit).map(({ lang, text }, index) => ({ lang, text: `${text} ${(permit[index] ?? permit[0])?.text ?? ''}.` })),
    language === 'en' ? speak.said(WORDS.extract) : [],
    speak.said(template.footer),
  ].filter((runs) => runs.length > 0);
}

/** What the leader of a class is called: class teacher up to grade 6. */
function leaderOf({ kind, content: { gradeLevel } }: ToPrint) {
  if (KINDS[kind].isUpperSecondary) return WORDS.groupLeader;
  return gradeLevel !== null && gradeLevel <= 6 ? WORDS.classTeacher : WORDS.homeroomTeacher;
}

function printedOf(certificate: ToPrint): PrintedCertificate {
  const { kind, language, content, issuedOn, number, replacesNumber, template, logo } = certificate;
  const speak = speaker(language);
  const numberLine: Runs =
    number === null ? [] : speak.said(WORDS.number).map(({ lang, text }) => ({ lang, text: `${text} ${number}${replacesNumber === null ? '' : `. ${WORDS.replaces[lang]} ${replacesNumber}`}` }));
  const place = speak.said(template.place).map(({ text }) => text).join(' / ');
  const day = speak.date(issuedOn)[0]?.text ?? '';
  return {
    provider: speak.said(content.provider),
    school: speak.said(content.school),
    schoolContact: content.schoolContact ?? '',
    title: speak.said(KINDS[kind].title),
    draft: number === null ? WORDS.draft[speak.first] : '',
    facts: factsOf(speak, certificate),
    tables: tablesOf(speak, certificate),
    sections: sectionsOf(speak, certificate),
    // Once in the text for who hears it: what stands at the foot of each page is not read out.
    statements: [numberLine, ...statementsOf(speak, certificate)].filter((runs) => runs.length > 0),
    placeAndDate: [place, day].filter((text) => text !== '').join(' '),
    signatures: content.signatories
      .filter(({ role }) => role === 'principal' || template.signatories === 'principal-and-homeroom-teacher')
      .map(({ name, role }) => ({ name, role: speak.said(role === 'principal' ? WORDS.principal : leaderOf(certificate)) })),
    numberLine,
    logo: logo ?? '',
    logoText: speak.said(template.logoText)[0]?.text ?? content.provider.fi ?? content.provider.sv ?? '',
  };
}

/** What is printed of certificates. @param title of a document of several; one alone is called after its learner */
export function printModelOf(certificates: readonly ToPrint[], title?: string): PrintModel {
  const [first] = certificates;
  if (first === undefined) throw new Error('A document of no certificates was asked for.');
  const [language = 'fi'] = TONGUES[first.language];
  const { firstNames, lastName } = first.content.learner;
  return { title: title ?? `${KINDS[first.kind].title[language]} – ${firstNames} ${lastName}`, language, certificates: certificates.map(printedOf) };
}
