import { Dialog } from '@digione/platform/ui';
import type { MarkOption } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import './register.css';

/** What the keys do; opened by `?`. */
export function KeyHelp({ options, isOpen, onClose }: { options: readonly MarkOption<string>[]; isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const keys = [
    ...options.map((option, index) => ({ keys: [option.shortcut.toUpperCase(), String(index + 1)], text: option.label })),
    { keys: ['↓', '↑', 'Enter'], text: t('teaching.keys.move') },
    { keys: ['→', '←'], text: t('teaching.keys.choose') },
    { keys: ['Ctrl Enter'], text: t('teaching.keys.finish') },
    { keys: ['Ctrl Z'], text: t('teaching.keys.undo') },
    { keys: ['?'], text: t('teaching.keys.help') },
  ];
  return (
    <Dialog title={t('teaching.keys.title')} isOpen={isOpen} onClose={onClose} size="sm">
      <dl className="teaching-keys">
        {keys.map((one) => (
          <div key={one.text}>
            <dt>
              {one.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{one.text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
