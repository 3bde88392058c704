// The second opinion on a plain plan: walks each route with the instance alone and sums afresh.
// Shares no code with the search.

import type { RoutingFault } from '../types.ts';
import type { PlainInstance } from './instance.ts';

export interface PlainClaim {
  readonly routes: readonly (readonly number[])[];
  readonly absent: readonly number[];
  readonly costValue: number;
}

export function checkPlainRoutes(instance: PlainInstance, claim: PlainClaim): readonly RoutingFault[] {
  const faults: RoutingFault[] = [];
  const say = (place: string, what: string, figures: { readonly expected: unknown; readonly found: unknown }): void => {
    faults.push({ place, what, expected: String(figures.expected), found: String(figures.found) });
  };
  const seen = new Map<number, number>();
  let sum = 0;
  claim.routes.forEach((route, r) => {
    const walked = walk(instance, route);
    sum += walked.costValue;
    if (walked.loadValue > instance.capacityValue) say(`route ${r + 1}`, 'load', { expected: `<= ${instance.capacityValue}`, found: walked.loadValue });
    for (const late of walked.late) say(`route ${r + 1}`, `start at ${late.nodeIndex}`, { expected: `<= ${instance.closes[late.nodeIndex]}`, found: late.startValue });
    for (const node of route) seen.set(node, (seen.get(node) ?? 0) + 1);
  });
  for (const node of claim.absent) seen.set(node, (seen.get(node) ?? 0) + 1);
  for (let node = 1; node < instance.nodeCount; node++) if (seen.get(node) !== 1) say(`customer ${node}`, 'visits', { expected: 1, found: seen.get(node) ?? 0 });
  for (const node of seen.keys()) if (!(node >= 1 && node < instance.nodeCount)) say(`customer ${node}`, 'known', { expected: true, found: false });
  const used = claim.routes.filter((route) => route.length > 0).length;
  if (used > instance.vehicleCount) say('plan', 'vehicles', { expected: `<= ${instance.vehicleCount}`, found: used });
  if (!(Math.abs(sum - claim.costValue) <= 1e-9 * Math.max(1, sum))) say('plan', 'cost', { expected: sum, found: claim.costValue });
  return faults;
}

function walk({ nodeCount, demand, opens, closes, service, cost, time }: PlainInstance, route: readonly number[]): { readonly costValue: number; readonly loadValue: number; readonly late: readonly { readonly nodeIndex: number; readonly startValue: number }[] } {
  const late: { nodeIndex: number; startValue: number }[] = [];
  let costValue = 0;
  let loadValue = 0;
  let clock = opens[0]!;
  let from = 0;
  for (const to of [...route, 0]) {
    const arc = from * nodeCount + to;
    costValue += cost[arc] ?? Number.NaN;
    const startValue = Math.max(clock + (time[arc] ?? Number.NaN), opens[to] ?? Number.NaN);
    if (!(startValue <= closes[to]! + 1e-9)) late.push({ nodeIndex: to, startValue });
    if (to !== 0) {
      loadValue += demand[to] ?? Number.NaN;
      clock = startValue + (service[to] ?? Number.NaN);
    }
    from = to;
  }
  return { costValue, loadValue, late };
}
