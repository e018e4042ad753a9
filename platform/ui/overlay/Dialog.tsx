import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Button, IconButton } from '../button/Button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** Asks for something in the middle of a task; a sheet from below on a phone. Escape and the backdrop close it. */
export function Dialog({ title, isOpen, onClose, children, footer, size = 'md' }: DialogProps) {
  const language = useLanguage();
  return (
    <ModalOverlay className="ui-overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`ui-modal ui-modal-${size}`}>
        <AriaDialog className="ui-dialog">
          <header className="ui-dialog-header">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton icon="cross" label={translate(language, 'ui.close')} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {footer && <footer className="ui-dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  /** A question: “Poistetaanko merkintä?” */
  readonly title: string;
  /** What follows, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The verb, again: “Poista merkintä”. */
  readonly confirmLabel: string;
  readonly isOpen: boolean;
  readonly isPending?: boolean;
  readonly isDanger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. What can be undone is done, with an undo. */
export function ConfirmDialog({ title, children, confirmLabel, isOpen, isPending = false, isDanger = false, onConfirm, onClose }: ConfirmDialogProps) {
  const language = useLanguage();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button kind="secondary" onPress={onClose}>
            {translate(language, 'ui.cancel')}
          </Button>
          <Button kind={isDanger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
