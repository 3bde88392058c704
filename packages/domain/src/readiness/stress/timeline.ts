// When something that is ready after `leadS` can be at a scene, over phases of weather and closures:
// it waits for an open stretch that is long enough, and what would be under way when its way shuts
// does not set out (cautious). So a closure can only make an arrival later or impossible.

import type { Instant } from '@anlan/kernel';
import { addS, nameParams } from '@anlan/kernel';
import type { Reason, Supply, SupplyTravel, SupplyTravelBlocked, SupplyTravelOpen } from '@anlan/allocation';
import { shipmentsOf } from '@anlan/allocation';
import type { StressClosure, StressPhase } from './types.ts';

export interface Timeline {
  readonly phases: readonly StressPhase[];
  /** Rows of each phase, by `origin scene` (see `pairKey`). */
  readonly rows: readonly ReadonlyMap<string, SupplyTravel>[];
  readonly closures: readonly StressClosure[];
  readonly horizonHours: number;
}

interface Stretch {
  readonly fromS: number;
  readonly untilS: number;
  readonly row: SupplyTravel;
}

/** From the alarm: the way with its waiting, or why there is none. */
export function wayFor(timeline: Timeline, supply: { readonly originId: string; readonly leadS: number }, sceneId: string): SupplyTravel {
  const stretches = stretchesOf(timeline, supply.originId, sceneId);
  let best: { readonly departS: number; readonly row: SupplyTravelOpen } | undefined;
  for (const [i, stretch] of stretches.entries()) {
    if (!stretch.row.reachable) continue;
    const departS = Math.max(supply.leadS, stretch.fromS);
    const arriveS = departS + stretch.row.travelS;
    if (departS >= stretch.untilS || !staysOpen(stretches, i, arriveS)) continue;
    if (best === undefined || arriveS < best.departS + best.row.travelS) best = { departS, row: stretch.row };
  }
  if (best === undefined) return blocked(stretches, supply.originId, sceneId);
  const waitS = best.departS - supply.leadS;
  if (waitS === 0) return best.row;
  const wait: Reason = { code: 'STRESS_WAITS', params: { minutes: Math.round(waitS / 60) } };
  const fromName = best.row.legs[0]?.fromName ?? '';
  return { ...best.row, travelS: waitS + best.row.travelS, legs: [{ kind: 'wait', durationS: waitS, distanceM: 0, fromName, toName: fromName, pathDeg: [] }, ...best.row.legs], reason: [wait, ...best.row.reason] };
}

export function pairKey(originId: string, sceneId: string): string {
  return `${originId}\n${sceneId}`;
}

/** A works ships at intervals and each shipment finds its own way; so each becomes a supply of its own, one batch ready at its time. */
export function shipmentsApart(supplies: readonly Supply[], horizonS: number): readonly { readonly supply: Supply; readonly ofSupplyId: string }[] {
  return supplies.flatMap((supply) => {
    if (supply.reserve !== 'capacity') return [{ supply, ofSupplyId: supply.id }];
    const { ramp: _ramp, rawMaterialCapValue: _cap, shipEveryS: _every, ...base } = supply;
    return shipmentsOf(supply, horizonS).map(({ readyS, quantityValue }, k) => ({
      supply: { ...base, id: `${supply.id} #${k + 1}`, reserve: 'social' as const, leadS: readyS, countedValue: quantityValue, acceptanceRatio: null },
      ofSupplyId: supply.id,
    }));
  });
}

/** Whether a scene is cut off for a while, and from when first. */
export function firstClosureAt(closures: readonly StressClosure[], sceneId: string, now: Instant): Instant | null {
  const hours = closures.filter(({ sceneIds }) => sceneIds.includes(sceneId)).map(({ fromHours }) => fromHours);
  return hours.length === 0 ? null : addS(now, Math.min(...hours) * 3600);
}

function stretchesOf({ phases, rows, closures, horizonHours }: Timeline, originId: string, sceneId: string): readonly Stretch[] {
  const shut = closures.filter(({ sceneIds }) => sceneIds.includes(sceneId));
  const edges = [...phases.map(({ fromHours }) => fromHours), ...shut.flatMap(({ fromHours, untilHours }) => [fromHours, untilHours ?? horizonHours])];
  const bounds = [...new Set([0, ...edges.filter((hours) => hours > 0 && hours < horizonHours), horizonHours])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((fromHours, i): Stretch => {
    const untilHours = bounds[i + 1] ?? horizonHours;
    const closure = shut.find((one) => one.fromHours <= fromHours && fromHours < (one.untilHours ?? Infinity));
    const phase = phases.findLastIndex((one) => one.fromHours <= fromHours);
    const row = closure === undefined ? rows[phase]?.get(pairKey(originId, sceneId)) : closedRow(closure, originId, sceneId);
    return { fromS: fromHours * 3600, untilS: untilHours * 3600, row: row ?? { reachable: false, originId, sceneId, reason: [{ code: 'STRESS_NO_WAY_KNOWN', params: {} }] } };
  });
}

/** Every stretch that the trip touches after it set out is open. */
function staysOpen(stretches: readonly Stretch[], from: number, arriveS: number): boolean {
  return stretches.slice(from + 1).every(({ fromS, row }) => fromS >= arriveS || row.reachable);
}

function closedRow({ titles, fromHours, untilHours }: StressClosure, originId: string, sceneId: string): SupplyTravelBlocked {
  return { reachable: false, originId, sceneId, reason: [{ code: 'STRESS_CUT_OFF', params: { ...nameParams('name', titles), fromHours, untilHours: untilHours ?? '—' } }] };
}

function blocked(stretches: readonly Stretch[], originId: string, sceneId: string): SupplyTravelBlocked {
  const reasons = new Map(stretches.flatMap(({ row }) => (row.reachable ? [] : row.reason)).map((reason) => [JSON.stringify(reason), reason]));
  return { reachable: false, originId, sceneId, reason: reasons.size > 0 ? [...reasons.values()] : [{ code: 'STRESS_TOO_SHORT_OPEN', params: {} }] };
}
