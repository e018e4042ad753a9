import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { Option } from './option.ts';
import '../overlay/popover.css';
import './select.css';

/** The list that opens under Select and ComboBox; a ComboBox brings its items itself, filtered. */
export function OptionPopover<Value extends string>({ options, emptyText }: { options?: readonly Option<Value>[]; emptyText?: string | undefined }) {
  const language = useLanguage();
  return (
    <Popover className="ui-popover ui-popover-list" offset={4}>
      <ListBox
        className="ui-listbox"
        {...(options && { items: options })}
        renderEmptyState={() => <p className="ui-listbox-empty">{emptyText ?? translate(language, 'ui.noOptions')}</p>}
      >
        {(option: Option<Value>) => (
          <ListBoxItem id={option.value} textValue={option.label} isDisabled={option.isDisabled ?? false} className="ui-option">
            {({ isSelected }) => (
              <>
                <span className="ui-option-texts">
                  <Text slot="label">{option.label}</Text>
                  {option.detail && (
                    <Text slot="description" className="ui-option-detail">
                      {option.detail}
                    </Text>
                  )}
                </span>
                {isSelected && <Icon name="check" size={16} />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
