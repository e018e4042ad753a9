import { Menu, MenuItem, MenuTrigger, Separator } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { ReactElement } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import './popover.css';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly detail?: string;
  readonly href?: string;
  readonly onAction?: () => void;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Marked as the one in force (a theme, a language). */
  readonly isCurrent?: boolean;
}

export interface MenuButtonProps {
  /** The button that opens it: a `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  /** What the menu is of, said by a screen reader. */
  readonly label: string;
  /** Groups of entries, with a line between them. */
  readonly groups: readonly (readonly MenuEntry[])[];
}

/** Further acts behind one button. */
export function MenuButton({ trigger, label, groups }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Menu className="ui-menu" aria-label={label}>
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`line-${index}`} className="ui-menu-line" />] : []),
            ...group.map((entry) => <Entry key={entry.id} entry={entry} />),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const { id, label, icon, detail, href, onAction, isDanger = false, isDisabled = false, isCurrent = false } = entry;
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={`ui-menu-item${isDanger ? ' ui-menu-danger' : ''}`}
      isDisabled={isDisabled}
      {...(href !== undefined && { href })}
      {...(onAction && { onAction })}
    >
      {icon && <Icon name={icon} />}
      <span className="ui-menu-texts">
        <span>{label}</span>
        {detail && <span className="ui-menu-detail">{detail}</span>}
      </span>
      {isCurrent && <Icon name="check" size={16} />}
    </MenuItem>
  );
}
