// Look once more before it is sent. Opens by Enter or a click, says everything that will happen, and
// is sent only by its own button: a key that is still held down from opening it sends nothing.

import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Action } from '../../api/use-action.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../ErrorBox.tsx';
import './room.css';

interface Props {
  readonly title: string;
  readonly sendText: string;
  readonly action: Action;
  readonly ready?: boolean;
  /** False where there is nothing left to cancel. */
  readonly mayCancel?: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ReviewDialog({ title, sendText, action, ready = true, mayCancel = true, onSend, onClose, children }: Props) {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const openedAtMs = useRef(performance.now());
  useEffect(() => {
    dialog.current?.showModal();
    (dialog.current?.querySelector<HTMLElement>('[data-first]') ?? dialog.current?.querySelector<HTMLElement>('.review-send'))?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    // The desk's own keys rest while something is being decided here.
    event.nativeEvent.stopPropagation();
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
  };
  const send = () => {
    if (performance.now() - openedAtMs.current < HELD_MS || action.busy || !ready) return;
    onSend();
  };
  return (
    <dialog ref={dialog} className="review-dialog" aria-labelledby="review-title" onKeyDown={onKeyDown} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <h2 id="review-title">{title}</h2>
        <div className="review-body">
          {children}
          {action.error !== undefined && <ErrorBox error={action.error} />}
        </div>
        <footer>
          <button type="submit" className="btn primary review-send" disabled={!ready || action.busy}>{sendText} <kbd>Enter</kbd></button>
          {mayCancel && <button type="button" className="btn" onClick={onClose}>{t('web.form.cancel')} <kbd>Esc</kbd></button>}
        </footer>
      </form>
    </dialog>
  );
}

/** A press that began before the dialog stood there is not meant for it, ms. */
const HELD_MS = 300;
