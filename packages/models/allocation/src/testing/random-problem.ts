// Random allocation problems after the "alloc" model of the reference cases: a share of (depot, item)
// stocked, physical, social and productive reserves mixed, few vehicles, cumulative demand.

import type { Rng } from '@anlan/kernel';
import type { AllocationItem, AllocationLane, AllocationNeed, AllocationProblem, AllocationStock, AllocationVehicle, RequirementGroup } from '../api/allocate.ts';
import { createRng, instant } from '@anlan/kernel';

export interface RandomSize {
  readonly originCount: number;
  readonly pointsPerOriginCount: number;
  readonly itemCount: number;
  readonly sceneCount: number;
  readonly bucketCount: number;
  readonly stockedRatio: number;
  /** Demand at the end over what all reserves hold. */
  readonly pressureRatio: number;
  readonly vehicleCount: number;
  readonly vehicleMassKg: number;
  readonly substituteRatio: number;
  /** All needs of one class, so that the weighted shortage alone decides. */
  readonly isOneClass: boolean;
}

export const REFERENCE_SIZE: RandomSize = { originCount: 200, pointsPerOriginCount: 1, itemCount: 30, sceneCount: 10, bucketCount: 6, stockedRatio: 0.25, pressureRatio: 0.8, vehicleCount: 20_000, vehicleMassKg: 1500, substituteRatio: 0, isOneClass: true };

const HOUR_S = 3600;
const ENDS_HOURS = [2, 4, 8, 12, 18, 24, 36, 48];

export function randomProblem(randomSeed: number, size: RandomSize): AllocationProblem {
  const rng = createRng(randomSeed);
  const between = (low: number, high: number): number => low + rng.nextUnit() * (high - low);
  const bucketEndS = ENDS_HOURS.slice(0, size.bucketCount).map((hours) => hours * HOUR_S);
  const items = Array.from({ length: size.itemCount }, (_, k): AllocationItem => ({ id: `k${k}`, unitCode: 'u', massKg: Math.round(between(10, 200)), volumeM3: 0, seatCount: 0, stepValue: 0, dutyS: null }));
  const stocks = stocksOf(rng, size, items);
  const groups = items.map((item, k): RequirementGroup => ({ id: `g${k}`, unitCode: 'u', kits: [], accepts: [{ itemId: item.id, effectRatio: 1 }, ...(rng.nextUnit() < size.substituteRatio ? [{ itemId: `k${(k + 1) % items.length}`, effectRatio: 0.7 }] : [])] }));
  return {
    now: instant('2026-11-24T00:00:00Z'), bucketEndS, items, stocks, groups, acceptanceRatioMin: 0,
    scenes: Array.from({ length: size.sceneCount }, (_, j) => ({ id: `j${j}`, incidentId: 'one' })),
    needs: needsOf(rng, size, stocks, bucketEndS), lanes: lanesOf(rng, size), vehicles: vehiclesOf(rng, size), quays: [], orders: [],
  };
}

function stocksOf(rng: Rng, size: RandomSize, items: readonly AllocationItem[]): readonly AllocationStock[] {
  const out: AllocationStock[] = [];
  for (let i = 0; i < size.originCount * size.pointsPerOriginCount; i++) {
    const kind = rng.nextUnit();
    const lead = rng.nextUnit();
    for (const item of items) {
      if (rng.nextUnit() >= size.stockedRatio) continue;
      const amount = Math.round(10 + rng.nextUnit() * 90);
      const base = { id: `s${i}-${item.id}`, supplierId: `p${i}`, originId: `o${Math.floor(i / size.pointsPerOriginCount)}`, itemId: item.id, unitCode: 'u', floorValue: Math.round(amount * 0.1), riskRatio: Math.round(rng.nextUnit() * 10) / 10, unitCostFen: 100, activationCostFen: kind < 0.6 ? 0 : 100_000, lots: [], ramp: [], countedValue: 0, acceptanceRatio: null };
      if (kind < 0.6) out.push({ ...base, reserve: 'stock', leadS: HOUR_S / 2, lots: [{ lotId: 'l', quantityValue: amount, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null }] });
      else if (kind < 0.9) out.push({ ...base, reserve: 'social', leadS: Math.round(1 + lead * 5) * HOUR_S, countedValue: amount, acceptanceRatio: 0.8 });
      else out.push({ ...base, reserve: 'capacity', leadS: Math.round(4 + lead * 4) * HOUR_S, countedValue: amount * 2, ramp: [{ fromHours: 0, ratePerHourValue: amount / 20, unitCode: 'u' }, { fromHours: 4, ratePerHourValue: amount / 8, unitCode: 'u' }] });
    }
  }
  return out;
}

function needsOf(rng: Rng, size: RandomSize, stocks: readonly AllocationStock[], bucketEndS: readonly number[]): readonly AllocationNeed[] {
  const totals = new Map<string, number>();
  for (const stock of stocks) totals.set(stock.itemId, (totals.get(stock.itemId) ?? 0) + stock.countedValue + stock.lots.reduce((sum, lot) => sum + lot.quantityValue, 0));
  const last = bucketEndS.at(-1)!;
  return Array.from({ length: size.sceneCount * size.itemCount }, (_, n): AllocationNeed => {
    const k = n % size.itemCount;
    const share = (0.5 + rng.nextUnit()) * size.pressureRatio * (totals.get(`k${k}`) ?? 0) / size.sceneCount;
    const demandValue = bucketEndS.map((end) => Math.round(share * Math.sqrt(end / last)));
    const urgency = size.isOneClass ? 'important' : (['life', 'critical', 'important', 'routine'] as const)[Math.floor(rng.nextUnit() * 4)]!;
    return { id: `n${n}`, groupId: `g${k}`, sceneId: `j${Math.floor(n / size.itemCount)}`, unitCode: 'u', urgency, priorityValue: 1 + Math.floor(rng.nextUnit() * 5), demandValue, alreadyValue: [], deadlineS: bucketEndS[Math.min(2, bucketEndS.length - 1)]!, adequateValue: Math.round(demandValue[0]! / 2) };
  });
}

function lanesOf(rng: Rng, size: RandomSize): readonly AllocationLane[] {
  const scenes = Array.from({ length: size.sceneCount }, () => [rng.nextUnit(), rng.nextUnit()] as const);
  return Array.from({ length: size.originCount }, (_, i) => [rng.nextUnit(), rng.nextUnit(), i] as const).flatMap(([x, y, i]) => scenes.map(([sx, sy], j): AllocationLane => {
    const travelS = Math.round((0.4 + 2.5 * Math.hypot(x - sx, y - sy)) * HOUR_S);
    const closedFrom = rng.nextUnit() < 0.1 ? 1 + Math.floor(rng.nextUnit() * size.bucketCount) : Infinity;
    return { id: `o${i}-j${j}`, originId: `o${i}`, sceneId: `j${j}`, mode: 'road', quays: [], travelS: ENDS_HOURS.slice(0, size.bucketCount).map((_, t) => (t >= closedFrom ? null : Math.round(travelS * (1 + 0.1 * (t % 3))))), closedText: ENDS_HOURS.slice(0, size.bucketCount).map((_, t) => (t >= closedFrom ? 'closed' : null)) };
  }));
}

function vehiclesOf(rng: Rng, size: RandomSize): readonly AllocationVehicle[] {
  if (size.vehicleCount === 0) return [];
  const mean = size.vehicleCount / size.originCount;
  let left = size.vehicleCount;
  return Array.from({ length: size.originCount }, (_, i): AllocationVehicle => {
    const count = i === size.originCount - 1 ? Math.max(1, left) : Math.min(left, Math.max(1, Math.round(mean * (0.5 + rng.nextUnit()))));
    left -= count;
    return { id: `v${i}`, originId: `o${i}`, mode: 'road', count, massKgMax: size.vehicleMassKg, volumeM3Max: 20, seatCountMax: 0, handlingS: HOUR_S };
  });
}
