// Before there is a plan: what it waits for, and the way to draw one.

import { Link } from 'react-router-dom';
import type { Forecast } from '@anlan/contracts';
import type { ApiError } from '../../api/api-error.ts';
import { useLiveValues } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { may } from '../../parts/room/may.ts';
import type { Redraw } from './PlanScreen.tsx';
import { newestForecast } from './plan-view.ts';

interface Props { readonly loading: boolean; readonly error: ApiError | undefined; readonly forecasts: readonly Forecast[]; readonly incidentId: string; readonly redraw: Redraw }

export function NoPlan({ loading, error, forecasts, incidentId, redraw }: Props) {
  const { t } = useI18n();
  const { roles } = useAccount();
  const { progress } = useLiveValues();
  const running = forecasts.find((forecast) => forecast.state === 'requested');
  return (
    <div className="no-plan">
      {error !== undefined && <ErrorBox error={error} onRetry={redraw.error === error ? redraw.clear : undefined} />}
      {loading ? <p className="quiet">{t('web.loading')}</p> : newestForecast(forecasts) !== undefined ? (
        <>
          <p>{t('web.plan.none-yet')}</p>
          {may(roles, 'plan.draw') && <button type="button" className="btn primary" disabled={redraw.busy} onClick={redraw.run}>{t('web.plan.draw')}</button>}
        </>
      ) : running !== undefined ? (
        <>
          <p>{t('web.plan.waits-forecast')}</p>
          <Progress shareRatio={progress.get(running.id) ?? running.progressRatio} label={t('web.forecast.running')} />
        </>
      ) : error === undefined && (
        <>
          <p>{t('web.plan.no-forecast')}</p>
          <Link className="btn primary" to={`/watch?on=incident/${incidentId}`}>{t('web.plan.to-incident')}</Link>
        </>
      )}
    </div>
  );
}
