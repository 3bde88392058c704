// Every form of the right panel: title, fields, the refusal in three sentences, and two buttons that
// stay pinned. A refusal because somebody else was first offers to reload and keeps what was typed.

import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import type { WebKey } from '@anlan/messages';
import type { Action } from '../../../api/use-action.ts';
import { isVersionConflict } from '../../../api/api-error.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { desk } from '../desk-store.ts';

interface Props {
  readonly titleKey: WebKey;
  readonly sendKey?: WebKey;
  readonly action: Action;
  readonly ready: boolean;
  /** Names of the fields that still lack something; said beside the button that waits for them. */
  readonly missing?: readonly string[];
  readonly onSend: () => void;
  /** Fetches the record again after a version conflict. */
  readonly onReload?: (() => void) | undefined;
  readonly children: ReactNode;
}

export function FormFrame({ titleKey, sendKey = 'web.form.send', action, ready, missing = [], onSend, onReload, children }: Props) {
  const { t } = useI18n();
  const body = useRef<HTMLFormElement>(null);
  // The keyboard goes into the form once: to its first field, or, where there is none to fill in, to the
  // button that sends. What Enter is printed on is then what Enter does.
  const held = useRef<Element | null>(null);
  useEffect(() => {
    // What held the keyboard may leave the form, as a reason does when nothing is open any more: then the
    // form takes it again. A form that the person has left does not call the keyboard back.
    const lost = held.current !== null && !held.current.isConnected && document.activeElement === document.body;
    if (held.current !== null && !lost) return;
    const first = body.current?.querySelector<HTMLElement>('[data-first], input, textarea, select') ?? (ready ? body.current?.querySelector<HTMLElement>('button[type=submit]') : null);
    first?.focus();
    held.current = first ?? null;
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (ready && !action.busy) onSend();
  };
  // Enter sends from a text box too, Shift+Enter is a new line; never while an input method composes.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    submit(event);
  };
  const conflict = action.error !== undefined && isVersionConflict(action.error);
  return (
    <form className="panel-form" onSubmit={submit} onKeyDown={onKeyDown} onFocus={({ target }) => { held.current = target; }} ref={body}>
      <header className="panel-head"><h1>{t(titleKey)}</h1></header>
      <div className="form">
        {children}
        {action.error !== undefined && <ErrorBox error={action.error} onRetry={conflict && onReload !== undefined ? () => { onReload(); action.clear(); } : undefined} />}
      </div>
      {!ready && missing.length > 0 && <p className="form-missing small">{t('web.form.missing', { list: missing.join(t('web.list.separator')) })}</p>}
      <footer className="panel-foot">
        <button type="submit" className="btn primary" disabled={!ready || action.busy}>{t(sendKey)} <kbd>Enter</kbd></button>
        <button type="button" className="btn" onClick={desk.closeForm}>{t('web.form.cancel')} <kbd>Esc</kbd></button>
      </footer>
    </form>
  );
}

export function Field({ label, hint, children, id }: { readonly label: string; readonly hint?: ReactNode; readonly children: ReactNode; readonly id?: string }) {
  return (
    <div className="field">
      {id === undefined ? <span className="label">{label}</span> : <label htmlFor={id}>{label}</label>}
      {children}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}
