// One order on the phone: what, from where to where, by when, and one large button for the next step.

import { useEffect, useState } from 'react';
import type { Order } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import type { ApiError } from '../../../api/api-error.ts';
import { toApiError } from '../../../api/api-error.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { duration, hourMinute } from '../../../format/time.ts';
import { position } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { amount } from '../../../parts/room/amount.ts';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { hasDeparted, isOpen, latenessOf, mayBlock, nextStep } from '../order-view.ts';
import type { StepName } from '../order-view.ts';
import { useNearPlace } from '../use-near-place.ts';
import { StateTrack } from '../OrderTable.tsx';
import type { QueuedStep } from './step-outbox.ts';
import { queueStep } from './step-outbox-store.ts';

interface Props { readonly order: Order; readonly pending: readonly QueuedStep[]; readonly accountId: string }

export function PhoneOrder({ order, pending, accountId }: Props) {
  const { t, title, locale } = useI18n();
  const [error, setError] = useState<ApiError>();
  const [blocking, setBlocking] = useState(false);
  const near = useNearPlace(order.toPosition);
  const [resting, setResting] = useState(false);
  useEffect(() => {
    if (!resting) return undefined;
    const timer = setTimeout(() => setResting(false), REST_MS);
    return () => clearTimeout(timer);
  }, [resting]);
  const step = nextStep(order);
  const tap = (name: StepName, note: string) => {
    try {
      setError(undefined);
      queueStep({ accountId, orderId: order.id, incidentId: order.incidentId, task: order.task, step: name, note });
      setBlocking(false);
      setResting(true);
    } catch (cause) {
      setError(toApiError(cause));
    }
  };
  return (
    <article className="phone-order">
      <p className="phone-state"><StateTrack order={order} />{pending.length > 0 && <span className="tag dashed">{t('web.phone.waits')}</span>}</p>
      <h2>{order.unitTitles !== null ? title(order.unitTitles) : order.items.length === 0 ? title(order.task) : t('web.dispatch.task', { from: title(order.fromText), count: order.items.length })}</h2>
      <ul>{order.items.map((item) => <li key={item.supplyId}><span>{title(item.titles)}</span><b className="num">{amount(item.quantityValue, item.unitCode, locale)}</b></li>)}</ul>
      <dl>
        <div><dt>{t('web.dispatch.from')}</dt><dd>{title(order.fromText)}</dd></div>
        <div><dt>{t('web.dispatch.to')}</dt><dd className="num">{near !== undefined && <b>{near}</b>} {position(order.toPosition)}</dd></div>
        <Duty order={order} />
      </dl>
      {order.state === 'blocked' && order.blockedReason !== null && <p className="said">{order.blockedReason}</p>}
      {error !== undefined && <ErrorBox error={error} />}
      {step !== undefined && !blocking && <button type="button" className="btn primary phone-step" disabled={resting} onClick={() => tap(step, '')}>{t(`web.phone.step.${step}`)}</button>}
      {blocking ? <BlockForm onSend={(reason) => tap('block', reason)} onClose={() => setBlocking(false)} /> : mayBlock(order) && <button type="button" className="btn" onClick={() => setBlocking(true)}>{t('web.phone.block')}</button>}
    </article>
  );
}

function Duty({ order }: { readonly order: Order }) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  if (!isOpen(order)) return null;
  const late = latenessOf(order, now);
  const rows: readonly (readonly [WebKey, string, 'depart' | 'arrive'])[] = [['web.phone.depart-due', order.departDueAt, 'depart'], ['web.phone.arrive-due', order.arriveDueAt, 'arrive']];
  return rows.filter(([, , kind]) => kind === 'arrive' ? order.state !== 'on-scene' : !hasDeparted(order)).map(([key, at, kind]) => {
    const leftMs = Date.parse(at) - now;
    return (
      <div key={kind}>
        <dt>{t(key)}</dt>
        <dd className="num"><b>{hourMinute(at, zone, now)}</b> {late?.kind === kind ? <span className="chip">{t('web.dispatch.late', { age: duration(late.lateMs, locale) })}</span> : leftMs >= 0 ? <span className="quiet">{t('web.dispatch.left', { left: duration(leftMs, locale) })}</span> : null}</dd>
      </div>
    );
  });
}

function BlockForm({ onSend, onClose }: { readonly onSend: (reason: string) => void; readonly onClose: () => void }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  return (
    <form className="phone-block" onSubmit={(event) => {
      event.preventDefault();
      if (text.trim().length >= 2) onSend(text.trim());
    }}>
      <div className="phone-reasons">{REASONS.map((key) => <button key={key} type="button" className="btn" onClick={() => setText(t(key))}>{t(key)}</button>)}</div>
      <textarea className="input" aria-label={t('web.phone.block-why')} placeholder={t('web.phone.block-why')} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="phone-reasons">
        <button type="submit" className="btn primary" disabled={text.trim().length < 2}>{t('web.phone.block-send')}</button>
        <button type="button" className="btn" onClick={onClose}>{t('web.form.cancel')}</button>
      </div>
    </form>
  );
}

const REASONS = ['web.phone.reason.sea', 'web.phone.reason.engine', 'web.phone.reason.crew', 'web.phone.reason.way', 'web.phone.reason.goods'] as const satisfies readonly WebKey[];
/** A double tap must not take two steps: the button rests this long, ms. */
const REST_MS = 1500;
