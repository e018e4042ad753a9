import type { ImportRun } from '@digione/exchange/contract';
import { Chip, type IconName, type Tone } from '@digione/platform/ui';
import { useText } from './messages.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: 'waiting' | 'running' | 'checked' | 'done' | 'refused' | 'failed';
}

function lookOf({ state, isDryRun }: Pick<ImportRun, 'state' | 'isDryRun'>): Look {
  switch (state) {
    case 'waiting':
      return { tone: 'neutral', icon: 'clock', text: 'waiting' };
    case 'running':
      return { tone: 'info', icon: 'refresh', text: 'running' };
    case 'succeeded':
      return isDryRun ? { tone: 'accent', icon: 'eye', text: 'checked' } : { tone: 'success', icon: 'check', text: 'done' };
    case 'refused':
      return { tone: 'attention', icon: 'ban', text: 'refused' };
    case 'failed':
      return { tone: 'danger', icon: 'alert', text: 'failed' };
  }
}

/** Where a run is, in a word. */
export function StateChip({ run }: { run: Pick<ImportRun, 'state' | 'isDryRun'> }) {
  const t = useText();
  const { tone, icon, text } = lookOf(run);
  return (
    <Chip tone={tone} icon={icon}>
      {t(`exchange.web.state.${text}`)}
    </Chip>
  );
}
