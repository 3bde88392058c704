// D1 on the ellipsoid, D2 the double gyre, D3 a tidal trajectory from hourly snapshots.

import type { DriftCase, GriddedCurrent, GriddedWind } from '@anlan/drift';
import { runDrift } from '@anlan/drift';
import { addS, distanceM, instant } from '@anlan/kernel';
import type { ValidationGroup, ValidationRow } from './row.ts';
import { runFormula } from './run-formula.ts';

const D1_SOURCE = 'OpenDrift tests/models/test_models.py::test_wind_and_current_drift_factor; exact figures on WGS 84 computed independently';

export const ellipsoid: ValidationGroup = { title: 'D1 advection on the ellipsoid', source: `${D1_SOURCE}. Model: drift.drift-step, drift.geodesic-step`, rows: ellipsoidRows };
export const doubleGyre: ValidationGroup = {
  title: 'D2 double gyre, by scheme',
  source: 'Own DOP853 integration (rtol 1e-12) of the flow of Shadden et al. (2005): 0.6366858671, 0.6169714525; scheme values computed independently. Model: drift.double-gyre',
  rows: doubleGyreRows,
};
export const tidalTrajectory: ValidationGroup = {
  title: 'D3 tidal trajectory from hourly snapshots, 3 % wind',
  source: 'Own analytic integration on WGS 84. For comparison OpenDrift RK4/600 s: 225 m at 6 h, 88 m at 24 h. Model: runDrift, gridded current (cubic in time) and wind, step 600 s',
  rows: tidalRows,
};

function ellipsoidRows(): readonly ValidationRow[] {
  const still = { lonDeg: 4, latDeg: 60, windEastMps: 0, windNorthMps: 0, windageRatio: 0.02, durationS: 7200, currentEastMps: 0 };
  const north = runFormula('drift.drift-step', { ...still, currentNorthMps: 1 });
  const both = runFormula('drift.drift-step', { ...still, currentNorthMps: 0.3, windEastMps: 5 });
  const east = runFormula('drift.geodesic-step', { lonDeg: 122, latDeg: 30, courseDegTrue: 90, distanceM: 10_000 });
  const up = runFormula('drift.geodesic-step', { lonDeg: 122, latDeg: 30, courseDegTrue: 0, distanceM: 10_000 });
  const row = (what: string, expectedValue: number, gotValue: number, toleranceValue: number): ValidationRow => ({ caseId: 'D1', what, expectedValue, gotValue, toleranceKind: 'absolute', toleranceValue, unit: '°' });
  return [
    row('1 m/s north, 2 h: change of latitude', 0.0646, north['latDeg']! - 60, 1e-4),
    row('the same, exact', 0.0646245, north['latDeg']! - 60, 1e-6),
    row('current × 0.3 and 2 % of 5 m/s, 2 h: change of latitude', 0.0646 * 0.3, both['latDeg']! - 60, 1e-4),
    row('the same: change of longitude', 0.0129, both['lonDeg']! - 4, 1e-4),
    row('the same, exact', 0.0129032, both['lonDeg']! - 4, 1e-5),
    row('geodesic 10 km east from (122, 30): longitude', 122.10364165, east['lonDeg']!, 1e-7),
    row('the same: latitude', 29.99995921, east['latDeg']!, 1e-7),
    row('geodesic 10 km north: longitude', 122, up['lonDeg']!, 1e-7),
    row('the same: latitude', 30.09020939, up['latDeg']!, 1e-7),
  ];
}

const GYRE_EXPECTED = [
  ['euler', 0.1, 0.136903, 0.00359],
  ['rk2', 0.1, 0.642122, 0.607762],
  ['rk4', 0.1, 0.636672, 0.616989],
  ['euler', 0.01, 0.612488, 0.715291],
  ['rk2', 0.01, 0.636747, 0.616823],
  ['rk4', 0.01, 0.6366858655, 0.6169714561],
] as const;

function doubleGyreRows(): readonly ValidationRow[] {
  const flow = { startX: 0.6, startY: 0.3, durationS: 6, amplitudeMps: 0.25, omegaRadPerS: 0.628, swingRatio: 0.25 };
  return GYRE_EXPECTED.flatMap(([scheme, stepS, x, y]) => {
    const end = runFormula('drift.double-gyre', { ...flow, scheme, stepS });
    const row = (what: string, expectedValue: number, gotValue: number): ValidationRow => ({ caseId: 'D2', what, expectedValue, gotValue, toleranceKind: 'absolute', toleranceValue: 1e-6, unit: '' });
    return [row(`${scheme}, h = ${stepS}: x`, x, end['endX']!), row(`${scheme}, h = ${stepS}: y`, y, end['endY']!)];
  });
}

const D3_EXPECTED = [
  [6, 123.376847, 29.957826],
  [24, 123.716108, 30.041362],
  [48, 123.995304, 30.076801],
  [72, 124.277334, 30.108878],
] as const;

function tidalRows(): readonly ValidationRow[] {
  const windy = trajectory(0.03);
  const calm = trajectory(0);
  const row = (what: string, gotValue: number): ValidationRow => ({ caseId: 'D3', what, expectedValue: 0, gotValue, toleranceKind: 'absolute', toleranceValue: 100, unit: 'm' });
  return [
    ...D3_EXPECTED.map(([hour, lonDeg, latDeg]) => row(`distance from the analytic path after ${hour} h`, distanceM([lonDeg, latDeg], windy[hour]!))),
    row('the same without wind after 24 h', distanceM([123.561505, 30.039814], calm[24]!)),
  ];
}

/** Position after each hour. */
function trajectory(windageRatio: number): readonly (readonly [number, number])[] {
  const { current, wind } = tidalFields();
  const given: DriftCase = {
    substance: { kind: 'passive' },
    release: { position: [123.4, 30], radiusM: 0, startAt: addS(FIELD_START, 3600), durationS: 0, massKg: 1 },
    water: { temperatureK: 288.15 },
    current, wind,
    coast: { kind: 'assume-open-water' },
    run: { durationS: 72 * 3600, stepS: 600, outputIntervalS: 3600, particleCount: 1, memberCount: 1, randomSeed: 1 },
    windage: { ratioMin: windageRatio, ratioMax: windageRatio },
    diffusionM2PerS: 0,
  };
  const result = runDrift(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.value.frames.map((frame) => [frame.lonDeg[0]!, frame.latDeg[0]!]);
}

/** The field nc2d of the reference cases: 251 × 251 nodes, 74 hours. */
function tidalFields(): { readonly current: GriddedCurrent; readonly wind: GriddedWind } {
  const grid = { westDeg: 121, southDeg: 28, stepLonDeg: 0.02, stepLatDeg: 0.02, columnCount: 251, rowCount: 251 };
  const nodeCount = grid.columnCount * grid.rowCount;
  const times = Array.from({ length: 74 }, (_, hour) => addS(FIELD_START, hour * 3600));
  const field = (): Float32Array => new Float32Array(times.length * nodeCount);
  const [u, v, windEast, windNorth] = [field(), field(), field(), field()];
  const tide = (2 * Math.PI) / 44_712;
  const day = (2 * Math.PI) / 86_400;
  times.forEach((_, k) => {
    const t = k * 3600;
    for (let i = 0; i < nodeCount; i++) {
      const x = (i % grid.columnCount) * grid.stepLonDeg;
      const y = Math.floor(i / grid.columnCount) * grid.stepLatDeg;
      const at = k * nodeCount + i;
      u[at] = 0.15 + 0.6 * Math.cos(tide * t - 2 * x);
      v[at] = 0.05 + 0.4 * Math.sin(tide * t - 2 * y);
      windEast[at] = 6 + 3 * Math.cos(day * t + y);
      windNorth[at] = 4 * Math.sin(day * t + x);
    }
  });
  const sourceText = { zh: '解析场', en: 'analytic field' };
  const waterMask = new Uint8Array(nodeCount).fill(1);
  return {
    current: { kind: 'gridded', grid, times, eastMps: u, northMps: v, waterMask, indicative: false, sourceText },
    wind: { kind: 'gridded', grid, times, eastMps: windEast, northMps: windNorth, sourceText },
  };
}

const FIELD_START = instant('2024-06-01T00:00:00Z');
