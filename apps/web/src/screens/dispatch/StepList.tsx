// The steps of an order: when each happened, when it was recorded if that was later, by whom.

import type { Order } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { clockTime, dateTime, duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';

export function StepList({ order }: { readonly order: Order }) {
  const { t, locale, who } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <div className="section-bar"><b>{t('web.dispatch.steps')}</b><span className="num">{order.steps.length}</span><em>{t('web.dispatch.happened')}</em></div>
      <ol className="step-list">
        {order.steps.map((step, index) => {
          const lateMs = Date.parse(step.recordedAt) - Date.parse(step.at);
          return (
            <li key={index}>
              <span className="num" title={dateTime(step.at, zone)}>{hourMinute(step.at, zone, now).replace(/\d\d:\d\d$/, '')}{clockTime(step.at, zone)}</span>
              <b>{t(`web.order.state.${step.state as Order['state']}`)}</b>
              <span className="cut quiet">{who(step.by)}</span>
              {lateMs >= LATE_RECORD_MS && <span className="small num late-record"><span className="tag dashed">{t('web.dispatch.late-record')}</span> {t('web.dispatch.recorded', { time: clockTime(step.recordedAt, zone), age: duration(lateMs, locale) })}</span>}
              {step.note !== '' && <span className="step-note">{step.note}</span>}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Told within this time counts as told at once, ms. */
const LATE_RECORD_MS = 60_000;
