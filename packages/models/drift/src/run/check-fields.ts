// Current, wind, coast and sites before a run: present or named, whole, covering the time and the
// place. Missing is refused; the explicit choices (still water, calm, open water) are assumptions.

import type { Assumption, Instant, Result } from '@anlan/kernel';
import { addS, bboxContains, isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { DriftCase, SensitiveSite } from '../api/case.ts';
import { isOnLand, nearestShoreM } from '../coast/land.ts';
import { prepareCurrent } from '../forcing/prepared-field.ts';
import { SAMPLE_UNKNOWN, sampleField } from '../forcing/sample.ts';
import type { Coast } from '../spi/coast.ts';
import type { CurrentField } from '../spi/current.ts';
import type { GridGeometry } from '../spi/grid.ts';
import { gridBboxDeg } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';
import { checkValues } from './check-values.ts';

export interface CheckedFields {
  readonly current: CurrentField;
  readonly wind: WindField;
  readonly coast: Coast;
  readonly assumed: readonly Assumption[];
}

export function checkFields(given: DriftCase): Result<CheckedFields> {
  const { current, wind, coast } = given;
  if (current === undefined) return refuse('DRIFT_CURRENT_MISSING');
  if (wind === undefined) return refuse('DRIFT_WIND_MISSING');
  if (coast === undefined) return refuse('DRIFT_COAST_MISSING');
  const wrong = shapeFault(current, wind, coast);
  if (wrong !== undefined) return refuse('DRIFT_FIELD_MALFORMED', wrong);
  const valued = checkValues(current, wind);
  if (!valued.ok) return valued;
  const assumed: Assumption[] = [];
  if (current.kind === 'assume-still-water') assumed.push({ code: 'DRIFT_ASSUMED_STILL_WATER', params: {} });
  if (wind.kind === 'assume-calm') assumed.push({ code: 'DRIFT_ASSUMED_CALM', params: {} });
  if (coast.kind === 'assume-open-water') assumed.push({ code: 'DRIFT_ASSUMED_OPEN_WATER', params: {} });
  const placed = checkPlace(given, current, wind, coast);
  if (!placed.ok) return placed;
  const timed = checkTimes(given, current, wind);
  if (!timed.ok) return timed;
  return ok({ current, wind, coast, assumed: [...assumed, ...timed.value] });
}

function checkPlace({ release, sites }: DriftCase, current: CurrentField, wind: WindField, coast: Coast): Result<null> {
  const [lonDeg, latDeg] = release.position;
  const where = { lonDeg: Number(lonDeg.toFixed(5)), latDeg: Number(latDeg.toFixed(5)) };
  if (coast.kind === 'polygons' && isOnLand(coast, release.position)) {
    return refuse('DRIFT_RELEASE_ON_LAND', { ...where, nearestWaterM: Math.ceil(nearestShoreM(coast, release.position)) });
  }
  if ('grid' in current && !bboxContains(gridBboxDeg(current.grid), release.position)) return refuse('DRIFT_RELEASE_OUTSIDE_CURRENT', where);
  if (sampleField(prepareCurrent(current), 0, lonDeg, latDeg, new Float64Array(2)) === SAMPLE_UNKNOWN) return refuse('DRIFT_RELEASE_OUTSIDE_CURRENT', where);
  if ('grid' in wind && !bboxContains(gridBboxDeg(wind.grid), release.position)) return refuse('DRIFT_RELEASE_OUTSIDE_WIND', where);
  for (const site of sites ?? []) {
    const what = siteFault(site);
    if (what !== undefined) return refuse('DRIFT_SITE_MALFORMED', { siteId: site.siteId, what });
  }
  return ok(null);
}

/** Snapshots must span the run; a station may be held beyond its ends when the caller said so. */
function checkTimes({ release, run }: DriftCase, current: CurrentField, wind: WindField): Result<readonly Assumption[]> {
  const startAt = release.startAt;
  const endAt = addS(startAt, run.durationS);
  const asked = { fromIso: isoFromInstant(startAt), toIso: isoFromInstant(endAt) };
  if (current.kind === 'gridded' && !spans(current.times, startAt, endAt)) return refuse('DRIFT_CURRENT_TIME_GAP', asked);
  if (wind.kind === 'gridded' && !spans(wind.times, startAt, endAt)) return refuse('DRIFT_WIND_TIME_GAP', asked);
  if (wind.kind !== 'station' || spans(wind.times, startAt, endAt)) return ok([]);
  if (wind.beyondSeries === 'refuse') return refuse('DRIFT_WIND_TIME_GAP', asked);
  const first = wind.times[0]!;
  const last = wind.times[wind.times.length - 1]!;
  const hours = (Math.max(0, first - startAt) + Math.max(0, endAt - last)) / 3_600_000;
  return ok([{ code: 'DRIFT_ASSUMED_WIND_PERSISTS', params: { lastIso: isoFromInstant(last), hours: Number(hours.toFixed(2)) } }]);
}

function spans(times: readonly Instant[], startAt: Instant, endAt: Instant): boolean {
  return times[0]! <= startAt && times[times.length - 1]! >= endAt;
}

type Fault = { readonly field: string; readonly what: string };

function shapeFault(current: CurrentField, wind: WindField, coast: Coast): Fault | undefined {
  const faults = [currentFault(current), windFault(wind), coastFault(coast)];
  const at = faults.findIndex((fault) => fault !== undefined);
  return at < 0 ? undefined : { field: ['current', 'wind', 'coast'][at]!, what: faults[at]! };
}

function currentFault(current: CurrentField): string | undefined {
  if (current.kind === 'assume-still-water') return undefined;
  if (current.kind === 'constant') return finite(current) ? undefined : 'vector';
  const nodeCount = current.grid.columnCount * current.grid.rowCount;
  if (!isGrid(current.grid)) return 'grid';
  if (current.waterMask.length !== nodeCount) return 'waterMask';
  if (current.kind === 'gridded') return snapshotFault(current, nodeCount);
  const whole = current.patterns.every((p) => p.eastMps.length === nodeCount && p.northMps.length === nodeCount && p.constituents.every((c) => [c.speedRadPerS, c.amplitudeRatio, c.phaseRad].every(Number.isFinite)));
  return whole && current.patterns.length > 0 && Number.isFinite(current.epochAt) ? undefined : 'patterns';
}

function windFault(wind: WindField): string | undefined {
  if (wind.kind === 'assume-calm') return undefined;
  if (wind.kind === 'constant') return finite(wind) ? undefined : 'vector';
  if (wind.kind === 'station') {
    const count = wind.times.length;
    const whole = count > 0 && wind.eastMps.length === count && wind.northMps.length === count && wind.eastMps.every(Number.isFinite) && wind.northMps.every(Number.isFinite);
    return whole && ascending(wind.times) ? undefined : 'series';
  }
  return isGrid(wind.grid) ? snapshotFault(wind, wind.grid.columnCount * wind.grid.rowCount) : 'grid';
}

function coastFault(coast: Coast): string | undefined {
  if (coast.kind !== 'polygons') return undefined;
  const { ringStart, polygonStart, lonLatDeg } = coast;
  const whole = ringStart[ringStart.length - 1] === lonLatDeg.length / 2 && polygonStart[polygonStart.length - 1] === ringStart.length - 1;
  return whole ? undefined : 'rings';
}

function snapshotFault(field: { readonly times: readonly Instant[]; readonly eastMps: Float32Array; readonly northMps: Float32Array }, nodeCount: number): string | undefined {
  const size = field.times.length * nodeCount;
  if (field.times.length < 2 || !ascending(field.times)) return 'times';
  return field.eastMps.length === size && field.northMps.length === size ? undefined : 'snapshots';
}

function siteFault({ area }: SensitiveSite): string | undefined {
  if (area.kind === 'circle') return area.radiusM > 0 && area.centre.every(Number.isFinite) ? undefined : 'circle';
  const outer = area.polygon[0] ?? [];
  return outer.length >= 4 && area.polygon.flat(2).every(Number.isFinite) ? undefined : 'polygon';
}

function isGrid(grid: GridGeometry): boolean {
  return grid.columnCount >= 2 && grid.rowCount >= 2 && grid.stepLonDeg > 0 && grid.stepLatDeg > 0 && Number.isFinite(grid.westDeg) && Number.isFinite(grid.southDeg);
}

function finite(vector: { readonly eastMps: number; readonly northMps: number }): boolean {
  return Number.isFinite(vector.eastMps) && Number.isFinite(vector.northMps);
}

function ascending(times: readonly Instant[]): boolean {
  return times.every((at, i) => Number.isFinite(at) && (i === 0 || times[i - 1]! < at));
}
