import { Button } from '@digione/platform/ui';
import type { Gradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { BookStore } from './book-store.ts';
import { textOf, type Content } from './cells.ts';
import { useBookStatus } from './use-book-store.ts';

const SHOWN = 6;

/** What could not be saved, what a colleague was first with, what did not fit: nothing is lost without being told. */
export function BookNotes({ store, read }: { store: BookStore; read: Gradebook }) {
  const t = useText();
  const { refused, clashes, outside } = useBookStatus(store);
  const learnerOf = (id: string) => {
    const found = read.learners.find(({ personId }) => personId === id);
    return found === undefined ? '' : `${found.callName} ${found.lastName}`;
  };
  const itemOf = (id: string) => read.items.find(({ evidenceItemId }) => evidenceItemId === id);
  const written = (id: string, content: Content) => {
    const item = itemOf(id);
    return (item && textOf(item, content)) || t('teaching.gradebook.cell.empty');
  };
  const isTold = clashes.length > 0 || outside.length > 0;
  return (
    <div aria-live="polite">
      {refused.length > 0 && (
        <div className="teaching-note teaching-note-attention">
          <div>
            <p>{t('teaching.gradebook.refused', { count: refused.length })}</p>
            <ul className="teaching-note-list">
              {refused.slice(0, SHOWN).map((one) => (
                <li key={`${one.evidenceItemId} ${one.learnerId}`}>
                  {t('teaching.gradebook.refusedOne', { learner: learnerOf(one.learnerId), item: itemOf(one.evidenceItemId)?.name ?? '', text: one.text ?? '' })}
                </li>
              ))}
              {refused.length > SHOWN && <li>…</li>}
            </ul>
          </div>
        </div>
      )}
      {isTold && (
        <div className="teaching-note teaching-note-attention">
          <div>
            {outside.length > 0 && <p>{t('teaching.gradebook.outside', { count: outside.length, text: outside.slice(0, 20).join(', ') })}</p>}
            {clashes.length > 0 && (
              <>
                <p>{t('teaching.gradebook.clash')}</p>
                <ul className="teaching-note-list">
                  {clashes.map((clash) => (
                    <li key={`${clash.evidenceItemId} ${clash.learnerId}`}>
                      {t('teaching.gradebook.clashOne', {
                        learner: learnerOf(clash.learnerId),
                        item: itemOf(clash.evidenceItemId)?.name ?? '',
                        theirs: written(clash.evidenceItemId, clash.theirs),
                        mine: written(clash.evidenceItemId, clash.mine),
                      })}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <Button size="sm" kind="quiet" onPress={() => store.forget()}>
              {t('teaching.gradebook.close')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
