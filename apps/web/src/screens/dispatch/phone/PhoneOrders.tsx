// My orders, on the phone of a crew: in an order that never changes, one tap a step. It fills the screen; the desk
// around it is not for this size.

import { useEffect, useRef, useState } from 'react';
import { useQuery } from '../../../api/use-query.ts';
import { isDrill, useLive, useMeta } from '../../../app/installation.tsx';
import { useAccount, useSeat } from '../../../app/seat.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { DrillTag } from '../../../parts/Marks.tsx';
import { byIssue, isOpen } from '../order-view.ts';
import { PhoneOrder } from './PhoneOrder.tsx';
import { PhoneQueue } from './PhoneQueue.tsx';
import { startStepSender, useStepOutbox } from './step-outbox-store.ts';
import { withPending } from './step-outbox.ts';
import '../../../parts/phone.css';

export function PhoneOrders() {
  const { t, title, locale } = useI18n();
  const meta = useMeta();
  const account = useAccount();
  const { logout, change } = useSeat();
  const orders = useQuery('listOrders', { query: { limit: 200 } });
  const outbox = useStepOutbox();
  const [overShown, setOverShown] = useState(false);
  useEffect(() => startStepSender(account.id), [account.id]);
  const mine = (orders.data ?? []).map((order) => withPending(order, outbox, account.id));
  // A card keeps its place while it is looked at: what moves under a thumb is tapped by mistake.
  const seenOpenIds = useRef<Set<string>>(new Set());
  const open = mine.filter(({ order }) => isOpen(order) || seenOpenIds.current.has(order.id)).sort((a, b) => byIssue(a.order, b.order));
  const over = mine.filter(({ order }) => !open.some((one) => one.order.id === order.id));
  useEffect(() => open.forEach(({ order }) => seenOpenIds.current.add(order.id)));
  return (
    <div className="phone">
      <header>
        <h1>{t('web.phone.title')} {isDrill(meta) && <DrillTag />}</h1>
        <span className="phone-who cut">{title(account.displayName)}</span>
        <button type="button" className="btn slim plain" onClick={() => change({ locale: locale === 'en' ? 'zh-CN' : 'en' })}>{locale === 'en' ? '中文' : 'English'}</button>
        <button type="button" className="btn slim plain" onClick={() => void logout()}>{t('web.seat.logout')}</button>
      </header>
      <Line />
      <main>
        <PhoneQueue accountId={account.id} />
        {orders.error !== undefined && orders.data === undefined && <ErrorBox error={orders.error} onRetry={() => void orders.refetch()} />}
        {orders.data === undefined ? orders.error === undefined && <p className="phone-empty">{t('web.loading')}</p> : open.length === 0 && <p className="phone-empty">{t('web.phone.empty')}</p>}
        {open.map(({ order, pending }) => <PhoneOrder key={order.id} order={order} pending={pending} accountId={account.id} />)}
        {over.length > 0 && <button type="button" className="btn" aria-expanded={overShown} onClick={() => setOverShown(!overShown)}>{t('web.phone.over', { count: over.length })}</button>}
        {overShown && over.map(({ order, pending }) => <PhoneOrder key={order.id} order={order} pending={pending} accountId={account.id} />)}
      </main>
    </div>
  );
}

/** Whether the phone is on the net: said before a tap, not after. */
function Line() {
  const { t } = useI18n();
  const live = useLive();
  const online = useOnline();
  if (online && live.state !== 'down') return null;
  return <p className="phone-line" role="status"><span className="chip">{t('web.phone.offline')}</span> {t('web.phone.offline-means')}</p>;
}

function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const renew = () => setOnline(navigator.onLine);
    window.addEventListener('online', renew);
    window.addEventListener('offline', renew);
    return () => {
      window.removeEventListener('online', renew);
      window.removeEventListener('offline', renew);
    };
  }, []);
  return online;
}
