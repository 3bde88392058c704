// The holder of an account changes its password: proves the old one, gives the new one twice. All
// other sessions of the account end.

import { useState } from 'react';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { useAccount } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { ReviewDialog } from '../parts/room/ReviewDialog.tsx';

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const account = useAccount();
  const action = useAction();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [endedCount, setEndedCount] = useState<number>();
  if (endedCount !== undefined) {
    return <ReviewDialog title={t('web.password.title')} sendText={t('web.password.close')} action={action} mayCancel={false} onSend={onClose} onClose={onClose}><p>{t('web.password.done', { count: endedCount })}</p></ReviewDialog>;
  }
  const isOther = again !== '' && again !== next;
  const ready = current !== '' && next.length >= PASSWORD_LENGTH_COUNT_MIN && next === again;
  const send = () => void action.run(async () => setEndedCount((await call('changePassword', { body: { currentPassword: current, password: next } })).endedSessionCount));
  return (
    <ReviewDialog title={t('web.password.title')} sendText={t('web.password.send')} action={action} ready={ready} onSend={send} onClose={onClose}>
      {/* For the browser's own keeper of passwords. */}
      <input type="text" autoComplete="username" value={account.userName} readOnly hidden />
      <div className="field">
        <label htmlFor="password-current">{t('web.password.current')}</label>
        <input id="password-current" data-first type="password" className="input" maxLength={200} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="password-next">{t('web.password.next')}</label>
        <input id="password-next" type="password" className="input" maxLength={200} autoComplete="new-password" value={next} onChange={(event) => setNext(event.target.value)} />
        <span className="hint">{t('web.password.hint')}</span>
      </div>
      <div className="field">
        <label htmlFor="password-again">{t('web.password.again')}</label>
        <input id="password-again" type="password" className="input" maxLength={200} autoComplete="new-password" aria-invalid={isOther} value={again} onChange={(event) => setAgain(event.target.value)} />
        {isOther && <span className="hint" role="status">{t('web.password.not-same')}</span>}
      </div>
    </ReviewDialog>
  );
}

/** As the server judges; it has the last word. */
const PASSWORD_LENGTH_COUNT_MIN = 12;
