import { search } from '@digione/core-data/contract';
import { hasMessage } from '@digione/platform/i18n';
import { Icon } from '@digione/platform/ui';
import { useEndpoint, useGo, useLanguage, useT, type Me } from '@digione/platform/web';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type fi from '../../i18n/fi.json';
import { navigationOf } from '../modules.ts';
import { choiceOfHit, matchingPages, type SearchChoice } from './search-choices.ts';
import '@digione/platform/ui/overlay/dialog.css';
import './search.css';

/** Finds people, classes, schools and pages within one's rights. Arrows choose, Enter opens. */
export default function SearchDialog({ me, written, onClose }: { me: Me; written: RefObject<string>; onClose: () => void }) {
  const t = useT<keyof typeof fi>();
  const translate = useT<string>();
  const go = useGo();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { choices, status } = useSearch(me, text);
  const input = useRef<HTMLInputElement>(null);
  // The dialog is opened to write in it, and may come after the first letters.
  useEffect(() => {
    input.current?.focus();
    // oxlint-disable-next-line react/set-state-in-effect -- letters come until the input has the focus: no render knows them all
    setText(written.current);
  }, [written]);

  const open = (choice: SearchChoice | undefined) => {
    if (!choice) return;
    onClose();
    go(choice.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setActive((active + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') open(choices[active]);
  };

  return (
    <ModalOverlay className="ui-overlay search-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable>
      <Modal className="ui-modal ui-modal-md search-modal">
        <Dialog className="ui-dialog" aria-label={t('web.search.open')}>
          <div className="search-line">
            <Icon name="search" />
            <input
              ref={input}
              className="search-input"
              type="search"
              role="combobox"
              aria-label={t('web.search.open')}
              aria-expanded={choices.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder={t('web.search.open')}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <button type="button" className="search-close" aria-label={translate('ui.close')} onClick={onClose}>
              <Icon name="cross" />
              <kbd>Esc</kbd>
            </button>
          </div>
          <div className="search-list" role="listbox" id={`${id}-list`} aria-label={t('web.search.label')}>
            {choices.map((choice, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's, above
              <div
                key={choice.href}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className="search-choice"
                onPointerMove={() => setActive(index)}
                onClick={() => open(choice)}
              >
                <span className="search-icon">
                  <Icon name={choice.icon} />
                </span>
                <span className="search-texts">
                  <span className="search-title">{choice.title}</span>
                  {choice.detail && <span className="search-detail">{choice.detail}</span>}
                </span>
                <span className="search-kind">{t(`web.search.kind.${choice.kind}`)}</span>
              </div>
            ))}
          </div>
          <p className="search-status" role="status">
            {status}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useSearch(me: Me, text: string): { choices: readonly SearchChoice[]; status: string } {
  const t = useT<keyof typeof fi>();
  const translate = useT<string>();
  const language = useLanguage();
  const asked = useDebounced(useDeferredValue(text.trim()));
  const isAsking = asked.length >= 2;
  const hits = useEndpoint(search, { query: { q: asked } }, { enabled: isAsking, keepPrevious: true });
  const titleOf = (title: string) => (hasMessage(language, `core-data.title.${title}`) ? translate(`core-data.title.${title}`) : translate('core-data.title.other'));
  const pages = matchingPages(navigationOf(me), text, translate);
  const found = isAsking ? (hits.data?.hits ?? []).map((hit) => choiceOfHit(hit, language, titleOf)) : [];
  const choices = [...pages, ...found];
  const settled = asked === text.trim() && !hits.isFetching;
  if (hits.error && isAsking) return { choices, status: t('web.search.failed') };
  if (!isAsking) return { choices, status: choices.length > 0 || asked.length === 0 ? '' : t('web.search.hint') };
  if (!settled) return { choices, status: '' };
  return { choices, status: choices.length === 0 ? t('web.search.none') : t('web.search.count', { count: choices.length }) };
}

/** A value once it has stood still for a moment: one question per word, not per letter. */
function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 120);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
