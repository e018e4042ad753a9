import { CERTIFICATE_KINDS, type CertificateKind, type CertificateLanguage } from '../../contract/certificates/index.ts';

/** The Language in which a text is said. */
export type Tongue = 'fi' | 'sv' | 'en';
export type Said = Readonly<Record<Tongue, string>>;

export interface KindRules {
  readonly title: Said;
  readonly isUpperSecondary: boolean;
  /** Ends studies: the identity code always stands on it, and marks have to be there. */
  readonly isFinal: boolean;
  /** Numbers alone for common subjects (POPS; what the national register refuses otherwise). */
  readonly wantsNumbers: boolean;
  readonly gradeLevel: number | undefined;
  /** Has a mark for behaviour, if the provider gives one. */
  readonly hasBehaviour: boolean;
  /** Lists modules and study units under their subjects. */
  readonly hasUnits: boolean;
  /** What the law and the core curriculum want said; each with its year of being in force in the text itself. */
  readonly statement: Said;
}

const BASIC: Said = {
  fi: 'Todistus on perusopetuslain (628/1998) ja Opetushallituksen määräämien perusopetuksen opetussuunnitelman perusteiden 2014 mukainen.',
  sv: 'Betyget följer lagen om grundläggande utbildning (628/1998) och grunderna för läroplanen för den grundläggande utbildningen 2014, som Utbildningsstyrelsen har meddelat.',
  en: 'The certificate complies with the Basic Education Act (628/1998) and the national core curriculum for basic education 2014 issued by the Finnish National Agency for Education.',
};
const UPPER: Said = {
  fi: 'Todistus on Opetushallituksen päättämien lukion opetussuunnitelman perusteiden 2019 mukainen.',
  sv: 'Betyget följer grunderna för gymnasiets läroplan 2019, som Utbildningsstyrelsen har fastställt.',
  en: 'The certificate complies with the national core curriculum for general upper secondary education 2019 issued by the Finnish National Agency for Education.',
};
const LEVEL_FOUR: Said = {
  fi: 'Lukion oppimäärä sijoittuu tasolle neljä kansallisessa tutkintojen ja muiden osaamiskokonaisuuksien viitekehyksessä ja eurooppalaisessa tutkintojen viitekehyksessä.',
  sv: 'Gymnasiets lärokurs placeras på nivå fyra i den nationella referensramen för examina och övriga samlade kompetenser och i den europeiska referensramen för kvalifikationer.',
  en: 'The general upper secondary syllabus is at level four of the National Framework for Qualifications and of the European Qualifications Framework.',
};
const both = (one: Said, other: Said): Said => ({ fi: `${one.fi} ${other.fi}`, sv: `${one.sv} ${other.sv}`, en: `${one.en} ${other.en}` });

const basic = { isUpperSecondary: false, isFinal: false, wantsNumbers: false, gradeLevel: undefined, hasBehaviour: false, hasUnits: false, statement: BASIC };
const upper = { ...basic, isUpperSecondary: true, isFinal: true, statement: UPPER };

/** Each kind of certificate: POPS 2014 chapter 6 as changed in 2020, and LOPS 2019 chapter on certificates. */
export const KINDS: Readonly<Record<CertificateKind, KindRules>> = {
  'school-year': { ...basic, title: { fi: 'Lukuvuositodistus', sv: 'Läsårsbetyg', en: 'School Year Certificate' }, hasBehaviour: true },
  interim: { ...basic, title: { fi: 'Välitodistus', sv: 'Mellanbetyg', en: 'Interim Certificate' }, hasBehaviour: true },
  leaving: {
    ...basic,
    title: { fi: 'Perusopetuksen päättötodistus', sv: 'Avgångsbetyg från den grundläggande utbildningen', en: 'Basic Education Leaving Certificate' },
    isFinal: true,
    wantsNumbers: true,
    gradeLevel: 9,
  },
  resignation: { ...basic, title: { fi: 'Erotodistus perusopetuksesta', sv: 'Skiljebetyg från den grundläggande utbildningen', en: 'Certificate of Resignation from Basic Education' }, isFinal: true },
  'upper-secondary': { ...upper, title: { fi: 'Lukion päättötodistus', sv: 'Avgångsbetyg från gymnasiet', en: 'General Upper Secondary School Leaving Certificate' }, statement: both(UPPER, LEVEL_FOUR) },
  'upper-secondary-resignation': { ...upper, title: { fi: 'Todistus lukiosta eroamisesta', sv: 'Skiljebetyg från gymnasiet', en: 'Certificate of Resignation from General Upper Secondary School' }, hasUnits: true },
  transcript: { ...upper, title: { fi: 'Opintosuoritusote', sv: 'Studieutdrag', en: 'Transcript of Studies' }, isFinal: false, hasUnits: true },
};

/** Which kinds a school gives, by the forms of education it has. */
export const kindsOf = (educationForms: readonly string[]): CertificateKind[] =>
  CERTIFICATE_KINDS.filter((kind) => (KINDS[kind].isUpperSecondary ? educationForms.includes('general-upper-secondary') : educationForms.some((form) => form !== 'general-upper-secondary')));

export const TONGUES: Readonly<Record<CertificateLanguage, readonly Tongue[]>> = { fi: ['fi'], sv: ['sv'], 'fi-sv': ['fi', 'sv'], en: ['en'] };
