import sanitizeHtml from 'sanitize-html';

/** Languages the service publishes in. `se`, `smn`, `sms`: Northern, Inari and Skolt Sámi. */
export const LANGUAGES = ['fi', 'sv', 'en', 'se', 'smn', 'sms', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same text in one or more languages; an empty text is left out. Never empty as a whole. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

export const findLanguage = (word: string): Language | undefined => LANGUAGES.find((language) => language === word.toLowerCase());

const WHOLE_NUMBER = /^\d{1,3}$/;

/** What may remain: text structure and outside links. No styles, classes, ids, pictures, frames, scripts. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a'],
  ],
  allowedAttributes: { a: ['href', 'rel'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title', 'math', 'svg', 'iframe', 'object'],
  transformTags: {
    a: (tagName, { href = '' }) => {
      // Footnotes and pages inside the service lead nowhere from here.
      const leadsOut = /^(?:https?:|mailto:)/i.test(href.trim());
      return leadsOut ? { tagName, attribs: { href: href.trim(), rel: 'noopener noreferrer' } } : { tagName: 'span', attribs: {} };
    },
    img: (_tagName, { alt = '' }) => ({ tagName: 'span', attribs: {}, text: alt }),
    td: (tagName, attribs) => ({ tagName, attribs: spans(attribs) }),
    th: (tagName, attribs) => ({ tagName, attribs: spans(attribs) }),
  },
};

function spans(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(Object.entries(attribs).filter(([name, value]) => ['colspan', 'rowspan'].includes(name) && WHOLE_NUMBER.test(value)));
}

const NOTHING: sanitizeHtml.IOptions = { ...ALLOWED, allowedTags: [], allowedAttributes: {} };
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const EMPTY_BLOCK = /<(p|li|h[1-6]|strong|em|b|i|u|s)>(?:\s|&nbsp;|<br \/>)*<\/\1>/g;
const BLOCK_EDGE = /<\/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote|br|hr)\b/gi;
const CELL_EDGE = /<\/?(?:td|th)\b/gi;

const looksLikeHtml = (text: string): boolean => text.includes('<') || text.includes('&');
const hasTag = (text: string): boolean => /<[a-z!/]/i.test(text);
/** Lines that say something. Splits, because a pattern for blanks around a line break takes a square of time on a long run of blanks. */
const trimLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What should make somebody look at the source: it has no place in a curriculum. */
export const isDangerous = (html: string): boolean =>
  html.includes('<') && /<\s*(?:script|iframe|object|embed|form|input|link|meta|base|svg|math|style)\b|<[^<>]*\son\w+\s*=|<[^<>]*(?:javascript|vbscript|data):/i.test(html);

export const hasImage = (html: string): boolean => /<img\b/i.test(html);

const MAX_NESTING = 100;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
const VOID_TAGS = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Tags within tags within tags: no author's work, and parsers take a square of time on them. */
export function isTooDeep(html: string): boolean {
  if (!html.includes('<')) return false;
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (!VOID_TAGS.has(name.toLowerCase())) depth += slash === '' ? 1 : depth > 0 ? -1 : 0;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}

/** The text of such HTML; what is left of tags is shown as signs. */
const flatten = (html: string): string => (isTooDeep(html) ? html.replaceAll(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;') : html);

/**
 * Text without markup: one line per paragraph, list item or table row.
 * @param source HTML or plain text
 */
export function toPlainText(source: string): string {
  let text = flatten(source);
  if (looksLikeHtml(text)) {
    const marked = text.replaceAll(BLOCK_EDGE, (tag) => `\n${tag}`).replaceAll(CELL_EDGE, (tag) => ` ${tag}`);
    text = sanitizeHtml(marked, NOTHING).replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
  }
  return trimLines(text)
    .map((line) => line.replaceAll(/\s+/g, ' '))
    .join('\n');
}

/** Short texts as one list in safe HTML, in each language that has any. */
export function listToHtml(texts: readonly LocalizedText[]): LocalizedText {
  const list: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const items = texts.flatMap((text) => text[language] ?? []);
    if (items.length > 0) list[language] = `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  }
  return list;
}

/**
 * HTML that may be shown as it is: paragraphs, lists, tables, emphasis and links to the outside. Plain text becomes paragraphs.
 * @param given HTML or plain text, from whomever
 * @returns the empty string when nothing is left to read
 */
export function toSafeHtml(given: string): string {
  const source = flatten(given);
  if (!hasTag(source)) return toParagraphs(looksLikeHtml(source) ? toPlainText(source.replaceAll('\n', '<br>')) : source);
  let html = sanitizeHtml(source, ALLOWED);
  for (let before = ''; before !== html; ) {
    before = html;
    html = trimLines(html.replaceAll(EMPTY_BLOCK, '')).join('\n');
  }
  return hasTag(html) ? html : toParagraphs(toPlainText(html));
}

/** A blank line begins a new paragraph. */
function toParagraphs(plain: string): string {
  const paragraphs = plain.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  return paragraphs.flatMap((paragraph) => (paragraph === '' ? [] : [`<p>${trimLines(escapeHtml(paragraph)).join('<br />')}</p>`])).join('');
}
