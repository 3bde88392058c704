// A file of gridded wind, our own small format, made ready for the drift model: regular axes of
// longitude and latitude, instants in UTC, east and north components in m/s at 10 m (where the air
// goes). Everything is checked before it is kept; a file that does not fit is refused with the place.

import type { BboxDeg, Instant, LonLat, Result } from '@anlan/kernel';
import { bboxContains, instantFromIso, lonLat, ok, refuse } from '@anlan/kernel';
import type { GriddedWind } from '@anlan/drift';
import { gridBboxDeg } from '@anlan/drift';
import type { CurrentReach, RunSpan } from './wind-reach.ts';
import { reachBboxDeg, windSpeedMpsMaxOf } from './wind-reach.ts';

export const WIND_GRID_FORMAT = 'anlan-wind-grid/1';

export function readWindGrid(file: unknown): Result<GriddedWind> {
  const { format, sourceText, lonDeg, latDeg, times, eastMps, northMps } = (typeof file === 'object' && file !== null ? file : {}) as Readonly<Record<string, unknown>>;
  if (format !== WIND_GRID_FORMAT) return refuse('FORCING_FORMAT_UNKNOWN', { format: String(format).slice(0, 60), expected: WIND_GRID_FORMAT });
  const { zh, en } = (typeof sourceText === 'object' && sourceText !== null ? sourceText : {}) as Readonly<Record<string, unknown>>;
  if (typeof zh !== 'string' || typeof en !== 'string' || zh.trim() === '' || en.trim() === '' || zh.length > SOURCE_COUNT_MAX || en.length > SOURCE_COUNT_MAX) return refuse('FORCING_MEMBER_WRONG', { where: 'sourceText.zh, sourceText.en' });
  const columns = readAxis('lonDeg', lonDeg, 180);
  if (!columns.ok) return columns;
  const rows = readAxis('latDeg', latDeg, 90);
  if (!rows.ok) return rows;
  const instants = readTimes(times);
  if (!instants.ok) return instants;
  const size = [instants.value.length, rows.value.count, columns.value.count] as const;
  const valueCount = size[0] * size[1] * size[2];
  if (valueCount > VALUE_COUNT_MAX) return refuse('FORCING_TOO_LARGE', { valueCount, valueCountMax: VALUE_COUNT_MAX });
  const east = readValues('eastMps', eastMps, size);
  if (!east.ok) return east;
  const north = readValues('northMps', northMps, size);
  if (!north.ok) return north;
  const corner = lonLat(columns.value.firstDeg, rows.value.firstDeg);
  if (!corner.ok) return corner;
  return ok({
    kind: 'gridded', times: instants.value, eastMps: east.value, northMps: north.value, sourceText: { zh: zh.trim(), en: en.trim() },
    grid: { westDeg: columns.value.firstDeg, southDeg: rows.value.firstDeg, stepLonDeg: columns.value.stepDeg, stepLatDeg: rows.value.stepDeg, columnCount: columns.value.count, rowCount: rows.value.count },
  });
}

/** Where and when a grid holds. */
export function windGridExtent({ grid, times }: GriddedWind): { readonly bboxDeg: BboxDeg; readonly fromAt: Instant; readonly untilAt: Instant } {
  return { bboxDeg: gridBboxDeg(grid), fromAt: times[0]!, untilAt: times[times.length - 1]! };
}

/** True when the file holds all the water that oil may reach, for the whole run. */
export function windGridCovers(wind: GriddedWind, span: RunSpan, current: CurrentReach): boolean {
  const extent = windGridExtent(wind);
  if (!bboxContains(extent.bboxDeg, span.position) || extent.fromAt > span.fromAt || extent.untilAt < span.untilAt) return false;
  const [westDeg, southDeg, eastDeg, northDeg] = reachBboxDeg(span, current, windSpeedMpsMaxOf(wind));
  return extent.bboxDeg[0] <= westDeg && extent.bboxDeg[1] <= southDeg && extent.bboxDeg[2] >= eastDeg && extent.bboxDeg[3] >= northDeg;
}

/** The wind at the nearest node and instant: what people are shown of a field, not what the model computes with. */
export function windNear({ grid, times, eastMps, northMps }: GriddedWind, [lonDeg, latDeg]: LonLat, at: Instant): { readonly speedMps: number; readonly windFromDegTrue: number } {
  const column = Math.round((lonDeg - grid.westDeg) / grid.stepLonDeg);
  const row = Math.round((latDeg - grid.southDeg) / grid.stepLatDeg);
  const time = times.reduce((best, one, i) => (Math.abs(one - at) < Math.abs(times[best]! - at) ? i : best), 0);
  const index = (time * grid.rowCount + row) * grid.columnCount + column;
  const [east, north] = [eastMps[index] ?? 0, northMps[index] ?? 0];
  return { speedMps: Math.hypot(east, north), windFromDegTrue: ((Math.atan2(-east, -north) * 180) / Math.PI + 360) % 360 };
}

interface Axis { readonly firstDeg: number; readonly stepDeg: number; readonly count: number }

/** Ascending, evenly spaced (within a thousandth of a step) and inside ±`max`. */
function readAxis(name: string, given: unknown, max: number): Result<Axis> {
  if (!Array.isArray(given) || given.length < 2 || given.length > AXIS_COUNT_MAX || !given.every((value) => typeof value === 'number' && Math.abs(value) <= max)) return refuse('FORCING_MEMBER_WRONG', { where: name });
  const values = given as readonly number[];
  const firstDeg = values[0]!;
  const stepDeg = (values[values.length - 1]! - firstDeg) / (values.length - 1);
  const even = stepDeg > 0 && values.every((value, i) => Math.abs(value - (firstDeg + i * stepDeg)) <= EVEN_RATIO * stepDeg);
  return even ? ok({ firstDeg, stepDeg, count: values.length }) : refuse('FORCING_AXIS_UNEVEN', { axis: name });
}

function readTimes(given: unknown): Result<readonly Instant[]> {
  if (!Array.isArray(given) || given.length < 2) return refuse('FORCING_MEMBER_WRONG', { where: 'times' });
  const times: Instant[] = [];
  for (const [i, text] of given.entries()) {
    const at = typeof text === 'string' ? instantFromIso(text) : undefined;
    if (at?.ok !== true || (times.length > 0 && at.value <= times[times.length - 1]!)) return refuse('FORCING_MEMBER_WRONG', { where: `times[${i}]` });
    times.push(at.value);
  }
  return ok(times);
}

/** [time][row from the south][column from the west]. */
function readValues(name: string, given: unknown, [timeCount, rowCount, columnCount]: readonly [number, number, number]): Result<Float32Array> {
  const values = new Float32Array(timeCount * rowCount * columnCount);
  let index = 0;
  for (let t = 0; t < timeCount; t++) {
    const plane = lengthened(Array.isArray(given) ? given[t] : undefined, rowCount);
    if (plane === undefined || (given as unknown[]).length !== timeCount) return refuse('FORCING_MEMBER_WRONG', { where: `${name}[${t}]` });
    for (let r = 0; r < rowCount; r++) {
      const row = lengthened(plane[r], columnCount);
      if (row === undefined) return refuse('FORCING_MEMBER_WRONG', { where: `${name}[${t}][${r}]` });
      for (let c = 0; c < columnCount; c++) {
        const value = row[c];
        if (typeof value !== 'number' || !(Math.abs(value) <= COMPONENT_MPS_MAX)) return refuse('FORCING_VALUE_WRONG', { where: `${name}[${t}][${r}][${c}]`, given: String(value).slice(0, 20), maxMps: COMPONENT_MPS_MAX });
        values[index++] = value;
      }
    }
  }
  return ok(values);
}

function lengthened(given: unknown, count: number): readonly unknown[] | undefined {
  return Array.isArray(given) && given.length === count ? given : undefined;
}

/** Values of one component: ours; both fit the five megabytes of a request. */
const VALUE_COUNT_MAX = 250_000;
const AXIS_COUNT_MAX = 400;
const SOURCE_COUNT_MAX = 120;
const EVEN_RATIO = 1e-3;
/** A component of the wind, m/s: the strongest that a forecast takes. */
const COMPONENT_MPS_MAX = 60;
