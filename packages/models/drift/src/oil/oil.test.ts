import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '../../../../../test/shared.ts';
import { oilsSource } from '../../scripts/oils-source.ts';
import { oilAtTemperature, oilMassKg } from './at-temperature.ts';
import { apiGravityDegFromDensity, densityFromApiKgPerM3, oilDensity } from './density.ts';
import { findOil, listOils } from './library.ts';
import { cutMolarMassKgPerMol } from './molar-mass.ts';
import { pseudoComponents } from './pseudo-components.ts';
import { oilViscosity } from './viscosity.ts';

function oil(id: string): ReturnType<typeof listOils>[number] {
  const found = findOil(id);
  if (!found.ok) throw new Error(id);
  return found.value;
}

function codes(id: string, temperatureK = 288.15): readonly string[] {
  const made = oilAtTemperature(oil(id), temperatureK, 1025);
  if (!made.ok) throw new Error(id);
  return [...made.value.assumed, ...made.value.warnings].map((note) => note.code);
}

describe('the oil library', () => {
  it('is what the generator makes of the shared records (else: npx tsx packages/models/drift/scripts/gen-oils.ts)', () => {
    const committed = readFileSync(fileURLToPath(new URL('../data/oils.ts', import.meta.url)), 'utf8');
    expect(committed).toBe(oilsSource(readFileSync(sharedPath('reference/spill/oils.json'), 'utf8')));
  });

  it('holds 47 oils with unique ids, among them the bunker fuel sampled at Zhoushan', () => {
    expect(new Set(listOils().map((each) => each.id)).size).toBe(47);
    expect(oil('AD02584').name).toContain('VLSFO');
  });

  it('refuses an id that it does not have', () => {
    expect(findOil('ARABIAN LIGHT')).toEqual({ ok: false, refusal: { code: 'DRIFT_OIL_UNKNOWN', params: { oilId: 'ARABIAN LIGHT' } } });
  });

  it.each(listOils().map((each) => [each.name, each] as const))('%s: floats at 15 °C, components sum to 1, boil in order, weigh what cuts weigh', (_, each) => {
    const made = oilAtTemperature(each, 288.15, 1025);
    if (!made.ok) throw new Error(each.id);
    const { components, densityKgPerM3, viscosityM2PerS } = made.value;
    expect(components.reduce((sum, c) => sum + c.massRatio, 0)).toBeCloseTo(1, 9);
    components.forEach((c, i) => {
      expect(c.massRatio).toBeGreaterThan(0);
      expect(c.boilingPointK).toBeGreaterThan(Math.max(220, components[i - 1]?.boilingPointK ?? 0));
      expect(c.molarMassKgPerMol).toBeGreaterThan(0.03);
      expect(c.molarMassKgPerMol).toBeLessThan(2.5);
    });
    expect(densityKgPerM3).toBeGreaterThan(700);
    expect(viscosityM2PerS).toBeGreaterThan(1e-7);
    expect(viscosityM2PerS).toBeLessThan(10);
  });
});

describe('what was not measured is named', () => {
  it('an oil without a distillation curve is estimated from its API gravity', () => {
    expect(codes('AD02329')).toContain('DRIFT_ASSUMED_CUTS_FROM_API');
    expect(codes('AD02003')).not.toContain('DRIFT_ASSUMED_CUTS_FROM_API');
  });

  it('cuts by volume become lighter by mass, and say so', () => {
    expect(codes('AD02002')).toContain('DRIFT_ASSUMED_CUTS_VOLUME_TO_MASS');
    const first = pseudoComponents(oil('AD02002')).components.filter((c) => c.boilingPointK < 413.15);
    const byMass = first.reduce((sum, c) => sum + c.massRatio, 0);
    expect(byMass).toBeGreaterThan(0.08);
    expect(byMass).toBeLessThan(0.12);
  });

  it('one density, one viscosity, and a viscosity that rises with temperature are told apart', () => {
    expect(codes('AD00041')).toEqual(expect.arrayContaining(['DRIFT_ASSUMED_DENSITY_ONE_POINT', 'DRIFT_WARN_VISCOSITY_ONE_POINT']));
    expect(codes('AD00311')).toContain('DRIFT_WARN_VISCOSITY_RISES');
    expect(codes('AD02003')).toEqual([]);
  });

  it('water below the pour point is a warning', () => {
    expect(codes('AD01058')).toContain('DRIFT_WARN_BELOW_POUR_POINT');
    expect(codes('AD01058', 312)).not.toContain('DRIFT_WARN_BELOW_POUR_POINT');
  });

  it('an oil as heavy as the water is refused: it sinks', () => {
    expect(oilAtTemperature(oil('NO00051'), 288.15, 990)).toMatchObject({ ok: false, refusal: { code: 'DRIFT_OIL_SINKS' } });
  });

  it('an oil without any density or viscosity is estimated by name', () => {
    const bare = { ...oil('AD02002'), densityPoints: [], viscosityPoints: [], dynamicViscosityPoints: [] };
    const made = oilAtTemperature(bare, 288.7056, 1025);
    if (!made.ok) throw new Error('refused');
    expect(made.value.densityKgPerM3).toBeCloseTo(densityFromApiKgPerM3(31.82), 6);
    expect(made.value.assumed.map((note) => note.code)).toEqual(expect.arrayContaining(['DRIFT_ASSUMED_DENSITY_FROM_API', 'DRIFT_ASSUMED_VISCOSITY']));
  });
});

describe('density, viscosity, molar mass', () => {
  it('one density point moves by 0.0008 of itself per kelvin', () => {
    expect(oilDensity([[288.15, 900]], 298.15)).toEqual({ densityKgPerM3: 900 * 0.992, basis: 'one-point' });
  });

  it('beyond the points the line goes on and is marked', () => {
    expect(oilDensity([[273.15, 978], [288.15, 967]], 280)?.basis).toBe('measured-span');
    expect(oilDensity([[273.15, 978], [288.15, 967]], 298.15)?.basis).toBe('extrapolated');
    expect(oilDensity([], 288)).toBeUndefined();
  });

  it('API gravity and density turn into each other', () => {
    expect(densityFromApiKgPerM3(10)).toBeCloseTo(999.016, 6);
    expect(apiGravityDegFromDensity(densityFromApiKgPerM3(29.68))).toBeCloseTo(29.68, 9);
  });

  it('a rising record is taken at its mean with the usual slope', () => {
    const read = oilViscosity([[300, 1e-5], [320, 2e-5]], 310);
    expect(read?.basis).toBe('rising');
    expect(oilViscosity([[300, 1e-5], [320, 2e-5]], 300)!.viscosityM2PerS).toBeGreaterThan(read!.viscosityM2PerS);
  });

  it('a cut that boils like octane weighs about as much as octane and ethylbenzene', () => {
    expect(cutMolarMassKgPerMol(400)).toBeGreaterThan(0.1);
    expect(cutMolarMassKgPerMol(400)).toBeLessThan(0.116);
  });

  it('scenario D1: 145 m³ of Arabian Light are about 125 t', () => {
    expect(oilMassKg(oil('AD02002'), 145, 293.15)).toBeCloseTo(125_000, -3);
  });
});
