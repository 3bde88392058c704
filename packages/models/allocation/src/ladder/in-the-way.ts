// Why something that is needed cannot be sent: nothing accepted is held anywhere, no lane leads there, the
// lanes are closed (and why), all of it comes too late, or all that is in reach is used up or not carried.

import type { Assumption } from '@anlan/kernel';
import type { Fill } from './fill.ts';
import { shortOf } from './measure.ts';

export function inTheWayOf(fill: Fill): readonly Assumption[] {
  const { frame } = fill;
  const { bucketCount: T, problem } = frame;
  const short = shortOf(fill);
  const byNeed = columnsByNeed(fill);
  const out: Assumption[] = [];
  problem.needs.forEach((need, n) => {
    const from = Array.from({ length: T }, (_, t) => t).find((t) => short[n * T + t]! > 1e-6);
    if (from === undefined) return;
    const shortValue = tidy(short[n * T + T - 1]! > 1e-6 ? short[n * T + T - 1]! : short[n * T + from]!);
    out.push(reasonOf(fill, n, byNeed.get(n) ?? [], { needId: need.id, shortValue, unitCode: need.unitCode, hours: tidy(frame.endS[from]! / 3600) }, from));
    out.push(...closedLanes(fill, need.sceneId));
  });
  const seen = new Set<string>();
  return out.filter((each) => { const key = JSON.stringify(each); return seen.has(key) ? false : seen.add(key) !== undefined; });
}

function reasonOf(fill: Fill, n: number, columns: readonly number[], params: Assumption['params'], from: number): Assumption {
  const { frame } = fill;
  const group = frame.problem.groups.find((each) => each.id === frame.problem.needs[n]!.groupId)!;
  const accepted = new Set([...group.accepts.map((each) => each.itemId), ...group.kits.flatMap((kit) => kit.parts.map((part) => part.itemId))]);
  const holders = frame.problem.stocks.filter((stock, s) => accepted.has(stock.itemId) && frame.totalValue[s]! > 0);
  if (holders.length === 0) return { code: 'ALLOCATE_WAY_NO_STOCK', params };
  if (columns.length === 0) return { code: 'ALLOCATE_WAY_NONE', params: { ...params, holderCount: holders.length } };
  if (columns.every((c) => fill.columns.fromIndex[c]! > from)) {
    const firstS = Math.min(...columns.map((c) => fill.columns.arriveS[c]!));
    return { code: 'ALLOCATE_WAY_TOO_LATE', params: { ...params, firstHours: tidy(firstS / 3600) } };
  }
  const open = columns.some((c) => fill.available(c) > 1e-6);
  return { code: open ? 'ALLOCATE_WAY_NOT_CARRIED' : 'ALLOCATE_WAY_USED_UP', params };
}

function closedLanes(fill: Fill, sceneId: string): readonly Assumption[] {
  const { problem, endS } = fill.frame;
  return problem.lanes.filter((lane) => lane.sceneId === sceneId).flatMap((lane) => {
    const from = lane.travelS.findIndex((travelS) => travelS === null);
    if (from === -1) return [];
    return [{ code: 'ALLOCATE_WAY_CLOSED', params: { laneId: lane.id, fromHours: tidy(from === 0 ? 0 : endS[from - 1]! / 3600), reason: lane.closedText[from] ?? '' } }];
  });
}

function columnsByNeed(fill: Fill): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  for (let c = 0; c < fill.columns.count; c++) {
    const list = out.get(fill.columns.need[c]!);
    if (list === undefined) out.set(fill.columns.need[c]!, [c]);
    else list.push(c);
  }
  return out;
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
