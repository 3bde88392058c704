// What weather and closures make of one road edge: open, slower, or shut, and the sentence for it.

import type { Instant, LocalName } from '@anlan/kernel';
import { nameParams } from '@anlan/kernel';
import type { RoadClosure, RoadEdge } from '../api/road.ts';
import type { Conditions, Reason } from '../api/travel.ts';

export interface EdgeState {
  /** 0 when shut. */
  readonly speedMps: number;
  /** Set when shut or slowed. */
  readonly reason?: Reason;
}

export interface RoadSituation {
  readonly departAt: Instant;
  readonly conditions: Conditions;
  readonly closures: readonly RoadClosure[];
}

export function edgeState(edge: RoadEdge, situation: RoadSituation): EdgeState {
  const name = nameParams('name', edgeName(edge));
  const closure = situation.closures.find((each) => closes(each, edge, situation.departAt));
  if (closure !== undefined) return { speedMps: 0, reason: { code: 'MOVEMENT_ROAD_CLOSED', params: { ...name, sourceText: closure.sourceText } } };
  const windSpeedMps = situation.conditions.windSpeedMps;
  if (windSpeedMps === undefined) return { speedMps: edge.speedMps };
  if (edge.windLimitMps !== undefined && windSpeedMps >= edge.windLimitMps) {
    return { speedMps: 0, reason: { code: 'MOVEMENT_ROAD_WIND_CLOSED', params: { ...name, windSpeedMps, windLimitMps: edge.windLimitMps } } };
  }
  const reached = (edge.windStages ?? []).filter((stage) => windSpeedMps >= stage.windSpeedMpsMin);
  const speedMps = reached.reduce((least, stage) => Math.min(least, stage.speedMpsMax), edge.speedMps);
  if (speedMps === edge.speedMps) return { speedMps };
  const params = { ...name, windSpeedMps, speedKmPerHour: Math.round(speedMps * 3.6) };
  return { speedMps, reason: { code: speedMps > 0 ? 'MOVEMENT_ROAD_WIND_SLOW' : 'MOVEMENT_ROAD_WIND_STAGE_CLOSED', params } };
}

/** True while `fromAt` ≤ `at` < `untilAt`; an absent end is open. */
export function inForce(window: { readonly fromAt?: Instant; readonly untilAt?: Instant }, at: Instant): boolean {
  return (window.fromAt === undefined || window.fromAt <= at) && (window.untilAt === undefined || at < window.untilAt);
}

function closes(closure: RoadClosure, edge: RoadEdge, departAt: Instant): boolean {
  if (!inForce(closure, departAt)) return false;
  const byBridge = closure.bridgeId !== undefined && closure.bridgeId === edge.bridgeId;
  return byBridge || (closure.edgeId !== undefined && closure.edgeId === edge.id);
}

function edgeName(edge: RoadEdge): LocalName {
  return edge.name ?? edge.bridgeId ?? edge.id ?? `${edge.fromNode}–${edge.toNode}`;
}
