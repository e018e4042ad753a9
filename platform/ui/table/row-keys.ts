import type { KeyboardEvent } from 'react';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]';

/** Arrow up and down, Home and End with control: the same control in another row. Left alone inside fields that use the arrows themselves. */
export function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): void {
  if (!body || !(event.target instanceof HTMLElement)) return;
  if (event.target.matches('input[type="text"], textarea, [role="combobox"], [aria-haspopup]') || event.altKey || event.metaKey) return;
  const rows = [...body.querySelectorAll('tr')];
  const current = event.target.closest('tr');
  const index = rows.findIndex((row) => row === current);
  if (index < 0 || !current) return;
  const target = rowAfter(event, index, rows.length);
  const row = target === undefined ? undefined : rows[target];
  if (!row) return;
  const column = [...current.querySelectorAll<HTMLElement>(focusable)].indexOf(event.target);
  const controls = row.querySelectorAll<HTMLElement>(focusable);
  const next = controls[Math.min(Math.max(column, 0), controls.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function rowAfter(event: KeyboardEvent, index: number, count: number): number | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return event.ctrlKey ? 0 : undefined;
    case 'End':
      return event.ctrlKey ? count - 1 : undefined;
    default:
      return undefined;
  }
}
