import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { FieldFault, FieldLabel, type FieldTexts } from '../field/FieldParts.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { Option } from './option.ts';
import { OptionPopover } from './OptionList.tsx';

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly name?: string;
}

/** One of a few (up to about twelve). More, or people: ComboBox. Two or three: Segmented. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder, errorMessage, isDisabled = false, name } = props;
  const language = useLanguage();
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key);
    if (chosen) onChange(chosen.value);
  };
  return (
    <AriaSelect
      className="ui-field ui-select"
      value={value}
      onChange={choose}
      isInvalid={errorMessage !== undefined}
      isDisabled={isDisabled}
      placeholder={placeholder ?? translate(language, 'ui.choose')}
      {...(name !== undefined && { name })}
    >
      <FieldLabel {...props} />
      <Button className="ui-input ui-select-button">
        <SelectValue className="ui-select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon name="chevron-down" size={16} />
      </Button>
      <FieldFault errorMessage={errorMessage} />
      <OptionPopover options={options} />
    </AriaSelect>
  );
}
