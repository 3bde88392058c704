// Every report of this phone with where it stands: kept on the phone, being sent, received with its
// number, or refused with the reason.

import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { dateTime } from '../../format/time.ts';
import type { OutboxItem } from './outbox.ts';
import { forgetReport, retryReport, useOutbox } from './outbox-store.ts';

export function Outboxes() {
  const { t } = useI18n();
  const outbox = useOutbox();
  const section = useRef<HTMLElement>(null);
  const first = useRef(true);
  const [newest] = outbox;
  // What was just sent, and its number when it comes, is what the person waits for: bring it into view.
  useEffect(() => {
    if (!first.current) section.current?.querySelector('li')?.scrollIntoView({ block: 'center' });
    first.current = false;
  }, [newest?.key, newest?.receiptNumber]);
  if (outbox.length === 0) return null;
  return (
    <section ref={section} className="public-outbox" aria-live="polite">
      <h2>{t('web.public.mine')}</h2>
      <ul>{outbox.map((item) => <Item key={item.key} item={item} />)}</ul>
    </section>
  );
}

function Item({ item }: { readonly item: OutboxItem }) {
  const { t, locale } = useI18n();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <li data-state={item.state}>
      <p className="cut">{item.what}</p>
      <p className="small quiet num">{dateTime(item.writtenAt, zone)}{item.placeText === '' ? '' : ` · ${item.placeText}`}</p>
      <p>
        <span className={item.state === 'received' ? 'tag ok-tag' : item.state === 'refused' ? 'chip' : 'tag dashed'}>{t(`web.public.state.${item.state}`)}</span>{' '}
        {item.receiptNumber !== null && <b className="num receipt">{t('web.public.receipt', { number: item.receiptNumber })}</b>}
        {item.state === 'kept' && item.attemptCount > 0 && <span className="small quiet">{t('web.public.tried', { count: item.attemptCount })}</span>}
      </p>
      {item.refusal !== null && <p>{locale === 'en' ? item.refusal.en : item.refusal.zh} <span className="small quiet">{item.refusal.code}</span></p>}
      <div className="public-place">
        {(item.state === 'kept' || item.state === 'refused') && <button type="button" className="btn slim" onClick={() => retryReport(item.key)}>{t('web.error.retry')}</button>}
        {item.state === 'received' && item.receiptNumber !== null && <a className="btn slim" href={`/report/status?number=${encodeURIComponent(item.receiptNumber)}`}>{t('web.public.look-up')}</a>}
        {(item.state === 'received' || item.state === 'refused') && <button type="button" className="btn slim plain" onClick={() => forgetReport(item.key)}>{t('web.public.forget')}</button>}
      </div>
    </li>
  );
}
