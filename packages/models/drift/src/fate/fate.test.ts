import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOil } from '../oil/library.ts';
import { oilAtTemperature } from '../oil/at-temperature.ts';
import { evaporationSeries } from './evaporation-series.ts';
import { fayAreaRk4M2, fayInitialAreaM2, fayThicknessLimitM, fayViscousM4PerS } from './fay.ts';
import { halfLifeRemainingRatio } from './half-life.ts';
import { langmuirCoverRatio } from './langmuir.ts';
import { createSlicks, startSlick, weatherSlick } from './slicks.ts';
import { vapourPressurePa } from './vapour-pressure.ts';

function oilOf(oilId: string): Parameters<typeof createSlicks>[0] {
  const found = findOil(oilId);
  if (!found.ok) throw new Error(oilId);
  const oil = oilAtTemperature(found.value, 293.15, 1025);
  if (!oil.ok) throw new Error(oilId);
  return oil.value;
}

function aged(oilId: string, massKg: number, windSpeedMps: number, steps: readonly number[]): { readonly evaporatedRatio: number; readonly areaM2: number } {
  const slicks = createSlicks(oilOf(oilId), 1);
  startSlick(slicks, 0, massKg);
  for (const stepS of steps) weatherSlick(slicks, 0, windSpeedMps, stepS);
  return { evaporatedRatio: 1 - slicks.remainingRatio[0]!, areaM2: slicks.areaM2[0]! };
}

describe('vapour pressure', () => {
  it('is one atmosphere at the boiling point', () => {
    expect(vapourPressurePa(400, 400)).toBeCloseTo(101325, 6);
  });

  it('rises with temperature and falls with the boiling point', () => {
    fc.assert(
      fc.property(fc.double({ min: 300, max: 900, noNaN: true }), fc.double({ min: 270, max: 309, noNaN: true }), (boilingPointK, temperatureK) => {
        const pressure = vapourPressurePa(boilingPointK, temperatureK);
        expect(vapourPressurePa(boilingPointK, temperatureK + 1)).toBeGreaterThan(pressure);
        expect(vapourPressurePa(boilingPointK + 1, temperatureK)).toBeLessThan(pressure);
      }),
    );
  });
});

describe('spreading and windrows', () => {
  it('a slick grows, and stops at the thickness that its viscosity allows', () => {
    const slick = { volumeM3: 100, buoyancyRatio: 0.15 };
    const start = fayInitialAreaM2(slick);
    expect(fayAreaRk4M2(start, fayViscousM4PerS(slick), 60)).toBeGreaterThan(start);
    expect([1e-7, 1e-6, 1e-4, 1].map(fayThicknessLimitM)).toEqual([1e-5, 1e-5, 1e-4, 1e-4]);
    expect(fayThicknessLimitM(5e-5)).toBeCloseTo(5.45459e-5, 12);
    const oil = oilOf('EC00567')!;
    const limitM2 = 1 / oil.densityKgPerM3 / fayThicknessLimitM(oil.viscosityM2PerS);
    expect(aged('EC00567', 1, 5, Array.from({ length: 240 }, () => 3600)).areaM2).toBeCloseTo(limitM2, 6);
  });

  it('calm leaves the slick whole; no storm leaves less than a tenth', () => {
    expect(langmuirCoverRatio({ windSpeedMps: 0, thicknessM: 1e-3, buoyancyRatio: 0.15 })).toBe(1);
    expect(langmuirCoverRatio({ windSpeedMps: 40, thicknessM: 1e-6, buoyancyRatio: 0.15 })).toBe(0.1);
    const mild = langmuirCoverRatio({ windSpeedMps: 6, thicknessM: 1e-4, buoyancyRatio: 0.15 });
    expect(mild).toBeCloseTo(((0.03 * Math.PI) ** 2 / (4e-4 * 0.15 * 9.80665)) ** (-1 / 3), 12);
  });
});

describe('evaporation', () => {
  it('takes the volatile part first and never more than there is', () => {
    const components = [
      { boilingPointK: 350, massRatio: 0.4, molarMassKgPerMol: 0.09 },
      { boilingPointK: 1015, massRatio: 0.6, molarMassKgPerMol: 0.8 },
    ];
    const series = evaporationSeries({ components, massKg: 1000, areaM2: 1e5, windSpeedMps: 10, temperatureK: 290, waterRatio: 0, stepS: 3600, stepCount: 50 });
    series.forEach((ratio, i) => expect(ratio).toBeGreaterThanOrEqual(series[i - 1] ?? 0));
    expect(series[49]).toBeCloseTo(0.4, 6);
  });

  it('more wind and more area evaporate more; water in the oil holds it back', () => {
    const blob = { components: oilOf('AD02002')!.components, massKg: 1e5, areaM2: 1e5, windSpeedMps: 5, temperatureK: 290, waterRatio: 0, stepS: 600, stepCount: 6 };
    const last = (changes: Partial<typeof blob>): number => evaporationSeries({ ...blob, ...changes })[5]!;
    expect(last({ windSpeedMps: 10 })).toBeGreaterThan(last({}));
    expect(last({ areaM2: 2e5 })).toBeGreaterThan(last({}));
    expect(last({ waterRatio: 0.7 })).toBeLessThan(last({}));
  });

  it('does not depend on the step of the run: 10 minutes, 1 hour, or unequal steps', () => {
    const day = (stepS: number): number => aged('AD02002', 125_000, 7, Array.from({ length: 86_400 / stepS }, () => stepS)).evaporatedRatio;
    expect(day(3600)).toBeCloseTo(day(600), 4);
    expect(aged('AD02002', 125_000, 7, [250, 350, 3000, 18_000]).evaporatedRatio).toBeCloseTo(aged('AD02002', 125_000, 7, Array.from({ length: 36 }, () => 600)).evaporatedRatio, 3);
  });

  it('scenario D1: 125 t of Arabian Light at 7 m/s and 20 °C stay within 30 % of 13, 19 and 24 per cent at 1, 6 and 24 h', () => {
    const bands = [[1, 0.13], [6, 0.19], [24, 0.24]] as const;
    for (const [hours, expected] of bands) {
      const got = aged('AD02002', 125_000, 7, Array.from({ length: 6 * hours }, () => 600)).evaporatedRatio;
      expect(Math.abs(got - expected) / expected, `${got} after ${hours} h`).toBeLessThan(0.3);
    }
  });

  it('heavy bunker fuel of the port barely evaporates, petrol nearly all', () => {
    const hours = Array.from({ length: 24 }, () => 3600);
    expect(aged('AD02584', 50_000, 7, hours).evaporatedRatio).toBeLessThan(0.06);
    expect(aged('AD02153', 50_000, 7, hours).evaporatedRatio).toBeGreaterThan(0.95);
  });
});

describe('half-life', () => {
  it('leaves one half after one half-life, not 1/e', () => {
    expect(halfLifeRemainingRatio(3600, 3600)).toBe(0.5);
    expect(halfLifeRemainingRatio(7200, 3600)).toBe(0.25);
  });
});
