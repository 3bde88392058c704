// Before anything is shared out: everything that each reserve could bring against the whole need
// of a capability (S-450). An upper bound: a supply counts at the scene it reaches first, and for
// every capability that accepts it.

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { GroupCurve, GroupPoint, PlanInput } from '../api/plan.ts';
import type { Reserve } from '../api/supply.ts';
import type { Batch } from './batches.ts';
import { availableAt, batchesOf } from './batches.ts';
import { firstShortage, needAt, stepTimes } from './outcome.ts';
import type { TravelIndex } from './travel-index.ts';
import { arrivalAt } from './travel-index.ts';

export function potentialCurves(input: PlanInput, travel: TravelIndex): readonly GroupCurve[] {
  const batches = batchesOf(input, { keepFloors: false });
  return capabilityCodes(input.demands).map((capabilityCode) => {
    const demands = input.demands.filter((demand) => demand.capabilityCode === capabilityCode);
    return curveOf(capabilityCode, demands, { input, batches, travel });
  });
}

export function capabilityCodes(demands: readonly Demand[]): readonly string[] {
  return [...new Set(demands.map((demand) => demand.capabilityCode))].sort();
}

interface Arriving {
  readonly at: Instant;
  readonly reserve: Reserve;
  readonly unitCode: string;
  readonly effectValue: number;
}

function curveOf(capabilityCode: string, demands: readonly Demand[], context: { input: PlanInput; batches: readonly Batch[]; travel: TravelIndex }): GroupCurve {
  const { input } = context;
  const unitCode = demands[0]?.unitCode ?? '';
  const arriving = context.batches.flatMap((batch) => firstArrival(batch, demands, context)).sort((a, b) => a.at - b.at);
  const deliveries = arriving.map((each) => ({ demandId: '', reserve: each.reserve, countsAt: each.at, effectValue: each.effectValue, unitCode }));
  const sums: Record<Reserve, number> = { stock: 0, social: 0, capacity: 0 };
  let next = 0;
  const curve = stepTimes(demands, deliveries, input).map((at): GroupPoint => {
    for (; next < arriving.length && arriving[next]!.at <= at; next++) sums[arriving[next]!.reserve] += arriving[next]!.effectValue;
    const needValue = demands.reduce((sum, demand) => sum + needAt(demand, at), 0);
    const shortValue = Math.max(0, needValue - sums.stock - sums.social - sums.capacity);
    return { at, unitCode, needValue, stockValue: sums.stock, socialValue: sums.social, capacityValue: sums.capacity, shortValue: shortValue > needValue * 1e-9 ? shortValue : 0 };
  });
  return { capabilityCode, unitCode, curve, ...firstShortage(curve, input.now) };
}

function firstArrival(batch: Batch, demands: readonly Demand[], { input, travel }: { input: PlanInput; travel: TravelIndex }): Arriving[] {
  const endAt = addS(input.now, input.horizonS);
  let best: Arriving | undefined;
  for (const demand of demands) {
    const accepted = demand.accepts.find((each) => each.capabilityCode === batch.supply.capabilityCode);
    const row = travel.find(batch.supply.originId, demand.sceneId);
    if (accepted === undefined || row === undefined || !row.reachable) continue;
    const at = arrivalAt(batch.departAt, row);
    if (at > endAt || (best !== undefined && at >= best.at)) continue;
    best = { at, reserve: batch.supply.reserve, unitCode: demand.unitCode, effectValue: availableAt(batch, at) * batch.supply.effectValue * accepted.effectRatio };
  }
  return best === undefined || best.effectValue <= 0 ? [] : [best];
}
