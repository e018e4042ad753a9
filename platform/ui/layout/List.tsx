import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components/Link';
import { Icon } from '../icon/Icon.tsx';
import './list.css';

/** Rows under each other, in a Card with `padding="list"` or alone. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="ui-list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListItemProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** An Avatar, an Icon, a time. */
  readonly leading?: ReactNode;
  /** A Chip, a button. Not inside the link when the row is one. */
  readonly trailing?: ReactNode;
  /** Makes the row lead somewhere. */
  readonly href?: string;
}

/** One row: who or what, a quiet second line, and what can be done. */
export function ListItem({ title, detail, leading, trailing, href }: ListItemProps) {
  const body = (
    <>
      {leading && <span className="ui-list-leading">{leading}</span>}
      <span className="ui-list-texts">
        <span className="ui-list-title">{title}</span>
        {detail && <span className="ui-list-detail">{detail}</span>}
      </span>
    </>
  );
  return (
    <li className="ui-list-item">
      {href === undefined ? (
        <div className="ui-list-row">{body}</div>
      ) : (
        <AriaLink href={href} className="ui-list-row ui-list-link">
          {body}
          {!trailing && <Icon name="chevron-right" size={16} />}
        </AriaLink>
      )}
      {trailing && <div className="ui-list-trailing">{trailing}</div>}
    </li>
  );
}

export interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Facts of one thing as label and value. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="ui-facts">
      {facts.map((fact) => (
        <div key={fact.label} className="ui-fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
