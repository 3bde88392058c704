// Geometry of the shared time axis: one scale for tide, wind, events and the forecast. Pure.

import type { Forecast, Reading, TideAnswer } from '@anlan/contracts';

export interface AxisRange { readonly fromMs: number; readonly toMs: number }

/** −3 … +12 h, longer when a forecast reaches further, at most +27 h. */
export function axisRange(nowMs: number, forecastEndMs: number | undefined): AxisRange {
  const hourMs = 3_600_000;
  const toMs = Math.max(nowMs + 12 * hourMs, Math.min(forecastEndMs ?? 0, nowMs + 27 * hourMs));
  return { fromMs: nowMs - 3 * hourMs, toMs };
}

export function xOf(atMs: number, range: AxisRange, leftPx: number, rightPx: number): number {
  return leftPx + ((atMs - range.fromMs) / (range.toMs - range.fromMs)) * (rightPx - leftPx);
}

export function atOf(xPx: number, range: AxisRange, leftPx: number, rightPx: number): number {
  return range.fromMs + ((xPx - leftPx) / (rightPx - leftPx)) * (range.toMs - range.fromMs);
}

/** Full hours in the range, every 1, 3 or 6 of local time; labelled ones are true. `offsetMs`: zone minus UTC. */
export function hourTicks(range: AxisRange, offsetMs: number): readonly { readonly atMs: number; readonly labelled: boolean }[] {
  const hourMs = 3_600_000;
  const everyHours = range.toMs - range.fromMs > 18 * hourMs ? 6 : 3;
  const ticks: { atMs: number; labelled: boolean }[] = [];
  for (let atMs = Math.ceil(range.fromMs / hourMs) * hourMs; atMs <= range.toMs; atMs += hourMs) {
    ticks.push({ atMs, labelled: Math.round((atMs + offsetMs) / hourMs) % everyHours === 0 });
  }
  return ticks;
}

export interface TideCurve { readonly line: string; readonly area: string; readonly highM: number; readonly lowM: number }

/** The tide curve between its real extremes in the range; undefined without points. */
export function tideCurve(tide: TideAnswer, range: AxisRange, box: { readonly leftPx: number; readonly rightPx: number; readonly topPx: number; readonly bottomPx: number; readonly basePx: number }): TideCurve | undefined {
  const points = tide.series.map((point) => ({ ms: Date.parse(point.at), heightM: point.heightM })).filter(({ ms }) => ms >= range.fromMs && ms <= range.toMs);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return undefined;
  const [highM, lowM] = [Math.max(...points.map((point) => point.heightM)), Math.min(...points.map((point) => point.heightM))];
  const y = (heightM: number) => (highM === lowM ? box.bottomPx : box.bottomPx - ((heightM - lowM) / (highM - lowM)) * (box.bottomPx - box.topPx));
  const x = (ms: number) => xOf(ms, range, box.leftPx, box.rightPx);
  const line = points.map(({ ms, heightM }, index) => `${index === 0 ? 'M' : 'L'}${x(ms).toFixed(1)} ${y(heightM).toFixed(1)}`).join('');
  return { line, area: `${line}L${x(last.ms).toFixed(1)} ${box.basePx}L${x(first.ms).toFixed(1)} ${box.basePx}Z`, highM, lowM };
}

export interface Barb { readonly atMs: number; readonly speedMps: number; readonly fromDegTrue: number; readonly forecast: boolean }

/** Observed wind once an hour and now, nearest reading within half an hour; a speed without a direction gives no barb. */
export function observedBarbs(speeds: readonly Reading[], froms: readonly Reading[], range: AxisRange, nowMs: number): readonly Barb[] {
  const hourMs = 3_600_000;
  const barbs: Barb[] = [];
  const hours: number[] = [];
  for (let atMs = Math.ceil(range.fromMs / hourMs) * hourMs; atMs <= nowMs - 1_800_000; atMs += hourMs) hours.push(atMs);
  for (const atMs of [...hours, nowMs]) {
    const [speed, from] = [nearest(speeds, atMs), nearest(froms, atMs)];
    if (speed !== undefined && from !== undefined) barbs.push({ atMs, speedMps: speed.readingValue, fromDegTrue: from.readingValue, forecast: false });
  }
  return barbs;
}

/** The wind that a forecast was run with, every three hours of its horizon; dashed, because it is assumed to last. */
export function forecastBarbs(forecast: Forecast, range: AxisRange, nowMs: number): readonly Barb[] {
  const { wind, spill, horizonS } = forecast.input;
  const endMs = Math.min(range.toMs, Date.parse(spill.startAt) + horizonS * 1000);
  const barbs: Barb[] = [];
  for (let atMs = Math.ceil(nowMs / BARB_EVERY_MS) * BARB_EVERY_MS; atMs <= endMs; atMs += BARB_EVERY_MS) {
    barbs.push({ atMs, speedMps: wind.speedMps, fromDegTrue: wind.windFromDegTrue, forecast: true });
  }
  return barbs;
}

/** Feathers of a wind barb: 50 kn pennants, 10 kn full, 5 kn half (WMO-No. 485). */
export function feathers(speedKn: number): { readonly pennantCount: number; readonly fullCount: number; readonly half: boolean } {
  const fives = Math.round(speedKn / 5);
  return { pennantCount: Math.floor(fives / 10), fullCount: Math.floor((fives % 10) / 2), half: fives % 2 === 1 };
}

function nearest(readings: readonly Reading[], atMs: number): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of readings) {
    const awayMs = Math.abs(Date.parse(reading.observedAt) - atMs);
    if (awayMs <= 1_800_000 && (best === undefined || awayMs < Math.abs(Date.parse(best.observedAt) - atMs))) best = reading;
  }
  return best;
}

const BARB_EVERY_MS = 3 * 3_600_000;
