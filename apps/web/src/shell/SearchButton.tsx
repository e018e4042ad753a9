import { Icon } from '@digione/platform/ui';
import { useT, type Me } from '@digione/platform/web';
import { lazy, Suspense, useEffect, useState } from 'react';
import type fi from '../../i18n/fi.json';

const load = () => import('./SearchDialog.tsx');
const SearchDialog = lazy(load);

/** Opens the search: by a press, or by the slash key from anywhere outside a field. */
export function SearchButton({ me }: { me: Me }) {
  const t = useT<keyof typeof fi>();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable], [role="spinbutton"]');
      if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="shell-search" aria-haspopup="dialog" aria-keyshortcuts="/" aria-label={t('web.search.open')} onClick={() => setOpen(true)} onPointerEnter={() => void load()}>
        <Icon name="search" />
        <span>{t('web.search.open')}</span>
        <kbd>/</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <SearchDialog me={me} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
