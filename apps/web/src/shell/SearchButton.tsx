import { Icon } from '@digione/platform/ui';
import { useT, type Me } from '@digione/platform/web';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type fi from '../../i18n/fi.json';
import { EarlyLetters } from './EarlyLetters.tsx';
import { whenIdle } from './when-idle.ts';

const load = () => import('./SearchDialog.tsx');
const SearchDialog = lazy(load);
// What is fetched ahead and does not come is fetched when it is needed.
const loadAhead = () => void load().catch(() => undefined);

/** Opens the search: by a press, or by the slash key from anywhere outside a field. What is written meanwhile is not lost. */
export function SearchButton({ me }: { me: Me }) {
  const t = useT<keyof typeof fi>();
  const [isOpen, setOpen] = useState(false);
  const written = useRef('');
  const open = useCallback(() => {
    written.current = '';
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => whenIdle(loadAhead), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable], [role="spinbutton"]');
      if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <>
      <button type="button" className="shell-search" aria-haspopup="dialog" aria-keyshortcuts="/" aria-label={t('web.search.open')} onClick={open} onPointerEnter={loadAhead}>
        <Icon name="search" />
        <span>{t('web.search.open')}</span>
        <kbd>/</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={<EarlyLetters written={written} onClose={close} />}>
          <SearchDialog me={me} written={written} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
