import type { Said } from './kinds.ts';

/** Marks as they are said: the letter of a mark differs by language (suoritettu S, avlagd A). */
export const MARKS: Readonly<Record<string, { sign: Said; word: Said }>> = {
  '10': { sign: all('10'), word: { fi: 'erinomainen', sv: 'utmärkta', en: 'excellent' } },
  '9': { sign: all('9'), word: { fi: 'kiitettävä', sv: 'berömliga', en: 'very good' } },
  '8': { sign: all('8'), word: { fi: 'hyvä', sv: 'goda', en: 'good' } },
  '7': { sign: all('7'), word: { fi: 'tyydyttävä', sv: 'nöjaktiga', en: 'satisfactory' } },
  '6': { sign: all('6'), word: { fi: 'kohtalainen', sv: 'försvarliga', en: 'moderate' } },
  '5': { sign: all('5'), word: { fi: 'välttävä', sv: 'hjälpliga', en: 'adequate' } },
  '4': { sign: all('4'), word: { fi: 'hylätty', sv: 'underkänd', en: 'failed' } },
  S: { sign: { fi: 'S', sv: 'A', en: 'S' }, word: { fi: 'suoritettu', sv: 'avlagd', en: 'passed' } },
  H: { sign: { fi: 'H', sv: 'U', en: 'H' }, word: { fi: 'hylätty', sv: 'underkänd', en: 'failed' } },
  O: { sign: { fi: 'O', sv: 'D', en: 'O' }, word: { fi: 'osallistunut', sv: 'deltagit', en: 'participated' } },
};

function all(text: string): Said {
  return { fi: text, sv: text, en: text };
}

/** What stands on paper whoever looks: not messages of the workspace, since a certificate has its own language. */
export const WORDS = {
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  identityCode: { fi: 'Henkilötunnus', sv: 'Personbeteckning', en: 'Personal identity code' },
  bornOn: { fi: 'Syntymäaika', sv: 'Födelsetid', en: 'Date of birth' },
  class: { fi: 'Luokka', sv: 'Klass', en: 'Class' },
  grade: { fi: 'Vuosiluokka', sv: 'Årskurs', en: 'Grade' },
  schoolYear: { fi: 'Lukuvuosi', sv: 'Läsår', en: 'School year' },
  studies: { fi: 'Opiskeluaika', sv: 'Studietid', en: 'Time of studies' },
  subject: { fi: 'Oppiaine', sv: 'Läroämne', en: 'Subject' },
  mark: { fi: 'Arvosana', sv: 'Vitsord', en: 'Mark' },
  lessons: { fi: 'Vuosiviikkotunnit', sv: 'Årsveckotimmar', en: 'Annual weekly lessons' },
  credits: { fi: 'Opintopisteet', sv: 'Studiepoäng', en: 'Credits' },
  unit: { fi: 'Opinnot', sv: 'Studier', en: 'Studies' },
  common: { fi: 'Yhteiset oppiaineet', sv: 'Gemensamma läroämnen', en: 'Common subjects' },
  elective: { fi: 'Valinnaiset aineet', sv: 'Valfria ämnen', en: 'Elective subjects' },
  other: { fi: 'Muut opinnot', sv: 'Övriga studier', en: 'Other studies' },
  subjects: { fi: 'Oppiaineet', sv: 'Läroämnen', en: 'Subjects' },
  behaviour: { fi: 'Käyttäytyminen', sv: 'Uppförande', en: 'Behaviour' },
  inWords: { fi: 'Sanallinen arviointi', sv: 'Verbal bedömning', en: 'Assessment in words' },
  additional: { fi: 'Lisätietoja', sv: 'Tilläggsuppgifter', en: 'Additional information' },
  scale: { fi: 'Arvosana-asteikko', sv: 'Vitsordsskala', en: 'Scale of marks' },
  totalCredits: { fi: 'Opintopisteitä yhteensä', sv: 'Studiepoäng sammanlagt', en: 'Credits in total' },
  number: { fi: 'Todistuksen numero', sv: 'Betygets nummer', en: 'Number of the certificate' },
  replaces: { fi: 'Korvaa todistuksen', sv: 'Ersätter betyget', en: 'Replaces the certificate' },
  permit: { fi: 'Lukiokoulutuksen järjestämislupa', sv: 'Tillstånd att ordna gymnasieutbildning', en: 'Permit to provide general upper secondary education' },
  principal: { fi: 'Rehtori', sv: 'Rektor', en: 'Principal' },
  classTeacher: { fi: 'Luokanopettaja', sv: 'Klasslärare', en: 'Class teacher' },
  homeroomTeacher: { fi: 'Luokanvalvoja', sv: 'Klassföreståndare', en: 'Homeroom teacher' },
  groupLeader: { fi: 'Ryhmänohjaaja', sv: 'Grupphandledare', en: 'Group tutor' },
  draft: { fi: 'LUONNOS', sv: 'UTKAST', en: 'DRAFT' },
  extract: {
    fi: '',
    sv: '',
    en: 'This is an extract in English of a certificate given in Finnish or Swedish. The original certificate is decisive.',
  },
  languages: {
    fi: 'Kielten oppimäärät: A = perusopetuksen vuosiluokilla 1–6 alkanut A-kieli, B1 = perusopetuksessa alkanut B1-kieli, B2 = perusopetuksessa alkanut valinnainen B2-kieli, B3 = lukiossa alkanut valinnainen B3-kieli, ÄO/M = äidinkielenomainen oppimäärä toisessa kotimaisessa kielessä.',
    sv: 'Lärokurser i språk: A = A-språk som inletts i årskurs 1–6 i den grundläggande utbildningen, B1 = B1-språk som inletts i den grundläggande utbildningen, B2 = valfritt B2-språk som inletts i den grundläggande utbildningen, B3 = valfritt B3-språk som inletts i gymnasiet, ÄO/M = modersmålsinriktad lärokurs i det andra inhemska språket.',
    en: 'Syllabuses of languages: A = begun in grades 1–6 of basic education, B1 = begun in basic education, B2 = optional, begun in basic education, B3 = optional, begun in upper secondary school, ÄO/M = mother-tongue-like syllabus in the second national language.',
  },
} as const satisfies Record<string, Said>;
