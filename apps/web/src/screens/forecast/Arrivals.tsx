// Sensitive sites by how likely oil reaches them: probability, earliest, median. What is not reached in
// the horizon is counted and can be shown; it is not the same as "safe".

import { useState } from 'react';
import type { Forecast } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { num, percent } from '../../format/numbers.ts';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { desk } from '../watch/desk-store.ts';
import { aheadHours } from './ahead.ts';
import { arrivalsNote, sortArrivals } from './arrivals.ts';

export function Arrivals({ forecast }: { readonly forecast: Forecast }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const [all, setAll] = useState(false);
  const arrivals = sortArrivals(forecast.summary?.arrivals ?? []);
  const reached = arrivals.filter((arrival) => arrival.probabilityRatio > 0);
  const shown = all ? arrivals : reached;
  const note = forecast.summary === null ? null : arrivalsNote(forecast.summary);
  const at = (value: string | null) => (value === null ? '—' : hourMinute(value, zone, now));
  return (
    <>
      <div className="section-bar"><b>{t('web.arrivals.title')}</b><span className="num">{reached.length} / {arrivals.length}</span><em>{t('web.arrivals.hint', { hours: num(aheadHours(forecast)) })}</em></div>
      {note !== null && <p className={note.leftRatio > 0 ? 'arrivals-left' : 'empty-row'}>{note.leftRatio > 0 && <span className="chip">{t('web.basis.warnings')}</span>} {t(note.key, { hours: num(aheadHours(forecast)), share: percent(note.leftRatio) })}</p>}
      {shown.length > 0 && (
        <table className="arrivals num">
          <thead><tr><th>{t('web.arrivals.site')}</th><th>{t('web.arrivals.probability')}</th><th>{t('web.arrivals.earliest')}</th><th>{t('web.arrivals.median')}</th></tr></thead>
          <tbody>
            {shown.map((arrival) => (
              <tr key={arrival.siteId} onClick={() => desk.lookAt(arrival.position)}>
                <td title={title(arrival.titles)}><span className="cut">{title(arrival.titles)}</span></td>
                <td><span className="chance"><i style={{ width: `${arrival.probabilityRatio * 100}%` }} /></span>{percent(arrival.probabilityRatio)}</td>
                <td>{at(arrival.earliestAt)}</td>
                <td>{at(arrival.medianAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {arrivals.length > reached.length && <button type="button" className="btn slim plain" onClick={() => setAll(!all)}>{all ? t('web.less') : t('web.arrivals.rest', { count: arrivals.length - reached.length })}</button>}
    </>
  );
}
