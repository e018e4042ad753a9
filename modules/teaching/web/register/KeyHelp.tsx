import { Dialog, Icon } from '@digione/platform/ui';
import type { MarkOption } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import './register.css';

/** What the keys do; opened by `?`. */
export function KeyHelp({ options, isOpen, onClose }: { options: readonly MarkOption<string>[]; isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const keys = [
    ...options.map((option, index) => ({ keys: [option.shortcut.toUpperCase(), String(index + 1)], text: option.label })),
    { keys: [<Icon key="down" name="arrow-down" label="↓" size={16} />, <Icon key="up" name="arrow-up" label="↑" size={16} />, 'Enter'], text: t('teaching.keys.move') },
    { keys: [<Icon key="right" name="arrow-right" label="→" size={16} />, <Icon key="left" name="arrow-left" label="←" size={16} />], text: t('teaching.keys.choose') },
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
              {one.keys.map((key, index) => (
                <kbd key={index}>{key}</kbd>
              ))}
            </dt>
            <dd>{one.text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
