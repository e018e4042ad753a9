import type { IconName } from '../icon/icons.ts';
import type { Tone } from '../status/Chip.tsx';

/** One of the marks a row may get. */
export interface MarkOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon: IconName;
  readonly tone: Extract<Tone, 'success' | 'danger' | 'attention' | 'neutral' | 'info'>;
  /** The letter that gives this mark, in the page's language (fi: L läsnä, P poissa, M myöhässä). Digits 1, 2, 3… always work. */
  readonly shortcut: string;
}

export type RegisterKey<Value extends string> =
  | { readonly kind: 'mark'; readonly value: Value }
  | { readonly kind: 'move'; readonly row: number; readonly column: number };

/** What a key means in a register; rows and columns are steps. */
export function readRegisterKey<Value extends string>(key: string, options: readonly MarkOption<Value>[]): RegisterKey<Value> | undefined {
  const byDigit = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
  const option = byDigit ?? options.find((one) => one.shortcut.toLowerCase() === key.toLowerCase());
  if (option) return { kind: 'mark', value: option.value };
  switch (key) {
    // A mark is given by Space, a press or its letter; Enter goes on, as down a list.
    case 'Enter':
    case 'ArrowDown':
      return { kind: 'move', row: 1, column: 0 };
    case 'ArrowUp':
      return { kind: 'move', row: -1, column: 0 };
    case 'ArrowRight':
      return { kind: 'move', row: 0, column: 1 };
    case 'ArrowLeft':
      return { kind: 'move', row: 0, column: -1 };
    case 'Home':
      return { kind: 'move', row: -Infinity, column: 0 };
    case 'End':
      return { kind: 'move', row: Infinity, column: 0 };
    default:
      return undefined;
  }
}
