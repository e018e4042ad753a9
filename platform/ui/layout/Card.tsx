import type { ReactNode } from 'react';
import './layout.css';

export interface CardProps {
  readonly children: ReactNode;
  /** Stands out with a thin line of its own: the lesson that is running, the absence to explain. */
  readonly tone?: 'plain' | 'accent' | 'attention';
  /** `list` lets rows reach the edges. */
  readonly padding?: 'normal' | 'list';
}

/** A sheet of paper on the desk. */
export function Card({ children, tone = 'plain', padding = 'normal' }: CardProps) {
  return <div className={`ui-card ui-card-${tone} ui-card-${padding}`}>{children}</div>;
}

/** Cards side by side where there is room, under each other where there is not. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="ui-card-grid">{children}</div>;
}
