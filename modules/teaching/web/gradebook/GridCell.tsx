import { VisuallyHidden } from '@digione/platform/ui';
import { memo } from 'react';
import type { EvidenceItem, Gradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { BookStore } from './book-store.ts';
import { keyOf, textOf } from './cells.ts';
import type { GridActs } from './Grid.tsx';
import { useCell } from './use-book-store.ts';

interface GridCellProps {
  readonly item: EvidenceItem;
  readonly learner: Gradebook['learners'][number];
  readonly row: number;
  readonly column: number;
  readonly store: BookStore;
  readonly acts: GridActs;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** What is being written here. */
  readonly draft: string | undefined;
}

/** One cell: its value, or what could not be read as one. */
export const GridCell = memo(function GridCell({ item, learner, row, column, store, acts, isActive, isSelected, draft }: GridCellProps) {
  const t = useText();
  const cell = useCell(store, keyOf({ evidenceItemId: item.evidenceItemId, learnerId: learner.personId }));
  const isRefused = cell.text !== undefined;
  const text = cell.text ?? textOf(item, cell);
  return (
    <td
      role="gridcell"
      data-row={row}
      data-column={column}
      data-scale={item.scale}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected || isActive}
      aria-invalid={isRefused || undefined}
      onMouseDown={(event) => {
        if (draft !== undefined) return;
        event.preventDefault();
        acts.onPick({ row, column }, { isExtending: event.shiftKey, isAgain: isActive && event.detail === 2 });
      }}
    >
      {draft === undefined ? (
        <>
          {isRefused ? <VisuallyHidden>{t('teaching.gradebook.cell.refused', { text })}</VisuallyHidden> : null}
          <span aria-hidden={isRefused || undefined}>{text}</span>
          {cell.words !== null && item.scale !== 'words' && (
            <span className="teaching-grid-words">
              <VisuallyHidden>{t('teaching.gradebook.cell.hasWords')}</VisuallyHidden>
            </span>
          )}
        </>
      ) : (
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell that was being stood on is written in: the focus does not move
          autoFocus
          className="teaching-grid-input"
          aria-label={t('teaching.gradebook.cell.edit', { learner: `${learner.callName} ${learner.lastName}`, item: item.name })}
          value={draft}
          autoComplete="off"
          spellCheck={item.scale === 'words'}
          onChange={(event) => acts.onDraft(event.target.value)}
          onBlur={acts.onLeave}
        />
      )}
    </td>
  );
});
