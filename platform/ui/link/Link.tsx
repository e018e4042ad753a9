import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link';
import type { ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import '../button/button.css';
import './link.css';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'children' | 'href'> {
  readonly href: string;
  /** `quiet` is underlined only under the pointer: for lists where everything is a link. */
  readonly kind?: 'text' | 'quiet';
  readonly children: ReactNode;
}

/** Goes to a page; inside the workspace without loading it anew. */
export function Link({ kind = 'text', children, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className={`ui-link ui-link-${kind}`}>
      {children}
      {rest.target === '_blank' && <NewTab />}
    </AriaLink>
  );
}

function NewTab() {
  const language = useLanguage();
  return (
    <>
      {' '}
      <Icon name="external" size={16} />
      <VisuallyHidden>({translate(language, 'ui.external')})</VisuallyHidden>
    </>
  );
}

export interface LinkButtonProps extends Omit<AriaLinkProps, 'className' | 'children' | 'href'> {
  readonly href: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'md' | 'sm';
  readonly icon?: IconName;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function LinkButton({ kind = 'secondary', size = 'md', icon, isWide = false, children, ...rest }: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={`ui-button ui-button-${kind} ui-button-${size}${isWide ? ' ui-button-wide' : ''}`}>
      {icon && <Icon name={icon} size={size === 'sm' ? 16 : 20} />}
      <span>{children}</span>
    </AriaLink>
  );
}
