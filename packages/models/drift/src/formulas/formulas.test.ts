import { describe, expect, it } from 'vitest';
import { formulas } from '../index.ts';

/** One good call of every formula, with a figure that follows by hand or from a reference case. */
const CALLS: Readonly<Record<string, readonly [inputs: Readonly<Record<string, unknown>>, figure: string, expected: number]>> = {
  'drift.geodesic-step': [{ lonDeg: 122, latDeg: 30, courseDegTrue: 0, distanceM: 10_000 }, 'latDeg', 30.09020939],
  'drift.drift-step': [{ lonDeg: 4, latDeg: 60, currentEastMps: 0, currentNorthMps: 1, windEastMps: 0, windNorthMps: 0, windageRatio: 0.03, durationS: 7200 }, 'latDeg', 60.0646245],
  'drift.double-gyre': [{ scheme: 'rk4', startX: 0.6, startY: 0.3, durationS: 6, stepS: 0.01, amplitudeMps: 0.25, omegaRadPerS: 0.628, swingRatio: 0.25 }, 'endX', 0.6366858655],
  'drift.diffusion-variance': [{ diffusionM2PerS: 10, durationS: 360 }, 'varianceM2', 7200],
  'drift.vapour-pressure': [{ boilingPointK: 400, temperatureK: 288.15 }, 'pressurePa', 1179.8482],
  'drift.evaporation-rate': [{ areaM2: 1e4, windSpeedMps: 5, temperatureK: 288.15, waterRatio: 0, boilingPointK: 400, molarMassKgPerMol: 0.1, slickMol: 5e4 }, 'ratePerS', 7.647e-4],
  'drift.evaporation-series': [{ areaM2: 1e4, windSpeedMps: 5, temperatureK: 288.15, waterRatio: 0, components: [[350, 1, 0.09], [1015, 1, 0.8]], massKg: 1000, stepS: 3600, stepCount: 24 }, 'evaporatedRatio', 0.5],
  'drift.fay-area-series': [{ volumeM3: 1000, buoyancyRatio: 0.2, viscosityM2PerS: 1e-5, scheme: 'euler', stepS: 900, stepCount: 1 }, 'areaM2', 408_664.887],
  'drift.langmuir-cover': [{ windSpeedMps: 0, thicknessM: 1e-3, buoyancyRatio: 0.2 }, 'coverRatio', 1],
  'drift.half-life': [{ elapsedS: 7200, halfLifeS: 3600 }, 'remainingRatio', 0.25],
  'drift.oil-density': [{ points: [[273.15, 978], [288.15, 967]], temperatureK: 298.15 }, 'densityKgPerM3', 959.667],
  'drift.oil-viscosity': [{ points: [[273.15, 0.0125766871], [288.15, 0.0023991727]], temperatureK: 278.15 }, 'viscosityM2PerS', 7.09756e-3],
  'drift.oil-properties': [{ oilId: 'AD01676', temperatureK: 288.15, waterDensityKgPerM3: 1025 }, 'densityKgPerM3', 967],
  'drift.api-density': [{ apiGravityDeg: 10 }, 'densityKgPerM3', 999.016],
  'drift.cut-molar-mass': [{ boilingPointK: 400 }, 'molarMassKgPerMol', 0.1082],
  'drift.slick-ageing': [{ oilId: 'AD02002', temperatureK: 293.15, waterDensityKgPerM3: 1025, massKg: 125_000, windSpeedMps: 7, hourCount: 24 }, 'evaporatedRatio', 0.3],
};

describe('formulas', () => {
  it('every formula is called below, has a source, and a unique id of this model', () => {
    expect(formulas.map((formula) => formula.id).sort()).toEqual(Object.keys(CALLS).sort());
    for (const formula of formulas) {
      expect(formula.id).toMatch(/^drift\.[a-z0-9-]+$/);
      expect(formula.source.length).toBeGreaterThan(5);
    }
  });

  it.each(Object.entries(CALLS))('%s gives its figure', (id, [inputs, figure, expected]) => {
    const result = formulas.find((formula) => formula.id === id)!.run(inputs);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect(Math.abs((result.value[figure] as number) / expected - 1)).toBeLessThan(4e-3);
  });

  it.each(Object.entries(CALLS))('%s refuses to run on nothing', (id) => {
    expect(formulas.find((formula) => formula.id === id)!.run({})).toMatchObject({ ok: false, refusal: { code: 'KERNEL_FORMULA_INPUT_WRONG' } });
  });

  it('lists that are not what they should be are refused', () => {
    const series = formulas.find((formula) => formula.id === 'drift.evaporation-series')!;
    const good = CALLS['drift.evaporation-series']![0];
    for (const components of [[], [[350, 1]], [[350, -1, 0.1]], ['x']]) expect(series.run({ ...good, components })).toMatchObject({ ok: false, refusal: { code: 'DRIFT_INPUT_OUT_OF_RANGE' } });
    const density = formulas.find((formula) => formula.id === 'drift.oil-density')!;
    for (const points of [[], [[288, 900], [273, 910]], [[288]]]) expect(density.run({ points, temperatureK: 288 })).toMatchObject({ ok: false, refusal: { code: 'DRIFT_INPUT_OUT_OF_RANGE' } });
    expect(formulas.find((formula) => formula.id === 'drift.oil-properties')!.run({ oilId: 'SNAKE', temperatureK: 288, waterDensityKgPerM3: 1025 })).toMatchObject({ ok: false, refusal: { code: 'DRIFT_OIL_UNKNOWN' } });
  });
});
