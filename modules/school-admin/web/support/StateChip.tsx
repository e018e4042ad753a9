import { Chip } from '@digione/platform/ui';
import type { SupportState } from '../../contract/index.ts';
import { useText } from '../messages.ts';

const LOOKS = { prepared: { tone: 'attention', icon: 'edit' }, coming: { tone: 'info', icon: 'clock' }, 'in-force': { tone: 'success', icon: 'check' }, ended: { tone: 'neutral', icon: 'history' } } as const;

export function StateChip({ state }: { state: SupportState }) {
  const t = useText();
  return <Chip {...LOOKS[state]}>{t(`schoolAdmin.support.state.${state}`)}</Chip>;
}
