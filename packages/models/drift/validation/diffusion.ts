// D4: the random walk spreads by 2 D t along each axis, at any latitude and for any step.

import type { DriftCase } from '@anlan/drift';
import { runDrift } from '@anlan/drift';
import { instant, metresPerDegree } from '@anlan/kernel';
import type { ValidationGroup, ValidationRow } from './row.ts';

export const diffusion: ValidationGroup = {
  title: 'D4 variance of the random walk',
  source: 'PyGNOME test_movers/test_random_mover.py::test_variance1: D = 10 m²/s, 10 steps of 36, 360, 3600 s, 2 D t. Model: runDrift, 4,000 particles (sampling error of the variance 2 %)',
  rows: () => [0, 30, -60].flatMap((latDeg) => [36, 360, 3600].flatMap((stepS) => rowsFor(latDeg, stepS))),
};

function rowsFor(latDeg: number, stepS: number): readonly ValidationRow[] {
  const given: DriftCase = {
    substance: { kind: 'passive' },
    release: { position: [122, latDeg], radiusM: 0, startAt: instant('2024-06-01T00:00:00Z'), durationS: 0, massKg: 1 },
    water: { temperatureK: 288.15 },
    current: { kind: 'assume-still-water' },
    wind: { kind: 'assume-calm' },
    coast: { kind: 'assume-open-water' },
    run: { durationS: 10 * stepS, stepS, outputIntervalS: 10 * stepS, particleCount: 4000, memberCount: 1, randomSeed: 4 },
    diffusionM2PerS: 10,
  };
  const result = runDrift(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const frame = result.value.value.frames[1]!;
  const { lonM, latM } = metresPerDegree(latDeg);
  const row = (axis: string, gotValue: number): ValidationRow => ({
    caseId: 'D4', what: `${axis}, latitude ${latDeg}°, 10 steps of ${stepS} s`, expectedValue: 2 * 10 * 10 * stepS, gotValue, toleranceKind: 'relative', toleranceValue: 0.1, unit: 'm²',
  });
  return [row('east', variance(frame.lonDeg, 122, lonM)), row('north', variance(frame.latDeg, latDeg, latM))];
}

function variance(valuesDeg: Float32Array, originDeg: number, metresPerDeg: number): number {
  const metres = Array.from(valuesDeg, (x) => (x - originDeg) * metresPerDeg);
  const mean = metres.reduce((sum, x) => sum + x, 0) / metres.length;
  return metres.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (metres.length - 1);
}
