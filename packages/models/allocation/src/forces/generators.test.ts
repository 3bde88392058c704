import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { fuelLPerHour, matchGenerators } from './generators.ts';
import type { PowerInput, PowerLoad, PowerPlan, PowerSource } from './generators.ts';

const curve = [{ loadRatio: 0.25, fuelLPerHour: 10 }, { loadRatio: 1, fuelLPerHour: 40 }];
const source = (id: string, ratedKw: number, more: Partial<PowerSource> = {}): PowerSource => ({ id, ratedKw, phaseCode: 'three', nominalVolt: 400, connectorCodes: ['terminal'], tankLitres: 200, consumption: curve, parallelCapable: true, ...more });
const load = (id: string, priorityIndex: number, demandKw: number, more: Partial<PowerLoad> = {}): PowerLoad => ({ id, priorityIndex, demandKw, phaseCode: 'three', nominalVolt: 400, connectorCode: 'terminal', neededHours: 10, acceptsParallel: false, ...more });
const plan = (sources: readonly PowerSource[], loads: readonly PowerLoad[], travel?: PowerInput['travel']): PowerPlan => {
  const found = matchGenerators({ sources, loads, travel: travel ?? sources.flatMap((one) => loads.map((other) => ({ sourceId: one.id, loadId: other.id, durationS: 600 }))) });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const pairs = (found: PowerPlan) => Object.fromEntries(found.served.map((one) => [one.loadId, one.sourceIds.join('+')]));

describe('S-368: generators to loads', () => {
  it('S-368: covers all class-1 loads if capacity allows and prints unmet kW otherwise', () => {
    const found = plan([source('g100', 100), source('g200', 200)], [load('ward', 1, 90), load('pump', 1, 150), load('cold', 3, 80)]);
    expect(pairs(found)).toEqual({ ward: 'g100', pump: 'g200' });
    expect(found.byClass).toEqual([{ priorityIndex: 1, demandKw: 240, unmetKw: 0 }, { priorityIndex: 3, demandKw: 80, unmetKw: 80 }]);
    expect(found.unserved).toEqual([{ loadId: 'cold', priorityIndex: 3, demandKw: 80, reason: { code: 'FORCES_LOAD_ALL_TAKEN', params: { demandKw: 80, freeKw: 0 } } }]);
  });

  it('a greedy choice of the largest generator for the first load would leave the second without: the match does not', () => {
    expect(pairs(plan([source('big', 500), source('small', 60)], [load('a', 1, 50), load('b', 1, 400)]))).toEqual({ a: 'small', b: 'big' });
  });

  it('phases, voltage and plug must fit, and what is in the way is said', () => {
    const found = plan([source('one', 100, { phaseCode: 'single', nominalVolt: 230 })], [load('a', 1, 50)]);
    expect(found.unserved[0]?.reason).toEqual({ code: 'FORCES_LOAD_NO_FIT', params: { phase: 'three', volt: 400, connector: 'terminal' } });
    expect(plan([source('one', 30)], [load('a', 1, 50)]).unserved[0]?.reason.code).toBe('FORCES_LOAD_TOO_LARGE');
    expect(plan([source('one', 100)], [load('a', 1, 50)], [{ sourceId: 'one', loadId: 'a', durationS: null }]).unserved[0]?.reason.code).toBe('FORCES_LOAD_NO_WAY');
  });

  it('a large load of class 1 takes several, also from a lower class, which is then told', () => {
    const found = plan([source('g1', 500), source('g2', 200), source('g3', 40)], [load('hospital', 1, 640, { acceptsParallel: true }), load('cold', 3, 150), load('light', 2, 30)]);
    expect(pairs(found)).toEqual({ hospital: 'g1+g2', light: 'g3' });
    expect(found.unserved.map((one) => one.loadId)).toEqual(['cold']);
    expect(found.served.find((one) => one.loadId === 'hospital')?.warnings.map((one) => one.code)).toContain('FORCES_GENERATOR_PARALLEL');
  });

  it('a set for one load of class 1 does not take what another of its class can be served with in no other way', () => {
    const sources = [source('a500', 500), source('b500', 500), source('c100', 100), source('d50', 50, { connectorCodes: ['terminal', 'cee-63'] })];
    const loads = [load('hospital', 1, 640, { acceptsParallel: true }), load('clinic', 1, 80), load('desk', 1, 45, { connectorCode: 'cee-63' }), load('cold', 3, 320)];
    expect(pairs(plan(sources, loads))).toEqual({ hospital: 'a500+b500', clinic: 'c100', desk: 'd50' });
  });

  it('fuel hours follow the curve: 100 kW of 200 at half load burns 20 L/h, a tank of 200 L lasts 10 h, 24 h ask for 280 L more', () => {
    expect(fuelLPerHour(curve, 0.5)).toBe(20);
    const [served] = plan([source('g', 200)], [load('a', 1, 100, { neededHours: 24 })]).served;
    expect(served).toMatchObject({ loadRatio: 0.5, fuelHours: 10, refuelLitres: 280 });
    expect(plan([source('g', 200)], [load('a', 1, 20)]).served[0]?.warnings.map((one) => one.code)).toEqual(['FORCES_GENERATOR_LOW_LOAD']);
    expect(matchGenerators({ sources: [source('g', 1, { consumption: [] })], loads: [], travel: [] })).toMatchObject({ ok: false, refusal: { code: 'FORCES_CURVE_WRONG' } });
  });

  it('property: no generator twice, never more than rated, one more generator never raises unmet power of class 1', () => {
    const sizes = fc.array(fc.integer({ min: 5, max: 120 }), { maxLength: 5 });
    fc.assert(fc.property(sizes, fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 5, max: 120 })), { minLength: 1, maxLength: 5 }), fc.integer({ min: 5, max: 120 }), (rated, wanted, extraKw) => {
      const sources = rated.map((kw, i) => source(`g${i}`, kw));
      const loads = wanted.map(([priority, kw], i) => load(`l${i}`, priority, kw));
      const found = plan(sources, loads);
      const used = found.served.flatMap((one) => one.sourceIds);
      expect(new Set(used).size).toBe(used.length);
      expect(found.served.every((one) => one.loadRatio <= 1)).toBe(true);
      expect(found.served.length + found.unserved.length).toBe(loads.length);
      const unmet = (one: PowerPlan): number => one.byClass.find((row) => row.priorityIndex === 1)?.unmetKw ?? 0;
      expect(unmet(plan([...sources, source('more', extraKw)], loads))).toBeLessThanOrEqual(unmet(found));
    }), { numRuns: 100 });
  });
});
