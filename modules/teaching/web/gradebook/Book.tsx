import { Button, EmptyState } from '@digione/platform/ui';
import { useState } from 'react';
import type { EvidenceItem, Gradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { BookBar } from './BookBar.tsx';
import { BookNotes } from './BookNotes.tsx';
import { CellPanel } from './CellPanel.tsx';
import { Grid, type Spot } from './Grid.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { useBookStore, type BookParams } from './use-book-store.ts';
import './gradebook.css';

/** The book: the grid, what stands in the chosen cell, and what is being saved. */
export function Book({ params, read }: { params: BookParams; read: Gradebook }) {
  const t = useText();
  const store = useBookStore(params, read);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const [dialog, setDialog] = useState<EvidenceItem | 'new'>();
  const addButton = (
    <Button icon="plus" kind="primary" onPress={() => setDialog('new')}>
      {t('teaching.gradebook.add')}
    </Button>
  );
  if (read.learners.length === 0) return <EmptyState icon="people" title={t('teaching.gradebook.noLearners')} />;
  return (
    <div className="teaching-book">
      {!read.canRecord && <p className="teaching-note">{t('teaching.gradebook.readOnly')}</p>}
      <BookNotes store={store} read={read} />
      {read.items.length === 0 ? (
        <EmptyState icon="exam" title={t('teaching.gradebook.empty')} {...(read.canRecord && { action: addButton })}>
          {read.canRecord && t('teaching.gradebook.emptyHelp')}
        </EmptyState>
      ) : (
        <>
          {read.canRecord && <BookBar store={store} add={addButton} />}
          <Grid read={read} store={store} spot={spot} onSpot={setSpot} onItem={setDialog} />
          <CellPanel params={params} read={read} store={store} spot={spot} />
        </>
      )}
      {dialog !== undefined && <ItemDialog params={params} item={dialog === 'new' ? undefined : dialog} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
