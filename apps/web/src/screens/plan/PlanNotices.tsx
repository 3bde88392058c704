// What would make this plan the wrong one to send: a newer forecast, a newer plan, another choice.

import { Link } from 'react-router-dom';
import type { Forecast, Plan } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { useNow } from '../../app/now.ts';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { may } from '../../parts/room/may.ts';
import type { Redraw } from './PlanScreen.tsx';
import { newerForecast, newestPlan } from './plan-view.ts';

interface Props { readonly plan: Plan; readonly plans: readonly Plan[]; readonly forecasts: readonly Forecast[]; readonly redraw: Redraw }

export function PlanNotices({ plan, plans, forecasts, redraw }: Props) {
  const { t, title } = useI18n();
  const { roles } = useAccount();
  const zone = useZone();
  const now = useNow();
  const newer = newerForecast(plan, forecasts);
  const newest = newestPlan(plans);
  const other = plans.find((one) => one.id !== plan.id && one.chosenOptionId !== null);
  const otherOption = other?.options.find((option) => option.id === other.chosenOptionId);
  return (
    <>
      {newer !== undefined && (
        <div className="inverse-line" role="status">
          <span className="chip">{t('web.plan.stale')}</span>
          <span className="cut">{t('web.plan.stale-why', { time: hourMinute(newer.completedAt ?? newer.requestedAt, zone, now) })}</span>
          {newest !== undefined && newest.id !== plan.id && newest.forecastId === newer.id
            ? <Link className="btn slim no-print" to={`/plan/${plan.incidentId}/${newest.id}`}>{t('web.plan.to-newest')}</Link>
            : may(roles, 'plan.draw') && <button type="button" className="btn slim no-print" disabled={redraw.busy} onClick={redraw.run}>{t('web.plan.redraw')}</button>}
        </div>
      )}
      {newer === undefined && newest !== undefined && newest.id !== plan.id && (
        <div className="inverse-line" role="status">
          <span className="chip outline">{t('web.plan.older')}</span>
          <span className="cut">{t('web.plan.older-why', { time: hourMinute(newest.drawnAt, zone, now) })}</span>
          <Link className="btn slim no-print" to={`/plan/${plan.incidentId}/${newest.id}`}>{t('web.plan.to-newest')}</Link>
        </div>
      )}
      {other !== undefined && otherOption !== undefined && plan.chosenOptionId === null && (
        <div className="inverse-line" role="status">
          <span className="chip outline">{t('web.plan.other-chosen')}</span>
          <span className="cut">{t('web.plan.other-chosen-why', { time: hourMinute(other.drawnAt, zone, now), title: title(otherOption.titles) })}</span>
          <Link className="btn slim no-print" to={`/plan/${plan.incidentId}/${other.id}`}>{t('web.plan.to-chosen')}</Link>
        </div>
      )}
    </>
  );
}
