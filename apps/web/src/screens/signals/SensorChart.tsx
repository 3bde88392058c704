// The course of one sensor: observed line solid, limits of its rules dashed with their value. Silence
// breaks the line. Times are the region's.

import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useQuery } from '../../api/use-query.ts';
import { useLiveValues, useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useSeat } from '../../app/seat.tsx';
import { readToken } from '../../app/tokens.ts';
import { dateTime, hourMinute } from '../../format/time.ts';
import { quantity } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import type { JudgedSensor } from './sensor-quality.ts';
import type { SeriesData } from './series-data.ts';
import { seriesData, valueRange } from './series-data.ts';
import type { SensorRule } from './use-rules.ts';
import { useRules } from './use-rules.ts';

const WINDOWS_H = [1, 6, 24, 72] as const;

export function SensorChart({ judged }: { readonly judged: JudgedSensor | undefined }) {
  const { t, title } = useI18n();
  const [windowH, setWindowH] = useState<(typeof WINDOWS_H)[number]>(1);
  const now = useNow();
  const sensorId = judged?.sensor.id ?? '';
  // Whole minutes, so that the request does not change every second.
  const toMs = Math.ceil(now / 60_000) * 60_000;
  const query = useQuery('getSeries', { params: { id: sensorId }, query: { fromAt: new Date(toMs - windowH * 3_600_000).toISOString(), toAt: new Date(toMs).toISOString() } }, { enabled: sensorId !== '' && now > 0 });
  const { readings } = useLiveValues();
  const live = readings.get(sensorId);
  const [kept, setKept] = useState<{ readonly sensorId: string; readonly windowH: number; readonly series: typeof query.data }>();
  useEffect(() => {
    if (query.data !== undefined) setKept({ sensorId, windowH, series: query.data });
  }, [query.data, sensorId, windowH]);
  // While the next minute is on its way the last one stays; another sensor's line never does.
  const series = query.data ?? (kept?.sensorId === sensorId && kept.windowH === windowH ? kept.series : undefined);
  const data = useMemo(() => (series === undefined ? undefined : seriesData(series, live, judged?.staleAfterS ?? Infinity)), [series, live, judged?.staleAfterS]);
  const rules = useRules(judged?.sensor.id).filter(({ on }) => on);
  return (
    <figure className="sg-chart">
      <figcaption className="section-bar">
        <b className="cut">{judged === undefined ? t('web.signals.chart') : title(judged.sensor.titles)}</b>
        <span className="sg-shows">{WINDOWS_H.map((hours) => <button key={hours} type="button" aria-pressed={windowH === hours} onClick={() => setWindowH(hours)}>{t('web.signals.hours', { hours })}</button>)}</span>
      </figcaption>
      {query.error !== undefined ? <ErrorBox error={query.error} onRetry={() => void query.refetch()} />
        : data === undefined || judged === undefined ? <p className="empty-row">{judged === undefined ? t('web.signals.chart-none') : t('web.loading')}</p>
        : data.timesS.length === 0 ? <p className="empty-row">{t('web.series.empty')}</p>
        : <Plot data={data} rules={rules} unitCode={judged.sensor.unitCode} stepped={judged.sensor.updateContract === 'event'} fromS={toMs / 1000 - windowH * 3600} toS={toMs / 1000} />}
    </figure>
  );
}

interface PlotProps { readonly data: SeriesData; readonly rules: readonly SensorRule[]; readonly unitCode: string; readonly stepped: boolean; readonly fromS: number; readonly toS: number }

function Plot({ data, rules, unitCode, stepped, fromS, toS }: PlotProps) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const theme = useSeat().preferences.theme;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const limits = rules.map((rule) => ({ value: rule.thresholdValue, text: `${rule.above ? '>' : '<'} ${quantity(rule.thresholdValue, unitCode, locale)}` }));
  const limitKey = limits.map(({ text }) => text).join('|');
  const latest = useRef({ data, fromS, toS, limits });
  latest.current = { data, fromS, toS, limits };
  const measured = data.values.filter((value) => value !== null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const made = new uPlot(options({ size: size(), latest, stepped, zone, value: (amount) => quantity(amount, unitCode, locale) }), columns(latest.current.data), element);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = undefined;
    };
    // A change of look, unit or limits draws a new chart; new readings only move its data.
  }, [theme, locale, zone, unitCode, stepped, limitKey]);
  useEffect(() => plot.current?.setData(columns(data)), [data, fromS, toS]);
  return (
    <>
      <div className="sg-plot" ref={box} role="img" aria-label={t('web.signals.chart-says', { min: quantity(Math.min(...measured), unitCode, locale), max: quantity(Math.max(...measured), unitCode, locale), count: measured.length })} />
    </>
  );
}

interface Making {
  readonly size: { readonly width: number; readonly height: number };
  readonly latest: { readonly current: { readonly data: SeriesData; readonly fromS: number; readonly toS: number; readonly limits: readonly { readonly value: number; readonly text: string }[] } };
  readonly stepped: boolean;
  readonly zone: string;
  readonly value: (amount: number) => string;
}

function options({ size, latest, stepped, zone, value }: Making): uPlot.Options {
  const [line, quiet, grid, strong] = [readToken('--t2'), readToken('--t3'), readToken('--line'), readToken('--t1')];
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: quiet, font, ticks: { show: false }, grid: { stroke: grid, width: 1 } } as const;
  return {
    ...size,
    tzDate: (timeS) => uPlot.tzDate(new Date(timeS * 1000), zone),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { range: () => [latest.current.fromS, latest.current.toS] }, y: { range: () => [...valueRange(latest.current.data.values, latest.current.limits.map((limit) => limit.value))] as [number, number] } },
    axes: [
      { ...axis, grid: { show: false }, size: 24, space: 80, values: (_, times) => times.map((timeS) => hourMinute(timeS * 1000, zone, latest.current.toS * 1000)) },
      { ...axis, size: 64, space: 40, values: (_, values) => values.map(value) },
    ],
    series: [{}, { stroke: line, width: 1.5, fill: withOpacity(line), fillTo: (chart) => chart.scales['y']?.min ?? 0, points: { show: false }, spanGaps: false, ...(stepped && uPlot.paths.stepped !== undefined ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}) }],
    hooks: { draw: [(chart) => drawLimits(chart, latest.current.limits, strong, font)], setCursor: [(chart) => showCursor(chart, zone, value)] },
  };
}

/** A dashed line with its value at each limit; the line itself is data's colour, the limit the text's. */
function drawLimits(chart: uPlot, limits: readonly { readonly value: number; readonly text: string }[], colour: string, font: string): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = ratio;
  ctx.setLineDash([4 * ratio, 3 * ratio]);
  ctx.font = font.replace('11px', `${11 * ratio}px`);
  ctx.textAlign = 'right';
  for (const { value, text } of limits) {
    const y = Math.round(chart.valToPos(value, 'y', true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.fillText(text, bbox.left + bbox.width - 4 * ratio, y - 6 * ratio);
  }
  ctx.restore();
}

/** The reading under the pointer, in the corner: it covers no part of the line. */
function showCursor(chart: uPlot, zone: string, value: (amount: number) => string): void {
  let note = chart.root.querySelector<HTMLElement>('.sg-cursor');
  if (note === null) {
    note = document.createElement('span');
    note.className = 'sg-cursor num';
    chart.root.append(note);
  }
  const index = chart.cursor.idx;
  const [times, values] = chart.data;
  const [timeS, amount] = index === null || index === undefined ? [undefined, undefined] : [times[index], values?.[index]];
  note.textContent = timeS === undefined || amount === null || amount === undefined ? '' : `${dateTime(timeS * 1000, zone)} · ${value(amount)}`;
}

function columns({ timesS, values }: SeriesData): uPlot.AlignedData {
  return [[...timesS], [...values]];
}

/** The area under the line at .08, as the visual guide has it. */
function withOpacity(colour: string): string {
  return `color-mix(in srgb, ${colour} 8%, transparent)`;
}
