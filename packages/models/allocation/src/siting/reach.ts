// Who reaches what, and the refusals that say which demand is in the way: no site within reach, no
// second one by an independent way, or too little capacity among the sites that it can reach.

import type { Result } from '@anlan/kernel';
import type { Prepared } from './prepare.ts';
import type { TransportInput } from './transport.ts';
import { refuse } from '@anlan/kernel';
import { someIds } from './prepare.ts';
import { transport } from './transport.ts';

/** Sites that reach a row: those that cover at least `coverRatioMin` of it, or with no cover table those with a way. */
export function rowSitesOf(prepared: Prepared, coverRatioMin: number): Int32Array[] {
  const { siteCount, rowCount, cover, distance, mayEnter } = prepared;
  const isWithin = (at: number): boolean => (cover.length > 0 ? cover[at]! >= coverRatioMin - 1e-9 && cover[at]! > 0 : distance[at] !== Infinity);
  return Array.from({ length: rowCount }, (_row, r) => {
    const sites: number[] = [];
    for (let i = 0; i < siteCount; i++) if (mayEnter[i] === 1 && isWithin(i * rowCount + r)) sites.push(i);
    return Int32Array.from(sites);
  });
}

/** Demands with a row for which it does not hold, ids without doubles. */
export function demandIdsOf({ problem, stateCount }: Prepared, rows: readonly number[]): string[] {
  return [...new Set(rows.map((r) => problem.demands[Math.floor(r / stateCount)]!.id))];
}

export function refuseOutOfReach(prepared: Prepared, rowSites: readonly Int32Array[], reach: string): Result<never> | null {
  const bare = demandIdsOf(prepared, [...rowSites.keys()].filter((r) => rowSites[r]!.length === 0));
  return bare.length === 0 ? null : refuse('SITING_OUT_OF_REACH', { demandCount: bare.length, demandIds: someIds(bare), reach });
}

/** No `siteCount` usable sites together hold all demand. */
export function refuseCapacityShort({ problem, mayEnter, mayLeave }: Prepared, siteCount: number): Result<never> | null {
  const capacity = (i: number): number => problem.sites[i]!.capacityValue ?? Infinity;
  const usable = Array.from(mayEnter.keys()).filter((i) => mayEnter[i] === 1);
  usable.sort((a, b) => mayLeave[a]! - mayLeave[b]! || capacity(b) - capacity(a));
  const capacityTotal = usable.slice(0, siteCount).reduce((sum, i) => sum + capacity(i), 0);
  const demandTotal = problem.demands.reduce((sum, demand) => sum + demand.weightValue, 0);
  return demandTotal <= capacityTotal * (1 + 1e-9) ? null : refuse('SITING_CAPACITY_SHORT', { siteCount: Math.min(siteCount, usable.length), demandTotal, capacityTotal });
}

/** With every usable site open something is still unserved: names a group of demands and all the capacity that it can reach. */
export function refuseCapacityOutOfReach(prepared: Prepared, input: TransportInput): Result<never> | null {
  const { problem, mayEnter } = prepared;
  const sites = Array.from(mayEnter.keys()).filter((i) => mayEnter[i] === 1);
  const plan = transport(input, sites);
  if (plan.unservedValue <= 1e-9 * Math.max(1, input.demandValue.reduce((sum, value) => sum + value, 0))) return null;
  const { demandCount } = input;
  const hasWay = (place: number, j: number): boolean => input.cost[sites[place]! * demandCount + j]! < input.noWayValue;
  const group = new Set<number>();
  const places = new Set<number>();
  for (let j = 0; j < demandCount; j++) {
    const isUnserved = plan.share[sites.length * demandCount + j]! > 0 || sites.some((_site, place) => plan.share[place * demandCount + j]! > 0 && !hasWay(place, j));
    if (isUnserved) group.add(j);
  }
  // The sites that the group can reach are full of demands that belong to the group too.
  for (const j of group) {
    sites.forEach((_site, place) => {
      if (places.has(place) || !hasWay(place, j)) return;
      places.add(place);
      for (let other = 0; other < demandCount; other++) if (plan.share[place * demandCount + other]! > 0) group.add(other);
    });
  }
  const ids = [...group].sort((a, b) => a - b).map((j) => problem.demands[j]!.id);
  const demandTotal = [...group].reduce((sum, j) => sum + input.demandValue[j]!, 0);
  const capacityTotal = [...places].reduce((sum, place) => sum + input.capacityValue[sites[place]!]!, 0);
  return refuse('SITING_CAPACITY_OUT_OF_REACH', { demandCount: ids.length, demandIds: someIds(ids), demandTotal, capacityTotal });
}
