import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';

const tag = (name: string, ...children: unknown[]) => ({ tag: name, href: undefined, children });

test('paragraphs, lists and emphasis become a tree', () => {
  expect(parseHtml('<p>Oppilas <strong>lukee</strong>.</p><ul><li>yksi</li><li>kaksi</li></ul>')).toEqual([
    tag('p', 'Oppilas ', tag('strong', 'lukee'), '.'),
    tag('ul', tag('li', 'yksi'), tag('li', 'kaksi')),
  ]);
});

test('signs that were written as entities are signs again', () => {
  expect(parseHtml('<p>1 &lt; 2 &amp; 3&nbsp;&gt; 2 &#8211; &quot;niin&quot; &unknown;</p>')).toEqual([tag('p', '1 < 2 & 3\u00a0> 2 – "niin" &unknown;')]);
});

test('links lead out or nowhere', () => {
  expect(parseHtml('<a href="https://oph.fi/?a=1&amp;b=2" rel="noopener">ops</a><a href="javascript:alert(1)">x</a>')).toEqual([
    { tag: 'a', href: 'https://oph.fi/?a=1&b=2', children: ['ops'] },
    tag('a', 'x'),
  ]);
});

test('tags nobody expects leave their words only', () => {
  expect(parseHtml('<script>alert(1)</script><p onclick="x()">hei<img src="x"></p>')).toEqual(['alert(1)', tag('p', 'hei')]);
});

test('what is broken still reads', () => {
  expect(parseHtml('<p>auki <em>yhä</p> loppu</em> < 3')).toEqual([tag('p', 'auki ', tag('em', 'yhä')), ' loppu', ' ', '<', ' 3']);
  expect(parseHtml('a<br />b')).toEqual(['a', tag('br'), 'b']);
});
