import { Card, ErrorState, Muted, Section, Skeleton } from '@digione/platform/ui';
import { useEndpoint } from '@digione/platform/web';
import { listSchoolsChanges } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import { ChangeLines } from './ChangeLines.tsx';

interface RecentChangesProps {
  readonly school: { readonly educationProviderId: string; readonly schoolId: string };
  readonly onOpen?: (learnerId: string) => void;
}

/** Who came, left or is away for long, at one school. */
export function RecentChanges({ school, onOpen }: RecentChangesProps) {
  const t = useText();
  const changes = useEndpoint(listSchoolsChanges, { params: school, query: { limit: 20 } });
  if (changes.data === undefined) return changes.error === null ? <Skeleton /> : <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  return (
    <Section title={t('schoolAdmin.change.recent')}>
      {changes.data.changes.length === 0 ? (
        <Muted>{t('schoolAdmin.change.none')}</Muted>
      ) : (
        <Card padding="list">
          <ChangeLines school={school} changes={changes.data.changes} label={t('schoolAdmin.change.recent')} {...(onOpen !== undefined && { onOpen })} />
        </Card>
      )}
    </Section>
  );
}
