import type { Chapter, CodeReference, CompetenceNote, FocusArea, PartOfCurriculum, Section } from './curriculum.ts';
import { outline } from './outline.ts';
import type { Part } from './part.ts';
import { listToHtml, type LocalizedText } from './texts.ts';

/** A code in any of the shapes the service writes it: `koodi: {uri, arvo}`, `nimiKoodi`, or `koodiUri` and `koodiArvo`. */
export function readCode(part: Part): CodeReference | null {
  // A local part has a plain word as `koodi`: its reader asks for it.
  const code = part.peek('koodi') ? part.part('koodi') : part.part('nimiKoodi');
  const uri = code?.word('uri') ?? code?.word('koodiUri') ?? part.word('koodiUri');
  const value = code?.word('arvo') ?? code?.word('koodiArvo') ?? part.word('koodiArvo');
  part.skip('koodiUri', 'koodiArvo', 'koodisto');
  return uri ? { uri, value: value ?? uri.slice(uri.lastIndexOf('_') + 1) } : null;
}

const SECTION_FIELDS = new Set(['otsikko', 'nimi', 'teksti', 'kuvaus']);
const SECTION_BOOKKEEPING = new Set(['id', 'tunniste', 'jnro', 'luotu', 'muokattu', 'muokkaaja', 'tila', 'piilotettu']);

const isSectionShaped = (part: Part, name: string): boolean => {
  const names = (part.peek(name)?.names() ?? []).filter((field) => !SECTION_BOOKKEEPING.has(field));
  return names.length > 0 && names.every((field) => SECTION_FIELDS.has(field));
};

/** A section from `{otsikko, teksti}` or `{kuvaus}`. A heading above nothing is what the service's templates leave behind. */
function readSection(part: Part, kind: string): Section[] {
  const inner = part.part(kind);
  const isVisible = inner?.flag('piilotettu') !== true;
  const title = inner?.plain('otsikko') ?? inner?.plain('nimi') ?? null;
  const text = inner?.html('teksti') ?? inner?.html('kuvaus') ?? null;
  inner?.skip('tunniste');
  inner?.close();
  return text && isVisible ? [{ kind, title, text }] : [];
}

/**
 * Every titled or plain text of the part that nobody has asked for, so that a text the service adds one day is read and not lost; texts of
 * unknown structures are read as outlines. Call it after the part's own fields have been read.
 */
export function readSections(part: Part): Section[] {
  return part.unread().flatMap((kind): Section[] => {
    if (part.isText(kind)) {
      const text = part.html(kind);
      return text ? [{ kind, title: null, text }] : [];
    }
    if (kind === 'vapaatTekstit') return part.parts(kind).flatMap((free) => readFreeText(free, kind));
    if (isSectionShaped(part, kind)) return readSection(part, kind);
    if (part.isTextList(kind)) return [{ kind, title: null, text: listToHtml(part.texts(kind).map(({ text }) => text)) }];
    if (!part.hasText(kind)) return [];
    part.reading.findings.add('info', 'read-as-text', part.at(kind), kind);
    return [{ kind, title: null, text: outline(part, kind) }];
  });
}

function readFreeText(part: Part, kind: string): Section[] {
  const title = part.plain('nimi') ?? part.plain('otsikko');
  const text = part.html('teksti') ?? part.html('kuvaus');
  const local = part.html('paikallinenTarkennus');
  part.skip('perusteenVapaaTekstiId');
  part.close();
  return [...(text ? [{ kind, title, text }] : []), ...(local ? [{ kind: 'paikallinenTarkennus', title, text: local }] : [])];
}

export function readFocusAreas(part: Part, name: string): FocusArea[] {
  return part.parts(name).map((area, index) => {
    const id = area.id();
    const uuid = area.uuid();
    const focus = {
      key: area.reading.keys.take({ uuid, textUuid: area.textUuid('nimi'), id, place: `${area.path}#${index}` }, area.path),
      id,
      path: area.path,
      name: area.plain('nimi'),
      description: area.html('kuvaus'),
    };
    area.close();
    return focus;
  });
}

/** Parts by number and key, on top of what is known around them. */
export function indexOf(parts: readonly PartOfCurriculum[], around?: ReadonlyMap<string, string>): Map<string, string> {
  const index = new Map(around);
  for (const { id, key } of parts) {
    if (id !== null) index.set(id, key);
    index.set(key, key);
  }
  return index;
}

/** What is said of transversal competences: `[{_laajaalainenOsaaminen | koodi, kuvaus}]`. */
export function readCompetenceNotes(part: Part, name: string): CompetenceNote[] {
  return part.parts(name).flatMap((note) => {
    const reference = note.reference('laajaalainenOsaaminen', 'laajaalainenosaaminen', 'laajaAlainenOsaaminen') ?? (typeof note.raw('koodi') === 'string' ? note.word('koodi') : (readCode(note)?.uri ?? null));
    const text = note.html('kuvaus');
    note.close();
    return reference === null ? [] : [{ reference, text }];
  });
}

/** What a provider has hidden is no part of its published curriculum. */
export const isShown = (part: Part): boolean => part.flag('piilotettu') !== true;

/** Name and heading say the same, at times one of them in fewer languages. */
function readChapterName(content: Part, code: CodeReference | null): LocalizedText | null {
  const [name, heading] = [content.plain('nimi'), content.plain('otsikko')];
  const named = name || heading ? { ...heading, ...name } : (content.part('koodi')?.plain('nimi') ?? content.part('nimiKoodi')?.plain('nimi') ?? null);
  if (!named) content.reading.findings.add('info', 'missing-name', content.path, code?.value ?? '');
  return named;
}

/**
 * What a chapter says, and the chapters within that are no chapters of the tree (themes of the curricula of 2015).
 * @param basisId national chapter a local one completes
 */
export function readChapterContent(content: Part, place: string, { basisId = null, isAppendix = false }: { basisId?: string | null; isAppendix?: boolean } = {}): Chapter {
  const id = content.id();
  const key = content.reading.keys.take({ uuid: content.uuid(), id, place }, content.path);
  const code = readCode(content);
  const name = readChapterName(content, code);
  const isAlso = content.flag('liite') === true;
  content.skip('koodit', 'tunniste');
  const chapters = content.parts('aihekokonaisuudet').map((theme, index) => readChapterContent(theme, `${key}/themes/${index + 1}`));
  const sections = readSections(content);
  content.close();
  return { key, id, path: content.path, name, isAppendix: isAppendix || isAlso, sections, basisId, chapters };
}

function readChapter(part: Part, parentKey: string, index: number): Chapter {
  // National: `perusteenOsa`; local: `tekstiKappale`.
  const content = part.part('perusteenOsa') ?? part.part('tekstiKappale');
  const place = `${parentKey}/${index + 1}`;
  const around = { basisId: part.word('perusteTekstikappaleId'), isAppendix: part.flag('liite') === true };
  part.skip('omistussuhde', 'naytaPerusteenTeksti', 'naytaPohjanTeksti');
  const id = part.id();
  const own: Chapter = content
    ? readChapterContent(content, place, around)
    : { ...around, key: part.reading.keys.take({ id, place }, part.path), id, path: part.path, name: null, sections: [], chapters: [] };
  const children = part.parts('lapset').filter(isShown).map((child, position) => readChapter(child, own.key, position));
  part.close();
  return { ...own, path: part.path, chapters: [...own.chapters, ...children] };
}

/** Parts of the title page that nobody knows, as chapters: so that the units of a vocational qualification can at least be read. */
export function readUnknownChapters(root: Part): Chapter[] {
  return root.unread().flatMap((name): Chapter[] => {
    if (!root.hasText(name)) return [];
    root.reading.findings.add('info', 'read-as-text', root.at(name), name);
    const items = root.isObjectList(name) ? root.objects(name) : [root.part(name)];
    return items.flatMap((item) => (item ? [readUnknownChapter(item)] : []));
  });
}

function readUnknownChapter(part: Part): Chapter {
  const id = part.id();
  const code = readCode(part);
  const key = part.reading.keys.take({ uuid: part.uuid(), uri: code?.uri ?? null, id, place: part.path }, part.path);
  const name = part.plain('nimi') ?? part.plain('otsikko');
  const sections = part.unread().flatMap((kind): Section[] => {
    const text = outline(part, kind);
    return Object.keys(text).length === 0 ? [] : [{ kind, title: null, text }];
  });
  return { key, id, path: part.path, name, isAppendix: false, sections, basisId: null, chapters: [] };
}

/** The text part: a tree under `sisalto` (national) or `tekstit` (local). */
export function readChapters(part: Part | null): Chapter[] {
  if (!part) return [];
  const own = part.has('perusteenOsa') || part.has('tekstiKappale') ? [readChapter(part, part.path, 0)] : null;
  if (own) return own;
  const chapters = part.parts('lapset').filter(isShown).map((child, index) => readChapter(child, part.path, index));
  part.skip('omistussuhde', 'naytaPerusteenTeksti', 'naytaPohjanTeksti', 'piilotettu', 'liite');
  part.close();
  return chapters;
}
