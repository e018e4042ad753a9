import type { Name } from '../calendar/school-year.ts';
import type { EducationForm } from '../city/context.ts';

export interface SubjectSpec {
  readonly code: string;
  /** Code of the national code set `koskioppiaineetyleissivistava`; null for what is only local. */
  readonly nationalCode: string | null;
  readonly name: Name;
}

const subject = (code: string, fi: string, sv: string, en: string, nationalCode: string | null = code): SubjectSpec => ({
  code,
  nationalCode,
  name: { fi, sv, en },
});

/** Religion and ethics stand as one subject: which of the two a learner studies is nobody else's business. */
const common: readonly SubjectSpec[] = [
  subject('AI', 'Äidinkieli ja kirjallisuus', 'Modersmålet och litteratur', 'Mother tongue and literature'),
  subject('MA', 'Matematiikka', 'Matematik', 'Mathematics'),
  subject('BI', 'Biologia', 'Biologi', 'Biology'),
  subject('GE', 'Maantieto', 'Geografi', 'Geography'),
  subject('FY', 'Fysiikka', 'Fysik', 'Physics'),
  subject('KE', 'Kemia', 'Kemi', 'Chemistry'),
  subject('TE', 'Terveystieto', 'Hälsokunskap', 'Health education'),
  subject('KT', 'Uskonto/elämänkatsomustieto', 'Religion/livsåskådningskunskap', 'Religion/ethics'),
  subject('HI', 'Historia', 'Historia', 'History'),
  subject('YH', 'Yhteiskuntaoppi', 'Samhällslära', 'Social studies'),
  subject('MU', 'Musiikki', 'Musik', 'Music'),
  subject('KU', 'Kuvataide', 'Bildkonst', 'Visual arts'),
  subject('LI', 'Liikunta', 'Gymnastik', 'Physical education'),
  subject('B1', 'B1-kieli', 'B1-språk', 'B1 language'),
];

const basic: readonly SubjectSpec[] = [
  ...common,
  subject('A1', 'A1-kieli', 'A1-språk', 'A1 language'),
  subject('B2', 'Saksa (B2-kieli)', 'Tyska (B2-språk)', 'German (B2 language)'),
  subject('YL', 'Ympäristöoppi', 'Omgivningslära', 'Environmental studies'),
  subject('KS', 'Käsityö', 'Slöjd', 'Crafts'),
  subject('KO', 'Kotitalous', 'Huslig ekonomi', 'Home economics'),
  subject('OP', 'Oppilaanohjaus', 'Elevhandledning', 'Guidance counselling'),
  subject('TV', 'Taide- ja taitoaineiden valinnainen', 'Valfritt konst- och färdighetsämne', 'Arts and skills elective', null),
  subject('VA', 'Valinnainen aine', 'Valfritt ämne', 'Elective subject', null),
  subject('TT', 'Tieto- ja viestintätekniikka', 'Informations- och kommunikationsteknik', 'Information technology', null),
];

const upperSecondary: readonly SubjectSpec[] = [
  ...common.filter(({ code }) => code !== 'KT'),
  subject('A', 'Englanti (A-kieli)', 'Engelska (A-språk)', 'English (A language)'),
  subject('PS', 'Psykologia', 'Psykologi', 'Psychology'),
  subject('FI', 'Filosofia', 'Filosofi', 'Philosophy'),
  subject('OP', 'Opinto-ohjaus', 'Studiehandledning', 'Guidance counselling'),
];

export const subjectsByForm: Readonly<Record<EducationForm, readonly SubjectSpec[]>> = {
  'basic-education': basic,
  'general-upper-secondary': upperSecondary,
};
