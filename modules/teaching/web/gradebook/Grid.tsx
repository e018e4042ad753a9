import { memo, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { EvidenceItem, Gradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { BookStore } from './book-store.ts';
import { blockBetween, clearBlock, copyBlock, editOf, keyOf, planPaste, readBlock, textOf, type Block, type Sheet } from './cells.ts';
import { GridCell } from './GridCell.tsx';
import { ItemHeader } from './ItemHeader.tsx';
import { stepOf } from './grid-keys.ts';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

interface GridProps {
  readonly read: Gradebook;
  readonly store: BookStore;
  readonly spot: Spot;
  readonly onSpot: (spot: Spot) => void;
  readonly onItem: (item: EvidenceItem) => void;
}

/** Learners down, evidence across; moved in and filled as a spreadsheet. */
export function Grid({ read, store, spot, onSpot, onItem }: GridProps) {
  const t = useText();
  const { items, learners, canRecord } = read;
  const [anchor, setAnchor] = useState<Spot>();
  /** The text of the cell that is being written in. */
  const [draft, setDraft] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const sheet = useMemo((): Sheet => ({ items, learnerIds: learners.map(({ personId }) => personId), contentOf: store.contentAt }), [items, learners, store]);
  const selection = blockBetween(anchor ?? spot, spot);

  const cellAt = ({ row, column }: Spot) => table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const goTo = (next: Spot, isExtending = false) => {
    const inside = { row: Math.min(Math.max(next.row, 0), learners.length - 1), column: Math.min(Math.max(next.column, 0), items.length - 1) };
    setAnchor(isExtending ? (anchor ?? spot) : undefined);
    onSpot(inside);
    cellAt(inside)?.focus();
  };
  const shownText = (): string => {
    const [item, learner] = [items[spot.column], learners[spot.row]];
    if (item === undefined || learner === undefined) return '';
    const cell = store.shownAt(keyOf({ evidenceItemId: item.evidenceItemId, learnerId: learner.personId }));
    return cell.text ?? textOf(item, cell);
  };
  const write = (text: string) => {
    const [item, learner] = [items[spot.column], learners[spot.row]];
    if (item === undefined || learner === undefined) return;
    store.act([editOf(item, learner.personId, store.contentAt(keyOf({ evidenceItemId: item.evidenceItemId, learnerId: learner.personId })), text)]);
  };
  const endDraft = (isKept: boolean) => {
    if (draft !== undefined && isKept) write(draft);
    setDraft(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('[data-row]') === null) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (draft !== undefined) {
      if (event.key === 'Escape') {
        setDraft(undefined);
        cellAt(spot)?.focus();
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        endDraft(true);
        const isBack = event.shiftKey;
        goTo(event.key === 'Enter' ? { ...spot, row: spot.row + (isBack ? -1 : 1) } : { ...spot, column: spot.column + (isBack ? -1 : 1) });
      } else return;
      event.preventDefault();
      return;
    }
    const step = stepOf(event, { rows: learners.length, columns: items.length }, spot);
    if (step !== undefined) goTo(step, event.shiftKey);
    else if (!canRecord) return;
    else if (isCommand && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z'))) store.redo();
    else if (isCommand && event.key.toLowerCase() === 'z') store.undo();
    else if (isCommand || event.altKey) return;
    else if (event.key === 'Enter' || event.key === 'F2') setDraft(shownText());
    else if (event.key === 'Delete' || event.key === 'Backspace') store.act(clearBlock(sheet, selection));
    else if (event.key.length === 1 && event.key !== ' ') setDraft(event.key);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (draft !== undefined) return;
    event.clipboardData.setData('text/plain', copyBlock(sheet, selection));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (draft !== undefined || !canRecord) return;
    event.preventDefault();
    const { edits, outside } = planPaste(sheet, selection, readBlock(event.clipboardData.getData('text/plain')));
    store.act(edits, outside);
  };
  const onPick = (next: Spot, how: { isExtending: boolean; isAgain: boolean }) => {
    endDraft(true);
    if (how.isAgain && canRecord) setDraft(shownText());
    else goTo(next, how.isExtending);
  };
  // One function for as long as the grid stands: cells compare it, and a press draws two of them and not twelve hundred.
  const latest = useRef({ onPick, endDraft });
  useLayoutEffect(() => {
    latest.current = { onPick, endDraft };
  });
  const acts = useMemo(
    () => ({
      onPick: (next: Spot, how: { isExtending: boolean; isAgain: boolean }) => latest.current.onPick(next, how),
      onDraft: setDraft,
      onLeave: () => latest.current.endDraft(true),
    }),
    [],
  );

  return (
    <div className="teaching-grid-box">
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table one moves and writes in: the grid pattern of WAI-ARIA
        role="grid"
        className="teaching-grid"
        aria-label={t('teaching.gradebook.grid', { group: read.groupName })}
        aria-multiselectable
        aria-readonly={!canRecord}
        aria-rowcount={learners.length + 1}
        aria-colcount={items.length + 1}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col" className="teaching-grid-corner">
              {t('teaching.gradebook.learner')}
            </th>
            {items.map((item) => (
              <ItemHeader key={item.evidenceItemId} item={item} canChange={canRecord} onPress={onItem} />
            ))}
          </tr>
        </thead>
        <tbody>
          {learners.map((learner, row) => (
            <GridRow
              key={learner.personId}
              learner={learner}
              row={row}
              items={items}
              store={store}
              acts={acts}
              active={spot.row === row ? spot.column : undefined}
              selected={anchor !== undefined && row >= selection.top && row <= selection.bottom ? selection : undefined}
              draft={spot.row === row ? draft : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface GridActs {
  readonly onPick: (spot: Spot, how: { isExtending: boolean; isAgain: boolean }) => void;
  readonly onDraft: (text: string) => void;
  readonly onLeave: () => void;
}

interface GridRowProps {
  readonly learner: Gradebook['learners'][number];
  readonly row: number;
  readonly items: readonly EvidenceItem[];
  readonly store: BookStore;
  readonly acts: GridActs;
  readonly active: number | undefined;
  readonly selected: Block | undefined;
  readonly draft: string | undefined;
}

const GridRow = memo(function GridRow({ learner, row, items, store, acts, active, selected, draft }: GridRowProps) {
  return (
    <tr>
      <th scope="row" className="teaching-grid-learner">
        {learner.lastName} {learner.callName}
      </th>
      {items.map((item, column) => (
        <GridCell
          key={item.evidenceItemId}
          item={item}
          learner={learner}
          row={row}
          column={column}
          store={store}
          acts={acts}
          isActive={active === column}
          isSelected={selected !== undefined && column >= selected.left && column <= selected.right}
          draft={active === column ? draft : undefined}
        />
      ))}
    </tr>
  );
});
