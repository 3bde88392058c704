// Which readings stand in the top bar. Sensors are found by their quantity; of several the one nearest
// to the region's centre stands for all, and says which it is. Pure, so that it can be tested.

import type { LonLat, Reading, SensorNow, TideAnswer } from '@anlan/contracts';
import { distanceM } from '@anlan/kernel';

export interface EnvironmentValue {
  readonly sensor: SensorNow['sensor'];
  /** The newest of what was fetched and what came live. */
  readonly reading: Reading | null;
}

/** The sensor of a quantity nearest to `near`, with its newest reading; undefined when none exists. */
export function environmentValue(sensors: readonly SensorNow[], readings: ReadonlyMap<string, Reading>, quantity: string, near: LonLat): EnvironmentValue | undefined {
  let best: SensorNow | undefined;
  let bestM = Infinity;
  for (const candidate of sensors) {
    if (candidate.sensor.quantity !== quantity) continue;
    const awayM = distanceM(candidate.sensor.position, near);
    if (awayM < bestM) [best, bestM] = [candidate, awayM];
  }
  return best === undefined ? undefined : { sensor: best.sensor, reading: newest(best.reading, readings.get(best.sensor.id)) };
}

export function newest(fetched: Reading | null, pushed: Reading | undefined): Reading | null {
  if (pushed === undefined) return fetched;
  return fetched === null || fetched.observedAt <= pushed.observedAt ? pushed : fetched;
}

export interface TideNow {
  readonly heightM: number;
  readonly rising: boolean;
  readonly next: TideAnswer['extremes'][number] | undefined;
}

/** Height by linear interpolation between the points of the series; undefined outside it. */
export function tideNow(tide: TideAnswer, nowMs: number): TideNow | undefined {
  const after = tide.series.findIndex((point) => Date.parse(point.at) >= nowMs);
  const [right, left] = [tide.series[after], tide.series[after - 1]];
  if (right === undefined || left === undefined) return undefined;
  const [leftMs, rightMs] = [Date.parse(left.at), Date.parse(right.at)];
  const heightM = left.heightM + ((right.heightM - left.heightM) * (nowMs - leftMs)) / (rightMs - leftMs);
  return { heightM, rising: right.heightM >= left.heightM, next: tide.extremes.find((extreme) => Date.parse(extreme.at) > nowMs) };
}

/** Start of the whole hour, so that the request stays the same for an hour and the cache can hold it. */
export function tideWindow(nowMs: number): { readonly fromAt: string; readonly toAt: string } {
  const hourMs = Math.floor(nowMs / 3_600_000) * 3_600_000;
  return { fromAt: new Date(hourMs - 4 * 3_600_000).toISOString(), toAt: new Date(hourMs + 26 * 3_600_000).toISOString() };
}
