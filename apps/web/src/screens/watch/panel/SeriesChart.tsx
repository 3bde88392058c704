// The last six hours of one sensor: a thin line, the limit dashed, real extremes on the axis.

import { useMemo } from 'react';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { quantity } from '../../../format/units.ts';
import { hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import './series.css';

interface Props { readonly sensorId: string; readonly unitCode: string | null; readonly thresholdValue: number | null }

export function SeriesChart({ sensorId, unitCode, thresholdValue }: Props) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  // Whole ten minutes, so that the request does not change every second.
  const toMs = Math.ceil(now / 600_000) * 600_000;
  const fromMs = toMs - WINDOW_MS;
  const series = useQuery('getSeries', { params: { id: sensorId }, query: { fromAt: new Date(fromMs).toISOString(), toAt: new Date(toMs).toISOString() } }, { enabled: now > 0, everyS: 60 }).data;
  const drawn = useMemo(() => {
    if (series === undefined || series.length === 0) return undefined;
    const values = series.map((reading) => reading.readingValue);
    const all = thresholdValue === null ? values : [...values, thresholdValue];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const y = (value: number) => (high === low ? 40 : 74 - ((value - low) / (high - low)) * 66);
    const x = (at: string) => ((Date.parse(at) - fromMs) / WINDOW_MS) * 320;
    return { path: series.map((reading, index) => `${index === 0 ? 'M' : 'L'}${x(reading.observedAt).toFixed(1)} ${y(reading.readingValue).toFixed(1)}`).join(''), limitY: thresholdValue === null ? undefined : y(thresholdValue), min: Math.min(...values), max: Math.max(...values) };
  }, [series, thresholdValue, fromMs]);
  return (
    <figure className="series">
      <figcaption><span>{t('web.series.title')}</span>{drawn !== undefined && <em className="num">{quantity(drawn.min, unitCode, locale)} … {quantity(drawn.max, unitCode, locale)}</em>}</figcaption>
      {drawn === undefined ? <p className="empty-row">{series === undefined ? t('web.loading') : t('web.series.empty')}</p> : (
        <svg viewBox="0 0 320 92" preserveAspectRatio="none" role="img" aria-label={t('web.series.title')}>
          {drawn.limitY !== undefined && <line className="limit" x1="0" x2="320" y1={drawn.limitY} y2={drawn.limitY} />}
          <path className="line" d={drawn.path} />
        </svg>
      )}
      <div className="series-axis num"><span>{hourMinute(fromMs, zone)}</span><span>{hourMinute(toMs, zone)}</span></div>
    </figure>
  );
}

const WINDOW_MS = 6 * 3_600_000;
