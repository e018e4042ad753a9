import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, Input } from 'react-aria-components/ComboBox';
import { FieldFault, FieldLabel, type FieldTexts } from '../field/FieldParts.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { Option } from './option.ts';
import { OptionPopover } from './OptionList.tsx';

export interface ComboBoxProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** With a search on the server: the page reads `options` anew as one writes, and nothing is filtered here. */
  readonly onSearch?: (text: string) => void;
  readonly searchText?: string;
  readonly emptyText?: string;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of many, found by writing. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { options, value, onChange, onSearch, searchText, emptyText, placeholder, errorMessage, isDisabled = false } = props;
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key);
    onChange(chosen ? chosen.value : null);
  };
  return (
    <AriaComboBox
      className="ui-field ui-combobox"
      {...(onSearch ? { items: options, onInputChange: onSearch, ...(searchText !== undefined && { inputValue: searchText }) } : { defaultItems: options })}
      selectedKey={value}
      onSelectionChange={choose}
      isInvalid={errorMessage !== undefined}
      isDisabled={isDisabled}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <span className="ui-combobox-control">
        <Input className="ui-input ui-combobox-input" {...(placeholder !== undefined && { placeholder })} />
        <Button className="ui-combobox-button">
          <Icon name="chevron-down" size={16} />
        </Button>
      </span>
      <FieldFault errorMessage={errorMessage} />
      <OptionPopover emptyText={emptyText} />
    </AriaComboBox>
  );
}
