// Where a report stands, by its receipt number. It tells the state and nothing about anybody.

import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { RouteAnswer } from '@anlan/contracts';
import type { ApiError } from '../../api/api-error.ts';
import { toApiError } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';

export function StatusPage() {
  const { t } = useI18n();
  const [number, setNumber] = useState(() => new URLSearchParams(location.search).get('number') ?? '');
  const [status, setStatus] = useState<RouteAnswer<'getReceipt'>>();
  const [error, setError] = useState<ApiError>();
  const look = () => {
    setError(undefined);
    setStatus(undefined);
    call('getReceipt', { params: { id: number.trim() } }).then(setStatus).catch((cause: unknown) => setError(toApiError(cause)));
  };
  useEffect(() => {
    if (number !== '') look();
    // Only for the number in the address.
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look();
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <form className="public-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor="number">{t('web.public.number')}</label>
        <input id="number" className="input num" value={number} required onChange={(event) => setNumber(event.target.value)} />
      </div>
      <button type="submit" className="btn primary big">{t('web.public.look-up')}</button>
      {error !== undefined && <ErrorBox error={error} />}
      {status !== undefined && (
        <dl className="public-status" role="status">
          <dt>{t('web.public.number')}</dt><dd className="num">{status.receiptNumber}</dd>
          <dt>{t('web.public.received-at')}</dt><dd className="num">{dateTime(status.receivedAt, zone)}</dd>
          <dt>{t('web.public.status')}</dt><dd><b>{t(`web.public.status.${status.state}`)}</b></dd>
        </dl>
      )}
    </form>
  );
}
