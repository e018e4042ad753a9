import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import './status.css';

export type Tone = 'neutral' | 'accent' | 'success' | 'info' | 'attention' | 'danger';

export interface ChipProps {
  readonly tone?: Tone;
  /** A state has an icon: colour alone carries no meaning. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A state in a word: “Selvittämättä”, “Vahvistettu”. */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span className={`ui-chip ui-tone-${tone}`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}

export interface BadgeProps {
  readonly count: number;
  /** What is counted, for a screen reader: “3 lukematonta”. */
  readonly label: string;
}

/** A number of things waiting; nothing when there are none. */
export function Badge({ count, label }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className="ui-badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="ui-hidden">{label}</span>
    </span>
  );
}

export interface SubjectChipProps {
  readonly hue: number;
  readonly children: ReactNode;
}

/** A subject in its own steady hue (`subjectHue(code)`). */
export function SubjectChip({ hue, children }: SubjectChipProps) {
  return (
    <span className="ui-chip ui-subject" data-hue={hue}>
      {children}
    </span>
  );
}
