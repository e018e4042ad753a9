import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDangerous, listToHtml, toPlainText, toSafeHtml } from './texts.ts';

describe('safe HTML', { timeout: 60_000 }, () => {
  it.each([
    ['<p>Oppilas <strong>oppii</strong>.</p>', '<p>Oppilas <strong>oppii</strong>.</p>'],
    ['<p>Ensin</p>\n\n<p>&nbsp;</p><p></p><p> <br></p>\n<p>Sitten</p>', '<p>Ensin</p>\n<p>Sitten</p>'],
    ['<p>a<s> </s>b</p>', '<p>ab</p>'],
    ['<table border="1" style="x"><tbody><tr><td colspan="2" style="y">a</td><td rowspan="x">b</td></tr></tbody></table>', '<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>'],
    ['<a href="https://www.finlex.fi/fi" target="_blank" onclick="x">laki</a>', '<a href="https://www.finlex.fi/fi" rel="noopener noreferrer">laki</a>'],
    ['<a href="#_ftn1">1</a> <a>2</a> <a href="/eperusteet">3</a> <a href="//paha.example">4</a>', '<p>1 2 3 4</p>'],
    ['<abbr data-viite="Viite1">käsite</abbr>', '<p>käsite</p>'],
    ['<p>Kuva: <img src="/kuva.png" alt="kolmio"></p>', '<p>Kuva: kolmio</p>'],
    ['<script>alert(1)</script><style>p{}</style><iframe src="x">y</iframe>', ''],
    ['<a href="jav&#x61;script:alert(1)">x</a>', '<p>x</p>'],
    ['<svg><p>x</p></svg><math><mi>y</mi></math>', ''],
    ['Oppilas lukee.\nJa kirjoittaa.\n\nPaljon.', '<p>Oppilas lukee.<br />Ja kirjoittaa.</p><p>Paljon.</p>'],
    ['5 < 6 & 7 > 6', '<p>5 &lt; 6 &amp; 7 &gt; 6</p>'],
    ['maa&nbsp;ja &amp; meri', '<p>maa ja &amp; meri</p>'],
    ['', ''],
    [' \n ', ''],
  ])('%s', (source, html) => {
    expect(toSafeHtml(source)).toBe(html);
  });

  it('holds nothing but what is allowed, whatever goes in, and stays as it is when cleaned again', () => {
    const word = fc.constantFrom(...['<', '>', '"', "'", '/', '=', ' ', 'p', 'img', 'script', 'onerror', 'src', 'href', 'javascript:', 'a', '<!--', '-->', '&lt;', '&#60;', 'style', '<svg', 'x']);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const html = toSafeHtml(words.join(''));
        const tags = [...html.matchAll(/<\/?([a-z0-9]*)([^>]*)>/gi)];
        expect(tags.every(([, name = '']) => /^(?:p|br|hr|strong|b|em|i|u|s|sub|sup|blockquote|h[1-6]|ul|ol|li|table|caption|thead|tbody|tfoot|tr|th|td|a)$/.test(name))).toBe(true);
        expect(tags.every(([, , attributes = '']) => /^(?: \/| href="(?:https?|mailto):[^"]*"| rel="noopener noreferrer"| (?:col|row)span="\d+")*$/.test(attributes))).toBe(true);
        expect(isDangerous(html)).toBe(false);
        expect(toSafeHtml(html)).toBe(html);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each(['<', '<b>', '<p> ', '<!--', '&', ' ', '\n ', '<p x=" ', '<a on', '<b></b>', '<table><tr><td>'])('takes time in proportion to the text: %j', { timeout: 60_000 }, (piece) => {
  const began = performance.now();
  toSafeHtml(piece.repeat(40_000));
  toPlainText(piece.repeat(40_000));
  isDangerous(piece.repeat(40_000));
  // A square of time would be minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
});

it('keeps the text of tags within tags without end', () => {
  expect(toSafeHtml(`${'<b>'.repeat(200)}lihava<script>x &lt; y`)).toBe('<p>lihava x &lt; y</p>');
  expect(toPlainText(`${'<b>'.repeat(200)}5 < 6`)).toBe('5 < 6');
});

describe('plain text', { timeout: 60_000 }, () => {
  it.each([
    ['<p>T1</p>', 'T1'],
    ['Elämä  ja\u00a0evoluutio ', 'Elämä ja evoluutio'],
    ['<ul><li><p>yksi</p></li><li>kaksi &amp; kolme</li></ul>', 'yksi\nkaksi & kolme'],
    ['<tr><td>a</td><td>b</td></tr>', 'a b'],
    ['<p>Lukee.<br>Kirjoittaa.</p>', 'Lukee.\nKirjoittaa.'],
    ['a &lt; b &quot;c&quot; &auml;', 'a < b "c" ä'],
    ['<script>x</script>', ''],
  ])('%s', (source, plain) => {
    expect(toPlainText(source)).toBe(plain);
  });
});

it('a list of texts becomes a list in each language that has any', () => {
  expect(listToHtml([{ fi: 'a < b', sv: 'x' }, { fi: 'c' }])).toEqual({ fi: '<ul><li>a &lt; b</li><li>c</li></ul>', sv: '<ul><li>x</li></ul>' });
});
