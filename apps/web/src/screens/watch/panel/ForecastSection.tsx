// The forecast in the incident: running with its share and a way to stop it, or the newest result in
// four figures with what it assumed; a failed run says why.

import { Link } from 'react-router-dom';
import type { Forecast, Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useLiveValues, useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { percent } from '../../../format/numbers.ts';
import { hourMinute } from '../../../format/time.ts';
import { mass } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { Fact } from '../../../parts/Marks.tsx';
import { Progress } from '../../../parts/Progress.tsx';
import { leftRatio } from '../../forecast/budget.ts';
import { desk } from '../desk-store.ts';
import { newestForecast, runningForecast } from './incident-view.ts';

export function ForecastSection({ incident }: { readonly incident: Incident }) {
  const { t } = useI18n();
  const forecasts = useQuery('listForecasts', { params: { id: incident.id } }).data ?? [];
  const [running, newest] = [runningForecast(forecasts), newestForecast(forecasts)];
  const failed = forecasts.find((forecast) => forecast.state === 'failed' && (newest === undefined || forecast.requestedAt > newest.requestedAt));
  return (
    <>
      <div className="section-bar">
        <b>{t('web.forecast.title')}</b>
        {newest?.summary?.indicative === true && <span className="tag dashed">{t('web.forecast.indicative-short')}</span>}
        <em>
          {newest !== undefined && <button type="button" className="btn slim plain" onClick={() => desk.openForm('rerun')}>{t('web.forecast.rerun')}</button>}
          {newest !== undefined && <Link className="btn slim plain" to={`/forecast/${incident.id}/${newest.id}`}>{t('web.forecast.open')}</Link>}
        </em>
      </div>
      {running !== undefined && <Running forecast={running} />}
      {failed?.failure !== null && failed !== undefined && <Failed failure={failed.failure} />}
      {newest?.summary !== null && newest !== undefined ? <Figures forecast={newest} summary={newest.summary} /> : running === undefined && <p className="empty-row">{t('web.forecast.empty')}</p>}
    </>
  );
}

function Running({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useI18n();
  const { progress } = useLiveValues();
  const action = useAction();
  const shareRatio = progress.get(forecast.id) ?? forecast.progressRatio;
  return (
    <div className="form">
      <Progress shareRatio={shareRatio} label={t('web.forecast.running')} />
      <button type="button" className="btn slim" disabled={action.busy} onClick={() => void action.run(() => call('cancelForecast', { params: { id: forecast.id } }), [`forecast/${forecast.id}`])}>{t('web.forecast.cancel')}</button>
      {action.error !== undefined && <ErrorBox error={action.error} />}
    </div>
  );
}

function Failed({ failure }: { readonly failure: NonNullable<Forecast['failure']> }) {
  const { t, coded } = useI18n();
  return <p className="empty-row"><span className="chip">{t('web.forecast.failed')}</span> {coded(failure)}</p>;
}

function Figures({ forecast, summary }: { readonly forecast: Forecast; readonly summary: NonNullable<Forecast['summary']> }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const end = summary.massBudget.at(-1);
  const left = leftRatio(summary.massBudget);
  const reached = summary.arrivals.filter((arrival) => arrival.probabilityRatio > 0);
  return (
    <dl className="fact-grid num">
      <Fact label={t('web.forecast.run')}>{hourMinute(forecast.completedAt ?? forecast.requestedAt, zone, now)}</Fact>
      <Fact label={t('web.forecast.reached')}>{t('web.forecast.reached-count', { count: reached.length })}</Fact>
      {left !== null && <Fact wide label={t('web.budget.outside')}>{t('web.arrivals.left', { share: percent(left) })}</Fact>}
      {end !== undefined && <Fact label={t('web.forecast.afloat')}>{mass(end.afloatKg)}</Fact>}
      {end !== undefined && <Fact label={t('web.forecast.stranded')}>{mass(end.strandedKg)}</Fact>}
      <Fact label={t('web.forecast.evaporated')}>{percent(summary.evaporatedRatioBand[0])}–{percent(summary.evaporatedRatioBand[1])}</Fact>
      <Fact label={t('web.forecast.assumed')}>{t('web.forecast.assumed-count', { count: summary.assumed.length, warnings: summary.warnings.length })}</Fact>
    </dl>
  );
}
