import { readValue, type EvidenceItem } from '../../contract/index.ts';

/** What stands, or is wished to stand, in a cell. */
export interface Content {
  readonly value: string | null;
  readonly words: string | null;
}

/** An edit of one cell. `text` is what could not be read as a value of the item's scale: kept, shown, not saved. */
export interface CellEdit extends Content {
  readonly evidenceItemId: string;
  readonly learnerId: string;
  readonly text?: string;
}

export const keyOf = (cell: { evidenceItemId: string; learnerId: string }): string => `${cell.evidenceItemId} ${cell.learnerId}`;

/** What is read and typed in the cell of an item: its words where it is assessed in words alone. */
export const textOf = (item: EvidenceItem, content: Content): string => (item.scale === 'words' ? content.words : content.value) ?? '';

/** A text put into a cell that holds `before`. */
export function editOf(item: EvidenceItem, learnerId: string, before: Content, typed: string): CellEdit {
  const place = { evidenceItemId: item.evidenceItemId, learnerId };
  const text = typed.trim();
  if (item.scale === 'words') return { ...place, value: null, words: text === '' ? null : text };
  if (text === '') return { ...place, value: null, words: before.words };
  const value = readValue(item.scale, item.levels.length, text);
  return value === undefined ? { ...place, ...before, text } : { ...place, value, words: before.words };
}

/**
 * The cells of a spreadsheet's block, row by row, as its program puts it on the clipboard: tabs between cells, and quotes
 * around a cell that holds a line break, a tab or a quote.
 */
export function readBlock(clipboard: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const text = clipboard.replaceAll(/\r\n?/g, '\n');
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === '\t' || char === '\n') {
      row.push(cell);
      cell = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += char;
  }
  // A spreadsheet ends the last row with a line break; without it there is one more row.
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A block as a spreadsheet reads it. */
export const writeBlock = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quoted).join('\t')).join('\n');

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The block between two corners. */
export const blockBetween = (one: { row: number; column: number }, other: { row: number; column: number }): Block => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export interface Sheet {
  readonly items: readonly EvidenceItem[];
  readonly learnerIds: readonly string[];
  readonly contentOf: (key: string) => Content;
}

/**
 * What a pasted block makes of the cells. One copied cell fills the whole selection; a larger block begins at its corner.
 * @returns the edits, and the texts that fell outside of the table
 */
export function planPaste(sheet: Sheet, selection: Block, rows: readonly (readonly string[])[]): { edits: CellEdit[]; outside: string[] } {
  const [first] = rows;
  const single = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
  const edits: CellEdit[] = [];
  const outside: string[] = [];
  const put = (row: number, column: number, text: string) => {
    const [item, learnerId] = [sheet.items[column], sheet.learnerIds[row]];
    if (item === undefined || learnerId === undefined) {
      if (text.trim() !== '') outside.push(text.trim());
    } else edits.push(editOf(item, learnerId, sheet.contentOf(keyOf({ evidenceItemId: item.evidenceItemId, learnerId })), text));
  };
  if (single !== undefined) {
    for (let row = selection.top; row <= selection.bottom; row++) for (let column = selection.left; column <= selection.right; column++) put(row, column, single);
  } else for (const [down, cells] of rows.entries()) for (const [across, text] of cells.entries()) put(selection.top + down, selection.left + across, text);
  return { edits, outside };
}

/** The texts of a block, for the clipboard. */
export function copyBlock(sheet: Sheet, { top, left, bottom, right }: Block): string {
  const rows = sheet.learnerIds.slice(top, bottom + 1).map((learnerId) =>
    sheet.items.slice(left, right + 1).map((item) => textOf(item, sheet.contentOf(keyOf({ evidenceItemId: item.evidenceItemId, learnerId })))),
  );
  return writeBlock(rows);
}

/** Empties a block; feedback in words stays with what it belongs to. */
export function clearBlock(sheet: Sheet, { top, left, bottom, right }: Block): CellEdit[] {
  return sheet.learnerIds.slice(top, bottom + 1).flatMap((learnerId) =>
    sheet.items.slice(left, right + 1).map((item) => editOf(item, learnerId, sheet.contentOf(keyOf({ evidenceItemId: item.evidenceItemId, learnerId })), '')),
  );
}
