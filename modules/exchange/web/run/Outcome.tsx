import type { ReactNode } from 'react';
import type { ImportRun } from '@digione/exchange/contract';
import { Card, Icon, LinkButton, ProgressBar, Row, Stack, type IconName } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { countWrites } from './writes.ts';
import './run.css';

/** What became of the run, or how far it is, in one sentence and the next step. */
export function Outcome({ run }: { run: ImportRun }) {
  const t = useText();
  const format = useFormat();
  const { progress } = run;
  if (run.state === 'waiting' || run.state === 'running') {
    const stage = progress?.stage ?? 'waiting';
    const done = progress !== null && progress.done > 0 ? format.number(progress.done) : '';
    const isCounted = progress !== null && progress.total !== null && progress.total > 0;
    return (
      <Card>
        <Stack gap={2}>
          <ProgressBar
            label={t(`exchange.web.stage.${stage}`)}
            value={isCounted && progress.total !== null ? progress.done / progress.total : null}
            detail={isCounted && progress.total !== null ? `${done} / ${format.number(progress.total)}` : done}
          />
          <p className="ui-muted">{t(run.isDryRun ? 'exchange.web.checkingHelp' : 'exchange.web.importingHelp')}</p>
        </Stack>
      </Card>
    );
  }
  const again = <LinkButton href={`/imports?kind=${run.kind}`}>{t('exchange.web.otherFile')}</LinkButton>;
  if (run.state === 'failed') return <Told icon="alert" tone="attention" title={t('exchange.web.failed')} text={run.reason ?? t('exchange.web.failedHelp')} action={again} />;
  if (run.state === 'refused') return <Told icon="ban" tone="attention" title={t(run.isDryRun ? 'exchange.web.refusedCheck' : 'exchange.web.refused')} text={run.reason ?? t('exchange.web.refusedHelp')} action={again} />;
  const written = countWrites(run);
  if (!run.isDryRun) return <Told icon="check" tone="accent" title={t('exchange.web.done')} text={t('exchange.web.doneHelp', { count: written })} />;
  if (!run.can.apply) return <Told icon="info" title={t('exchange.web.spent')} text={t('exchange.web.spentHelp')} action={again} />;
  if (written === 0) return <Told icon="check" title={t('exchange.web.nothingToDo')} text={t('exchange.web.nothingToDoHelp')} action={again} />;
  return <Told icon="check" tone="accent" title={t('exchange.web.checked')} text={t('exchange.web.checkedHelp', { count: written })} />;
}

function Told({ icon, tone = 'plain', title, text, action }: { icon: IconName; tone?: 'plain' | 'accent' | 'attention'; title: string; text: string; action?: ReactNode }) {
  return (
    <Card tone={tone}>
      <Row align="spread">
        <div className="exchange-told">
          <Icon name={icon} />
          <Stack gap={1}>
            <strong>{title}</strong>
            <span className="ui-muted">{text}</span>
          </Stack>
        </div>
        {action}
      </Row>
    </Card>
  );
}
