import { useEffect, useState } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Button, IconButton } from '../button/Button.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { closeToast, useToasts, type Toast } from './toast-queue.ts';
import './toast.css';

const iconOf: Readonly<Record<Toast['tone'], IconName>> = { success: 'check', info: 'info', attention: 'alert', danger: 'alert' };

/** Where toasts appear; once per page. They wait while the pointer or the focus is on them. */
export function Toaster() {
  const language = useLanguage();
  const toasts = useToasts();
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      className="ui-toaster no-print"
      aria-label={translate(language, 'ui.notifications')}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
      ))}
    </section>
  );
}

function ToastCard({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const language = useLanguage();
  const { id, stays, action } = toast;
  useEffect(() => {
    if (stays === null || isHeld) return;
    const timer = setTimeout(() => closeToast(id), stays);
    return () => clearTimeout(timer);
  }, [id, stays, isHeld]);
  return (
    <div className={`ui-toast ui-toast-${toast.tone}`}>
      <span className="ui-toast-icon">
        <Icon name={iconOf[toast.tone]} />
      </span>
      <div className="ui-toast-texts">
        <p className="ui-toast-title">{toast.title}</p>
        {toast.text && <p className="ui-toast-text">{toast.text}</p>}
      </div>
      {action && (
        <Button
          size="sm"
          kind="quiet"
          icon="undo"
          onPress={() => {
            closeToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="cross" size="sm" label={translate(language, 'ui.close')} onPress={() => closeToast(id)} />
    </div>
  );
}
