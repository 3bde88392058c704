// Every run of an incident, newest first: wind, state, what it reaches. Runs are compared by standing
// one under the other; the chosen one is on the map.

import { Link } from 'react-router-dom';
import type { Forecast } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useLiveValues, useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { num, percent } from '../../format/numbers.ts';
import { hourMinute } from '../../format/time.ts';
import { compassName } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { firstArrival } from '../watch/panel/incident-view.ts';
import { aheadHours } from './ahead.ts';
import { leftRatio } from './budget.ts';

export function RunList({ forecasts, shownId }: { readonly forecasts: readonly Forecast[]; readonly shownId: string | undefined }) {
  const { t } = useI18n();
  const sorted = [...forecasts].sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
  if (sorted.length === 0) return <p className="empty-row">{t('web.forecast.empty')}</p>;
  return <ul className="run-list">{sorted.map((forecast) => <Run key={forecast.id} forecast={forecast} shown={forecast.id === shownId} />)}</ul>;
}

function Run({ forecast, shown }: { readonly forecast: Forecast; readonly shown: boolean }) {
  const { t, coded, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const { progress } = useLiveValues();
  const action = useAction();
  const { wind, memberCount } = forecast.input;
  const arrival = firstArrival(forecast);
  const left = leftRatio(forecast.summary?.massBudget ?? []);
  return (
    <li className={shown ? 'selected' : ''} aria-current={shown}>
      <Link to={`/forecast/${forecast.incidentId}/${forecast.id}`}>
        <span className="line-1 num"><b>{hourMinute(forecast.requestedAt, zone, now)}</b>{compassName(wind.windFromDegTrue, locale)} {num(wind.speedMps, 1)} m/s<em>{t('web.runs.horizon', { hours: num(aheadHours(forecast)), members: memberCount })}</em></span>
        <span className="line-2 cut">
          {forecast.state === 'completed' && (arrival === undefined ? (left === null ? t('web.runs.reaches-none') : t('web.runs.reaches-unknown', { share: percent(left) })) : t('web.runs.first', { site: title(arrival.titles), time: hourMinute(arrival.earliestAt, zone, now) }))}
          {forecast.state === 'cancelled' && t('web.forecast.cancelled')}
          {forecast.state === 'failed' && <><span className="chip">{t('web.forecast.failed')}</span> {forecast.failure === null ? '' : coded(forecast.failure)}</>}
        </span>
      </Link>
      {forecast.state === 'requested' && (
        <div className="run-progress">
          <Progress shareRatio={progress.get(forecast.id) ?? forecast.progressRatio} label={t('web.forecast.running')} />
          <button type="button" className="btn slim" disabled={action.busy} onClick={() => void action.run(() => call('cancelForecast', { params: { id: forecast.id } }), [`incident/${forecast.incidentId}`])}>{t('web.forecast.cancel')}</button>
          {action.error !== undefined && <ErrorBox error={action.error} onClose={action.clear} />}
        </div>
      )}
    </li>
  );
}
