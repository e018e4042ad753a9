import { subjectHue } from '../tokens/subject-hue.ts';
import './status.css';

export interface AvatarProps {
  /** “Aino Virtanen”: the initials are taken from the first and the last word. */
  readonly name: string;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** A person's initials in a steady colour. The name always stands beside it, so it is decoration. */
export function Avatar({ name, size = 'md' }: AvatarProps) {
  return (
    <span className={`ui-avatar ui-avatar-${size}`} data-hue={subjectHue(`name:${name}`)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** The first letters of the first and the last word, `AV`; whole characters also outside the basic plane. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase('fi') ?? '').join('');
}
