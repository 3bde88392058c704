// One order in full: unit and where it is, goods against their stock, every step with when it happened
// and when it was recorded; the next step, block and cancel pinned below.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Order, Vessel } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { isVersionConflict } from '../../api/api-error.ts';
import { queryCache } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { dateTime } from '../../format/time.ts';
import { position, speed } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Fact, SimulatedTag } from '../../parts/Marks.tsx';
import { may } from '../../parts/room/may.ts';
import { goodsOf, mayBlock, mayCancel, nextStep, STEP_KEYS } from './order-view.ts';
import { StateTrack } from './OrderTable.tsx';
import { PositionAge } from './PositionAge.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { StepList } from './StepList.tsx';
import { useNearPlace } from './use-near-place.ts';
import type { ArmedStep } from './use-armed-step.ts';

interface Props { readonly order: Order; readonly vessel: Vessel | undefined; readonly armed: ArmedStep; readonly keeper: string; readonly incidentTitle: string }

export function OrderDetail({ order, vessel, armed, keeper, incidentTitle }: Props) {
  const { t, title } = useI18n();
  const zone = useZone();
  const { roles } = useAccount();
  const [asking, setAsking] = useState<'block' | 'cancel'>();
  const near = useNearPlace(order.toPosition);
  const step = nextStep(order);
  const isArmed = armed.armed?.orderId === order.id;
  const reload = () => {
    queryCache.invalidate(['orders']);
    armed.clear();
  };
  return (
    <>
      <header className="order-head">
        <div><StateTrack order={order} /><Link className="cut small" to={`/watch?on=incident/${order.incidentId}`}>{incidentTitle}</Link></div>
        <h2>{order.items.length === 0 ? title(order.task) : t('web.dispatch.task', { from: title(order.fromText), count: order.items.length })}</h2>
        {order.blockedReason !== null && order.state === 'blocked' && <p className="said">{order.blockedReason}</p>}
      </header>
      <div className="scroll" tabIndex={0}>
        <dl className="order-facts">
          <Fact label={t('web.order.unit')}>{order.unitTitles === null ? t('web.order.no-unit') : title(order.unitTitles)}{order.unitMmsi !== null && <span className="quiet num"> MMSI {order.unitMmsi}</span>}</Fact>
          <Fact label={t('web.dispatch.keeper')}>{order.organisationTitles === null ? keeper : title(order.organisationTitles)}</Fact>
          {order.unitId !== null && <Fact label={t('web.dispatch.position')}><PositionAge order={order} vessel={vessel} />{vessel?.speedMps !== undefined && <span className="num"> · {speed(vessel.speedMps)}</span>} {vessel?.simulated === true && <SimulatedTag />}</Fact>}
          <Fact label={t('web.dispatch.from')}>{title(order.fromText)}</Fact>
          <Fact label={t('web.dispatch.to')}>{near !== undefined && <>{near}<br /></>}<span className="num">{position(order.toPosition)}</span></Fact>
          <Fact label={t('web.phone.depart-due')}><span className="num">{dateTime(order.departDueAt, zone)}</span></Fact>
          <Fact label={t('web.phone.arrive-due')}><span className="num">{dateTime(order.arriveDueAt, zone)}</span></Fact>
        </dl>
        <div className="section-bar"><b>{t('web.dispatch.goods')}</b><em>{t(`web.dispatch.goods.${goodsOf(order)}`)}</em></div>
        {order.items.length === 0 ? <p className="empty-row">{t('web.dispatch.no-goods')}</p> : <ul className="goods-list">{order.items.map((item) => <ItemRow key={`${item.supplyRegisterId}/${item.supplyId}`} item={item} />)}</ul>}
        <StepList order={order} />
      </div>
      {armed.error !== undefined && <div className="order-error"><ErrorBox error={armed.error} onRetry={isVersionConflict(armed.error) ? reload : undefined} /></div>}
      {isArmed && step !== undefined && (
        <div className="armed">
          <p>{t(`web.dispatch.armed.${step}`)}</p>
          <input className="input" aria-label={t('web.dispatch.note')} placeholder={t('web.dispatch.note')} maxLength={1000} value={armed.note} onChange={(event) => armed.setNote(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && !event.repeat && armed.press()} />
        </div>
      )}
      <footer className="pane-foot">
        {step !== undefined && may(roles, 'order.move') && <button type="button" className="btn primary" disabled={armed.busy} onClick={armed.press}>{isArmed ? t(`web.dispatch.confirm.${step}`) : t(`web.action.order.${step}`)} <kbd>{STEP_KEYS[step]}</kbd></button>}
        {mayBlock(order) && may(roles, 'order.move') && <button type="button" className="btn" onClick={() => setAsking('block')}>{t('web.dispatch.block')}</button>}
        {mayCancel(order) && may(roles, 'order.cancel') && <button type="button" className="btn" onClick={() => setAsking('cancel')}>{t('web.dispatch.cancel')}</button>}
        {step === undefined && <span className="quiet">{t('web.dispatch.over')}</span>}
      </footer>
      {asking !== undefined && <ReasonDialog order={order} step={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** Goods of the order, and what their record holds now. */
function ItemRow({ item }: { readonly item: Order['items'][number] }) {
  const { t, title, locale } = useI18n();
  const record = useQuery('getRecord', { params: { registerId: item.supplyRegisterId, id: item.supplyId } }).data;
  const holding = record?.holding;
  return (
    <li>
      <p><span className="cut">{title(item.titles)}</span><b className="num">{amount(item.quantityValue, item.unitCode, locale)}</b></p>
      <p className="small quiet num"><span className="cut">{record === undefined ? item.supplyId : title(record.title)}</span>{holding !== null && holding !== undefined && <span>{t('web.dispatch.holding', { onHand: amount(holding.onHandValue, holding.unitCode, locale), held: amount(holding.heldValue, holding.unitCode, locale) })}</span>}</p>
    </li>
  );
}
