import { useEffect } from 'react';
import { applyImport, getImport, type ImportRun } from '@digione/exchange/contract';
import { Button, LinkButton, Page, PageHeader, QueryState, Steps } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useGo, useParam, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { useStepNames } from '../steps.ts';
import { Outcome } from './Outcome.tsx';
import { Report } from './Report.tsx';
import { isWorthApplying } from './writes.ts';

/** Told by live updates too; asking makes sure of the last step where those do not come through. */
const ASK_AGAIN_MS = 2_000;

const isUnderWay = (run: ImportRun | undefined) => run?.state === 'waiting' || run?.state === 'running';

/** One run: how far it is, what it found, and carrying it out. */
export default function ImportRunPage() {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  const educationProviderId = useProviderId();
  const importRunId = useParam('importRunId');
  const query = useEndpoint(getImport, { params: { educationProviderId, importRunId } });
  const { data: run, refetch } = query;
  const apply = useAction(applyImport, { onDone: (started) => go(`/imports/${started.importRunId}`) });
  const steps = useStepNames();

  useEffect(() => {
    if (!isUnderWay(run)) return undefined;
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [run, refetch]);

  const who = run?.startedBy ? `${run.startedBy.callName} ${run.startedBy.lastName}` : t('exchange.web.byCommand');
  return (
    <Page>
      <PageHeader
        back={{ href: '/imports', label: t('exchange.web.title') }}
        title={run?.fileName ?? t('exchange.web.run')}
        subtitle={run && `${t(`exchange.web.kind.${run.kind}`)} · ${format.moment(run.createdAt)} · ${who}`}
        actions={
          run && isWorthApplying(run) && (
            <>
              <LinkButton href={`/imports?kind=${run.kind}`}>{t('exchange.web.otherFile')}</LinkButton>
              <Button kind="primary" icon="upload" isPending={apply.isPending} onPress={() => apply.run({ params: { educationProviderId, importRunId } })}>
                {t('exchange.web.apply')}
              </Button>
            </>
          )
        }
      />
      <QueryState query={query}>
        {(found) => (
          <>
            <Steps label={t('exchange.web.stepsLabel')} steps={steps} current={stepOf(found)} />
            <Outcome run={found} />
            {!isUnderWay(found) && <Report run={found} />}
          </>
        )}
      </QueryState>
    </Page>
  );
}

function stepOf(run: ImportRun): number {
  if (run.isDryRun) return 2;
  return run.state === 'succeeded' ? 4 : 3;
}
