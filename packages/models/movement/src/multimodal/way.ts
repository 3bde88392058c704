// The way behind a label, step by step, and what each step meets in reality: when it begins, when it
// ends, what stands in its way. Legs for people and reasons for blocked pairs are both made of it.

/* eslint-disable @typescript-eslint/naming-convention, anlan/number-parameter-unit -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { Reason } from '../api/travel.ts';
import { nameParams } from '@anlan/kernel';
import { nextDeparture, passedOver } from '../ferry/sailings.ts';
import { crossAt, reasonsOn } from '../network/weights.ts';
import { distinctReasons, earliestClear, inTheWay } from '../time/bad-times.ts';
import type { Access, Compiled, FlightArc, Service, SpecialArc } from './compile.ts';
import type { Labels, Numbering, Step, StepKind } from './search.ts';
import { vesselArrivesS, vesselLeavesS } from './vessel.ts';

export interface WayStep {
  readonly kind: StepKind;
  /** Vertices; −1: the place of departure. */
  readonly from: number;
  readonly to: number;
  readonly readyS: number;
  readonly arriveS: number;
  readonly arc?: SpecialArc | Service | FlightArc;
}

/** Steps from the source to a vertex, in order; undefined when it was not reached. */
export function wayTo({ arriveS, steps }: Labels, vertex: number): readonly WayStep[] | undefined {
  if (!Number.isFinite(arriveS[vertex]!)) return undefined;
  const way: WayStep[] = [];
  for (let to = vertex; to >= 0; ) {
    const { kind, from, arc }: Step = steps[to]!;
    way.push({ kind, from, to, readyS: from < 0 ? 0 : arriveS[from]!, arriveS: arriveS[to]!, ...(arc === undefined ? {} : { arc }) });
    to = from;
  }
  return way.reverse();
}

/** What makes this step impossible or slow for one ready at `readyS`; empty when nothing does. */
export function obstacles(compiled: Compiled, numbering: Numbering, step: WayStep, access: Access): readonly Reason[] {
  const { readyS, arc } = step;
  if (step.kind === 'link') {
    const { special } = arc as SpecialArc;
    const real = crossAt(special, readyS);
    return real.arriveS > readyS + special.calmS ? reasonsOn(special, readyS, real.arriveS) : [];
  }
  if (step.kind === 'ferry') {
    const service = arc as Service;
    return passedOver(service, readyS, nextDeparture(service.openS, service.line.boardS, readyS));
  }
  if (step.kind === 'air') {
    const { flight } = arc as FlightArc;
    if (flight.never.length > 0) return flight.never;
    const { startS, arriveS } = flight.at(readyS);
    return startS > readyS ? inTheWay(flight.bad, readyS, startS, Number.isFinite(arriveS) ? arriveS - startS : 0) : [];
  }
  return step.kind === 'sea' ? seaObstacles(compiled, numbering, step, access) : [];
}

/** Number of an end of a vessel leg in the sea table. */
export function seaEndOf(compiled: Compiled, { berth0, sink0 }: Numbering, vertex: number, access: Access): number {
  if (vertex < 0) return access.seaEnd;
  return vertex >= sink0 ? compiled.toAccess[vertex - sink0]!.seaEnd : compiled.seaEndOfBerth[(vertex - berth0) >> 1]!;
}

/** Number of a berth, −1 when the vertex is none. */
export function berthOf({ berth0, pad0 }: Numbering, vertex: number): number {
  return vertex >= berth0 && vertex < pad0 ? (vertex - berth0) >> 1 : -1;
}

function seaObstacles(compiled: Compiled, numbering: Numbering, step: WayStep, access: Access): readonly Reason[] {
  const { sea, seaBad, berthBad } = compiled;
  const { carrier } = compiled.request.profile;
  if (sea === undefined || carrier === undefined) return [];
  const [berth, toBerth] = [berthOf(numbering, step.from), berthOf(numbering, step.to)];
  const ends = { from: seaEndOf(compiled, numbering, step.from, access), to: seaEndOf(compiled, numbering, step.to, access) };
  const leaveS = vesselLeavesS(compiled, berth, step.readyS, false);
  const reasons: Reason[] = berth < 0 ? [] : [...inTheWay(berthBad[berth]!, step.readyS, leaveS - carrier.loadS, carrier.loadS)];
  if (!Number.isFinite(leaveS)) return reasons;
  const arriveS = vesselArrivesS(compiled, ends, leaveS, false);
  reasons.push(...sea.reasons(ends.from, ends.to, leaveS));
  const lastsS = sea.arriveS(ends.from, ends.to, leaveS) - leaveS;
  if (Number.isFinite(lastsS)) reasons.push(...inTheWay(seaBad, leaveS, earliestClear(seaBad, leaveS, lastsS), lastsS));
  if (toBerth >= 0 && Number.isFinite(arriveS)) reasons.push(...inTheWay(berthBad[toBerth]!, arriveS, earliestClear(berthBad[toBerth]!, arriveS, carrier.dischargeS), carrier.dischargeS));
  return distinctReasons(reasons);
}

/** When nothing is in the way and still no way leads there: what the ends lack. */
export function nothingLeads(compiled: Compiled, fromIndex: number, toIndex: number): readonly Reason[] {
  const { request } = compiled;
  const [from, to] = [request.from[fromIndex]!, request.to[toIndex]!];
  const bare = [[from, compiled.fromAccess[fromIndex]!] as const, [to, compiled.toAccess[toIndex]!] as const].filter(([, access]) => access.portal < 0 && access.berth < 0 && access.pad < 0 && access.seaEnd < 0);
  if (bare.length > 0) return bare.map(([place]) => ({ code: 'MOVEMENT_PLACE_NO_ACCESS', params: { ...nameParams('name', place.name), toleranceM: request.world.roadToleranceM } }));
  return [{ code: 'MOVEMENT_NO_WAY_BY_MODES', params: { ...nameParams('fromName', from.name), ...nameParams('toName', to.name), ...nameParams('profile', request.profile.name) } }];
}
