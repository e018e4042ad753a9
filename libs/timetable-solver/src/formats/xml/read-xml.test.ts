import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXml, XML_LIMITS } from './read-xml.ts';
import { XmlError } from './element.ts';
import { node, writeXml } from './write-xml.ts';

/** The error, as line, element and fault. */
function refusal(source: string | Uint8Array, limits = XML_LIMITS): XmlError {
  try {
    readXml(source, limits);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error('was read');
}

test('a tree has names, attributes, trimmed text and lines', () => {
  expect(readXml('<a>\n  <b id="1"> x &amp; y </b>\n  <c/>\n</a>')).toMatchObject({
    name: 'a',
    text: '',
    line: 1,
    children: [
      { name: 'b', attributes: { id: '1' }, text: 'x & y', line: 2 },
      { name: 'c', line: 3 },
    ],
  });
});

test('a document type is refused before any entity could grow', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>\n<a>&y;</a>';
  expect(refusal(bomb).message).toContain('DOCTYPE');
});

test('an entity that is not XML’s own is refused with its line and element', () => {
  const { line, element, fault } = refusal('<a>\n<b>&file;</b></a>');
  expect({ line, element }).toEqual({ line: 2, element: 'b' });
  expect(fault).toContain('entity');
});

test.each([
  ['cut', '<a>\n<b>text', 2],
  ['crossed', '<a>\n<b></a></b>', 2],
  ['attribute twice', '<a x="1"\n x="2"/>', 2],
  ['empty', '', 1],
  ['not XML', 'PK\u0003\u0004', 1],
  ['two roots', '<a/>\n<b/>', 2],
])('%s: refused with the line', (_name, source, line) => {
  expect(refusal(source).line).toBe(line);
});

test('size, depth, number of elements and of attributes are limited', () => {
  const limits = { bytes: 1000, depth: 3, elements: 5, attributes: 1 };
  expect(refusal(`<a>${' '.repeat(1000)}</a>`, limits).fault).toContain('larger');
  expect(refusal('<a><b><c><d/></c></b></a>', limits)).toMatchObject({ element: 'c' });
  expect(refusal('<a><b/><b/><b/><b/><b/></a>', limits).fault).toContain('5 elements');
  expect(refusal('<a x="1" y="2"/>', limits).fault).toContain('1 attributes');
});

test('a document type without end is refused before it is held', () => {
  expect(refusal(`<!DOCTYPE a [${'<!ENTITY x "y">'.repeat(100_000)}]><a/>`).fault).toBe('no element begins in the first megabyte');
  expect(refusal(Buffer.from(' '.repeat(1_200_000))).fault).toBe('no element begins in the first megabyte');
});

test('bytes are read by mark or declaration', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('<a>ä</a>', 'utf16le')]);
  const latin = Uint8Array.from(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>ä</a>', 'latin1'));
  expect([readXml(utf16).text, readXml(latin).text, readXml(Buffer.from('\ufeff<a>ä</a>')).text]).toEqual(['ä', 'ä', 'ä']);
  expect(refusal(Buffer.from('<a>ä</a>', 'latin1')).message).toBe('the file is not valid utf-8');
  expect(refusal(Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>')).message).toContain('“klingon”');
});

test('property: what is written is read again', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll(/[\s\p{Cc}]/gu, '.'));
  fc.assert(
    fc.property(text, text, (inside, attribute) => {
      const read = readXml(writeXml(node('a', [node('b', inside, { at: attribute })])));
      expect(read.children[0]).toMatchObject({ name: 'b', text: inside, attributes: { at: attribute } });
    }),
  );
});

test('property: damage never does worse than an XmlError', () => {
  const source = '<?xml version="1.0"?>\n<a x="1"><b>text &lt; more</b><!-- note --><![CDATA[<raw>]]><c y="2"/></a>';
  fc.assert(
    fc.property(fc.nat(source.length - 1), fc.nat(8), fc.string({ unit: 'binary', maxLength: 8 }), (at, cut, put) => {
      const damaged = source.slice(0, at) + put + source.slice(at + cut);
      try {
        readXml(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError);
      }
    }),
    { numRuns: 300 },
  );
}, 30_000);
