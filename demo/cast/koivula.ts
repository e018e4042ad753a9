import type { LocalDate } from '@digione/local-date';
import { schoolYearAround } from '../calendar/school-year.ts';
import type { Cast } from '../city/spec.ts';
import type { CastAbsence } from './absence.ts';
import { koivulaFamilies } from './koivula-families.ts';
import type { CastStaff } from './staff.ts';

const COMPREHENSIVE = 'koivulan-koulu';
const SWEDISH = 'bjorklunda-skola';

/** Mathematics and physics with one homeroom make a lesson at 9:20 on every weekday, always of the same 24. */
const secondLessons = ['MA', 'FY', 'MA', 'MA', 'FY'].map((subject) => ({ subject, homeroom: '8A' }));

const staff: readonly CastStaff[] = [
  { key: 'elina-rautio', personaKey: 'teacher', firstNames: 'Elina Maria', callName: 'Elina', lastName: 'Rautio', gender: 'female', age: 41, school: COMPREHENSIVE, title: 'teacher', post: 'mathematics', secondLessons },
  { key: 'antti-saarinen', personaKey: 'class-teacher', firstNames: 'Antti Juhani', callName: 'Antti', lastName: 'Saarinen', gender: 'male', age: 38, school: COMPREHENSIVE, title: 'class-teacher', homeroom: '5A' },
  { key: 'heidi-nurmi', firstNames: 'Heidi Marjaana', callName: 'Heidi', lastName: 'Nurmi', gender: 'female', age: 39, school: COMPREHENSIVE, title: 'class-teacher', homeroom: '2A' },
  { key: 'leena-hiltunen', personaKey: 'special-needs-teacher', firstNames: 'Leena Annikki', callName: 'Leena', lastName: 'Hiltunen', gender: 'female', age: 52, school: COMPREHENSIVE, title: 'special-needs-teacher' },
  { key: 'jari-koskela', personaKey: 'counsellor', firstNames: 'Jari Tapio', callName: 'Jari', lastName: 'Koskela', gender: 'male', age: 47, school: COMPREHENSIVE, title: 'guidance-counsellor', post: 'guidance' },
  { key: 'kristiina-palmu', personaKey: 'principal', firstNames: 'Kristiina Helena', callName: 'Kristiina', lastName: 'Palmu', gender: 'female', age: 54, school: COMPREHENSIVE, title: 'principal' },
  { key: 'tarja-lehto', personaKey: 'secretary', firstNames: 'Tarja Hannele', callName: 'Tarja', lastName: 'Lehto', gender: 'female', age: 58, school: COMPREHENSIVE, title: 'school-secretary' },
  { key: 'johan-lindqvist', personaKey: 'swedish-teacher', firstNames: 'Johan Kristian', callName: 'Johan', lastName: 'Lindqvist', gender: 'male', age: 36, preferredLanguage: 'sv', school: SWEDISH, title: 'class-teacher', homeroom: '3A' },
  { key: 'outi-salonen', personaKey: 'expert', firstNames: 'Outi Tuulikki', callName: 'Outi', lastName: 'Salonen', gender: 'female', age: 49, school: null, title: 'expert' },
  {
    key: 'mikko-aaltonen', personaKey: 'main-user', firstNames: 'Mikko Olavi', callName: 'Mikko', lastName: 'Aaltonen', gender: 'male', age: 44, school: null, title: 'other',
    roles: [{ role: 'main-user', reason: 'Järjestelmän pääkäyttäjä' }, { role: 'platform-operator', reason: 'Alustan ylläpito' }],
  },
  {
    key: 'riikka-vainio', personaKey: 'data-protection-officer', firstNames: 'Riikka Susanna', callName: 'Riikka', lastName: 'Vainio', gender: 'female', age: 46, school: null, title: 'other',
    roles: [{ role: 'data-protection-officer', reason: 'Kaupungin tietosuojavastaava' }],
  },
  {
    key: 'daniel-berg', personaKey: 'vendor', firstNames: 'Daniel Erik', callName: 'Daniel', lastName: 'Berg', gender: 'male', age: 35, school: null, title: null,
    roles: [{ role: 'vendor', reason: 'Palveluntuottajan yhteyshenkilö' }],
  },
];

const absences: readonly CastAbsence[] = [
  { learner: 'eino-rantanen', schoolDaysAgo: 1, onlyLesson: 2 },
  { learner: 'eino-rantanen', schoolDaysAgo: 8, type: 'illness', text: 'Flunssaa.', isToldBeforehand: true },
  { learner: 'helmi-rantanen', schoolDaysAgo: 3, kind: 'late', onlyLesson: 0, minutes: 6 },
  { learner: 'helmi-rantanen', schoolDaysAgo: 11, type: 'illness', text: 'Kuumetta.', isToldBeforehand: true },
  { learner: 'helmi-rantanen', schoolDaysAgo: 10, type: 'illness', text: 'Kuumetta edelleen.', isToldBeforehand: true },
  { learner: 'aino-rantanen', schoolDaysAgo: 5, onlyLesson: 3, type: 'illness', text: 'Hammaslääkäri.' },
  { learner: 'leevi-makela', schoolDaysAgo: 1, onlyLesson: 1 },
  { learner: 'lumi-heino', schoolDaysAgo: 1, onlyLesson: 0 },
  { learner: 'max-heino', schoolDaysAgo: 1, onlyLesson: 1 },
  { learner: 'toivo-laine', schoolDaysAgo: 2, onlyLesson: 2 },
  { learner: 'iida-turunen', schoolDaysAgo: 1, onlyLesson: 4 },
  { learner: 'samuel-koskinen', schoolDaysAgo: 1, onlyLesson: 2 },
  { learner: 'oskari-lehtonen', schoolDaysAgo: 2, onlyLesson: 1 },
  { learner: 'emilia-savolainen', schoolDaysAgo: 2, onlyLesson: 0 },
  { learner: 'freja-sundstrom', schoolDaysAgo: 1, onlyLesson: 2 },
  { learner: 'viggo-sundstrom', schoolDaysAgo: 4, type: 'illness', text: 'Förkyld.', isToldBeforehand: true },
];

/** Who is who in Koivula. */
export function koivulaCast(today: LocalDate): Cast {
  return { families: koivulaFamilies(today, schoolYearAround(today).startYear), staff, absences };
}
