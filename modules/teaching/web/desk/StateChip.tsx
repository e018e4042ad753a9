import { Chip, type IconName, type Tone } from '@digione/platform/ui';
import type { RegisterState } from '../../contract/index.ts';
import { useText } from '../messages.ts';

const LOOK: Readonly<Record<RegisterState, { tone: Tone; icon: IconName }>> = {
  untaken: { tone: 'neutral', icon: 'question' },
  partial: { tone: 'attention', icon: 'clock' },
  taken: { tone: 'success', icon: 'check' },
};

/** How far a register is, in a word. */
export function StateChip({ state }: { state: RegisterState }) {
  const t = useText();
  return (
    <Chip tone={LOOK[state].tone} icon={LOOK[state].icon}>
      {t(`teaching.state.${state}`)}
    </Chip>
  );
}
