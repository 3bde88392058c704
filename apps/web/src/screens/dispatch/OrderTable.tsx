// One row an order, two lines high, in fixed columns. Position by age, the way by its share, goods by
// what has become of them; the next legal step is the one button of the row.

import { useEffect, useRef } from 'react';
import type { Order } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { arrivalMarginMs, enteredAt, goodsOf, hasDeparted, latenessOf, matches, nextStep, STEP_KEYS, TRACK, wayRatio } from './order-view.ts';
import type { BoardFilter } from './order-view.ts';
import { PositionAge } from './PositionAge.tsx';
import type { ArmedStep } from './use-armed-step.ts';
import type { VesselOf } from './use-positions.ts';

interface Props {
  readonly rows: readonly Order[];
  readonly filter: BoardFilter;
  readonly selectedId: string | undefined;
  readonly onSelect: (orderId: string) => void;
  readonly armed: ArmedStep;
  readonly vesselOf: VesselOf;
  /** Name of the organisation that carries the order out, or keeps its goods. */
  readonly keeperOf: (organisationId: string) => string;
  /** Given when the board shows several incidents. */
  readonly incidentTitle: ((incidentId: string) => string) | undefined;
}

export function OrderTable(props: Props) {
  const { rows, filter, selectedId } = props;
  const { t } = useI18n();
  return (
    <div className="scroll">
      <table className="orders">
        <thead><tr><th>{t('web.dispatch.col.state')}</th><th>{t('web.dispatch.col.unit')}</th><th>{t('web.dispatch.col.goods')}</th><th>{t('web.dispatch.col.depart')}</th><th>{t('web.dispatch.col.arrive')}</th><th className="no-print">{t('web.dispatch.col.next')}</th></tr></thead>
        <tbody>
          {rows.length === 0 && <tr><td colSpan={6} className="empty-row">{t('web.dispatch.no-match')}</td></tr>}
          {rows.map((order) => <Row key={order.id} {...props} order={order} selected={order.id === selectedId} left={!matches(order, filter)} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ order, selected, left, onSelect, armed, vesselOf, keeperOf, incidentTitle }: Props & { readonly order: Order; readonly selected: boolean; readonly left: boolean }) {
  const { t, title } = useI18n();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <tr ref={row} className={`order-row${selected ? ' selected' : ''}${left ? ' left' : ''}`} aria-selected={selected} onClick={() => onSelect(order.id)}>
      <td><StateTrack order={order} /></td>
      <td>
        <p className="cut">{order.unitTitles === null ? <span className="quiet">{t('web.dispatch.no-unit')}</span> : title(order.unitTitles)}</p>
        <p className="small cut">{order.unitId === null ? <span className="quiet" title={keeperOf(order.organisationId)}>{keeperOf(order.organisationId)}</span> : <PositionAge order={order} vessel={vesselOf(order)} />}</p>
      </td>
      <td><Goods order={order} incidentTitle={incidentTitle?.(order.incidentId)} /></td>
      <td className="num"><Depart order={order} /></td>
      <td className="num"><Arrive order={order} /></td>
      <td className="no-print"><NextButton order={order} armed={armed} onSelect={onSelect} selected={selected} /></td>
    </tr>
  );
}

/** How far along: five marks and the word. Blocked and cancelled are dashed where they stopped. */
export function StateTrack({ order }: { readonly order: Pick<Order, 'state' | 'steps'> }) {
  const { t } = useI18n();
  const reached = Math.max(0, ...order.steps.map((step) => TRACK.findIndex((state) => state === step.state)));
  const stopped = order.state === 'blocked' || order.state === 'cancelled';
  return (
    <span className="state-track">
      <span className="track" aria-hidden="true">{TRACK.map((state, index) => <i key={state} className={index < reached || (index === reached && !stopped) ? 'on' : index === reached ? 'stop' : ''} />)}</span>
      <span className={order.state === 'blocked' ? 'chip outline' : ''}>{t(`web.order.state.${order.state}`)}</span>
    </span>
  );
}

function Goods({ order, incidentTitle }: { readonly order: Order; readonly incidentTitle: string | undefined }) {
  const { t, title, locale } = useI18n();
  const [first, ...rest] = order.items;
  const goods = goodsOf(order);
  return (
    <>
      <p className="goods-1">
        <span className="cut" title={title(order.task)}>{first === undefined ? title(order.task) : title(first.titles)}</span>
        {first !== undefined && <b className="num">{amount(first.quantityValue, first.unitCode, locale)}</b>}
        {rest.length > 0 && <span className="quiet">{t('web.dispatch.more-items', { count: rest.length })}</span>}
      </p>
      <p className="goods-2 small"><span className="cut">{title(order.fromText)}{incidentTitle === undefined ? '' : ` → ${incidentTitle}`}</span>{goods !== 'none' && <span className="tag">{t(`web.dispatch.goods.${goods}`)}</span>}</p>
    </>
  );
}

function Depart({ order }: { readonly order: Order }) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const departedAt = enteredAt(order, 'under-way');
  const late = latenessOf(order, now);
  return (
    <>
      <p>{hourMinute(departedAt ?? order.departDueAt, zone, now)}</p>
      <p className="small">{departedAt !== undefined ? <span className="quiet">{t('web.dispatch.departed')}</span> : late?.kind === 'depart' ? <span className="chip">{t('web.dispatch.late', { age: duration(late.lateMs, locale) })}</span> : <span className="quiet">{t('web.phone.depart-due')}</span>}</p>
    </>
  );
}

function Arrive({ order }: { readonly order: Order }) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const arrivedAt = enteredAt(order, 'on-scene');
  const late = latenessOf(order, now);
  const marginMs = arrivalMarginMs(order);
  const ratio = wayRatio(order, now);
  return (
    <>
      <p className="arrive-1"><span>{hourMinute(arrivedAt ?? order.arriveDueAt, zone, now)}</span>{arrivedAt === undefined && hasDeparted(order) && ratio !== undefined && <span className="way" title={t('web.dispatch.way')}><i style={{ width: `${ratio * 100}%` }} /></span>}</p>
      <p className="small">
        {marginMs !== undefined ? (marginMs < 0 ? <span className="chip outline">{t('web.dispatch.was-late', { age: duration(-marginMs, locale) })}</span> : <span className="quiet">{t('web.dispatch.arrived')}</span>)
          : late?.kind === 'arrive' ? <span className="chip">{t('web.dispatch.late', { age: duration(late.lateMs, locale) })}</span>
          : <span className="quiet">{order.state === 'cancelled' ? '—' : t('web.dispatch.left', { left: duration(Date.parse(order.arriveDueAt) - now, locale) })}</span>}
      </p>
    </>
  );
}

interface NextProps { readonly order: Order; readonly armed: ArmedStep; readonly onSelect: (orderId: string) => void; readonly selected: boolean }

function NextButton({ order, armed, onSelect, selected }: NextProps) {
  const { t } = useI18n();
  const step = nextStep(order);
  if (step === undefined) return <span className="quiet">—</span>;
  const isArmed = armed.armed?.orderId === order.id;
  return (
    <button type="button" className={isArmed ? 'btn slim primary' : 'btn slim'} disabled={armed.busy && selected} onClick={(event) => {
      event.stopPropagation();
      if (selected) armed.pressOn(order);
      else onSelect(order.id);
    }}>
      {isArmed ? t(`web.dispatch.confirm.${step}`) : t(`web.action.order.${step}`)} {selected && <kbd>{STEP_KEYS[step]}</kbd>}
    </button>
  );
}
