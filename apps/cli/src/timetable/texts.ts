import { fillSentence, LANGUAGES, type Language } from '@digione/timetable-solver';
import { UsageError, type Typed } from '../command.ts';

/** What is said about timetables on the command line. */
const TEXTS = {
  'no-file': { en: 'There is no file {path}.', fi: 'Tiedostoa {path} ei ole.', sv: 'Filen {path} finns inte.' },
  'is-folder': { en: '{path} is a folder; give a file.', fi: '{path} on kansio; anna tiedosto.', sv: '{path} är en mapp; ange en fil.' },
  'may-not-read': { en: '{path} may not be read.', fi: 'Tiedostoa {path} ei saa lukea.', sv: 'Filen {path} får inte läsas.' },
  'too-large': { en: '{path} is larger than {limit} MB; give a file with one school.', fi: '{path} on suurempi kuin {limit} Mt; anna tiedosto, jossa on yksi koulu.', sv: '{path} är större än {limit} MB; ange en fil med en skola.' },
  'unknown-format': {
    en: '{path} is neither an XHSTT file (HighSchoolTimetableArchive) nor a FET file (fet) nor a tray (digione-tray).',
    fi: '{path} ei ole XHSTT-tiedosto (HighSchoolTimetableArchive), FET-tiedosto (fet) eikä tarjotin (digione-tray).',
    sv: '{path} är varken en XHSTT-fil (HighSchoolTimetableArchive), en FET-fil (fet) eller en kursbricka (digione-tray).',
  },
  'other-format': { en: '{path} is not of the format {format}.', fi: '{path} ei ole muotoa {format}.', sv: '{path} är inte av formatet {format}.' },
  'file-fault': { en: '{path}: {fault}', fi: '{path}: {fault}', sv: '{path}: {fault}' },
  'no-instance-in-file': { en: 'There is no school in {path}.', fi: 'Tiedostossa {path} ei ole koulua.', sv: 'Det finns ingen skola i {path}.' },
  'several-instances': { en: 'The file has several instances; choose one with --instance: {ids}.', fi: 'Tiedostossa on useita kouluja; valitse yksi valitsimella --instance: {ids}.', sv: 'Filen har flera skolor; välj en med --instance: {ids}.' },
  'no-instance': { en: 'There is no instance "{id}" in the file, only: {ids}.', fi: 'Tiedostossa ei ole koulua "{id}", vain: {ids}.', sv: 'Filen har ingen skola "{id}", bara: {ids}.' },
  'no-start': { en: 'There is no timetable "{id}" of {instance} in the file.', fi: 'Tiedostossa ei ole lukujärjestystä "{id}" koululle {instance}.', sv: 'Filen har ingen läsordning "{id}" för {instance}.' },
  'no-timetable': { en: 'There is no timetable in {path} to go on from.', fi: 'Tiedostossa {path} ei ole lukujärjestystä, josta jatkaa.', sv: 'Det finns ingen läsordning i {path} att fortsätta från.' },
  'xhstt-only': { en: '--instance and --start are for XHSTT files.', fi: '--instance ja --start ovat XHSTT-tiedostoja varten.', sv: '--instance och --start är för XHSTT-filer.' },
  'start-or-from': { en: 'With --from, --start names a timetable of that file; without, of the input.', fi: '--from-valitsimen kanssa --start on sen tiedoston lukujärjestys; ilman sitä syötteen.', sv: 'Med --from avser --start en läsordning i den filen; annars i indata.' },
  'fet-out': { en: 'The timetable of a FET file is written as a FET file: give --out a name that ends in .fet.', fi: 'FET-tiedoston lukujärjestys kirjoitetaan FET-tiedostoksi: anna --out-nimen lopuksi .fet.', sv: 'Läsordningen för en FET-fil skrivs som en FET-fil: ge --out ett namn som slutar på .fet.' },
  'tray-threads': { en: 'A tray is solved by one thread.', fi: 'Tarjotin ratkaistaan yhdellä säikeellä.', sv: 'En kursbricka löses av en tråd.' },
  'cannot-solve': { en: 'This cannot be solved: {fault}', fi: 'Tätä ei voi ratkaista: {fault}', sv: 'Detta kan inte lösas: {fault}' },
  'cannot-write': { en: 'The timetable could not be written to {path}: {fault}', fi: 'Lukujärjestystä ei voitu kirjoittaa tiedostoon {path}: {fault}', sv: 'Läsordningen kunde inte skrivas till {path}: {fault}' },
  'not-held': { en: 'not held to: {kind} ({count}), {why}', fi: 'ei noudateta: {kind} ({count}), {why}', sv: 'följs inte: {kind} ({count}), {why}' },
  'not-held-required': { en: 'not held to, though it must be: {kind} ({count}), {why}', fi: 'ei noudateta, vaikka pitäisi: {kind} ({count}), {why}', sv: 'följs inte fast det borde: {kind} ({count}), {why}' },
  'taken-over': { en: 'begins from {path}; {count|event} not as there', fi: 'alkaa lukujärjestyksestä {path}; toisin kuin siinä: {count|tapahtuma|tapahtumaa}', sv: 'börjar från {path}; annorlunda än där: {count|händelse|händelser}' },
  'task': { en: '{id}: {events} events, {times} times, {resources} resources, {rules} rules; {budget}, {threads} threads, seed {seed}', fi: '{id}: {events} tapahtumaa, {times} aikaa, {resources} resurssia, {rules} sääntöä; {budget}, {threads} säiettä, siemen {seed}', sv: '{id}: {events} händelser, {times} tider, {resources} resurser, {rules} regler; {budget}, {threads} trådar, frö {seed}' },
  'tray-task': { en: '{id}: {events} sections, {times} bars, {learners} learners with {choices} choices, of which at most {bound} can be met; {budget}, seed {seed}', fi: '{id}: {events} ryhmää, {times} palkkia, {learners} opiskelijaa ja {choices} valintaa, joista enintään {bound} voi toteutua; {budget}, siemen {seed}', sv: '{id}: {events} grupper, {times} staplar, {learners} studerande med {choices} val, av vilka högst {bound} kan uppfyllas; {budget}, frö {seed}' },
  'budget-seconds': { en: '{seconds} s', fi: '{seconds} s', sv: '{seconds} s' },
  'budget-moves': { en: '{moves} moves per thread', fi: '{moves} siirtoa säiettä kohti', sv: '{moves} drag per tråd' },
  'cost': { en: 'infeasibility {infeasibility}, objective {objective}', fi: 'rikotut pakolliset {infeasibility}, toiveiden kustannus {objective}', sv: 'brutna krav {infeasibility}, önskemålens kostnad {objective}' },
  'met': { en: '{met} of {choices} choices met ({share} %)', fi: '{met}/{choices} valintaa toteutuu ({share} %)', sv: '{met} av {choices} val uppfylls ({share} %)' },
  'speed': { en: '{millions} M moves/s', fi: '{millions} milj. siirtoa/s', sv: '{millions} milj. drag/s' },
  'final': { en: 'final', fi: 'lopputulos', sv: 'slutresultat' },
  'ended-early': { en: 'ended early', fi: 'lopetettu kesken', sv: 'avslutad i förtid' },
  'never-feasible': { en: 'never feasible', fi: 'pakolliset eivät toteutuneet', sv: 'kraven uppfylldes aldrig' },
  'feasible-after': { en: 'feasible after {seconds} s', fi: 'pakolliset toteutuivat {seconds} s kohdalla', sv: 'kraven uppfyllda efter {seconds} s' },
  'effort': { en: '{moves} moves, {wall} s wall, {cpu} s CPU', fi: '{moves} siirtoa, {wall} s, {cpu} s suoritinaikaa', sv: '{moves} drag, {wall} s, {cpu} s processortid' },
  'written': { en: 'written to {path}', fi: 'kirjoitettu tiedostoon {path}', sv: 'skriven till {path}' },
  'millions': { en: '{count} M', fi: '{count} milj.', sv: '{count} milj.' },
  'school-size': { en: '{name}: {id}, {times} times, {events} events, {resources} resources, {rules} rules', fi: '{name}: {id}, {times} aikaa, {events} tapahtumaa, {resources} resurssia, {rules} sääntöä', sv: '{name}: {id}, {times} tider, {events} händelser, {resources} resurser, {rules} regler' },
  'tray-size': { en: '{name}: {id}, {learners} learners with {choices} choices (at most {bound} can be met), {sections} sections, {bars} bars', fi: '{name}: {id}, {learners} opiskelijaa ja {choices} valintaa (enintään {bound} voi toteutua), {sections} ryhmää, {bars} palkkia', sv: '{name}: {id}, {learners} studerande med {choices} val (högst {bound} kan uppfyllas), {sections} grupper, {bars} staplar' },
  'choices-met': { en: '{count} choices met', fi: '{count} valintaa toteutuu', sv: '{count} val uppfylls' },
  'none-in-file': { en: 'There is no timetable in the file.', fi: 'Tiedostossa ei ole lukujärjestystä.', sv: 'Det finns ingen läsordning i filen.' },
  'claims': { en: '(the file claims {infeasibility}, {objective})', fi: '(tiedoston mukaan {infeasibility}, {objective})', sv: '(enligt filen {infeasibility}, {objective})' },
  'must': { en: 'must', fi: 'pakollinen', sv: 'krav' },
  'wish': { en: 'wish', fi: 'toive', sv: 'önskemål' },
  'more': { en: 'and {count} more (--all shows them)', fi: 'ja {count} muuta (--all näyttää ne)', sv: 'och {count} till (--all visar dem)' },
  'fet-report': { en: '{name}: {placed} of {activities} activities placed, {broken} rules of 100 % broken, {conflicts} soft conflicts', fi: '{name}: {placed}/{activities} tuntia sijoitettu, {broken} sataprosenttista sääntöä rikottu, pehmeitä ristiriitoja {conflicts}', sv: '{name}: {placed} av {activities} aktiviteter placerade, {broken} regler på 100 % brutna, mjuka konflikter {conflicts}' },
  'fet-terms': { en: 'in FET’s terms, {name}', fi: 'FETin mukaan, {name}', sv: 'enligt FET, {name}' },
  'not-judged': { en: 'not judged: {kind} ({count})', fi: 'ei arvioitu: {kind} ({count})', sv: 'inte bedömd: {kind} ({count})' },
  'fet-finding': { en: '{kind} ({weight} %, line {line}): {text}', fi: '{kind} ({weight} %, rivi {line}): {text}', sv: '{kind} ({weight} %, rad {line}): {text}' },
  'impossible': { en: 'This cannot be, by counting alone:', fi: 'Tämä ei voi toteutua, jo laskemalla:', sv: 'Detta är omöjligt, redan genom att räkna:' },
  'unmeetable': { en: 'Choices that no tray can meet, by counting alone:', fi: 'Valinnat, joita mikään tarjotin ei voi toteuttaa, jo laskemalla:', sv: 'Val som ingen kursbricka kan uppfylla, redan genom att räkna:' },
  'contradiction': { en: 'These rules and lessons contradict each other; without any one of them the proof fails:', fi: 'Nämä säännöt ja tunnit ovat keskenään ristiriidassa; jos yksikin jätetään pois, ristiriitaa ei enää ole:', sv: 'Dessa regler och lektioner motsäger varandra; om någon av dem utelämnas finns motsägelsen inte:' },
  'contradiction-some': { en: 'These rules and lessons contradict each other; some of them may not be needed for it:', fi: 'Nämä säännöt ja tunnit ovat keskenään ristiriidassa; kaikkia ei ehkä tarvita siihen:', sv: 'Dessa regler och lektioner motsäger varandra; alla behövs kanske inte för det:' },
  'no-contradiction': { en: 'No contradiction among the required rules that are looked at.', fi: 'Tarkastelluissa pakollisissa säännöissä ei ole ristiriitaa.', sv: 'Ingen motsägelse bland de krav som granskades.' },
  'undecided': { en: 'Whether the required rules contradict each other was not found out in {seconds} s.', fi: 'Pakollisten sääntöjen ristiriidattomuus ei selvinnyt {seconds} sekunnissa.', sv: 'Om kraven motsäger varandra klarnade inte på {seconds} s.' },
  'tray-wishes': { en: 'All that a tray must be can be; what may stay open are wishes.', fi: 'Kaikki pakollinen voi toteutua; vain toiveita voi jäädä auki.', sv: 'Allt som krävs är möjligt; bara önskemål kan lämnas öppna.' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TextKey = keyof typeof TEXTS;

/** Says a sentence in the language asked for. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    fillSentence(TEXTS[key][language], values);

/**
 * @returns the language of `--language`, else of the terminal where it is Finnish or Swedish, else English
 * @throws UsageError for another one
 */
export function languageOf(typed: Typed): Language {
  const word = typed.text('language');
  const known = LANGUAGES.find((language) => language === (word ?? (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').slice(0, 2)));
  if (word !== undefined && known === undefined) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}.`);
  return known ?? 'en';
}
