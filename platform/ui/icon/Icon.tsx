import { icons, type IconName } from './icons.ts';
import './icon.css';

export interface IconProps {
  readonly name: IconName;
  /** Side in px; 20 unless told. */
  readonly size?: 16 | 20 | 24 | 32;
  /** What it means, when no text beside it says so. */
  readonly label?: string;
}

/** A small drawing. Decorative unless it has a label. */
export function Icon({ name, size = 20, label }: IconProps) {
  const accessible = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg className="ui-icon" width={size} height={size} viewBox="0 0 20 20" {...accessible}>
      <path d={icons[name]} />
    </svg>
  );
}
