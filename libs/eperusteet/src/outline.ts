import type { Part } from './part.ts';
import { escapeHtml, LANGUAGES, listToHtml, type Language, type LocalizedText } from './texts.ts';

interface Outlined {
  readonly title: LocalizedText | null;
  readonly body: LocalizedText;
}

const TITLES = ['nimi', 'otsikko', 'nimiKoodi', 'koodi'] as const;

/** Texts one after another, language by language. */
function join(texts: readonly LocalizedText[]): LocalizedText {
  const joined: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const present = texts.flatMap((text) => text[language] ?? []);
    if (present.length > 0) joined[language] = present.join('');
  }
  return joined;
}

function toHeading(title: LocalizedText | null): LocalizedText {
  const heading: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const text = title?.[language];
    if (text !== undefined) heading[language] = `<p><strong>${escapeHtml(text)}</strong></p>`;
  }
  return heading;
}

const isBlank = (text: LocalizedText): boolean => Object.keys(text).length === 0;

function outlineObject(part: Part): Outlined {
  // The title of a part is its name, its heading, or the name of its code.
  const named = TITLES.find((name) => part.isText(name) || part.peek(name)?.isText('nimi') === true);
  const title = named === undefined ? null : part.isText(named) ? part.plain(named) : (part.part(named)?.plain('nimi') ?? null);
  const body = join(part.unread().map((name) => outline(part, name)));
  return { title, body };
}

function outlineItems(items: readonly Outlined[]): LocalizedText {
  if (items.every(({ body }) => isBlank(body))) return listToHtml(items.flatMap(({ title }) => title ?? []));
  return join(items.map(({ title, body }) => join([toHeading(title), body])));
}

/**
 * All texts of a part whose structure is not known, in the order of the file, as safe HTML with headings and lists.
 * @returns no language at all when there is no text in it
 */
export function outline(part: Part, name: string): LocalizedText {
  if (part.isText(name)) return part.html(name) ?? {};
  if (part.isTextList(name)) return listToHtml(part.texts(name).map(({ text }) => text));
  if (part.isObjectList(name)) return outlineItems(part.objects(name).map(outlineObject));
  if (!part.peek(name)) return {};
  const inner = part.part(name);
  return inner ? outlineItems([outlineObject(inner)]) : {};
}
