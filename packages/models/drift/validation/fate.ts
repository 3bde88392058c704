// D5 spreading, D6 vapour pressure and evaporation.

import { SAMPLE_OIL } from './sample-oil.ts';
import type { ValidationGroup, ValidationRow } from './row.ts';
import { runFormula } from './run-formula.ts';

export const spreading: ValidationGroup = {
  title: 'D5 spreading (Fay, with eddy diffusion)',
  source: 'Form of PyGNOME test_weatherers/test_spreading.py, figures computed independently; Δ = 0.2, Euler steps of 900 s. Model: drift.fay-area-series',
  rows: spreadingRows,
};
export const evaporation: ValidationGroup = {
  title: 'D6 vapour pressure and evaporation',
  source: "PyGNOME's laws on its sample oil oil_ans_mp, figures computed independently: 10 t, one blob of 1e4 m², wind 5 m/s, 288.15 K, steps of 900 s. Model: drift.vapour-pressure, drift.evaporation-series",
  rows: evaporationRows,
};

function spreadingRows(): readonly ValidationRow[] {
  const row = (what: string, expectedValue: number, gotValue: number, unit: string): ValidationRow => ({ caseId: 'D5', what, expectedValue, gotValue, toleranceKind: 'relative', toleranceValue: 1e-6, unit });
  const common = { buoyancyRatio: 0.2, viscosityM2PerS: 1e-6, scheme: 'euler', stepS: 900, stepCount: 4 };
  const large = runFormula('drift.fay-area-series', { ...common, volumeM3: 1000 });
  const small = runFormula('drift.fay-area-series', { ...common, volumeM3: 60 });
  return [
    // The figure is stated to three decimals: its own rounding is the tolerance.
    { ...row('1000 m³: end of the inertial phase', 312.506, large['initialTimeS']!, 's'), toleranceKind: 'absolute', toleranceValue: 5e-4 },
    row('1000 m³: area at the start', 101_781.0525, large['areasM2']![0]!, 'm²'),
    row('1000 m³: after 900 s', 408_664.887, large['areasM2']![1]!, 'm²'),
    row('1000 m³: after 1800 s', 489_604.537, large['areasM2']![2]!, 'm²'),
    row('1000 m³: after 3600 s', 619_275.874, large['areasM2']![4]!, 'm²'),
    row('60 m³: area at the start', 9760.2209, small['areasM2']![0]!, 'm²'),
    row('60 m³: after 900 s', 87_116.015, small['areasM2']![1]!, 'm²'),
    row('60 m³: after 1800 s', 99_952.803, small['areasM2']![2]!, 'm²'),
  ];
}

const PRESSURES = [
  [400, 1179.8482],
  [313.15, 40_376.905],
  [353.15, 8496.01],
  [393.15, 1591.544],
  [433.15, 262.3252],
  [473.15, 37.55168],
] as const;

function evaporationRows(): readonly ValidationRow[] {
  const pressures = PRESSURES.map(([boilingPointK, expectedValue]): ValidationRow => {
    const got = runFormula('drift.vapour-pressure', { boilingPointK, temperatureK: 288.15 });
    return { caseId: 'D6', what: `vapour pressure, boiling point ${boilingPointK} K`, expectedValue, gotValue: got['pressurePa']!, toleranceKind: 'relative', toleranceValue: 1e-6, unit: 'Pa' };
  });
  const blob = { areaM2: 1e4, windSpeedMps: 5, temperatureK: 288.15, waterRatio: 0, components: SAMPLE_OIL, massKg: 10_000, stepS: 900, stepCount: 96 };
  const series = runFormula('drift.evaporation-series', blob)['evaporatedRatios']!;
  const row = (what: string, expectedValue: number, step: number): ValidationRow => ({ caseId: 'D6', what: `evaporated share after ${what}`, expectedValue, gotValue: series[step - 1]!, toleranceKind: 'absolute', toleranceValue: 1e-5, unit: '' });
  const last = runFormula('drift.vapour-pressure', { boilingPointK: 573.15, temperatureK: 288.15 })['pressurePa']!;
  // Stated to five decimals: its own rounding is the tolerance.
  const heavy: ValidationRow = { caseId: 'D6', what: 'vapour pressure, boiling point 573.15 K', expectedValue: 0.14185, gotValue: last, toleranceKind: 'absolute', toleranceValue: 5e-6, unit: 'Pa' };
  return [...pressures, heavy, row('15 min', 0.120062, 1), row('1 h', 0.174745, 4), row('6 h', 0.22927, 24), row('24 h', 0.252036, 96)];
}
