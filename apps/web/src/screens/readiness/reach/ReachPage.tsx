// How far a vessel comes, and when: areas for half an hour to six hours on the map, and the times at
// quays and sensitive sites in a table, soonest first; what it does not reach says why.

import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Isochrones } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { ErrorBoundary } from '../../../app/ErrorBoundary.tsx';
import { useZone } from '../../../app/installation.tsx';
import { duration, hourMinute } from '../../../format/time.ts';
import { distance, speed } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { useRecordTitles } from './use-record-titles.ts';
import './reach.css';

const ReachMap = lazy(async () => ({ default: (await import('./ReachMap.tsx')).ReachMap }));

export function ReachPage() {
  const { t, title, locale } = useI18n();
  const [params, setParams] = useSearchParams();
  const vessels = useRecordTitles('vessels');
  const vesselId = params.get('vessel') ?? vessels.data?.[0]?.id ?? '';
  const wind = params.get('wind') ?? '';
  const windSpeedMps = wind === '' ? undefined : Number(wind);
  const windIsWrong = windSpeedMps !== undefined && !(windSpeedMps >= 0 && windSpeedMps <= 80);
  const query = useQuery('getIsochrones', { query: { vesselId, ...(windSpeedMps === undefined ? {} : { windSpeedMps }) } }, { enabled: vesselId !== '' && !windIsWrong });
  const set = (name: string, value: string) => setParams((old) => {
    const next = new URLSearchParams(old);
    if (value === '') next.delete(name); else next.set(name, value);
    return next;
  }, { replace: true });
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.reach.title')}
        <label className="rs-pick">{t('web.reach.vessel')}
          <select className="input" value={vesselId} onChange={(event) => set('vessel', event.target.value)}>
            {(vessels.data ?? []).map(({ id, titles, simulated }) => <option key={id} value={id}>{title(titles)}{simulated ? ` · ${t('web.mark.simulated')}` : ''}</option>)}
          </select>
        </label>
        <label className="rs-pick">{t('web.reach.wind')}
          <input className="input reach-wind" inputMode="decimal" value={wind} aria-invalid={windIsWrong} onChange={(event) => set('wind', event.target.value)} /> m/s
        </label>
        {windIsWrong && <span className="reach-wrong" role="alert">{t('web.reach.wind-wrong')}</span>}
      </h1>
      {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {vessels.data?.length === 0 && <p className="empty-row">{t('web.reach.no-vessel')}</p>}
      <div className="reach-body">
        <ErrorBoundary><Suspense fallback={null}><ReachMap reach={query.data} /></Suspense></ErrorBoundary>
        <aside className="reach-side">
          {query.data === undefined ? <p className="empty-row">{query.loading ? t('web.reach.reckoning') : ''}</p> : <Places reach={query.data} locale={locale} />}
        </aside>
      </div>
    </>
  );
}

function Places({ reach, locale }: { readonly reach: Isochrones; readonly locale: 'zh-CN' | 'en' }) {
  const { t, title, coded } = useI18n();
  const zone = useZone();
  const [open, setOpen] = useState<string>();
  const reached = reach.places.filter(({ durationS }) => durationS !== null).toSorted((a, b) => (a.durationS ?? 0) - (b.durationS ?? 0));
  const others = reach.places.filter(({ durationS }) => durationS === null);
  const whyNot = new Set(others.map(({ reason }) => reason.map((one) => coded(one)).join(' ')));
  const [oneReason] = whyNot.size === 1 && others.length > 1 ? whyNot : [];
  return (
    <>
      <p className="reach-facts num">{speed(reach.speedMps)}{reach.draughtM === null ? '' : ` · ${t('web.reach.draught', { draughtM: reach.draughtM })}`} · {t('web.reach.muster', { duration: duration(reach.musterDurationS * 1000, locale) })}</p>
      <div className="scroll reach-scroll" tabIndex={0}>
        {oneReason !== undefined && <p className="reach-all" role="status"><span className="chip">{t('web.reach.not')}</span> {oneReason}</p>}
        <table className="rs-table">
          <thead><tr><th scope="col">{t('web.reach.place')}</th><th scope="col" className="right">{t('web.reach.way')}</th><th scope="col" className="right">{t('web.reach.sailing')}</th><th scope="col" className="right">{t('web.reach.there')}</th></tr></thead>
          <tbody>
            {reached.map((place) => (
              <tr key={place.id} onClick={() => setOpen(open === place.id ? undefined : place.id)}>
                <td>{title(place.titles)}{open === place.id && place.reason.map((one, i) => <small key={i} className="reach-reason">{coded(one)}</small>)}</td>
                <td className="right num">{distance(place.distanceM ?? 0)}</td>
                <td className="right num">{duration((place.durationS ?? 0) * 1000, locale)}</td>
                <td className="right num"><b>{hourMinute(Date.parse(reach.departAt) + 1000 * ((place.durationS ?? 0) + reach.musterDurationS), zone, reach.departAt)}</b></td>
              </tr>
            ))}
            {others.map((place) => (
              <tr key={place.id}>
                <td>{title(place.titles)}{oneReason === undefined && place.reason.map((one, i) => <small key={i} className="reach-reason">{coded(one)}</small>)}</td>
                <td className="right" colSpan={3}><span className="chip outline">{t('web.reach.not')}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="section-bar"><b>{t('web.plan.assumed')}</b><span className="num">{reach.assumed.length}</span></div>
        <ul className="coded-list">{reach.assumed.map((one, i) => <li key={i}>{coded(one)}</li>)}</ul>
        <p className="reach-facts quiet num">{reach.modelVersion} · {t('web.reach.grid', { cellM: Math.round(reach.cellM) })}</p>
      </div>
    </>
  );
}
