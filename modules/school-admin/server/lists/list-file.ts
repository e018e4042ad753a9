import writeExcelFile from 'write-excel-file/node';
import { renderPdf } from '@digione/platform/documents';
import type { FileAnswer } from '../../contract/index.ts';

/** A list ready to leave the workspace: all text, headings in the reader's language. */
export interface PrintableList {
  readonly title: string;
  /** When and for whom it was taken out, and what it may not be used for. */
  readonly note: string;
  readonly language: 'fi' | 'sv' | 'en';
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LIST_TYP = String.raw`
#let d = json(bytes(sys.inputs.data))
#let lines(cell) = cell.split("\n").join(linebreak())
#set document(title: d.title, author: "DigiOne", date: none)
#set text(lang: d.language, region: "FI", font: "Inter", size: 9pt, fill: rgb("#1b2a33"))
#set page(
  paper: "a4",
  flipped: d.headings.len() > 4,
  margin: (x: 16mm, top: 16mm, bottom: 18mm),
  footer: context [
    #set text(size: 7.5pt, fill: rgb("#44545e"))
    #grid(columns: (1fr, auto), d.note, [#counter(page).display() (#counter(page).final().first())])
  ],
)
#show heading.where(level: 1): set text(size: 16pt, weight: 600)
#show table.cell.where(y: 0): set text(weight: 600)
= #d.title
#text(size: 8pt, fill: rgb("#44545e"), d.note)
#v(4pt)
#table(
  columns: (auto, ..d.headings.slice(1).map(_ => 1fr)),
  stroke: (x, y) => (bottom: if y == 0 { 0.7pt } else { 0.35pt + rgb("#b9c3c9") }),
  inset: (x: 4pt, y: 4pt),
  table.header(..d.headings),
  ..d.rows.flatten().map(lines),
)
`;

/** A spreadsheet would run what begins like a formula; an apostrophe makes it text again (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^\+\d[\d ()-]*$/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/** Semicolons and a byte order mark: Excel in Finland opens it as it is. */
export const csvOf = ({ headings, rows }: PrintableList): string => `\uFEFF${[headings, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;

const xlsxOf = ({ headings, rows }: PrintableList): Promise<Buffer> =>
  writeExcelFile([
    {
      sheet: '1',
      stickyRowsCount: 1,
      columns: headings.map((_heading, index) => ({ width: index === 0 ? 28 : 24 })),
      // Every cell is text, so nothing in it is ever a formula and no zero is lost.
      data: [headings.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String, wrap: true })))],
    },
  ]).toBuffer();

export async function listFile(list: PrintableList, format: 'pdf' | 'xlsx' | 'csv'): Promise<FileAnswer> {
  const fileName = `${list.title.replaceAll(/[/\\:*?"<>|]/g, '-')}.${format}`;
  if (format === 'csv') return { fileName, mediaType: 'text/csv;charset=utf-8', base64: Buffer.from(csvOf(list)).toString('base64') };
  if (format === 'xlsx') return { fileName, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: (await xlsxOf(list)).toString('base64') };
  return { fileName, mediaType: 'application/pdf', base64: (await renderPdf({ template: LIST_TYP, data: list })).toString('base64') };
}
