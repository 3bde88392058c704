// The vectors of current and wind before a run: every one a number, none faster than nature. A NaN in
// a snapshot would make particles vanish as "outside", a wrong unit would carry them out of the map:
// both are refused with field, time and place, and never repaired.

import type { Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { CurrentField, HarmonicCurrentField } from '../spi/current.ts';
import type { GridGeometry } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';

/** Shapes were checked before: arrays have the sizes that grid and times ask for. */
export function checkValues(current: CurrentField, wind: WindField): Result<null> {
  const moving = checkCurrent(current);
  return moving.ok ? checkWind(wind) : moving;
}

function checkCurrent(current: CurrentField): Result<null> {
  const asked = { field: 'current', maxMps: CURRENT_SPEED_MPS_MAX } as const;
  if (current.kind === 'constant') return checkSpeed(asked, Math.hypot(current.eastMps, current.northMps), EVERYWHERE);
  if (current.kind === 'harmonic') return checkHarmonic(asked, current);
  if (current.kind === 'gridded') return checkSnapshots(asked, current, current.waterMask);
  return ok(null);
}

function checkWind(wind: WindField): Result<null> {
  const asked = { field: 'wind', maxMps: WIND_SPEED_MPS_MAX } as const;
  if (wind.kind === 'constant') return checkSpeed(asked, Math.hypot(wind.eastMps, wind.northMps), EVERYWHERE);
  if (wind.kind === 'gridded') return checkSnapshots(asked, wind, null);
  if (wind.kind !== 'station') return ok(null);
  for (let i = 0; i < wind.times.length; i++) {
    const checked = checkSpeed(asked, Math.hypot(wind.eastMps[i]!, wind.northMps[i]!), { ...EVERYWHERE, timeIso: isoFromInstant(wind.times[i]!) });
    if (!checked.ok) return checked;
  }
  return ok(null);
}

interface Asked {
  readonly field: 'current' | 'wind';
  readonly maxMps: number;
}

interface Where {
  readonly timeIso: string;
  readonly lonDeg: number | string;
  readonly latDeg: number | string;
}

function checkSpeed({ field, maxMps }: Asked, speedMps: number, where: Where): Result<null> {
  if (!Number.isFinite(speedMps)) return refuse('DRIFT_FIELD_NOT_FINITE', { field, ...where });
  if (speedMps > maxMps) return refuse('DRIFT_FORCING_TOO_FAST', { field, speedMps: Number(speedMps.toFixed(1)), maxMps, ...where });
  return ok(null);
}

/** At each water node the speed that all patterns and constituents in step would reach. */
function checkHarmonic(asked: Asked, { grid, patterns, waterMask }: HarmonicCurrentField): Result<null> {
  const reach = patterns.map(({ constituents }) => constituents.reduce((sum, c) => sum + Math.abs(c.amplitudeRatio), 0));
  for (let node = 0; node < waterMask.length; node++) {
    if (waterMask[node] !== 1) continue;
    let speedMps = 0;
    for (let p = 0; p < patterns.length; p++) speedMps += reach[p]! * Math.hypot(patterns[p]!.eastMps[node]!, patterns[p]!.northMps[node]!);
    if (speedMps <= asked.maxMps) continue;
    return checkSpeed(asked, speedMps, { timeIso: ANY, ...placeOf(grid, node) });
  }
  return ok(null);
}

interface Snapshots {
  readonly grid: GridGeometry;
  readonly times: readonly Parameters<typeof isoFromInstant>[0][];
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
}

function checkSnapshots(asked: Asked, { grid, times, eastMps, northMps }: Snapshots, waterMask: Uint8Array | null): Result<null> {
  const nodeCount = grid.columnCount * grid.rowCount;
  const maxSquare = asked.maxMps ** 2;
  for (let i = 0; i < eastMps.length; i++) {
    const node = i % nodeCount;
    if (waterMask !== null && waterMask[node] !== 1) continue;
    if (eastMps[i]! * eastMps[i]! + northMps[i]! * northMps[i]! <= maxSquare) continue;
    return checkSpeed(asked, Math.hypot(eastMps[i]!, northMps[i]!), { timeIso: isoFromInstant(times[Math.floor(i / nodeCount)]!), ...placeOf(grid, node) });
  }
  return ok(null);
}

function placeOf(grid: GridGeometry, node: number): Pick<Where, 'lonDeg' | 'latDeg'> {
  const row = Math.floor(node / grid.columnCount);
  const lonDeg = grid.westDeg + (node - row * grid.columnCount) * grid.stepLonDeg;
  return { lonDeg: Number(lonDeg.toFixed(5)), latDeg: Number((grid.southDeg + row * grid.stepLatDeg).toFixed(5)) };
}

/** Stands for "all times" or "all places" in a refusal. */
const ANY = '*';
const EVERYWHERE: Where = { timeIso: ANY, lonDeg: ANY, latDeg: ANY };
/** Above the fastest charted tidal streams of straits in East Asia (Naruto, 10 to 11 kn or 5.7 m/s in coast pilots). */
const CURRENT_SPEED_MPS_MAX = 6;
/** Above the strongest ten-minute wind of a typhoon on record (Tip 1979, 140 kn or 72 m/s, JMA best track). */
const WIND_SPEED_MPS_MAX = 75;
