import { describe, expect, it } from 'vitest';
import { formulas } from './formulas.ts';

function run(id: string, inputs: Record<string, unknown>): Readonly<Record<string, unknown>> {
  const result = formulas.find((each) => each.id === id)!.run(inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('formulas of allocation against published figures', () => {
  it.each([[0.3, 90], [0.35, 90], [0.5, 44], [0.8, 26], [1, 20.5], [1.2, 17], [1.5, 13.5]])('boom angle at %d m/s: %d°', (currentSpeedMps, angleDeg) => {
    expect(Math.abs((run('allocation.boom-angle', { currentSpeedMps, escapeSpeedMps: 0.35 })['boomAngleDeg'] as number) - angleDeg)).toBeLessThan(0.5);
  });

  it('skimmers for 500 t at 0.86: 80.7 m³/h', () => {
    const rule = { mechanicalRatio: 0.5, skimmerEfficiencyRatio: 0.2, recoveryDays: 3, workDayHours: 6 };
    expect(run('allocation.skimmer-capacity', { spilledMassKg: 500_000, oilDensityKgPerM3: 860, ...rule })['capacityM3PerHour']).toBeCloseTo(80.7, 1);
  });

  it.each([[2, 1000], [3, 3000], [6, 10_000], [12, 30_000], [24, 50_000], [1.99, 0]])('WAC boom at %d h: %d ft', (sinceSpillHours, feet) => {
    expect(run('allocation.wac-boom', { sinceSpillHours })['boomFeet']).toBe(feet);
  });

  it('EDRC of 100 an hour is 480 a day', () => {
    expect(run('allocation.edrc', { rateM3PerHour: 100 })['perDayM3']).toBeCloseTo(480, 9);
  });

  it('a 400 m sweep opened by a third in 0.1 mm meets 16.8 m³/h; 20.2 m³/h need two', () => {
    const meets = run('allocation.encounter-rate', { swathM: 400 / 3, sweepSpeedMps: 0.35, slickThicknessM: 1e-4 })['encounterM3PerHour'] as number;
    expect(meets).toBeCloseTo(16.8, 9);
    expect(run('allocation.sweep-count', { skimmerCapacityM3PerHour: 20.2, encounterM3PerHour: meets })).toEqual({ sweepCount: 2 });
  });

  it('recovered liquid, ring, shield, sorbent, dispersant', () => {
    expect(run('allocation.recovered-liquid', { oilM3: 10, emulsionWaterRatio: 0.6, freeWaterRatio: 0.5 })['liquidM3']).toBeCloseTo(50, 9);
    expect(run('allocation.ring-boom', { shipLengthM: 333, shipBeamM: 60 })).toEqual({ boomM: 786 });
    expect(run('allocation.shield-boom', { protectLengthM: 100, currentSpeedMps: 0.7, escapeSpeedMps: 0.35 })).toEqual({ boomM: 200 });
    expect(run('allocation.sorbent', { spilledMassKg: 1000, evaporatedRatio: 0.2, sorbentRatio: 0.3, sorbentUptakeRatio: 5 })['sorbentKg']).toBeCloseTo(48, 9);
    expect(run('allocation.dispersant', { oilM3: 100, dispersedRatio: 0.2, oilPartsCount: 5 })['dispersantM3']).toBeCloseTo(4, 9);
  });

  it('S-449: output follows the ramp and stops at the raw material', () => {
    const ramp = [{ fromHours: 8, ratePerHourValue: 5 }, { fromHours: 12, ratePerHourValue: 10 }];
    const made = (sinceStartHours: number, rawMaterialCap = 1000): unknown => run('allocation.ramp-output', { ramp, rawMaterialCap, sinceStartHours })['madeValue'];
    expect([made(8), made(10), made(12), made(14), made(14, 30)]).toEqual([0, 10, 20, 40, 30]);
  });

  it('S-447: FEFO picks the earliest expiry among the lots usable at that time', () => {
    const lot = (lotId: string, expiresAt: string | null, more: object = {}) => ({ lotId, quantityValue: 5, expiresAt, inspection: 'passed', inspectionValidUntilAt: null, ...more });
    const lots = [lot('none', null), lot('b', '2027-02-01T00:00:00Z'), lot('a', '2027-01-01T00:00:00Z'), lot('dead', '2026-01-01T00:00:00Z'), lot('failed', null, { inspection: 'failed' })];
    expect(run('allocation.fefo', { lots, useAt: '2026-11-23T10:00:00+08:00', wanted: 7 })).toEqual({ usableValue: 15, order: ['a', 'b', 'none'], issued: [{ lotId: 'a', quantityValue: 5 }, { lotId: 'b', quantityValue: 2 }] });
  });

  it.each([
    ['allocation.ramp-output', { ramp: [{ fromHours: 1 }], rawMaterialCap: 1, sinceStartHours: 1 }, 'ALLOCATION_RAMP_WRONG'],
    ['allocation.fefo', { lots: [{ lotId: 1 }], useAt: '2026-11-23T10:00:00Z', wanted: 1 }, 'ALLOCATION_LOT_WRONG'],
    ['allocation.fefo', { lots: [], useAt: 'noon', wanted: 1 }, 'KERNEL_INSTANT_UNREADABLE'],
  ])('%s refuses what it cannot read: %o', (id, inputs, code) => {
    expect(formulas.find((each) => each.id === id)!.run(inputs)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('every formula has a source and ids are unique', () => {
    expect(new Set(formulas.map((each) => each.id)).size).toBe(formulas.length);
    for (const formula of formulas) expect(formula.source.length).toBeGreaterThan(10);
  });
});
