import { createContext, createElement, use, type ReactNode } from 'react';
import type { CurriculumText } from '@digione/curriculum/contract';
import { useLanguage } from '@digione/platform/web';
import { parseHtml, type HtmlNode } from './parse-html.ts';
import { said, type TextLanguage } from './said.ts';

/** The language a curriculum is read in: the reader's own unless another was chosen. */
export const TextLanguageContext = createContext<TextLanguage>('fi');

/** A plain text, marked with its language where that is not the page's. */
export function Said({ text, as = 'span', transform }: { text: CurriculumText | null; as?: 'span' | 'p' | 'h2' | 'h3'; transform?: (text: string) => string }) {
  const page = useLanguage();
  const found = said(text, use(TextLanguageContext));
  return createElement(as, found.language === page ? null : { lang: found.language }, transform === undefined ? found.text : transform(found.text));
}

/** Headings of a curriculum's texts stand below those of the page. */
const SHOWN_AS: Readonly<Record<string, string>> = { h1: 'h4', h2: 'h4', h3: 'h4', h4: 'h4', h5: 'h5', h6: 'h6' };

function draw(nodes: readonly HtmlNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return node;
    const tag = SHOWN_AS[node.tag] ?? node.tag;
    if (tag === 'a' && node.href === undefined) return createElement('span', { key: index }, ...draw(node.children));
    if (tag === 'a') return createElement('a', { key: index, href: node.href, rel: 'noopener noreferrer' }, ...draw(node.children));
    return createElement(tag, { key: index }, ...draw(node.children));
  });
}

/** A text with paragraphs and lists, as it was published. */
export function Rich({ html }: { html: CurriculumText | null }) {
  const page = useLanguage();
  const found = said(html, use(TextLanguageContext));
  if (found.text === '') return null;
  return (
    <div className="curriculum-rich" {...(found.language !== page && { lang: found.language })}>
      {draw(parseHtml(found.text))}
    </div>
  );
}
