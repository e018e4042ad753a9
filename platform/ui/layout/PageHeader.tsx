import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { Link } from '../link/Link.tsx';
import './layout.css';

export interface PageHeaderProps {
  /** The page's one h1; also the document's title, unless that is told apart. */
  readonly title: string;
  readonly documentTitle?: string;
  /** One quiet line: the class and school, the date. */
  readonly subtitle?: ReactNode;
  /** The page above: shown over the title. */
  readonly back?: { readonly href: string; readonly label: string };
  /** What is done here; one primary button at most. */
  readonly actions?: ReactNode;
  /** Before the title: a person's initials, a subject's mark. */
  readonly leading?: ReactNode;
}

/** Says where one is. Takes the focus after a navigation, so that a screen reader begins here. */
export function PageHeader({ title, documentTitle = title, subtitle, back, actions, leading }: PageHeaderProps) {
  return (
    <header className="ui-page-header">
      <title>{`${documentTitle} – DigiOne`}</title>
      {back && (
        <nav className="ui-page-back no-print">
          <Link href={back.href} kind="quiet">
            <Icon name="chevron-left" size={16} /> {back.label}
          </Link>
        </nav>
      )}
      <div className="ui-page-line">
        {leading}
        <div className="ui-page-titles">
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle && <p className="ui-page-subtitle">{subtitle}</p>}
        </div>
        {actions && <div className="ui-actions no-print">{actions}</div>}
      </div>
    </header>
  );
}

/** The body of a page: its width, and the space between its parts. `wide` for tables and weeks, `text` for forms and reading. */
export function Page({ children, width = 'normal' }: { children: ReactNode; width?: 'text' | 'normal' | 'wide' }) {
  return <div className={`ui-page ui-page-${width}`}>{children}</div>;
}

/** Things under each other with even space. */
export function Stack({ children, gap = 4 }: { children: ReactNode; gap?: 1 | 2 | 3 | 4 | 6 | 8 }) {
  return <div className={`ui-stack ui-gap-${gap}`}>{children}</div>;
}

/** Things beside each other; they wrap where there is no room. */
export function Row({ children, gap = 3, align = 'center' }: { children: ReactNode; gap?: 1 | 2 | 3 | 4 | 6; align?: 'center' | 'start' | 'end' | 'spread' }) {
  return <div className={`ui-row ui-gap-${gap} ui-row-${align}`}>{children}</div>;
}

/** A line of quiet smaller text. */
export function Muted({ children }: { children: ReactNode }) {
  return <span className="ui-muted">{children}</span>;
}
