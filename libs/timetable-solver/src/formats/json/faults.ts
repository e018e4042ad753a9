import { fillSentence, type Language } from '../../say.ts';

/** What can be wrong with a JSON file, without the place. Keys are stable. */
const FAULTS = {
  'too-large': { en: 'the file is larger than {limit} MB', fi: 'tiedosto on suurempi kuin {limit} Mt', sv: 'filen är större än {limit} MB' },
  'too-deep': { en: 'values are nested deeper than {limit}', fi: 'arvoja on sisäkkäin yli {limit}', sv: 'värdena är nästlade djupare än {limit} nivåer' },
  'too-many-values': { en: 'there are more than {limit} values', fi: 'arvoja on yli {limit}', sv: 'det finns fler än {limit} värden' },
  'bad-encoding': { en: 'the file is not valid {encoding}', fi: 'tiedosto ei ole kelvollista {encoding}-tekstiä', sv: 'filen är inte giltig {encoding}-text' },
  'syntax': { en: '{wanted} expected, not {found}', fi: 'tässä pitäisi olla {wanted} eikä {found}', sv: 'här väntas {wanted}, inte {found}' },
  'end': { en: 'the file ends too early', fi: 'tiedosto loppuu kesken', sv: 'filen slutar för tidigt' },
  'bad-text': { en: 'a text holds {found}, which is not allowed', fi: 'tekstissä on {found}, jota ei sallita', sv: 'en text innehåller {found}, som inte är tillåtet' },
  'same-field': { en: 'there are two fields “{name}”', fi: 'kenttä ”{name}” on kahdesti', sv: 'fältet ”{name}” finns två gånger' },
  'missing': { en: '“{name}” is missing', fi: '”{name}” puuttuu', sv: '”{name}” saknas' },
  'unknown-field': { en: 'there is no field “{name}” here, only: {known}', fi: 'kenttää ”{name}” ei tunneta; tunnetut: {known}', sv: 'fältet ”{name}” är okänt; kända fält: {known}' },
  'not-object': { en: 'an object { … } is wanted', fi: 'tässä pitää olla olio { … }', sv: 'här ska finnas ett objekt { … }' },
  'not-list': { en: 'a list [ … ] is wanted', fi: 'tässä pitää olla lista [ … ]', sv: 'här ska finnas en lista [ … ]' },
  'not-text': { en: 'a text of 1 to {limit} characters is wanted', fi: 'tässä pitää olla teksti, 1–{limit} merkkiä', sv: 'här ska finnas en text på 1–{limit} tecken' },
  'not-count': { en: 'a whole number from {least} to {most} is wanted', fi: 'tässä pitää olla kokonaisluku {least}–{most}', sv: 'här ska finnas ett heltal {least}–{most}' },
  'empty-list': { en: 'at least one is wanted', fi: 'tarvitaan vähintään yksi', sv: 'minst en behövs' },
  'other-format': { en: 'this is not a file of the format “{wanted}”', fi: 'tiedoston muoto ei ole ”{wanted}”', sv: 'filen är inte av formatet ”{wanted}”' },
  'other-version': { en: 'version {found} is not known, only {wanted}', fi: 'versiota {found} ei tunneta, vain {wanted}', sv: 'version {found} är okänd, endast {wanted} känns till' },
  'no-such-bar': { en: 'there is no bar “{id}”', fi: 'palkkia ”{id}” ei ole', sv: 'det finns ingen stapel ”{id}”' },
  'no-such-room': { en: 'there is no kind of room “{id}”', fi: 'tilatyyppiä ”{id}” ei ole', sv: 'det finns ingen rumstyp ”{id}”' },
  'no-such-teacher': { en: 'there is no teacher “{id}”', fi: 'opettajaa ”{id}” ei ole', sv: 'det finns ingen lärare ”{id}”' },
  'no-such-course': { en: 'there is no course “{id}”', fi: 'kurssia ”{id}” ei ole', sv: 'det finns ingen kurs ”{id}”' },
  'no-such-section': { en: 'there is no section “{id}”', fi: 'ryhmää ”{id}” ei ole', sv: 'det finns ingen grupp ”{id}”' },
  'no-such-learner': { en: 'there is no learner “{id}”', fi: 'opiskelijaa ”{id}” ei ole', sv: 'det finns ingen studerande ”{id}”' },
  'twice': { en: '“{id}” is there twice', fi: '”{id}” on kahdesti', sv: '”{id}” finns två gånger' },
  'not-chosen': { en: 'the learner has not chosen the course of “{id}”', fi: 'opiskelija ei ole valinnut ryhmän ”{id}” kurssia', sv: 'den studerande har inte valt kursen för ”{id}”' },
  'follows-itself': { en: 'the course “{id}” comes before itself', fi: 'kurssi ”{id}” edeltää itseään', sv: 'kursen ”{id}” föregår sig själv' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type JsonFaultKey = keyof typeof FAULTS;

/** What is wrong with a JSON file and where: `line 12, courses[3].after: there is no course “MAA1”`. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly key: JsonFaultKey;
  readonly values: Readonly<Record<string, string | number>>;
  /** 1-based; 0 where the fault is the whole file's. */
  readonly line: number;
  /** The value at fault as a path, `courses[3].after`; empty where it is the whole file. */
  readonly path: string;

  constructor(key: JsonFaultKey, values: JsonError['values'], line: number, path: string) {
    super(say(key, values, line, path, 'en'));
    this.key = key;
    this.values = values;
    this.line = line;
    this.path = path;
  }
}

const LINE = { fi: 'rivi', sv: 'rad', en: 'line' } as const satisfies Readonly<Record<Language, string>>;

function say(key: JsonFaultKey, values: JsonError['values'], line: number, path: string, language: Language): string {
  const place = [line > 0 ? `${LINE[language]} ${line}` : '', path].filter((part) => part !== '').join(', ');
  const fault = fillSentence(FAULTS[key][language], values);
  return place === '' ? fault : `${place}: ${fault}`;
}

/** @returns the error's place and fault in a language */
export const sayJsonError = ({ key, values, line, path }: JsonError, language: Language): string => say(key, values, line, path, language);
