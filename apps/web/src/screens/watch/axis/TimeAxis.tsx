// The time axis under the map: wind over tide over clock, the future on its own ground, events of the
// incident as dashed lines, now as an accent line. A click inside the forecast shows that moment.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Forecast, ForecastFrames, Incident } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useLiveValues, useMeta, useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { num } from '../../../format/numbers.ts';
import { hourMinute, zonedParts } from '../../../format/time.ts';
import { mpsToKn } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { environmentValue, tideWindow } from '../../../shell/environment.ts';
import { desk } from '../desk-store.ts';
import { firstArrival, runningClocks } from '../panel/incident-view.ts';
import { nearestFrame } from './nearest-frame.ts';
import type { AxisRange, Barb } from './time-axis.ts';
import { atOf, axisRange, feathers, forecastBarbs, hourTicks, observedBarbs, tideCurve, xOf } from './time-axis.ts';
import './axis.css';

interface Props { readonly incident: Incident | undefined; readonly forecast: Forecast | undefined; readonly frames: ForecastFrames | undefined; readonly frameIndex: number }

export function TimeAxis({ incident, forecast, frames, frameIndex }: Props) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const [svg, widthPx, scaleRatio] = useWidth();
  const minuteMs = Math.floor(now / 60_000) * 60_000;
  const lastFrame = frames?.frames.at(-1);
  const range = axisRange(minuteMs, lastFrame === undefined ? undefined : Date.parse(lastFrame.at));
  const rightPx = Math.max(LEFT_PX + 1, widthPx - 14);
  const x = (atMs: number) => xOf(atMs, range, LEFT_PX, rightPx);
  const tide = useQuery('getTide', { query: tideWindow(now) }, { enabled: now > 0 }).data;
  const curve = useMemo(() => (tide === undefined ? undefined : tideCurve(tide, range, { leftPx: LEFT_PX, rightPx, topPx: 42, bottomPx: 64, basePx: 70 })), [tide, range.fromMs, range.toMs, rightPx]);
  const barbs = useBarbs(range, minuteMs, forecast);
  const shown = frames?.frames[frameIndex];
  const offsetMs = zoneOffsetMs(minuteMs, zone);
  const onClick = (clientX: number) => {
    if (frames === undefined || svg.current === null) return;
    const atMs = atOf((clientX - svg.current.getBoundingClientRect().left) / scaleRatio, range, LEFT_PX, rightPx);
    desk.set({ frameIndex: nearestFrame(frames, atMs), playing: false });
  };
  return (
    <svg className="axis" ref={svg} viewBox={`0 0 ${Math.max(1, widthPx)} 92`} role="img" aria-label={t('web.axis.title')} onClick={(event) => onClick(event.clientX)}>
      <rect className="future" x={x(minuteMs)} y="0" width={Math.max(0, widthPx - x(minuteMs))} height="92" />
      <text className="label" x="8" y="20">{t('web.axis.wind')}</text>
      <text className="label" x="8" y="58">{t('web.axis.tide')}</text>
      {barbs.length === 0 && <text className="label" x={LEFT_PX} y="20">{t('web.axis.no-wind')}</text>}
      {barbs.map((barb) => <BarbMark key={`${barb.atMs}${String(barb.forecast)}`} barb={barb} xPx={x(barb.atMs)} />)}
      {curve === undefined ? <text className="label" x={LEFT_PX} y="58">{t('web.axis.no-tide')}</text> : (
        <>
          <text className="value" x={LEFT_PX - 4} y="46">{num(curve.highM, 1)}</text>
          <text className="value" x={LEFT_PX - 4} y="68">{num(curve.lowM, 1)}</text>
          <path className="tide-area" d={curve.area} />
          <path className="tide" d={curve.line} />
        </>
      )}
      <line className="base" x1={LEFT_PX} x2={rightPx} y1="70.5" y2="70.5" />
      {hourTicks(range, offsetMs).map(({ atMs, labelled }) => (
        <g key={atMs}>
          <line className="base" x1={x(atMs)} x2={x(atMs)} y1={labelled ? 70 : 72} y2="76" />
          {labelled && Math.abs(x(atMs) - x(minuteMs)) > 34 && <text className="tick" x={x(atMs)} y="87">{hourMinute(atMs, zone)}</text>}
        </g>
      ))}
      {frames !== undefined && lastFrame !== undefined && <ForecastSpan fromPx={x(Date.parse(frames.frames[0]?.at ?? lastFrame.at))} toPx={x(Date.parse(lastFrame.at))} />}
      {spacedEvents(eventsOf(incident, forecast, t, zone).filter(({ atMs }) => atMs > minuteMs && atMs < range.toMs), x).map(({ atMs, text, model }) => (
        <EventMark key={text} xPx={x(atMs)} text={text} flip={x(atMs) > rightPx - LABEL_PX} model={model} />
      ))}
      {shown !== undefined && <line className="shown" x1={x(Date.parse(shown.at))} x2={x(Date.parse(shown.at))} y1="0" y2="70" />}
      <g transform={`translate(${x(minuteMs)} 0)`} className="now">
        <line y1="0" y2="92" />
        <rect x="-20" y="75" width="40" height="16" rx="2" />
        <text y="87">{hourMinute(now, zone)}</text>
      </g>
    </svg>
  );
}

function BarbMark({ barb, xPx }: { readonly barb: Barb; readonly xPx: number }) {
  const { pennantCount, fullCount, half } = feathers(mpsToKn(barb.speedMps));
  const marks: string[] = [];
  let yPx = -13;
  for (let index = 0; index < pennantCount; index++, yPx += 4) marks.push(`M0 ${yPx}L6 ${yPx + 1}L0 ${yPx + 3}`);
  for (let index = 0; index < fullCount; index++, yPx += 3) marks.push(`M0 ${yPx}L6 ${yPx - 2.5}`);
  if (half) marks.push(`M0 ${yPx}L3.5 ${yPx - 1.5}`);
  return (
    <g className={barb.forecast ? 'barb forecast' : 'barb'} transform={`translate(${xPx} 20) rotate(${barb.fromDegTrue})`}>
      <path d={`M0 0V-13${marks.join('')}`} />
      <circle r="1.4" />
    </g>
  );
}

function EventMark({ xPx, text, flip, model }: { readonly xPx: number; readonly text: string; readonly flip: boolean; readonly model: boolean }) {
  return (
    <g className={model ? 'event model' : 'event'} transform={`translate(${xPx} 0)`}>
      <line y1="27" y2="70" />
      <text x={flip ? -5 : 5} y={37} textAnchor={flip ? 'end' : 'start'}>{text}</text>
    </g>
  );
}

function ForecastSpan({ fromPx, toPx }: { readonly fromPx: number; readonly toPx: number }) {
  return <line className="span" x1={Math.max(LEFT_PX, fromPx)} x2={toPx} y1="70.5" y2="70.5" />;
}

interface AxisEvent { readonly atMs: number; readonly text: string; readonly model: boolean }

/** Labels never overlap: a later one that finds no room is left out; it stands in the panel anyway. */
function spacedEvents(events: readonly AxisEvent[], x: (atMs: number) => number): readonly AxisEvent[] {
  const kept: AxisEvent[] = [];
  for (const event of events) {
    if (kept.every((other) => Math.abs(x(other.atMs) - x(event.atMs)) > LABEL_PX)) kept.push(event);
  }
  return kept;
}

/** The first arrival of oil and the nearest statutory clock, in this order of weight. */
function eventsOf(incident: Incident | undefined, forecast: Forecast | undefined, t: ReturnType<typeof useI18n>['t'], zone: string): readonly AxisEvent[] {
  const [clock, arrival] = [incident === undefined ? undefined : runningClocks(incident.clocks)[0], firstArrival(forecast)];
  const events: AxisEvent[] = [];
  if (arrival !== undefined) events.push({ atMs: Date.parse(arrival.earliestAt), text: t('web.axis.arrival', { time: hourMinute(arrival.earliestAt, zone) }), model: true });
  if (clock !== undefined) events.push({ atMs: Date.parse(clock.dueAt), text: t('web.axis.clock', { time: hourMinute(clock.dueAt, zone) }), model: false });
  return events;
}

function useBarbs(range: AxisRange, nowMs: number, forecast: Forecast | undefined): readonly Barb[] {
  const meta = useMeta();
  const sensors = useQuery('listSensors', {}).data ?? [];
  const { readings } = useLiveValues();
  const speedId = environmentValue(sensors, readings, 'wind-speed', meta.region.centre)?.sensor.id;
  const fromId = environmentValue(sensors, readings, 'wind-from', meta.region.centre)?.sensor.id;
  // Whole hours, so that the requests stay the same for an hour.
  const hourMs = Math.ceil(nowMs / 3_600_000) * 3_600_000;
  const query = { fromAt: new Date(hourMs - 5 * 3_600_000).toISOString(), toAt: new Date(hourMs).toISOString() };
  const speeds = useQuery('getSeries', { params: { id: speedId ?? '' }, query }, { enabled: speedId !== undefined && nowMs > 0, everyS: 300 }).data;
  const froms = useQuery('getSeries', { params: { id: fromId ?? '' }, query }, { enabled: fromId !== undefined && nowMs > 0, everyS: 300 }).data;
  return useMemo(() => [
    ...(speeds === undefined || froms === undefined ? [] : observedBarbs(speeds, froms, range, nowMs)),
    ...(forecast === undefined ? [] : forecastBarbs(forecast, range, nowMs)),
  ], [speeds, froms, forecast, range.fromMs, range.toMs, nowMs]);
}

/** Width in the axis' own units: on a wall the whole drawing is scaled as the type is. */
function useWidth(): [React.RefObject<SVGSVGElement | null>, number, number] {
  const element = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ widthPx: 0, scaleRatio: 1 });
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const scaleRatio = entry.contentRect.height / AXIS_HEIGHT_PX;
      setSize({ widthPx: entry.contentRect.width / scaleRatio, scaleRatio });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, size.widthPx, size.scaleRatio];
}

function zoneOffsetMs(atMs: number, zone: string): number {
  const p = zonedParts(atMs, zone);
  return Date.parse(`${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`) - Math.floor(atMs / 1000) * 1000;
}

const LEFT_PX = 56;
const AXIS_HEIGHT_PX = 92;
/** Room that the label of an event needs. */
const LABEL_PX = 130;
