/** A piece of a text: words, or a tag with what stands in it. */
export type HtmlNode = string | { readonly tag: string; readonly href: string | undefined; readonly children: readonly HtmlNode[] };

type Open = { readonly tag: string; readonly href: string | undefined; readonly children: HtmlNode[] };

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+|</g;
const VOID = new Set(['br', 'hr']);
/** What a curriculum's text may hold; the words of any other tag are kept, the tag is not. */
const KNOWN = new Set([
  ...['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'blockquote', 'ul', 'ol', 'li', 'a', 'span'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', apos: "'" };

const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|([a-z]+));/g, (whole, number: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = Number(number);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function addressIn(attributes: string): string | undefined {
  const href = decode(/\shref="([^"]*)"/.exec(attributes)?.[1] ?? '');
  return /^(?:https?:|mailto:)/i.test(href) ? href : undefined;
}

/**
 * Reads the safe HTML of a curriculum into a tree that the page draws tag by tag: the page itself never makes markup out of text. Whatever
 * is not closed ends where its surroundings end.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: Open = { tag: '', href: undefined, children: [] };
  const open: Open[] = [root];
  for (const [whole, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const current = open.at(-1) ?? root;
    if (tag === undefined) current.children.push(decode(whole));
    else if (!KNOWN.has(tag)) continue;
    else if (slash === '/') {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const node: Open = { tag, href: addressIn(attributes), children: [] };
      current.children.push(node);
      if (!VOID.has(tag)) open.push(node);
    }
  }
  return root.children;
}
