// Orders as a checklist and the units that carry them, by arrival. At most one inverse chip a row.

import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { duration, hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../parts/Marks.tsx';
import type { Order } from '@anlan/contracts';
import { orderLateMs, sortOrders } from './incident-view.ts';

export function OrderSections({ incidentId }: { readonly incidentId: string }) {
  const { t } = useI18n();
  const orders = sortOrders(useQuery('listOrders', { query: { incidentId } }).data ?? []);
  const withUnit = orders.filter((order) => order.unitTitles !== null && order.state !== 'cancelled');
  const doneCount = orders.filter((order) => order.state === 'done').length;
  return (
    <>
      <div className="section-bar"><b>{t('web.orders.title')}</b><span className="num">{doneCount} / {orders.length}</span><em>{t('web.orders.hint')}</em></div>
      {orders.length === 0 ? <p className="empty-row">{t('web.orders.empty')}</p> : <ul className="dense order-list">{orders.map((order) => <OrderRow key={order.id} order={order} />)}</ul>}
      {withUnit.length > 0 && (
        <>
          <div className="section-bar"><b>{t('web.forces.title')}</b>{t('web.forces.count', { vessels: withUnit.filter((order) => order.unitRegisterId === 'vessels').length, teams: withUnit.filter((order) => order.unitRegisterId === 'teams').length })}<em>{t('web.forces.hint')}</em></div>
          <ul className="dense force-list">{withUnit.map((order) => <ForceRow key={order.id} order={order} />)}</ul>
        </>
      )}
    </>
  );
}

function OrderRow({ order }: { readonly order: Order }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const lateMs = orderLateMs(order, now);
  return (
    <li>
      <span className={`box ${BOX[order.state]}`} title={t(`web.order.state.${order.state}`)}>{order.state === 'done' && <Icon name="check" sizePx={12} />}</span>
      <span className={order.state === 'done' || order.state === 'cancelled' ? 'cut quiet' : 'cut'} title={title(order.task)}>{title(order.task)}</span>
      <em>{t(`web.order.state.${order.state}`)}</em>
      <b className="num">{lateMs === undefined ? hourMinute(order.arriveDueAt, zone, now) : <span className="chip">−{duration(lateMs, locale)}</span>}</b>
    </li>
  );
}

function ForceRow({ order }: { readonly order: Order }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const arrived = order.steps.find((step) => step.state === 'on-scene');
  const dot = order.state === 'on-scene' || order.state === 'done' ? 'on' : order.state === 'under-way' ? 'go' : '';
  return (
    <li>
      <span className="cut">{order.unitTitles === null ? '' : title(order.unitTitles)}</span>
      <em className="cut">{title(order.fromText)}</em>
      <span><i className={`force-dot ${dot}`} />{t(`web.order.state.${order.state}`)}</span>
      <b className="num">{hourMinute(arrived?.at ?? order.arriveDueAt, zone, now)}</b>
    </li>
  );
}

const BOX: Readonly<Record<Order['state'], string>> = { issued: '', accepted: '', 'under-way': 'run', 'on-scene': 'run', done: 'done', blocked: 'stop', cancelled: 'stop' };
