// Cases for the tests of this package: the mini three-reserve case of the formulation, and random
// worlds of a few depots, agreements and works against a few needs.

import { addS, instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import fc from 'fast-check';
import type { Demand, Urgency } from './api/demand.ts';
import { URGENCIES } from './api/demand.ts';
import type { PlanInput, SupplyTravel } from './api/plan.ts';
import type { CapacitySupply, Lot, SocialSupply, StockSupply, Supply } from './api/supply.ts';

export const NOW = instant('2026-11-23T02:00:00Z');

export function hours(count: number): Instant {
  return addS(NOW, count * 3600);
}

const COMMON = { itemKindId: 'boom', capabilityCode: 'boom-open', unitCode: 'm', effectValue: 1, stepValue: 0, requires: [] } as const;

export function lotOf(quantityValue: number, more: Partial<Lot> = {}): Lot {
  return { lotId: 'lot-1', quantityValue, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null, ...more };
}

export function stockOf(id: string, quantityValue: number, more: Partial<StockSupply> = {}): StockSupply {
  return { ...COMMON, reserve: 'stock', id, name: id, originId: id, leadS: 1800, lots: [lotOf(quantityValue)], floorValue: 0, ...more };
}

export function socialOf(id: string, countedValue: number, more: Partial<SocialSupply> = {}): SocialSupply {
  return { ...COMMON, reserve: 'social', id, name: id, originId: id, leadS: 4 * 3600, countedValue, acceptanceRatio: 0.8, ...more };
}

export function capacityOf(id: string, ratePerHourValue: number, more: Partial<CapacitySupply> = {}): CapacitySupply {
  const ramp = [{ fromHours: 0, ratePerHourValue, unitCode: 'm' }];
  return { ...COMMON, reserve: 'capacity', id, name: id, originId: id, leadS: 8 * 3600, ramp, rawMaterialCapValue: 1e6, shipEveryS: 3600, ...more };
}

export function wayOf(originId: string, travelHours: number, sceneId = 'scene'): SupplyTravel {
  return { reachable: true, originId, sceneId, travelS: travelHours * 3600, legs: [], reason: [] };
}

export function blockedWay(originId: string, sceneId = 'scene'): SupplyTravel {
  return { reachable: false, originId, sceneId, reason: [{ code: 'MOVEMENT_NO_WAY', params: { name: originId } }] };
}

export function demandOf(steps: readonly (readonly [atHours: number, quantityValue: number])[], more: Partial<Demand> = {}): Demand {
  const need = steps.map(([atHours, quantityValue]) => ({ at: hours(atHours), quantityValue, unitCode: 'm' }));
  return {
    id: 'need', sceneId: 'scene', capabilityCode: 'boom-open', accepts: [{ capabilityCode: 'boom-open', effectRatio: 1 }], unitCode: 'm', urgency: 'critical',
    need, deadlineAt: need[0]!.at, adequateValue: need[0]!.quantityValue, purpose: { code: 'TEST', params: {} },
    working: { formulaId: 'test', inputs: {}, sourceText: 'test' }, ...more,
  };
}

/** README of the formulation: P 30 ready 0.5 h + 1 h; S 40, 4 h + 1.5 h; C 5 an hour from 8 h, + 2 h. */
export function miniCase(change: { readonly stock?: number; readonly socialClosed?: true } = {}): PlanInput {
  return {
    now: NOW, horizonS: 24 * 3600,
    demands: [demandOf([[2, 20], [6, 60], [12, 100], [24, 140]])],
    supplies: [stockOf('P', change.stock ?? 30), socialOf('S', 40), capacityOf('C', 5)],
    travel: [wayOf('P', 1), change.socialClosed ? blockedWay('S') : wayOf('S', 1.5), wayOf('C', 2)],
  };
}

export const MINI_BUCKET_ENDS_HOURS = [2, 6, 12, 24];

const CAPABILITIES = ['a', 'b'] as const;
const SCENES = ['s1', 's2'] as const;

/** Random worlds; with `kits`, item `a` of some depots needs parts `p`. */
export function planInputs(options: { readonly kits: boolean }): fc.Arbitrary<PlanInput> {
  const supply = fc.record({
    reserve: fc.constantFrom('stock', 'stock', 'social', 'capacity'), capabilityCode: fc.constantFrom(...CAPABILITIES),
    amount: fc.integer({ min: 0, max: 40 }), leadS: fc.integer({ min: 0, max: 8 }).map((n) => n * 1800), stepValue: fc.constantFrom(0, 0, 1, 5),
    effectValue: fc.constantFrom(1, 1, 2), floorValue: fc.integer({ min: 0, max: 10 }), expiresHours: fc.option(fc.integer({ min: 1, max: 20 })),
    lotCount: fc.integer({ min: 1, max: 3 }), kit: fc.boolean(), isPart: fc.boolean(), price: fc.option(fc.integer({ min: 1, max: 100 })),
  });
  const demand = fc.record({
    sceneId: fc.constantFrom(...SCENES), capabilityCode: fc.constantFrom(...CAPABILITIES), urgency: fc.constantFrom(...URGENCIES), acceptsBoth: fc.boolean(),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 3 }), adequate: fc.integer({ min: 0, max: 20 }),
  });
  const way = fc.option(fc.integer({ min: 0, max: 10 }).map((n) => n / 2), { freq: 6 });
  return fc
    .record({ supplies: fc.array(supply, { minLength: 1, maxLength: 7 }), demands: fc.array(demand, { minLength: 1, maxLength: 4 }), ways: fc.array(way, { minLength: 14, maxLength: 14 }) })
    .map(({ supplies, demands, ways }): PlanInput => ({
      now: NOW, horizonS: 16 * 3600,
      supplies: supplies.map((spec, i) => supplyFrom(spec, i, options.kits)),
      demands: demands.map((spec, i) => demandFrom(spec, i)),
      travel: supplies.flatMap((_spec, i) => SCENES.map((sceneId, s) => {
        const travelHours = ways[2 * i + s] ?? null;
        return travelHours === null ? blockedWay(`d${i}`, sceneId) : wayOf(`d${i}`, travelHours, sceneId);
      })),
    }));
}

interface SupplySpec {
  readonly reserve: string; readonly capabilityCode: string; readonly amount: number; readonly leadS: number; readonly stepValue: number; readonly effectValue: number;
  readonly floorValue: number; readonly expiresHours: number | null; readonly lotCount: number; readonly kit: boolean; readonly isPart: boolean; readonly price: number | null;
}

function supplyFrom(spec: SupplySpec, i: number, kits: boolean): Supply {
  const isPart = kits && spec.isPart;
  const requires = kits && !isPart && spec.kit ? [{ itemKindId: 'p', perUnitValue: 2 }] : [];
  const shared = {
    originId: `d${i}`, itemKindId: isPart ? 'p' : spec.capabilityCode, capabilityCode: isPart ? 'part' : spec.capabilityCode, unitCode: 'u', leadS: spec.leadS,
    stepValue: spec.stepValue, effectValue: spec.effectValue, requires, ...(spec.price === null ? {} : { unitCostFen: spec.price }),
  };
  if (spec.reserve === 'social') return socialOf(`x${i}`, spec.amount, shared);
  if (spec.reserve === 'capacity') return capacityOf(`x${i}`, spec.amount / 4, { ...shared, rawMaterialCapValue: spec.amount * 2 });
  const lots = Array.from({ length: spec.lotCount }, (_lot, k) => lotOf(spec.amount, { lotId: `x${i}-${k}`, expiresAt: spec.expiresHours === null ? null : hours(spec.expiresHours + k) }));
  return stockOf(`x${i}`, 0, { ...shared, lots, floorValue: spec.floorValue });
}

interface DemandSpec {
  readonly sceneId: string; readonly capabilityCode: string; readonly urgency: Urgency; readonly acceptsBoth: boolean;
  readonly steps: readonly (readonly [number, number])[]; readonly adequate: number;
}

function demandFrom(spec: DemandSpec, i: number): Demand {
  const times = [...new Set(spec.steps.map(([atHours]) => atHours))].sort((a, b) => a - b);
  let needed = 0;
  const need = times.map((atHours, k) => ({ at: hours(atHours), quantityValue: (needed += spec.steps[k]?.[1] ?? 1), unitCode: 'u' }));
  const codes = spec.acceptsBoth ? CAPABILITIES : [spec.capabilityCode];
  return demandOf([[0, 1]], {
    id: `n${i}`, sceneId: spec.sceneId, capabilityCode: spec.capabilityCode, unitCode: 'u', urgency: spec.urgency, need, deadlineAt: need[0]!.at,
    adequateValue: Math.min(spec.adequate, needed), accepts: codes.map((capabilityCode) => ({ capabilityCode, effectRatio: 1 })),
  });
}
