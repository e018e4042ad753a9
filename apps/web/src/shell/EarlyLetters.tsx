import { useEffect, type RefObject } from 'react';

/** Stands where the search dialog will be and keeps what is written until it is there. */
export function EarlyLetters({ written, onClose }: { written: RefObject<string>; onClose: () => void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Backspace') written.current = written.current.slice(0, -1);
      else if (event.key.length === 1) written.current += event.key;
      else return;
      event.preventDefault();
      // The slash is a letter now, not a wish to search.
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [written, onClose]);
  return null;
}
