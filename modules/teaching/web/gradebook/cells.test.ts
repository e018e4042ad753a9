import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '../../contract/index.ts';
import { blockBetween, clearBlock, copyBlock, editOf, keyOf, planPaste, readBlock, writeBlock, type Content, type Sheet } from './cells.ts';

const item = (evidenceItemId: string, scale: EvidenceItem['scale'], levels: string[] = []): EvidenceItem => ({
  evidenceItemId, scale, levels, version: 1, name: evidenceItemId, kind: 'test', heldOn: '2026-11-20', weight: null, editionId: null, objectiveKeys: [], sharedAt: null,
});
const items = [item('mark', 'mark'), item('pass', 'pass'), item('words', 'words'), item('level', 'level', ['a', 'b', 'c'])];
const nothing: Content = { value: null, words: null };
const sheet = (cells: Record<string, Content> = {}): Sheet => ({ items, learnerIds: ['aalto', 'berg', 'ödman'], contentOf: (key) => cells[key] ?? nothing });
const brief = (edits: readonly ReturnType<typeof editOf>[]) => edits.map((edit) => `${keyOf(edit)}: ${edit.text === undefined ? `${edit.value ?? '–'}/${edit.words ?? '–'}` : `refused ${edit.text}`}`);

describe('the clipboard of a spreadsheet', () => {
  test.each([
    ['7\t8\n9\t10\n', [['7', '8'], ['9', '10']]],
    ['7\t8\r\n9\t10', [['7', '8'], ['9', '10']]],
    ['7', [['7']]],
    ['\t8\n\n', [['', '8'], ['']]],
    ['"hyvä\nja ""rohkea"""\t7', [['hyvä\nja "rohkea"', '7']]],
    ['5" putki\t7', [['5" putki', '7']]],
    ['', []],
  ])('%j', (text, rows) => expect(readBlock(text)).toEqual(rows));

  test('what is copied is read as it was', () => {
    const rows = [['7½', 'sanoi: "hei"\nja lähti'], ['', 'S\tO']];
    expect(readBlock(writeBlock(rows))).toEqual(rows);
  });
});

describe('an edit', () => {
  test('takes a value of the scale in its one form, and keeps the words beside it', () => {
    expect(editOf(items[0]!, 'aalto', { value: '7', words: 'hyvin' }, ' 8,25 ')).toEqual({ evidenceItemId: 'mark', learnerId: 'aalto', value: '8+', words: 'hyvin' });
  });
  test('keeps the text that is no value, and what stood there', () => {
    expect(editOf(items[0]!, 'aalto', { value: '7', words: null }, '75')).toEqual({ evidenceItemId: 'mark', learnerId: 'aalto', value: '7', words: null, text: '75' });
  });
  test('of a cell in words is words, whatever they are', () => expect(editOf(items[2]!, 'aalto', nothing, '75')).toMatchObject({ value: null, words: '75' }));
});

describe('a pasted block', () => {
  test('goes down and right from the corner, each column by its own scale; what is no value is kept aside, cell by cell', () => {
    const { edits, outside } = planPaste(sheet(), blockBetween({ row: 0, column: 0 }, { row: 0, column: 0 }), [['7', 's', 'hyvä', '3'], ['17', 'X', '', '4']]);
    expect(brief(edits)).toEqual(['mark aalto: 7/–', 'pass aalto: S/–', 'words aalto: –/hyvä', 'level aalto: 3/–', 'mark berg: refused 17', 'pass berg: refused X', 'words berg: –/–', 'level berg: refused 4']);
    expect(outside).toEqual([]);
  });
  test('what falls outside is told, not dropped', () => {
    const { edits, outside } = planPaste(sheet(), blockBetween({ row: 2, column: 3 }, { row: 2, column: 3 }), [['1', '9'], ['2', ' '], ['3']]);
    expect(brief(edits)).toEqual(['level ödman: 1/–']);
    expect(outside).toEqual(['9', '2', '3']);
  });
  test('one cell fills the selection', () => {
    const { edits } = planPaste(sheet(), blockBetween({ row: 2, column: 0 }, { row: 1, column: 0 }), [['8-']]);
    expect(brief(edits)).toEqual(['mark berg: 8-/–', 'mark ödman: 8-/–']);
  });
});

test('a block is copied and emptied; feedback stays', () => {
  const full = sheet({ 'mark aalto': { value: '7', words: 'hyvin' }, 'words aalto': { value: null, words: 'rivi\ntoinen' } });
  const block = blockBetween({ row: 1, column: 2 }, { row: 0, column: 0 });
  expect(readBlock(copyBlock(full, block))).toEqual([['7', '', 'rivi\ntoinen'], ['', '', '']]);
  expect(brief(clearBlock(full, block)).slice(0, 3)).toEqual(['mark aalto: –/hyvin', 'pass aalto: –/–', 'words aalto: –/–']);
});
