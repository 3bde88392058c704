// Revoking needs a second step and a reason. Escape closes the form before it closes the panel.

import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useAction } from '../../api/use-action.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { useKeysFirst } from '../readiness/register/use-keys-first.ts';

interface Props {
  readonly ask: string;
  readonly hint: string;
  /** Live key to read again. */
  readonly touched: string;
  readonly send: (reason: string) => Promise<unknown>;
  /** What else can be done, beside the button. */
  readonly children?: ReactNode;
}

export function RevokeForm({ ask, hint, touched, send, children }: Props) {
  const { t } = useI18n();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= 2 && !action.busy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (ready && (await action.run(() => send(reason.trim()), [touched]))) setOpen(false);
  };
  useKeysFirst({ Escape: open ? () => setOpen(false) : undefined });
  if (!open) return <footer className="ac-foot">{children}<button type="button" className="btn" onClick={() => setOpen(true)}>{t('web.accounts.revoke')}…</button></footer>;
  return (
    <form className="ac-foot tall" onSubmit={(event) => void submit(event)}>
      <p><b>{ask}</b></p>
      <p className="small quiet">{hint}</p>
      <label htmlFor="revoke-reason" className="small">{t('web.accounts.reason')}</label>
      <textarea id="revoke-reason" className="input" autoFocus maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {action.error !== undefined && <ErrorBox error={action.error} />}
      <button type="submit" className="btn primary" disabled={!ready}>{t('web.accounts.revoke')}</button>
      <button type="button" className="btn" onClick={() => setOpen(false)}>{t('web.accounts.cancel')} <kbd>Esc</kbd></button>
    </form>
  );
}
