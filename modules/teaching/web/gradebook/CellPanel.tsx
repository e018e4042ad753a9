import { Button, Dialog, EmptyState, List, ListItem, QueryState, TextArea } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { listEvidenceHistory, LONGEST_WORDS, type EvidenceItem, type Gradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { BookStore } from './book-store.ts';
import { keyOf, textOf } from './cells.ts';
import type { Spot } from './Grid.tsx';
import { useCell, type BookParams } from './use-book-store.ts';

interface CellPanelProps {
  readonly params: BookParams;
  readonly read: Gradebook;
  readonly store: BookStore;
  readonly spot: Spot;
}

/** The chosen cell at length: what it shows, feedback in words, and who has written what in it. */
export function CellPanel({ params, read, store, spot }: CellPanelProps) {
  const [item, learner] = [read.items[spot.column], read.learners[spot.row]];
  if (item === undefined || learner === undefined) return null;
  return <Cell key={`${item.evidenceItemId} ${learner.personId}`} params={params} read={read} store={store} item={item} learner={learner} />;
}

function Cell({ params, read, store, item, learner }: Omit<CellPanelProps, 'spot'> & { item: EvidenceItem; learner: Gradebook['learners'][number] }) {
  const t = useText();
  const place = { evidenceItemId: item.evidenceItemId, learnerId: learner.personId };
  const cell = useCell(store, keyOf(place));
  const [words, setWords] = useState<string>();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const name = `${learner.callName} ${learner.lastName}`;
  const objectives = read.objectives.filter(({ key }) => item.objectiveKeys.includes(key));
  const format = useFormat();
  const level = item.scale === 'level' && cell.value !== null ? item.levels[Number(cell.value) - 1] : undefined;
  const keep = () => {
    if (words !== undefined && words.trim() !== (cell.words ?? '')) store.act([{ ...place, value: cell.value, words: words.trim() === '' ? null : words.trim() }]);
    setWords(undefined);
  };
  return (
    <section className="teaching-cell no-print" aria-label={t('teaching.gradebook.cell.edit', { learner: name, item: item.name })}>
      <div className="teaching-cell-head">
        <p className="teaching-cell-title">
          {name} · {item.name}
          {textOf(item, cell) !== '' && item.scale !== 'words' && <b> {cell.value}</b>}
          {level !== undefined && <span> {level}</span>}
        </p>
        <Button size="sm" kind="quiet" icon="history" onPress={() => setHistoryOpen(true)}>
          {t('teaching.gradebook.history')}
        </Button>
      </div>
      {cell.fault !== undefined && <p className="teaching-cell-fault">{cell.fault}</p>}
      {objectives.length > 0 && (
        <ul className="teaching-cell-objectives">
          {objectives.map(({ key, label, text }) => (
            <li key={key}>
              {label !== null && <b>{label}</b>} {text === null ? '' : withoutLabel(format.name(text), label)}
            </li>
          ))}
        </ul>
      )}
      {read.canRecord ? (
        <TextArea label={t('teaching.gradebook.words')} value={words ?? cell.words ?? ''} onChange={setWords} onBlur={keep} maxLength={LONGEST_WORDS} isOptional />
      ) : (
        cell.words !== null && <p>{cell.words}</p>
      )}
      {isHistoryOpen && <HistoryDialog params={{ ...params, ...place }} title={t('teaching.gradebook.historyOf', { learner: name, item: item.name })} onClose={() => setHistoryOpen(false)} />}
    </section>
  );
}

/** An objective's text without the number it begins with, which stands beside it. */
const withoutLabel = (text: string, label: string | null): string => (label !== null && text.startsWith(`${label} `) ? text.slice(label.length + 1) : text);

function HistoryDialog({ params, title, onClose }: { params: BookParams & { readonly evidenceItemId: string; readonly learnerId: string }; title: string; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const history = useEndpoint(listEvidenceHistory, { params });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <QueryState query={history}>
        {({ changes }) =>
          changes.length === 0 ? (
            <EmptyState icon="history" title={t('teaching.gradebook.historyEmpty')} isCompact />
          ) : (
            <List label={title}>
              {changes.map(({ at, by, value, words }) => (
                <ListItem
                  key={at + (value ?? '') + (words ?? '')}
                  title={[value, words].filter((one) => one !== null).join(' · ') || t('teaching.gradebook.cell.empty')}
                  detail={`${by.callName} ${by.lastName}, ${format.moment(at)}`}
                />
              ))}
            </List>
          )
        }
      </QueryState>
    </Dialog>
  );
}
