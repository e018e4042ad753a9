import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';

export interface ShellMenuProps {
  /** The button's name, said by a screen reader. */
  readonly label: string;
  readonly buttonClass: string;
  readonly button: ReactNode;
  readonly isCurrent?: boolean;
  /** The panel's content; `close` after something was chosen. */
  readonly children: (close: () => void) => ReactNode;
  /** Where it opens: under its button at the top bar's end, or over the bottom bar. */
  readonly place?: 'below' | 'above';
}

/**
 * A button of the bars and the panel it opens. Not a Menu of the design system: the shell is on every first load, and
 * plain buttons in a disclosed panel need none of its program. Escape, a press outside and leaving by Tab close it.
 */
export function ShellMenu({ label, buttonClass, button, isCurrent = false, children, place = 'below' }: ShellMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  }, [id]);

  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('.shell-panel :is(a, button)')?.focus({ preventScroll: true });
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [isOpen, close]);

  return (
    <div className={`shell-menu shell-menu-${place}`} ref={box}>
      <button
        type="button"
        id={`${id}-button`}
        className={buttonClass}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-current={isCurrent || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div id={id} className="shell-panel" role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
