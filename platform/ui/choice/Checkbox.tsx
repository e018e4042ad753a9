import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import './choice.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'children'> {
  /** Left out only in a table's cell, with `aria-label`. */
  readonly children?: ReactNode;
  readonly description?: string;
}

/** Yes or no, kept when the form is sent. What acts at once is a Switch. */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-check">
      {({ isIndeterminate }) => (
        <>
          <span className="ui-check-box">
            <Icon name={isIndeterminate ? 'minus' : 'check'} size={16} />
          </span>
          {children !== undefined && (
            <span className="ui-check-texts">
              <span>{children}</span>
              {description && <span className="ui-check-description">{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
