import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** One primary in sight at most; `quiet` for what stands in rows and bars. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'md' | 'sm';
  readonly icon?: IconName;
  /** Fills the width on a phone. */
  readonly isWide?: boolean;
  /** A verb. */
  readonly children: ReactNode;
}

/** Acts. While `isPending` it stays in place, keeps the focus and takes no second press. */
export function Button({ kind = 'secondary', size = 'md', icon, isWide = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`ui-button ui-button-${kind} ui-button-${size}${isWide ? ' ui-button-wide' : ''}`}>
      {({ isPending }) => (
        <>
          {isPending ? <Spinner /> : icon && <Icon name={icon} size={size === 'sm' ? 16 : 20} />}
          <span>{children}</span>
        </>
      )}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** What it does, for those who do not see the drawing, and in a tip for those who do. */
  readonly label: string;
  readonly size?: 'md' | 'sm';
}

/** A button that is only a drawing. */
export function IconButton({ icon, label, size = 'md', ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={`ui-icon-button ui-icon-button-${size}`} render={(props) => <button {...props} title={label} />}>
      <Icon name={icon} size={size === 'sm' ? 16 : 20} />
    </AriaButton>
  );
}

/** Turns while something is under way. */
export function Spinner() {
  const language = useLanguage();
  return (
    <svg className="ui-spinner" width="18" height="18" viewBox="0 0 20 20" role="img" aria-label={translate(language, 'ui.pending')}>
      <circle cx="10" cy="10" r="7.5" />
    </svg>
  );
}
