import { lazy, Suspense, useState } from 'react';
import { listChildren } from '@digione/home-school/contract';
import { Button, Dialog, ErrorState, Skeleton } from '@digione/platform/ui';
import { useEndpoint, usePrefetch, useToday } from '@digione/platform/web';
import { useText } from '../messages.ts';

const load = () => import('@digione/school-admin/web/report').then((report) => ({ default: report.ReportDialog }));
const ReportDialog = lazy(load);

export interface ReportButtonProps {
  readonly kind?: 'primary' | 'secondary';
  readonly isWide?: boolean;
  /** Chosen when it opens; without it all children who are not reported away today. */
  readonly learnerId?: string;
}

/** One press from the desk to the form, filled in for all children over all cities. */
export function ReportButton({ kind = 'secondary', isWide = false, learnerId }: ReportButtonProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const prefetch = usePrefetch();
  const readAhead = () => {
    void load();
    prefetch(listChildren, {});
  };
  return (
    <>
      <Button kind={kind} isWide={isWide} icon="absent" onHoverStart={readAhead} onPressStart={readAhead} onPress={() => setOpen(true)}>
        {t('homeSchool.report.open')}
      </Button>
      {isOpen && <Reporting learnerId={learnerId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Reporting({ learnerId, onClose }: { learnerId: string | undefined; onClose: () => void }) {
  const t = useText();
  const today = useToday();
  const family = useEndpoint(listChildren, {});
  const waiting = (
    <Dialog title={t('homeSchool.report.open')} isOpen onClose={onClose}>
      {family.error ? <ErrorState error={family.error} onRetry={() => void family.refetch()} /> : <Skeleton rows={5} />}
    </Dialog>
  );
  if (family.data === undefined) return waiting;
  const { children, providers } = family.data;
  const learners = children
    .filter(({ can }) => can.report)
    .map(({ educationProviderId, learnerId: id, callName, relation, notices }) => ({
      educationProviderId,
      learnerId: id,
      callName,
      isSelf: relation === 'self',
      types: providers.find((one) => one.educationProviderId === educationProviderId)?.types ?? [],
      isToldOf: notices.some(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay),
    }));
  const preselected = learnerId === undefined ? learners.filter(({ isToldOf }) => !isToldOf).map((one) => one.learnerId) : [learnerId];
  return (
    <Suspense fallback={waiting}>
      <ReportDialog learners={learners} preselected={preselected} onClose={onClose} />
    </Suspense>
  );
}
