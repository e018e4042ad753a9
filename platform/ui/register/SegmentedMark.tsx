import { Icon } from '../icon/Icon.tsx';
import type { MarkOption } from './marks.ts';
import './register.css';

export interface SegmentedMarkProps<Value extends string> {
  /** Whose mark it is. */
  readonly label: string;
  readonly options: readonly MarkOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/**
 * One of a few marks. Unlike common radio buttons, arrows only move the focus: a mark is saved at once, so it takes a
 * press, Space, or its letter.
 */
export function SegmentedMark<Value extends string>({ label, options, value, onChange, isDisabled = false }: SegmentedMarkProps<Value>) {
  const selected = options.findIndex((option) => option.value === value);
  return (
    <div className="ui-mark" role="radiogroup" aria-label={label} aria-disabled={isDisabled || undefined}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          className={`ui-mark-option ui-mark-${option.tone}`}
          aria-checked={index === selected}
          aria-keyshortcuts={option.shortcut}
          disabled={isDisabled}
          tabIndex={index === Math.max(selected, 0) ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          <Icon name={option.icon} />
          <span>{option.label}</span>
        </button>
      ))}
    </div>
  );
}
