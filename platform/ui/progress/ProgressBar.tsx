import { useId } from 'react';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLanguage } from '../../i18n/react.tsx';
import type { Tone } from '../status/Chip.tsx';
import './progress.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0–1; `null` when nobody knows how long it takes. */
  readonly value: number | null;
  /** “12 300 / 100 000 riviä”. */
  readonly detail?: string;
}

/** How far a long work is. */
export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const id = useId();
  const percent = value === null ? undefined : Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <div className="ui-progress">
      <div className="ui-progress-line">
        <span id={id}>{label}</span>
        <span className="ui-muted ui-numbers">{detail ?? (percent === undefined ? '' : `${percent} %`)}</span>
      </div>
      <div className="ui-progress-track" role="progressbar" aria-labelledby={id} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={detail}>
        <span className={`ui-progress-bar${percent === undefined ? ' ui-progress-unknown' : ''}`} style={percent === undefined ? {} : { width: `${percent}%` }} />
      </div>
    </div>
  );
}

export interface SharePart {
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
}

/** A whole and its parts as one bar with its legend: present, late, absent. */
export function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
  const language = useLanguage();
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <figure className="ui-share" aria-label={label}>
      <div className="ui-share-track" aria-hidden="true">
        {parts.map((part) => part.count > 0 && <span key={part.label} className={`ui-share-part ui-fill-${part.tone}`} style={{ width: `${(part.count / total) * 100}%` }} />)}
      </div>
      <figcaption>
        <ul className="ui-share-legend">
          {parts.map((part) => (
            <li key={part.label}>
              <span className={`ui-share-dot ui-fill-${part.tone}`} aria-hidden="true" />
              {part.label} <b className="ui-numbers">{formatNumber(language, part.count)}</b>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
