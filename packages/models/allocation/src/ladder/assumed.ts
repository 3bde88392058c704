// What the plan takes for granted where the problem says nothing. Named, never silent.

import type { Assumption } from '@anlan/kernel';
import type { AllocationProblem } from '../api/allocate.ts';

export function assumedOf(problem: AllocationProblem): readonly Assumption[] {
  const carried = new Set(problem.vehicles.map((vehicle) => `${vehicle.originId}|${vehicle.mode}`));
  const free = new Set(problem.lanes.filter((lane) => !carried.has(`${lane.originId}|${lane.mode}`)).map((lane) => `${lane.originId} (${lane.mode})`));
  const notCounted = problem.stocks.filter((stock) => stock.acceptanceRatio !== null && stock.acceptanceRatio < problem.acceptanceRatioMin);
  const unknown = problem.stocks.filter((stock) => stock.reserve === 'social' && stock.acceptanceRatio === null);
  return [
    ...(free.size > 0 ? [{ code: 'ALLOCATE_ASSUMED_CARRIAGE', params: { originCount: free.size, name: [...free][0]! } }] : []),
    ...(notCounted.length > 0 ? [{ code: 'ALLOCATE_ASSUMED_NOT_COUNTED', params: { supplierCount: new Set(notCounted.map((stock) => stock.supplierId)).size, percent: Math.round(problem.acceptanceRatioMin * 100) } }] : []),
    ...(unknown.length > 0 ? [{ code: 'ALLOCATE_ASSUMED_ACCEPTANCE', params: { supplierCount: new Set(unknown.map((stock) => stock.supplierId)).size } }] : []),
  ];
}
