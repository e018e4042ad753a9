import { Button, Icon, IconButton, Spinner } from '@digione/platform/ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../messages.ts';
import type { BookStore } from './book-store.ts';
import { useBookStatus } from './use-book-store.ts';

/** Adds, undoes, and says whether everything is saved. */
export function BookBar({ store, add }: { store: BookStore; add: ReactNode }) {
  const t = useText();
  const { state, canUndo, canRedo } = useBookStatus(store);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const text = state === 'saving' ? t('teaching.gradebook.saving') : state === 'waiting' ? t('teaching.gradebook.waiting') : t('teaching.gradebook.saved');
  return (
    <div className="teaching-book-bar no-print">
      {add}
      <span className="teaching-book-acts">
        <IconButton icon="undo" label={t('teaching.gradebook.undo')} isDisabled={!canUndo} onPress={() => store.undo()} />
        <IconButton icon="refresh" label={t('teaching.gradebook.redo')} isDisabled={!canRedo} onPress={() => store.redo()} />
        <Button kind="quiet" aria-expanded={isHelpOpen} onPress={() => setHelpOpen(!isHelpOpen)}>
          {t('teaching.gradebook.keys')}
        </Button>
      </span>
      <span className="teaching-book-state" role="status" data-state={state}>
        {state === 'saving' ? <Spinner /> : <Icon name={state === 'waiting' ? 'offline' : 'check'} size={16} />} {text}
      </span>
      {isHelpOpen && <p className="teaching-book-keys">{t('teaching.gradebook.keysText')}</p>}
    </div>
  );
}
