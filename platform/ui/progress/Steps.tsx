import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Icon } from '../icon/Icon.tsx';
import './progress.css';

export interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step at hand; the number of steps when all is done. */
  readonly current: number;
}

/** Where one is in a work of several steps. On a phone the current one in words. */
export function Steps({ label, steps, current }: StepsProps) {
  const language = useLanguage();
  return (
    <nav aria-label={label} className="ui-steps-box">
      <ol className="ui-steps">
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'later';
          return (
            <li key={step} className="ui-step" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="ui-step-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" size={16} /> : index + 1}
              </span>
              <span className="ui-step-label">
                {step}
                {state === 'done' && <span className="ui-hidden"> ({translate(language, 'ui.stepDone')})</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
