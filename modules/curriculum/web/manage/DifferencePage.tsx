import { compareEditions } from '@digione/curriculum/contract';
import { Button, EmptyState, Page, PageHeader, QueryState, Row, Skeleton } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';
import { ChangeItem } from './ChangeItem.tsx';
import '../reading/curriculum.css';

/** What changed from one edition to another, part by part: before and now. */
export default function DifferencePage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const [before] = useSearchParam('before');
  const [after] = useSearchParam('after');
  const [offset, setOffset] = useSearchParam('offset', '0');
  const read = useEndpoint(compareEditions, { params: { educationProviderId }, query: { before, after, offset } }, { keepPrevious: true });
  return (
    <Page>
      <PageHeader
        title={t('curriculum.difference.title')}
        back={{ href: `/curriculum/manage?provider=${educationProviderId}`, label: t('curriculum.manage.title') }}
        {...(read.data && { subtitle: `${said(read.data.after.name, format.language).text} · ${t('curriculum.difference.between', { before: published(read.data.before.publishedAt), after: published(read.data.after.publishedAt) })}` })}
      />
      <QueryState query={read} loading={<Skeleton rows={10} />}>
        {({ counts, changes, nextOffset }) => (
          <>
            <p role="status">{t('curriculum.difference.counts', { added: counts.added, changed: counts.changed + counts.rekeyed, removed: counts.removed })}</p>
            {changes.length === 0 ? (
              <EmptyState icon="check" title={t('curriculum.difference.none')} />
            ) : (
              <ol className="curriculum-hits">
                {changes.map((change) => (
                  <ChangeItem key={`${change.change} ${change.key}`} change={change} />
                ))}
              </ol>
            )}
            <Row>
              {offset !== '0' && <Button onPress={() => setOffset('0')}>{t('curriculum.difference.earlier')}</Button>}
              {nextOffset !== null && <Button onPress={() => setOffset(String(nextOffset))}>{t('curriculum.difference.next')}</Button>}
            </Row>
          </>
        )}
      </QueryState>
    </Page>
  );

  function published(instant: string | null): string {
    return instant === null ? '–' : format.date(instant.slice(0, 10), 'numeric');
  }
}
