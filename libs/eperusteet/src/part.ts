import { toHelsinki, type LocalDate } from '@digione/local-date';
import { FindingList } from './finding.ts';
import { KeyRing, isUuid } from './keys.ts';
import { findLanguage, hasImage, isDangerous, isTooDeep, toPlainText, toSafeHtml, type Language, type LocalizedText } from './texts.ts';

/** Letters of one text. The longest known has 24 000. */
const MAX_TEXT = 500_000;

/** What one reading of a file shares. */
export class Reading {
  readonly findings = new FindingList();
  readonly keys = new KeyRing(this.findings);
  /** Whether references may lead out of the file, into the core curriculum. */
  readonly isLocal: boolean;
  /** Languages met in any text. */
  readonly languages = new Set<Language>();

  constructor(isLocal = false) {
    this.isLocal = isLocal;
  }
}

/** A text with the UUID that survives its edits. */
export interface KeyedText {
  readonly uuid: string | null;
  readonly text: LocalizedText;
  readonly path: string;
}

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const nameKind = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'object' ? '{…}' : JSON.stringify(value).slice(0, 60);
};

/** Says nothing: null, no text, an empty list or object, a flag that is not set, or a text object without a text. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return isObject(value) && Object.entries(value).every(([name, inner]) => name.startsWith('_') || isEmpty(inner));
}

/** The service's own bookkeeping: never shown, never missed. */
const BOOKKEEPING = new Set([
  ...['id', 'luotu', 'luoja', 'muokattu', 'muokkaaja', 'muokkaajanNimi', 'jnro', 'jarjestys', 'viiteId', 'perusteId', 'taiteenalaId'],
  ...['tila', 'valmis', 'kaannettava', 'osanTyyppi', 'perusteenOsa', 'partial', 'abstrakti', 'koosteinen', 'pakollinen'],
]);

/**
 * One object of the file, read tolerantly: whatever a value is, asking for it never throws, and what does not fit is told.
 * `close` tells what nobody asked for.
 */
export class Part {
  readonly path: string;
  readonly reading: Reading;
  readonly #value: Json;
  readonly #seen = new Set<string>();

  constructor(value: Json, path: string, reading: Reading) {
    this.#value = value;
    this.path = path;
    this.reading = reading;
  }

  at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#value, name) && !isEmpty(this.#value[name]);
  }

  /** All names but the service's references. */
  names(): string[] {
    return Object.keys(this.#value).filter((name) => !name.startsWith('_'));
  }

  /** Names with a value that nobody has asked for. */
  unread(): string[] {
    return Object.keys(this.#value).filter((name) => !this.#seen.has(name) && !name.startsWith('_') && !BOOKKEEPING.has(name) && this.has(name));
  }

  /** The value as it is; marks it as read. */
  raw(name: string): unknown {
    this.#seen.add(name);
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  skip(...names: readonly string[]): void {
    for (const name of names) this.#seen.add(name);
  }

  /** Known, and not read: told, so that nobody misses it without a word. */
  leaveOut(name: string): void {
    if (this.has(name)) this.reading.findings.add('info', 'unknown-part', this.at(name), name);
    this.skip(name);
  }

  #wrong(name: string, value: unknown): null {
    this.reading.findings.add('warning', 'wrong-kind', this.at(name), nameKind(value));
    return null;
  }

  /** Text of one value: a number is one, too. */
  word(name: string): string | null {
    const value = this.raw(name);
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    if (typeof value === 'number') return String(value);
    return isEmpty(value) ? null : this.#wrong(name, value);
  }

  flag(name: string): boolean | null {
    const value = this.raw(name);
    if (typeof value === 'boolean') return value;
    return isEmpty(value) ? null : this.#wrong(name, value);
  }

  number(name: string): number | null {
    const value = this.raw(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(value)) return Number(value.replace(',', '.'));
    if (isEmpty(value)) return null;
    this.reading.findings.add('warning', 'bad-number', this.at(name), nameKind(value));
    return null;
  }

  /** A moment as ISO 8601 in UTC; the service writes milliseconds since 1970, at times ISO 8601. */
  instant(name: string): string | null {
    const value = this.raw(name);
    if (isEmpty(value)) return null;
    const ms = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
    // Years 1 to 9999; beyond, the calendar ends.
    if (Number.isFinite(ms) && ms > -6e13 && ms < 2.5e14) return new Date(ms).toISOString();
    this.reading.findings.add('warning', 'bad-date', this.at(name), nameKind(value));
    return null;
  }

  /** The day the moment falls on in Finland: the service stores a day as its midnight. */
  day(name: string): LocalDate | null {
    const instant = this.instant(name);
    return instant === null ? null : toHelsinki(instant).date;
  }

  part(name: string): Part | null {
    const value = this.raw(name);
    if (isObject(value)) return new Part(value, this.at(name), this.reading);
    return isEmpty(value) ? null : this.#wrong(name, value);
  }

  /** The same as `part`, without marking it as read or telling anything. */
  peek(name: string): Part | null {
    const value = this.#value[name];
    return isObject(value) ? new Part(value, this.at(name), this.reading) : null;
  }

  /** Objects of a list; what is no object is told and left out. */
  parts(name: string): Part[] {
    const value = this.raw(name);
    if (Array.isArray(value)) {
      return value.flatMap((item: unknown, index) => {
        if (isObject(item)) return [new Part(item, `${this.at(name)}[${index}]`, this.reading)];
        if (!isEmpty(item)) this.reading.findings.add('warning', 'wrong-kind', `${this.at(name)}[${index}]`, nameKind(item));
        return [];
      });
    }
    if (!isEmpty(value)) this.#wrong(name, value);
    return [];
  }

  /** Objects of a list, without a word about what is none. */
  objects(name: string): Part[] {
    this.skip(name);
    return this.peekList(name);
  }

  /** The same, without marking the list as read. */
  peekList(name: string): Part[] {
    const value = this.#value[name];
    return Array.isArray(value) ? value.flatMap((item: unknown, index) => (isObject(item) ? [new Part(item, `${this.at(name)}[${index}]`, this.reading)] : [])) : [];
  }

  words(name: string): string[] {
    const value = this.raw(name);
    if (Array.isArray(value)) return value.flatMap((item: unknown) => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : []));
    if (!isEmpty(value)) this.#wrong(name, value);
    return [];
  }

  /** References to other parts: their numbers or UUIDs, also when written with a leading underscore or as objects. */
  references(name: string): string[] {
    const value = this.raw(name) ?? this.raw(`_${name}`);
    const list: readonly unknown[] = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
    return list.flatMap((item) => {
      const inner = isObject(item) ? (item['tunniste'] ?? item['_tunniste'] ?? item['id'] ?? item['uri'] ?? item['koodiUri']) : item;
      if (typeof inner === 'string' || typeof inner === 'number') return [String(inner)];
      if (!isEmpty(item)) this.#wrong(name, item);
      return [];
    });
  }

  reference(...names: readonly string[]): string | null {
    for (const name of names) {
      const [first] = this.references(name);
      if (first !== undefined) return first;
    }
    return null;
  }

  /** The part's own UUID. */
  uuid(): string | null {
    // Chapters write what kind they are as `tunniste`, and their UUID elsewhere.
    const found = ['tunniste', '_tunniste', 'uuidTunniste'].map((name) => this.raw(name)).find((value) => typeof value === 'string' && isUuid(value));
    return typeof found === 'string' ? found : null;
  }

  id(): string | null {
    const value = this.raw('id') ?? this.raw('_id');
    return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
  }

  /** A short text without markup: names and single sentences. */
  plain(name: string): LocalizedText | null {
    return this.#text(this.raw(name), this.at(name), toPlainText);
  }

  /** A text with structure, as HTML that is safe to show. */
  html(name: string): LocalizedText | null {
    return this.#text(this.raw(name), this.at(name), toSafeHtml);
  }

  /** UUID of a text, which survives its edits. */
  textUuid(name: string): string | null {
    const value = this.#value[name];
    const uuid = isObject(value) ? value['_tunniste'] : undefined;
    return typeof uuid === 'string' && isUuid(uuid) ? uuid : null;
  }

  /** Whether the value is an object of texts by language, also when all are empty. */
  isText(name: string): boolean {
    const value = this.#value[name];
    const entries = isObject(value) ? Object.entries(value) : [];
    return entries.length > 0 && entries.every(([key, inner]) => key.startsWith('_') || (findLanguage(key) !== undefined && (inner === null || typeof inner === 'string')));
  }

  /** Whether there is a text in some language anywhere in the value. */
  hasText(name: string): boolean {
    if (this.isText(name)) return this.has(name);
    const list = this.isObjectList(name) ? this.#value[name] : [this.peek(name) ? this.#value[name] : null];
    if (!Array.isArray(list)) return false;
    return list.some((item: unknown) => {
      if (!isObject(item)) return false;
      const inner = new Part(item, '', this.reading);
      return new Part({ item }, '', this.reading).isText('item') || Object.keys(item).some((key) => inner.hasText(key));
    });
  }

  isObjectList(name: string): boolean {
    const value = this.#value[name];
    return Array.isArray(value) && value.some(isObject);
  }

  isTextList(name: string): boolean {
    const value = this.#value[name];
    return Array.isArray(value) && value.length > 0 && value.every((item: unknown) => new Part({ item }, '', this.reading).isText('item'));
  }

  /** A list of short texts. */
  texts(name: string): KeyedText[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) {
      if (!isEmpty(value)) this.#wrong(name, value);
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = `${this.at(name)}[${index}]`;
      const text = this.#text(item, path, toPlainText);
      const uuid = isObject(item) ? item['_tunniste'] : undefined;
      return text ? [{ text, path, uuid: typeof uuid === 'string' && isUuid(uuid) ? uuid : null }] : [];
    });
  }

  #text(value: unknown, path: string, convert: (source: string) => string): LocalizedText | null {
    if (isEmpty(value)) return null;
    const { findings, languages } = this.reading;
    if (typeof value === 'string') findings.add('info', 'without-language', path);
    const entries: ReadonlyArray<readonly [string, unknown]> = typeof value === 'string' ? [['fi', value]] : isObject(value) ? Object.entries(value) : [['', value]];
    const text: Partial<Record<Language, string>> = {};
    for (const [key, source] of entries) {
      if (key.startsWith('_') || isEmpty(source)) continue;
      const language = findLanguage(key);
      if (language === undefined && typeof source === 'string') findings.add('info', 'unknown-language', path, key);
      else if (language === undefined || typeof source !== 'string') findings.add('warning', 'wrong-kind', path, nameKind(source));
      else {
        if (source.length > MAX_TEXT) {
          findings.add('warning', 'too-long', `${path}.${key}`, String(source.length));
          continue;
        }
        if (isDangerous(source)) findings.add('warning', 'dangerous-html', `${path}.${key}`);
        if (isTooDeep(source)) findings.add('warning', 'too-deep', `${path}.${key}`, '> 100');
        if (hasImage(source)) findings.add('info', 'image-left-out', `${path}.${key}`);
        const converted = convert(source);
        if (converted === '') continue;
        text[language] = converted;
        languages.add(language);
      }
    }
    return Object.keys(text).length === 0 ? null : text;
  }

  /** Tells what has a value and was not asked for. */
  close(): void {
    for (const name of this.unread()) this.reading.findings.add('info', 'unknown-part', this.at(name), name);
  }
}
