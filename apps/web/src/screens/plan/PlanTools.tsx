// Tools of the head: which drawing is shown, draw again, print.

import { useNavigate } from 'react-router-dom';
import type { Forecast, Plan } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { useNow } from '../../app/now.ts';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { may } from '../../parts/room/may.ts';
import type { Redraw } from './PlanScreen.tsx';

interface Props { readonly incidentId: string; readonly plan: Plan; readonly plans: readonly Plan[]; readonly forecasts: readonly Forecast[]; readonly redraw: Redraw }

export function PlanTools({ incidentId, plan, plans, forecasts, redraw }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { roles } = useAccount();
  const navigate = useNavigate();
  const zone = useZone();
  const now = useNow();
  const labelOf = (one: Plan) => {
    const forecast = forecasts.find((candidate) => candidate.id === one.forecastId);
    const chosen = one.options.find((option) => option.id === one.chosenOptionId);
    return [
      t('web.plan.drawn', { time: hourMinute(one.drawnAt, zone, now) }),
      forecast === undefined ? '' : t('web.plan.rests-on', { time: hourMinute(forecast.completedAt ?? forecast.requestedAt, zone, now) }),
      chosen === undefined ? '' : t('web.plan.chosen-option', { title: i18n.title(chosen.titles) }),
    ].filter((part) => part !== '').join(' · ');
  };
  return (
    <>
      <select className="input plan-select num" aria-label={t('web.plan.which')} value={plan.id} onChange={(event) => void navigate(`/plan/${incidentId}/${event.target.value}`)}>
        {plans.map((one) => <option key={one.id} value={one.id}>{labelOf(one)}</option>)}
      </select>
      {may(roles, 'plan.draw') && <button type="button" className="btn slim" disabled={redraw.busy} onClick={redraw.run}>{redraw.busy ? t('web.plan.drawing') : t('web.plan.redraw')}</button>}
      <button type="button" className="btn slim" onClick={() => window.print()}>{t('web.room.print')}</button>
    </>
  );
}
