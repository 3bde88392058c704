import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { addS, instant, secondsBetween } from '@anlan/kernel';
import { planFireLift } from './fire-lift.ts';
import type { LandingSite, LiftInput, LiftPlan, LiftShip, LiftTruck } from './fire-lift.ts';
import { islandPack } from './island-pack.ts';
import { tideWindows } from './tide-windows.ts';

const T0 = instant('2026-11-23T19:10:00Z');
const END = addS(T0, 24 * 3600);
/** Facts of the rescue ship of the national team (zhoushan.md 3.5): 14 trucks, 17 m³ foam, 18 kn; 30 nm from Aoshan to Yushan, 40 min to load (D3). */
const ship = (more: Partial<LiftShip> = {}): LiftShip => ({ id: 'ship', readyAt: T0, loadDurationS: 2400, sailS: { ramp: (30 / 18) * 3600 }, draughtM: 3.6, deckVehicleCount: 14, deckAreaM2: 520, payloadKg: 450_000, axleMassKgMax: 13_000, ownFlowLPerMinute: 0, ownFoamLitres: 17_000, ...more });
const from = (at: Instant) => ({ ship: at, ferry: at });
const truck = (id: string, flowLPerMinute: number, more: Partial<LiftTruck> = {}): LiftTruck => ({ id, readyAt: from(T0), deckAreaM2: 32, massKg: 31_000, axleMassKg: 11_500, flowLPerMinute, foamLitres: 6000, ...more });
const always = { fromAt: T0, untilAt: END };
const ramp = (more: Partial<LandingSite> = {}): LandingSite => ({ id: 'ramp', axleMassKgMax: 13_000, unloadDurationS: 0, windows: { ship: [always], ferry: [always] }, ...more });
const base: LiftInput = { startAt: T0, horizonAt: END, requiredFlowLPerMinute: 29_405, requiredFoamLitres: 0, thereFlowLPerMinute: 0, thereFoamLitres: 0, ships: [ship()], trucks: [], sites: [ramp()] };
const plan = (input: Partial<LiftInput>): LiftPlan => {
  const found = planFireLift({ ...base, ...input });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('S-366: fire engines to an island', () => {
  it('D3: with one large-flow unit of 25,000 L/min and no ship the island stays 4,405 L/min short', () => {
    expect(plan({ ships: [], thereFlowLPerMinute: 25_000 })).toMatchObject({ metAt: null, shortFlowLPerMinute: 4405, trips: [] });
  });

  it('D3: the second unit comes with the ship: 40 min to load and 30 nm at 18 kn, so the flow stands after 2 h 20 min', () => {
    const found = plan({ thereFlowLPerMinute: 25_000, trucks: [truck('second', 25_000)] });
    expect(secondsBetween(T0, found.metAt as Instant)).toBe(2400 + 6000);
    expect(found).toMatchObject({ flowLPerMinute: 50_000, shortFlowLPerMinute: 0, trips: [{ shipId: 'ship', truckIds: ['second'], tideWaitS: 0 }] });
  });

  it('S-366: the ship takes 14 trucks and 17 m³ of foam and no more in one trip; a second trip follows when that is not enough', () => {
    const trucks = Array.from({ length: 15 }, (_, i) => truck(`t${String(i).padStart(2, '0')}`, 2000, { massKg: 30_000 }));
    const one = plan({ requiredFlowLPerMinute: 28_000, trucks });
    expect(one.trips.map((trip) => trip.truckIds.length)).toEqual([14]);
    expect(one.curve.at(-1)).toMatchObject({ flowLPerMinute: 28_000, foamLitres: 14 * 6000 + 17_000 });
    expect(one.leftBehind).toMatchObject([{ reason: { code: 'FORCES_LIFT_NOT_NEEDED' } }]);
    const two = plan({ requiredFlowLPerMinute: 30_000, trucks });
    expect(two.trips.map((trip) => trip.truckIds.length)).toEqual([14, 1]);
    expect(secondsBetween(T0, two.metAt as Instant)).toBe(2400 + 6000 + 6000 + 2400 + 6000);
  });

  it('S-366: the ship waits off the ramp for the tide, and the window is shown by the wait', () => {
    const opens = addS(T0, 4 * 3600);
    const found = plan({ thereFlowLPerMinute: 25_000, trucks: [truck('second', 25_000)], sites: [ramp({ windows: { ship: [{ fromAt: opens, untilAt: END }] } })] });
    expect(found.metAt).toBe(opens);
    expect(found.trips[0]?.tideWaitS).toBe(4 * 3600 - 8400);
    const never = plan({ trucks: [truck('second', 25_000)], sites: [ramp({ windows: {} })] });
    expect(never).toMatchObject({ metAt: null, blocked: [{ shipId: 'ship', siteId: 'ramp', reason: { code: 'FORCES_LIFT_NO_WATER', params: { draughtM: 3.6 } } }], leftBehind: [{ reason: { code: 'FORCES_LIFT_NO_SHIP' } }] });
  });

  it('a truck too heavy for the ramp stays, with the figure; one that is late is waited for only if that is earlier in the end', () => {
    expect(plan({ trucks: [truck('heavy', 25_000, { axleMassKg: 14_000 })] }).leftBehind).toEqual([{ truckId: 'heavy', reason: { code: 'FORCES_LIFT_AXLE', params: { axleMassKg: 14_000, limitKg: 13_000 } } }]);
    const late = truck('late', 10_000, { readyAt: from(addS(T0, 1800)) });
    const waited = plan({ trucks: [truck('now', 20_000), late] });
    expect(waited.trips).toMatchObject([{ truckIds: ['now', 'late'], loadAt: addS(T0, 1800) }]);
    const notNeeded = plan({ requiredFlowLPerMinute: 20_000, trucks: [truck('now', 20_000), late] });
    expect(notNeeded.trips).toMatchObject([{ truckIds: ['now'], loadAt: T0 }]);
  });

  it('a truck goes by the ship to whose quay it can drive', () => {
    const far = plan({ ships: [ship(), ship({ id: 'ferry', sailS: { ramp: 9000 } })], trucks: [truck('far', 30_000, { readyAt: { ship: null, ferry: T0 } })] });
    expect(far.trips.filter((trip) => trip.truckIds.length > 0).map((trip) => trip.shipId)).toEqual(['ferry']);
    expect(plan({ trucks: [truck('islander', 30_000, { readyAt: {} })] }).leftBehind).toEqual([{ truckId: 'islander', reason: { code: 'FORCES_LIFT_NO_ROAD', params: {} } }]);
  });

  it('two ships share the trucks, and the slower one is left at its quay when it is not needed', () => {
    const ferry = ship({ id: 'ferry', sailS: { ramp: 9000 }, deckVehicleCount: 1, ownFoamLitres: 0 });
    const few = ship({ deckVehicleCount: 1, ownFoamLitres: 0 });
    expect(plan({ ships: [few, ferry], trucks: [truck('a', 15_000), truck('b', 15_000)] }).trips.map((trip) => [trip.shipId, trip.truckIds.length])).toEqual([['ship', 1], ['ferry', 1]]);
    expect(plan({ requiredFlowLPerMinute: 15_000, ships: [few, ferry], trucks: [truck('a', 15_000), truck('b', 15_000)] }).trips.map((trip) => trip.shipId)).toEqual(['ship']);
  });

  it('property: decks, places, payload and axle loads are kept, no truck goes twice, and one truck more never makes it later or shorter', () => {
    const anyTruck = fc.record({ flow: fc.integer({ min: 1, max: 9 }), area: fc.integer({ min: 1, max: 4 }), mass: fc.integer({ min: 1, max: 4 }), readyS: fc.integer({ min: 0, max: 3 }) });
    fc.assert(fc.property(fc.array(anyTruck, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (given, required) => {
      const trucks = given.map((one, i) => truck(`t${i}`, one.flow, { deckAreaM2: one.area, massKg: one.mass, axleMassKg: 1, foamLitres: 0, readyAt: from(addS(T0, one.readyS * 600)) }));
      const small = ship({ deckVehicleCount: 3, deckAreaM2: 6, payloadKg: 7, ownFoamLitres: 0 });
      const input = { requiredFlowLPerMinute: required, ships: [small], trucks, horizonAt: addS(T0, 8 * 3600) };
      const found = plan(input);
      const gone = found.trips.flatMap((trip) => trip.truckIds);
      expect(new Set(gone).size).toBe(gone.length);
      for (const trip of found.trips) {
        const own = trucks.filter((one) => trip.truckIds.includes(one.id));
        expect(own.length).toBeLessThanOrEqual(3);
        expect(own.reduce((sum, one) => sum + one.deckAreaM2, 0)).toBeLessThanOrEqual(6);
        expect(own.reduce((sum, one) => sum + one.massKg, 0)).toBeLessThanOrEqual(7);
        expect(own.every((one) => (one.readyAt['ship'] ?? Infinity) <= trip.loadAt)).toBe(true);
      }
      expect(found.flowLPerMinute).toBe(trucks.filter((one) => gone.includes(one.id)).reduce((sum, one) => sum + one.flowLPerMinute, 0));
      const without = plan({ ...input, trucks: trucks.slice(1) });
      expect(found.metAt ?? Infinity).toBeLessThanOrEqual(without.metAt ?? Infinity);
    }), { numRuns: 60 });
  });
});

describe('tide at the ramp', () => {
  it('S-366: opens when depth and tide together reach draught and clearance, to the minute between samples', () => {
    const samples = [0, 1, 2, 3, 4].map((hour, i) => ({ at: addS(T0, hour * 3600), heightM: [0, 1, 2, 1, 0][i]! }));
    const windows = tideWindows(samples, { depthM: 2, underKeelClearanceM: 0.5 }, 3);
    expect(windows).toEqual([{ fromAt: addS(T0, 1.5 * 3600), untilAt: addS(T0, 2.5 * 3600) }]);
    expect(tideWindows(samples, { depthM: 9, underKeelClearanceM: 0.5 }, 3)).toEqual([{ fromAt: T0, untilAt: addS(T0, 4 * 3600) }]);
    expect(tideWindows(samples, { depthM: 1, underKeelClearanceM: 0.5 }, 3)).toEqual([]);
  });
});

describe('what an island holds before it is cut off', () => {
  it('D4: 1,000 people for 72 h: 9,000 L of water, 1,650 kg of food, one kit; the pack is the least of its lines', () => {
    const pack = islandPack({ personCount: 1000, cutOffHours: 72, criticalKw: 80 }, { waterLitres: 6000, foodKg: 1650, medicalKitCount: 1, generatorKw: 100 });
    expect(pack.lines.map((line) => [line.itemCode, Math.round(line.wantedValue), Math.round(line.shortValue)])).toEqual([['water', 9000, 3000], ['food', 1650, 0], ['medical', 1, 0], ['power', 80, 0]]);
    expect(pack).toMatchObject({ isEnough: false, lastsHours: 48 });
    expect(pack.assumed.map((one) => one.code)).toContain('FORCES_ASSUMED_PLANNING_FIGURE');
  });

  it('property: more of anything never shortens how long it lasts', () => {
    const stock = fc.record({ waterLitres: fc.nat(20_000), foodKg: fc.nat(4000), medicalKitCount: fc.nat(3), generatorKw: fc.nat(200) });
    fc.assert(fc.property(stock, stock, fc.integer({ min: 1, max: 3000 }), (have, more, personCount) => {
      const need = { personCount, cutOffHours: 72, criticalKw: 80 };
      const sum = { waterLitres: have.waterLitres + more.waterLitres, foodKg: have.foodKg + more.foodKg, medicalKitCount: have.medicalKitCount + more.medicalKitCount, generatorKw: have.generatorKw + more.generatorKw };
      expect(islandPack(need, sum).lastsHours).toBeGreaterThanOrEqual(islandPack(need, have).lastsHours);
    }));
  });
});
