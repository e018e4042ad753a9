import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { FieldFault, FieldLabel, type FieldTexts } from '../field/FieldParts.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import type { Option } from '../select/option.ts';
import './choice.css';

export interface RadioGroupProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

const picker =
  <Value extends string>(options: readonly Option<Value>[], onChange: (value: Value) => void) =>
  (value: string) => {
    const chosen = options.find((option) => option.value === value);
    if (chosen) onChange(chosen.value);
  };

/** One of two to six, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { options, value, onChange, errorMessage, isDisabled = false } = props;
  return (
    <AriaRadioGroup className="ui-field" value={value} onChange={picker(options, onChange)} isInvalid={errorMessage !== undefined} isDisabled={isDisabled}>
      <FieldLabel {...props} />
      <div className="ui-radios">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} isDisabled={option.isDisabled ?? false} className="ui-check ui-radio">
            <span className="ui-check-box ui-radio-dot" />
            <span className="ui-check-texts">
              <span>{option.label}</span>
              {option.detail && <span className="ui-check-description">{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault errorMessage={errorMessage} />
    </AriaRadioGroup>
  );
}

export interface SegmentedProps<Value extends string> {
  /** What is chosen, said by a screen reader. */
  readonly label: string;
  readonly options: readonly (Option<Value> & { readonly icon?: IconName })[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of two to four short words side by side: a view, a filter. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <AriaRadioGroup className="ui-segmented" aria-label={label} orientation="horizontal" value={value} onChange={picker(options, onChange)}>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} isDisabled={option.isDisabled ?? false} className="ui-segment">
          {option.icon && <Icon name={option.icon} size={16} />}
          {option.label}
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
