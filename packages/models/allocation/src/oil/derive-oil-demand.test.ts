import { addS, instant } from '@anlan/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OilDemandInput } from '../api/oil.ts';
import { deriveOilDemand } from './derive-oil-demand.ts';
import { DEMONSTRATION_OIL_PLANNING } from './planning.ts';

const SPILLED_AT = instant('2026-11-23T02:00:00Z');
const after = (count: number) => addS(SPILLED_AT, count * 3600);
const farm = (id: string, earliestHours: number | null, more: object = {}) => ({
  id, name: id, sceneId: id, earliestAt: earliestHours === null ? null : after(earliestHours), probabilityRatio: 0.4, protectLengthM: 300, currentSpeedMps: 0.5, ...more,
});

/** D1: 125 t of Arab Light at the Aoshan berth; evaporation 13 %, 19 %, 24 % at 1, 6, 24 h. */
const D1: OilDemandInput = {
  now: addS(SPILLED_AT, 600), spilledAt: SPILLED_AT, sceneId: 'aoshan', sceneName: '岙山30万吨级泊位', spilledMassKg: 125_000, oilDensityKgPerM3: 860,
  evaporated: [{ at: after(1), evaporatedRatio: 0.13 }, { at: after(6), evaporatedRatio: 0.19 }, { at: after(24), evaporatedRatio: 0.24 }],
  currentSpeedMps: 1, berth: { shipLengthM: 333, shipBeamM: 60 }, sites: [farm('f1', 4), farm('f2', 6), farm('f3', 9)], planning: DEMONSTRATION_OIL_PLANNING,
};

function derive(change: Partial<OilDemandInput> = {}) {
  const result = deriveOilDemand({ ...D1, ...change });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return { ...result.value, ...result.value.value, line: (id: string) => result.value.value.demands.find((demand) => demand.id === id)! };
}

describe('demand of the D1 spill (sanity bands ±30 %)', () => {
  const { figures, line, demands } = derive();

  it('skimmers of about 20 m³/h by the formula of the depot rule', () => {
    expect(figures.skimmerCapacityM3PerHour).toBeCloseTo(20.19, 2);
    expect(line('skimmer')).toMatchObject({ capabilityCode: 'skimmer-light', unitCode: 'm3/h', working: { formulaId: 'allocation.skimmer-capacity' } });
  });

  it('two sweeps of 400 m and a berth boom of about 800 m', () => {
    expect(figures).toMatchObject({ sweepCount: 2, sweepBoomM: 800, berthBoomM: 786 });
    expect(Math.abs(figures.berthBoomM / 800 - 1)).toBeLessThan(0.3);
    expect(derive({ berth: { boomM: 800 } }).figures.berthBoomM).toBe(800);
  });

  it('boom for the three farms, each before its first arrival', () => {
    expect(figures.siteCount).toBe(3);
    expect(line('site-boom-f1')).toMatchObject({ urgency: 'critical', deadlineAt: after(3), adequateValue: Math.ceil(300 * (0.5 / 0.35)) });
    expect(line('site-boom-f1').need).toEqual([{ at: after(3), quantityValue: 429, unitCode: 'm' }]);
  });

  it('storage for about 300 m³, growing day by day', () => {
    expect(Math.abs(figures.storageM3 / 300 - 1)).toBeLessThan(0.3);
    const [first, second, third] = line('storage').need.map((point) => point.quantityValue);
    expect(first).toBeCloseTo((72.67 / 3) * 0.81 * 5, 0);
    expect([second! > first!, third! > second!]).toEqual([true, true]);
  });

  it('about 6 t of sorbent, and a boom angle of 20.5° at 1 m/s', () => {
    expect(Math.abs(figures.sorbentKg / 6000 - 1)).toBeLessThan(0.3);
    expect(figures.boomAngleDeg).toBeCloseTo(20.5, 1);
  });

  it('every line has a formula, inputs, a source, an urgency and a deadline', () => {
    for (const demand of demands) {
      expect(demand.working.formulaId).not.toBe('');
      expect(Object.keys(demand.working.inputs).length).toBeGreaterThan(0);
      expect(demand.working.sourceText).not.toBe('');
      expect(demand.deadlineAt).toBeGreaterThanOrEqual(D1.now);
      expect(demand.need.at(-1)!.quantityValue).toBeGreaterThan(0);
    }
  });
});

describe('what is missing is named, not filled in', () => {
  it('emulsion water, thickness, viscosity class, site current, held evaporation, planning figures', () => {
    const { currentSpeedMps: _dropped, ...noCurrent } = farm('f1', 4);
    const codes = derive({ sites: [noCurrent] }).assumed.map((each) => each.code);
    expect(codes).toEqual(expect.arrayContaining([
      'ALLOCATION_ASSUMED_PLANNING', 'ALLOCATION_ASSUMED_EMULSION_WATER', 'ALLOCATION_ASSUMED_FREE_WATER', 'ALLOCATION_ASSUMED_THICKNESS',
      'ALLOCATION_ASSUMED_VISCOSITY_CLASS', 'ALLOCATION_ASSUMED_SITE_CURRENT', 'ALLOCATION_ASSUMED_EVAPORATION_HELD', 'ALLOCATION_ASSUMED_BERTH_RING',
    ]));
    const given = derive({ emulsionWaterRatio: 0.5, slickThicknessM: 2e-4, oilViscosityM2PerS: 1e-5, berth: { boomM: 800 } }).assumed.map((each) => each.code);
    expect(given.sort()).toEqual(['ALLOCATION_ASSUMED_EVAPORATION_HELD', 'ALLOCATION_ASSUMED_FREE_WATER', 'ALLOCATION_ASSUMED_PLANNING']);
  });

  it('a berth with neither boom nor ship is refused, no berth at all is not', () => {
    expect(deriveOilDemand({ ...D1, berth: {} })).toMatchObject({ ok: false, refusal: { code: 'ALLOCATION_BERTH_UNKNOWN' } });
    expect(derive({ berth: null }).demands.map((demand) => demand.id)).not.toContain('berth-boom');
  });

  it('a forecast without evaporation is refused, figures out of range too', () => {
    expect(deriveOilDemand({ ...D1, evaporated: [] })).toMatchObject({ ok: false, refusal: { code: 'ALLOCATION_EVAPORATION_MISSING' } });
    expect(deriveOilDemand({ ...D1, oilDensityKgPerM3: 0.86 })).toMatchObject({ ok: false, refusal: { code: 'ALLOCATION_INPUT_OUT_OF_RANGE', params: { name: 'oilDensityKgPerM3' } } });
  });

  it('a site that is not reached, or hardly, gets no boom; one already reached is late now', () => {
    const { demands, warnings } = derive({ sites: [farm('safe', null), farm('rare', 5, { probabilityRatio: 0.05 }), farm('late', 0.5)] });
    expect(demands.filter((demand) => demand.id.startsWith('site-boom')).map((demand) => demand.id)).toEqual(['site-boom-late']);
    expect(demands.find((demand) => demand.id === 'site-boom-late')!.deadlineAt).toBe(D1.now);
    expect(warnings).toEqual([{ code: 'ALLOCATION_DEADLINE_ALREADY_LATE', params: { demandId: 'site-boom-late', minutes: 40 } }]);
  });
});

describe('heavier oil and stronger currents need more', () => {
  it('heavy oil needs high-viscosity skimmers (ρ ≥ 900 or ν ≥ 180 mm²/s)', () => {
    expect(derive({ oilDensityKgPerM3: 960 }).figures.isHighViscosity).toBe(true);
    expect(derive({ oilDensityKgPerM3: 899, oilViscosityM2PerS: 180e-6 }).line('skimmer')).toMatchObject({ capabilityCode: 'skimmer-heavy', accepts: [{ capabilityCode: 'skimmer-heavy' }] });
    expect(derive({ oilDensityKgPerM3: 899, oilViscosityM2PerS: 179e-6 }).figures.isHighViscosity).toBe(false);
  });

  it('no figure falls when more is spilled, and boom never falls with the current', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 1e7 }), fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (spilledMassKg, moreKg, u, du) => {
      const less = derive({ spilledMassKg }).figures;
      const more = derive({ spilledMassKg: spilledMassKg + moreKg }).figures;
      for (const key of ['skimmerCapacityM3PerHour', 'storageM3', 'sorbentKg', 'sweepBoomM'] as const) expect(more[key]).toBeGreaterThanOrEqual(less[key]);
      const slow = derive({ sites: [farm('f', 4, { currentSpeedMps: u })] }).figures.siteBoomM;
      expect(derive({ sites: [farm('f', 4, { currentSpeedMps: u + du })] }).figures.siteBoomM).toBeGreaterThanOrEqual(slow);
    }), { numRuns: 60, seed: 20261123 });
  });
});
