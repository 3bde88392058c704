// A sensor's readings as columns for the chart. Where nothing came for longer than three of the
// sensor's limits the line is broken: silence is not a straight line.

import type { Reading } from '@anlan/contracts';

export interface SeriesData {
  /** Epoch seconds. */
  readonly timesS: readonly number[];
  readonly values: readonly (number | null)[];
}

export function seriesData(readings: readonly Reading[], live: Reading | undefined, staleAfterS: number): SeriesData {
  const last = readings.at(-1);
  const all = live !== undefined && (last === undefined || live.observedAt > last.observedAt) ? [...readings, live] : readings;
  const timesS: number[] = [];
  const values: (number | null)[] = [];
  for (const { observedAt, readingValue } of all) {
    const timeS = Date.parse(observedAt) / 1000;
    const beforeS = timesS.at(-1);
    if (beforeS !== undefined && timeS <= beforeS) continue;
    if (beforeS !== undefined && timeS - beforeS > staleAfterS * SILENT_LIMITS) {
      timesS.push((beforeS + timeS) / 2);
      values.push(null);
    }
    timesS.push(timeS);
    values.push(readingValue);
  }
  return { timesS, values };
}

/** Lowest and highest of what was measured and of the limits drawn over it, with a little room. */
export function valueRange(values: readonly (number | null)[], limits: readonly number[]): readonly [number, number] {
  const all = [...values.filter((value) => value !== null), ...limits];
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = high === low ? Math.max(Math.abs(high) * 0.1, 0.5) : (high - low) * 0.08;
  return [low - room, high + room];
}

const SILENT_LIMITS = 3;
