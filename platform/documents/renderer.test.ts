import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { partsOf, readPdf } from './testing/read-pdf.ts';
import { DocumentRefused, renderPdf, renderSvg, stopDocuments, zipOf } from './index.ts';

afterAll(stopDocuments);

const TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set text(lang: "fi", font: "Inter")
= #d.title
#d.text
#text(lang: "sv")[Betyg]
#table(columns: 2, table.header[Oppiaine][Arvosana], [matematiikka], [9])
`;
const document = (more: object = {}) => ({ template: TEMPLATE, data: { title: 'Todistus', text: 'Äidinkieli', ...more } });

describe('a document', () => {
  test('is tagged, says that it is PDF/UA-1, and has a title, a language and its fonts with it', async () => {
    const read = await readPdf(await renderPdf(document()));
    expect(read).toMatchObject({ pages: 1, title: 'Todistus', language: 'fi', isTagged: true, uaPart: '1', fontsEmbedded: true });
    expect(partsOf(read.structure, 'H1').length).toBe(1);
    expect(partsOf(read.structure, 'TH').length).toBe(2);
  });

  test('is read in the order in which it is written', async () => {
    const { text } = await readPdf(await renderPdf(document()));
    expect(text).toBe('Todistus Äidinkieli Betyg Oppiaine Arvosana matematiikka 9');
  });

  test.each(['åäö ÅÄÖ šž', 'Sámi: čđŋšŧž ÁČĐŊŠŦŽ', '“lainaus” – ajatusviiva', '#set page(width: 1cm) *ei* _merkintää_ $x$ \\ "'])('keeps %s as it is written, whatever it means to the typesetter', async (text) => {
    expect((await readPdf(await renderPdf(document({ text })))).text).toContain(text);
  });

  test('is the same bytes of the same source, so that a hash proves it', async () => {
    const [one, other] = [await renderPdf(document()), await renderPdf(document())];
    expect(one.equals(other)).toBe(true);
  });

  test('can be looked at as a picture', async () => {
    expect(await renderSvg(document())).toMatch(/^<svg[^>]+viewBox/);
  });
});

/** A black dot. */
function png(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = ~0;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(~crc >>> 0);
    return Buffer.concat([length, body, check]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))]);
}

describe('what would shut somebody out is refused', () => {
  test.each([
    ['a missing title', 'Teksti', /title/],
    ['a picture without alternative text', '#set document(title: "x")\n#image("/logo.png")', /alt/i],
    ['a level of headings left out', '#set document(title: "x")\n= Yksi\n=== Kolme', /heading level/],
  ])('%s', async (_what, template, finding) => {
    const refused = await renderPdf({ template, data: {}, images: { 'logo.png': png() } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DocumentRefused);
    expect((refused as DocumentRefused).findings.join()).toMatch(finding);
  });

  test('with its text the picture is told', async () => {
    const read = await readPdf(await renderPdf({ template: '#set document(title: "x")\n#image("/logo.png", alt: "Koivulan vaakuna")', data: {}, images: { 'logo.png': png() } }));
    expect(partsOf(read.structure, 'Figure')).toMatchObject([{ alt: 'Koivulan vaakuna' }]);
  });

  test('a picture of one document is not there for the next', async () => {
    await expect(renderPdf({ template: '#set document(title: "x")\n#image("/logo.png", alt: "x")', data: {} })).rejects.toThrow(DocumentRefused);
  });

  test('a template reads no file of the machine', async () => {
    await expect(renderPdf({ template: '#set document(title: "x")\n#read("/etc/passwd")', data: {} })).rejects.toThrow(DocumentRefused);
    await expect(renderPdf({ template: '#set document(title: "x")\n#read("../../../../etc/passwd")', data: {} })).rejects.toThrow(DocumentRefused);
  });
});

test('after a refusal and after a stop the next document is made', async () => {
  await expect(renderPdf({ template: '#fault', data: {} })).rejects.toThrow(DocumentRefused);
  expect((await renderPdf(document())).length).toBeGreaterThan(1000);
  await stopDocuments();
  expect((await renderPdf(document())).length).toBeGreaterThan(1000);
});

test('files in a zip come out as they went in, names with all letters', () => {
  const content = { 'Åström Äiti.pdf': Buffer.from('one'), 'b.pdf': Buffer.alloc(70_000, 7) };
  const zip = zipOf(Object.entries(content).map(([name, bytes]) => ({ name, content: bytes })));
  expect(Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]))).toEqual(content);
});
