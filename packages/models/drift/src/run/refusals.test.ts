import { describe, expect, it } from 'vitest';
import { addS } from '@anlan/kernel';
import type { DriftCase } from '../index.ts';
import { driftErrors, runDrift } from '../index.ts';
import { coastOf, constantCurrent, GRID, gridded, harmonic, SOURCE, square, START, testCase } from '../test-world.ts';

function without(given: DriftCase, key: 'current' | 'wind' | 'coast'): DriftCase {
  const { [key]: _left, ...others } = given;
  return others;
}

const release = testCase().release;
const island = coastOf(square(121.99, 29.99, 0.02));
const station = { kind: 'station', times: [START, addS(START, 3600)], eastMps: new Float64Array(2), northMps: new Float64Array(2), sourceText: SOURCE } as const;
const { times, eastMps, northMps } = gridded([0, 3], () => () => [0, 0]);
const long = gridded([0, 3, 9], () => () => [0.1, 0]);
const griddedWind = { kind: 'gridded', grid: GRID, times: long.times, eastMps: long.eastMps, northMps: long.northMps, sourceText: SOURCE } as const;
const GRID_NODE_COUNT = GRID.columnCount * GRID.rowCount;

function poked(values: Float32Array, at: number, value: number): Float32Array {
  const copy = values.slice();
  copy[at] = value;
  return copy;
}

const REFUSED: readonly (readonly [code: keyof typeof driftErrors, what: string, given: DriftCase, params: object])[] = [
  ['DRIFT_CURRENT_MISSING', 'no current', without(testCase(), 'current'), {}],
  ['DRIFT_WIND_MISSING', 'no wind', without(testCase(), 'wind'), {}],
  ['DRIFT_COAST_MISSING', 'no coast', without(testCase(), 'coast'), {}],
  ['DRIFT_OIL_UNKNOWN', 'an oil that does not exist', testCase({ substance: { kind: 'oil', oilId: 'SNAKE' } }), { oilId: 'SNAKE' }],
  ['DRIFT_OIL_SINKS', 'an oil as heavy as the water', testCase({ substance: { kind: 'oil', oilId: 'NO00051' }, water: { temperatureK: 275, densityKgPerM3: 990 } }), { waterDensityKgPerM3: 990 }],
  ['DRIFT_RELEASE_ON_LAND', 'a spill on land, with the way to the water', testCase({ coast: island }), { nearestWaterM: 965 }],
  ['DRIFT_RELEASE_OUTSIDE_CURRENT', 'a spill beyond the current', testCase({ current: harmonic(() => [0, 0]), release: { ...release, position: [120, 30] } }), { lonDeg: 120, latDeg: 30 }],
  ['DRIFT_RELEASE_OUTSIDE_CURRENT', 'a spill where the field has no water', testCase({ current: harmonic(() => [0, 0], { waterMask: new Uint8Array(GRID.columnCount * GRID.rowCount) }) }), {}],
  ['DRIFT_RELEASE_OUTSIDE_WIND', 'a spill beyond the wind', testCase({ release: { ...release, position: [120, 30] }, wind: { kind: 'gridded', grid: GRID, times, eastMps, northMps, sourceText: SOURCE } }), {}],
  ['DRIFT_CURRENT_TIME_GAP', 'a current that ends too early', testCase({ current: gridded([0, 3], () => () => [0, 0]) }), { toIso: '2026-06-01T10:00:00.000Z' }],
  ['DRIFT_WIND_TIME_GAP', 'a gridded wind that ends too early', testCase({ wind: { kind: 'gridded', grid: GRID, times, eastMps, northMps, sourceText: SOURCE } }), {}],
  ['DRIFT_WIND_TIME_GAP', 'a station that must not persist', testCase({ wind: { ...station, beyondSeries: 'refuse' } }), {}],
  ['DRIFT_FIELD_MALFORMED', 'snapshots of the wrong size', testCase({ current: { ...gridded([0, 9], () => () => [0, 0]), eastMps: new Float32Array(3) } }), { field: 'current', what: 'snapshots' }],
  ['DRIFT_FIELD_MALFORMED', 'a mask of the wrong size', testCase({ current: harmonic(() => [0, 0], { waterMask: new Uint8Array(3) }) }), { what: 'waterMask' }],
  ['DRIFT_FIELD_MALFORMED', 'a field without patterns', testCase({ current: harmonic(() => [0, 0], { patterns: [] }) }), { what: 'patterns' }],
  ['DRIFT_FIELD_MALFORMED', 'a current that is no number', testCase({ current: constantCurrent(Number.NaN, 0) }), { field: 'current', what: 'vector' }],
  ['DRIFT_FIELD_MALFORMED', 'a series with a hole', testCase({ wind: { ...station, eastMps: Float64Array.from([1, Number.NaN]), beyondSeries: 'persist' } }), { field: 'wind', what: 'series' }],
  ['DRIFT_FIELD_NOT_FINITE', 'a snapshot of the wind with a hole', testCase({ wind: { ...griddedWind, eastMps: poked(griddedWind.eastMps, GRID_NODE_COUNT + 205, Number.NaN) } }), { field: 'wind', timeIso: '2026-06-01T07:00:00.000Z', lonDeg: 121.53, latDeg: 29.52 }],
  ['DRIFT_FIELD_NOT_FINITE', 'a snapshot of the current with a hole on water', testCase({ current: { ...long, northMps: poked(long.northMps, 3, Infinity) } }), { field: 'current', timeIso: '2026-06-01T04:00:00.000Z', lonDeg: 121.53, latDeg: 29.5 }],
  ['DRIFT_FIELD_NOT_FINITE', 'a tidal pattern with a hole on water', testCase({ current: harmonic((lonDeg) => [lonDeg > 122.2 ? Number.NaN : 0.1, 0]) }), { field: 'current', lonDeg: 122.21, latDeg: 29.5 }],
  ['DRIFT_FORCING_TOO_FAST', 'a wind of 900 m/s', testCase({ wind: { kind: 'constant', eastMps: 900, northMps: 0, sourceText: SOURCE } }), { field: 'wind', speedMps: 900, maxMps: 75 }],
  ['DRIFT_FORCING_TOO_FAST', 'a station in knots by a factor of ten', testCase({ wind: { ...station, eastMps: Float64Array.of(5, 120), beyondSeries: 'persist' } }), { field: 'wind', timeIso: '2026-06-01T05:00:00.000Z' }],
  ['DRIFT_FORCING_TOO_FAST', 'a fill value in a snapshot of the wind', testCase({ wind: { ...griddedWind, northMps: poked(griddedWind.northMps, 0, -9999) } }), { field: 'wind', lonDeg: 121.5 }],
  ['DRIFT_FORCING_TOO_FAST', 'a current of 60 m/s', testCase({ current: constantCurrent(60, 0) }), { field: 'current', maxMps: 6 }],
  ['DRIFT_FORCING_TOO_FAST', 'a snapshot of the current in cm/s', testCase({ current: { ...long, eastMps: poked(long.eastMps, 7, 80) } }), { field: 'current', speedMps: 80 }],
  ['DRIFT_FORCING_TOO_FAST', 'a tidal pattern in cm/s', testCase({ current: harmonic(() => [90, 0]) }), { field: 'current', speedMps: 90, timeIso: '*' }],
  ['DRIFT_FIELD_MALFORMED', 'a coast whose rings do not add up', testCase({ coast: { ...island, ringStart: Int32Array.from([0, 3]) } }), { field: 'coast' }],
  ['DRIFT_SITE_MALFORMED', 'a site without an area', testCase({ sites: [{ siteId: 'x', area: { kind: 'circle', centre: [122, 30], radiusM: 0 } }] }), { siteId: 'x' }],
  ['DRIFT_STEPS_UNEVEN', 'outputs between steps', testCase({ run: { outputIntervalS: 1000 } }), { name: 'run.outputIntervalS', stepS: 600 }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'water that boils', testCase({ water: { temperatureK: 373 } }), { name: 'water.temperatureK', min: 270, max: 310 }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'half a particle', testCase({ run: { particleCount: 10.5 } }), { name: 'run.particleCount' }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'fewer particles than members', testCase({ run: { particleCount: 10, memberCount: 11 } }), { name: 'run.particleCount', min: 11 }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'a latitude that is no number', testCase({ release: { ...release, position: [122, Number.NaN] } }), { name: 'release.latDeg' }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'a release longer than the run', testCase({ release: { ...release, durationS: 22_000 } }), { name: 'release.durationS' }],
  ['DRIFT_INPUT_OUT_OF_RANGE', 'windage upside down', testCase({ windage: { ratioMin: 0.04, ratioMax: 0.02 } }), { name: 'windage.ratioMin' }],
];

describe('S-327 a case is refused, with the reason, when it has', () => {
  it.each(REFUSED)('%s: %s', (code, _, given, params) => {
    const result = runDrift(given);
    if (result.ok) throw new Error('not refused');
    expect(result.refusal.code).toBe(code);
    expect(result.refusal.params).toMatchObject(params);
    expect(Object.keys(result.refusal.params).sort()).toEqual([...driftErrors[code].params].sort());
  });
});

describe('a hole in a field', () => {
  it('is no reason to refuse where the mask says land', () => {
    const waterMask = new Uint8Array(GRID_NODE_COUNT).fill(1);
    waterMask[7] = 0;
    expect(runDrift(testCase({ current: { ...long, waterMask, eastMps: poked(long.eastMps, 7, Number.NaN) } })).ok).toBe(true);
  });

  it('a wind grid smaller than that of the current is told apart from water without a current', () => {
    const grid = { ...GRID, columnCount: 52 };
    const count = 3 * grid.columnCount * grid.rowCount;
    const wind = { kind: 'gridded', grid, times: long.times, eastMps: new Float32Array(count), northMps: new Float32Array(count), sourceText: SOURCE } as const;
    const result = runDrift(testCase({ wind, current: harmonic(() => [1, 0]) }));
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.warnings.map(({ code }) => code)).toContain('DRIFT_WARN_WIND_UNRESOLVED');
    expect(result.value.warnings.map(({ code }) => code)).not.toContain('DRIFT_WARN_CURRENT_UNRESOLVED');
  });
});
