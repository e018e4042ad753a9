import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import type { ReactNode } from 'react';
import './choice.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'children'> {
  readonly children: ReactNode;
  readonly description?: string;
}

/** On or off, acting at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-check ui-switch">
      <span className="ui-switch-track">
        <span className="ui-switch-knob" />
      </span>
      <span className="ui-check-texts">
        <span>{children}</span>
        {description && <span className="ui-check-description">{description}</span>}
      </span>
    </AriaSwitch>
  );
}
