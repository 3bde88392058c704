// An order in the queue: who, what, to where, and each step with its time.

import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { hasRoom } from '../../../app/rooms.ts';
import { useNow } from '../../../app/now.ts';
import { hourMinute } from '../../../format/time.ts';
import { quantity, position } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Fact } from '../../../parts/Marks.tsx';
import { rowHref } from '../selection.ts';
import { Loaded } from './Loaded.tsx';
import { Link } from 'react-router-dom';

export function OrderPanel({ id }: { readonly id: string }) {
  const { t, title, locale, who } = useI18n();
  const zone = useZone();
  const now = useNow();
  const query = useQuery('getOrder', { params: { id } });
  return (
    <Loaded query={query}>
      {(order) => (
        <>
          <header className="panel-head">
            <div className="row-1"><span>{t(`web.order.state.${order.state}`)}</span><em className="num">{hourMinute(order.issuedAt, zone, now)}</em></div>
            <h1>{title(order.task)}</h1>
            <p>{title(order.fromText)} → <span className="num">{position(order.toPosition)}</span></p>
          </header>
          <div className="scroll">
            <dl className="fact-grid">
              <Fact label={t('web.order.unit')}>{order.unitTitles === null ? t('web.order.no-unit') : title(order.unitTitles)}</Fact>
              {order.organisationTitles !== null && <Fact label={t('web.dispatch.keeper')}>{title(order.organisationTitles)}</Fact>}
              <Fact label={t('web.order.arrive-due')}><span className="num">{hourMinute(order.arriveDueAt, zone, now)}</span></Fact>
            </dl>
            <ul className="dense order-list">
              {order.items.map((item) => <li key={item.supplyId}><span /><span className="cut">{title(item.titles)}</span><b className="num">{quantity(item.quantityValue, item.unitCode, locale)}</b></li>)}
            </ul>
            <ul className="dense note-list">
              {order.steps.map((step, index) => <li key={index}><em className="num">{hourMinute(step.at, zone, now)}</em><span>{t(`web.order.state.${step.state as typeof order.state}`)} · {who(step.by)}{step.note === '' ? '' : ` · ${step.note}`}</span></li>)}
            </ul>
          </div>
          <footer className="panel-foot">
            <Link className="btn" to={rowHref({ kind: 'incident', id: order.incidentId })}>{t('web.alert.to-incident')}</Link>
            {hasRoom('dispatch') && <Link className="btn primary" to={`/dispatch/${order.incidentId}`}>{t('web.room.dispatch')}</Link>}
          </footer>
        </>
      )}
    </Loaded>
  );
}
