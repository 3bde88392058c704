// The forecast room: runs and what-if on the left, map and mass budget in the middle, arrivals and
// everything the run assumed on the right. Assumptions are never folded away here.

import { useEffect } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { Forecast } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useQuery } from '../../api/use-query.ts';
import { isDrill, useMeta, useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { num } from '../../format/numbers.ts';
import { dateTime, hourMinute } from '../../format/time.ts';
import { compassName, mass, position, speed, temperatureK } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Fact } from '../../parts/Marks.tsx';
import { nearestFrame } from '../watch/axis/nearest-frame.ts';
import { desk, useDesk } from '../watch/desk-store.ts';
import { newestForecast } from '../watch/panel/incident-view.ts';
import { rowHref } from '../watch/selection.ts';
import { Arrivals } from './Arrivals.tsx';
import { sortArrivals } from './arrivals.ts';
import { exportName, forecastJson, frameGeoJson, tablesCsv } from './export.ts';
import { ForecastMap } from './ForecastMap.tsx';
import { Forcings } from './Forcings.tsx';
import { IncidentChoice } from './IncidentChoice.tsx';
import { MassChart } from './MassChart.tsx';
import { RunList } from './RunList.tsx';
import { saveFile } from './save-file.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfFields } from './WhatIfFields.tsx';
import './forecast.css';
import '../watch/queue/queue.css';
import '../watch/watch.css';
import '../watch/centre.css';

export function ForecastScreen() {
  const { incidentId, forecastId } = useParams();
  if (incidentId === undefined) return <IncidentChoice />;
  return <Forecasts key={incidentId} incidentId={incidentId} forecastId={forecastId} />;
}

function Forecasts({ incidentId, forecastId }: { readonly incidentId: string; readonly forecastId: string | undefined }) {
  const { t } = useI18n();
  const incident = useQuery('getIncident', { params: { id: incidentId } });
  const list = useQuery('listForecasts', { params: { id: incidentId } });
  const forecasts = list.data ?? [];
  const forecast = forecasts.find((candidate) => candidate.id === forecastId) ?? newestForecast(forecasts);
  const frames = useQuery('getFrames', { params: { id: forecast?.id ?? '' } }, { enabled: forecast?.state === 'completed' });
  const wantedIndex = useDesk((state) => state.frameIndex);
  const frameIndex = Math.min(wantedIndex, Math.max(0, (frames.data?.frames.length ?? 1) - 1));
  const frame = frames.data?.frames[frameIndex];
  const shownId = forecast?.id;
  useEffect(() => desk.set({ frameIndex: 0, playing: false, look: undefined }), [shownId]);
  return (
    <>
      <aside className="queue">
        <div className="queue-bar">{t('web.runs.title')}<b className="num">{forecasts.length}</b><em><Link to={rowHref({ kind: 'incident', id: incidentId })}>{t('web.runs.to-desk')}</Link></em></div>
        {incident.data !== undefined && <p className="run-incident"><b>{incident.data.title}</b><br /><span className="quiet small">{incident.data.placeText}</span></p>}
        <div className="scroll">
          {list.error !== undefined && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
          <RunList forecasts={forecasts} shownId={shownId} />
        </div>
        <Forcings />
        <WhatIf incidentId={incidentId} base={forecast ?? newestForecast(forecasts)} />
      </aside>
      <section className="forecast-centre">
        {forecast?.summary?.indicative === true && <p className="indicative-banner"><span className="tag dashed">{t('web.forecast.indicative-short')}</span> {t('web.forecast.indicative')}</p>}
        <ForecastMap incident={incident.data} forecast={forecast} frames={frames.data} frameIndex={frameIndex} />
        {frames.error !== undefined && <ErrorBox error={frames.error} onRetry={() => void frames.refetch()} />}
        {forecast?.summary !== null && forecast !== undefined && (
          <MassChart summary={forecast.summary} shownAtMs={frame === undefined ? undefined : Date.parse(frame.at)} onPick={(atMs) => frames.data !== undefined && desk.set({ frameIndex: nearestFrame(frames.data, atMs), playing: false })} />
        )}
      </section>
      <article className="incident-panel">
        {forecast === undefined ? <p className="empty-row">{list.data === undefined ? t('web.loading') : t('web.forecast.empty')}</p> : (
          <>
            <div className="scroll">
              <Arrivals forecast={forecast} />
              <Basis forecast={forecast} />
            </div>
            <ExportFoot forecast={forecast} frames={frames.data} frameIndex={frameIndex} />
          </>
        )}
      </article>
    </>
  );
}

function WhatIf({ incidentId, base }: { readonly incidentId: string; readonly base: Forecast | undefined }) {
  const { t } = useI18n();
  const whatIf = useWhatIf(incidentId, base);
  return (
    <form className="form what-if" onSubmit={(event) => { event.preventDefault(); void whatIf.send(); }}>
      <b>{t('web.form.rerun')}</b>
      <WhatIfFields whatIf={whatIf} />
      <button type="submit" className="btn primary" disabled={!whatIf.ready || whatIf.action.busy}>{t('web.form.rerun-send')}</button>
      {whatIf.action.error !== undefined && <ErrorBox error={whatIf.action.error} onClose={whatIf.action.clear} />}
    </form>
  );
}

/** What went in, what was assumed, what to beware of: each by name. */
function Basis({ forecast }: { readonly forecast: Forecast }) {
  const { t, coded, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const { input, summary } = forecast;
  return (
    <>
      <div className="section-bar"><b>{t('web.basis.inputs')}</b><em className="num">{dateTime(forecast.completedAt ?? forecast.requestedAt, zone)}</em></div>
      <dl className="fact-grid num">
        <Fact label={t('web.fact.amount')}>{mass(input.spill.massKg)}</Fact>
        <Fact label={t('web.basis.start')}>{hourMinute(input.spill.startAt, zone, now)}</Fact>
        <Fact wide label={t('web.fact.wind')}>{compassName(input.wind.windFromDegTrue, locale)} {speed(input.wind.speedMps)} · {windSource(t, input.wind.sourceText)}{input.wind.grid !== undefined && ` · ${t('web.forcings.grid-until', { until: hourMinute(input.wind.grid.untilAt, zone, now) })}`}</Fact>
        <Fact wide label={t('web.form.place')}>{position(input.spill.position)}</Fact>
        <Fact label={t('web.basis.water')}>{temperatureK(input.waterTemperatureK)}</Fact>
        <Fact label={t('web.basis.particles')}>{num(input.particleCount)} × {input.memberCount}</Fact>
      </dl>
      {summary !== null && (
        <>
          <div className="section-bar"><b>{t('web.basis.assumed')}</b><span className="num">{summary.assumed.length}</span></div>
          <ul className="note-lines">{summary.assumed.map((note, index) => <li key={index}>{coded(note)}</li>)}</ul>
          <div className="section-bar"><b>{t('web.basis.warnings')}</b><span className="num">{summary.warnings.length}</span></div>
          <ul className="note-lines">{summary.warnings.length === 0 ? <li className="quiet">{t('web.basis.no-warnings')}</li> : summary.warnings.map((note, index) => <li key={index}>{coded(note)}</li>)}</ul>
          <p className="empty-row small">{t('web.basis.model', { version: summary.modelVersion, hash: summary.inputsHash.slice(0, 12), seed: summary.randomSeed })}</p>
        </>
      )}
    </>
  );
}

/** Where the wind came from: a code of the engine, or the name of a station. */
function windSource(t: (key: WebKey) => string, sourceText: string): string {
  const words = t(`web.wind-source.${sourceText}` as WebKey);
  return words.startsWith('[') ? sourceText : words;
}

function ExportFoot({ forecast, frames, frameIndex }: { readonly forecast: Forecast; readonly frames: Parameters<typeof forecastJson>[1]; readonly frameIndex: number }) {
  const { t } = useI18n();
  const meta = useMeta();
  const name = (extension: string) => exportName(forecast, extension, isDrill(meta));
  const frame = frames?.frames[frameIndex];
  const disabled = forecast.summary === null;
  return (
    <footer className="panel-foot">
      <button type="button" className="btn" disabled={disabled} onClick={() => saveFile(name('csv'), tablesCsv(forecast, sortArrivals(forecast.summary?.arrivals ?? []), meta.realm), 'text/csv')}>{t('web.export.csv')}</button>
      <button type="button" className="btn" disabled={frame === undefined} onClick={() => frame !== undefined && saveFile(name('geojson'), frameGeoJson(forecast, frame, meta.realm), 'application/geo+json')}>{t('web.export.geojson')}</button>
      <button type="button" className="btn" disabled={disabled} onClick={() => saveFile(name('json'), forecastJson(forecast, frames, meta.realm), 'application/json')}>{t('web.export.json')}</button>
    </footer>
  );
}
