import { useId, type ReactNode } from 'react';
import './layout.css';

export interface SectionProps {
  readonly title: string;
  /** A quiet sentence beside or under the title. */
  readonly description?: ReactNode;
  /** Quiet buttons on the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The heading's level; 2 unless inside another section. */
  readonly level?: 2 | 3;
}

/** A titled part of a page. */
export function Section({ title, description, actions, children, level = 2 }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="ui-section" aria-labelledby={id}>
      <header className="ui-section-header">
        <div className="ui-section-titles">
          <Heading id={id}>{title}</Heading>
          {description && <p className="ui-section-description">{description}</p>}
        </div>
        {actions && <div className="ui-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
