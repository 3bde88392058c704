// A record into another state, put away or brought back: with a reason, on the version that was seen.

import { useState } from 'react';
import type { FormEvent } from 'react';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { isVersionConflict } from '../../../api/api-error.ts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { queryCache } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { useKeysFirst } from './use-keys-first.ts';

interface Props { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly to: string; readonly onDone: () => void; readonly onCancel: () => void }

export function TransitionForm({ register, record, to, onDone, onCancel }: Props) {
  const { t, title } = useI18n();
  const action = useAction();
  const [reason, setReason] = useState('');
  const state = register.states.find(({ code }) => code === to);
  const heading = to === 'archived' ? t('web.readiness.archive') : to === 'restored' ? t('web.readiness.restore') : t('web.readiness.move-to', { state: state === undefined ? to : title(state.titles) });
  const ready = reason.trim().length >= 2 && !action.busy;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const done = await action.run(() => call('transitionRecord', { params: { registerId: register.id, id: record.id }, body: { to, reason: reason.trim(), seenVersion: record.streamVersion } }), [`register/${register.id}`]);
    if (done) onDone();
  };
  const conflict = action.error !== undefined && isVersionConflict(action.error);
  const reload = () => {
    queryCache.invalidate([`register/${register.id}`]);
    action.clear();
  };
  useKeysFirst({ Escape: onCancel });
  return (
    <form className="rg-form" onSubmit={(event) => void send(event)}>
      <div className="form scroll">
        <h2>{heading}</h2>
        {to === 'archived' && <p className="small quiet">{t('web.readiness.archive-hint')}</p>}
        {(record.holding?.heldValue ?? 0) > 0 && to !== 'restored' && <p className="small quiet">{t(to === 'archived' ? 'web.readiness.archive-held' : 'web.readiness.move-held')}</p>}
        <div className="field">
          <label htmlFor="transition-reason">{t('web.readiness.reason')}</label>
          <textarea id="transition-reason" className="input" value={reason} maxLength={1000} autoFocus onChange={(event) => setReason(event.target.value)} />
          <span className="hint">{t('web.readiness.reason-hint')}</span>
        </div>
        {action.error !== undefined && <ErrorBox error={action.error} onRetry={conflict ? reload : undefined} />}
      </div>
      <footer className="rg-foot">
        <button type="submit" className="btn primary" disabled={!ready}>{heading}</button>
        <button type="button" className="btn" onClick={onCancel}>{t('web.readiness.cancel')} <kbd>Esc</kbd></button>
      </footer>
    </form>
  );
}
