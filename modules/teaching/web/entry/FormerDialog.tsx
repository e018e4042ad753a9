import { Dialog, List, ListItem, QueryState } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { listFormerEntries, type FormerEntry, type LessonEntry } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { RegisterParams } from '../register/use-save-queue.ts';

/** What has been corrected: what stood there, who changed it and when. */
export function FormerDialog({ params, learners, onClose }: { params: RegisterParams; learners: LessonEntry['learners']; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const former = useEndpoint(listFormerEntries, { params });
  const nameOf = (id: string | null) => learners.filter(({ personId }) => personId === id).map(({ callName, lastName }) => `${callName} ${lastName}`)[0];
  const kinds: Record<FormerEntry['kind'], string> = {
    homework: t('teaching.entry.kind.homework'),
    exam: t('teaching.entry.kind.exam'),
    note: t('teaching.entry.kind.note'),
    register: t('teaching.entry.kind.register'),
  };
  return (
    <Dialog title={t('teaching.entry.historyTitle')} isOpen onClose={onClose} size="lg">
      <QueryState query={former}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p>{t('teaching.entry.noHistory')}</p>
          ) : (
            <List>
              {entries.map((entry, index) => (
                <ListItem
                  key={`${entry.id} ${index}`}
                  title={[kinds[entry.kind], nameOf(entry.learnerId), entry.text].filter(Boolean).join(': ')}
                  detail={t(entry.isRemoved ? 'teaching.entry.removedBy' : 'teaching.entry.changedBy', {
                    name: entry.changedBy === null ? '–' : `${entry.changedBy.callName} ${entry.changedBy.lastName}`,
                    when: format.moment(entry.changedAt),
                  })}
                />
              ))}
            </List>
          )
        }
      </QueryState>
    </Dialog>
  );
}
