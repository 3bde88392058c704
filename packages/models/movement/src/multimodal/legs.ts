// Legs for people: neighbouring steps by road are one leg with its names; a ferry, a vessel, a flight
// each say how long one waits, how long loading takes, how long it moves, and why it waits.

import type { LocalName, LonLat } from '@anlan/kernel';
import type { MovementLeg, MovementLegKind } from '../api/multimodal.ts';
import type { Reason } from '../api/travel.ts';
import { distanceM } from '@anlan/kernel';
import { nextDeparture } from '../ferry/sailings.ts';
import { pathOfArcs } from '../network/roads.ts';
import { crossAt } from '../network/weights.ts';
import { instantAfter } from '../time/clock.ts';
import type { Compiled, FlightArc, Service, SpecialArc } from './compile.ts';
import { numberingOf } from './search.ts';
import { vesselLeavesS } from './vessel.ts';
import type { WayStep } from './way.ts';
import { berthOf, obstacles, seaEndOf } from './way.ts';

export function legsOf(compiled: Compiled, fromIndex: number, toIndex: number, way: readonly WayStep[]): readonly MovementLeg[] {
  const context = { compiled, fromIndex, toIndex };
  const legs: MovementLeg[] = [];
  for (const step of way) {
    const leg = legOf(context, step);
    const last = legs.at(-1);
    if (leg === undefined) continue;
    if (last?.kind === 'road' && leg.kind === 'road') legs[legs.length - 1] = joined(last, leg);
    else legs.push(leg);
  }
  return legs;
}

/** Slack of the first leg that keeps a timetable or a window: one who leaves later by less arrives the same. Undefined: no leg waits. */
export function firstWaitS(compiled: Compiled, way: readonly WayStep[]): number | undefined {
  for (const step of way) {
    const { waitS } = partsOf(compiled, step);
    if (step.kind === 'ferry' || waitS >= WAIT_S_MIN) return Math.max(0, waitS);
  }
  return undefined;
}

interface Context {
  readonly compiled: Compiled;
  readonly fromIndex: number;
  readonly toIndex: number;
}

interface Parts {
  readonly waitS: number;
  readonly handlingS: number;
}

function legOf(context: Context, step: WayStep): MovementLeg | undefined {
  const { compiled, fromIndex } = context;
  if (step.kind === 'change' || (step.kind === 'access' && step.arriveS === step.readyS)) return undefined;
  const { waitS, handlingS } = partsOf(compiled, step);
  const durationS = step.arriveS - step.readyS;
  const shape = shapeOf(context, step);
  const reason = obstacles(compiled, numberingOf(compiled), step, compiled.fromAccess[fromIndex]!);
  return {
    kind: KIND[step.kind], fromName: nameOf(context, step.from), toName: nameOf(context, step.to),
    departAt: instantAfter(compiled.frame, step.readyS), arriveAt: instantAfter(compiled.frame, step.arriveS),
    durationS, waitS, handlingS, movingS: Math.max(0, durationS - waitS - handlingS), ...shape, reason,
  };
}

function partsOf(compiled: Compiled, { kind, arc, readyS, from, to }: WayStep): Parts {
  const numbering = numberingOf(compiled);
  if (kind === 'link') return { waitS: crossAt((arc as SpecialArc).special, readyS).enterS - readyS, handlingS: 0 };
  if (kind === 'ferry') {
    const { line, openS } = arc as Service;
    return { waitS: nextDeparture(openS, line.boardS, readyS) - line.boardS - readyS, handlingS: line.boardS + line.dischargeS };
  }
  if (kind === 'air') {
    const { air } = compiled.request.profile;
    return { waitS: (arc as FlightArc).flight.at(readyS).startS - readyS, handlingS: (air?.startS ?? 0) + (air?.landS ?? 0) };
  }
  const { carrier } = compiled.request.profile;
  if (kind !== 'sea' || carrier === undefined) return { waitS: 0, handlingS: 0 };
  const [berth, loadS] = [berthOf(numbering, from), from < 0 ? 0 : carrier.loadS];
  const dischargeS = berthOf(numbering, to) >= 0 ? carrier.dischargeS : 0;
  return { waitS: Math.max(0, vesselLeavesS(compiled, berth, readyS, false) - loadS - readyS), handlingS: loadS + dischargeS };
}

function shapeOf(context: Context, step: WayStep): { distanceM: number; pathDeg: readonly LonLat[]; via: readonly LocalName[] } {
  const { compiled, fromIndex } = context;
  const { request } = compiled;
  const ends = [positionOf(context, step.from), positionOf(context, step.to)];
  if (step.kind === 'road' || step.kind === 'link') return roadShape(compiled, step);
  if (step.kind === 'ferry') return { distanceM: distanceM(ends[0]!, ends[1]!), pathDeg: ends, via: [(step.arc as Service).line.name] };
  if (step.kind === 'air') return { distanceM: (step.arc as FlightArc).flight.distanceM, pathDeg: ends, via: [request.profile.air?.id ?? ''] };
  if (step.kind === 'sea') {
    const numbering = numberingOf(compiled);
    const access = compiled.fromAccess[fromIndex]!;
    const leaveS = vesselLeavesS(compiled, berthOf(numbering, step.from), step.readyS, false);
    const route = compiled.sea?.route(seaEndOf(compiled, numbering, step.from, access), seaEndOf(compiled, numbering, step.to, access), leaveS);
    return { distanceM: route?.distanceM ?? distanceM(ends[0]!, ends[1]!), pathDeg: route?.pathDeg ?? ends, via: [request.profile.carrier?.vessel.id ?? ''] };
  }
  return { distanceM: distanceM(ends[0]!, ends[1]!), pathDeg: ends, via: [] };
}

function roadShape(compiled: Compiled, step: WayStep): { distanceM: number; pathDeg: readonly LonLat[]; via: readonly LocalName[] } {
  const { roads } = compiled.request.world;
  const road = compiled.request.profile.road!;
  const [from, to] = [compiled.portalNodes[step.from]!, compiled.portalNodes[step.to]!];
  const arcs = step.kind === 'link' ? [(step.arc as SpecialArc).arcIndex] : (roads.queries(road, compiled.masked).arcs(from, to) ?? []);
  const path = pathOfArcs(roads.network, arcs, () => 0);
  return { distanceM: path.lengthM, pathDeg: path.pathDeg, via: path.steps.map(({ name }) => name) };
}

function joined(a: MovementLeg, b: MovementLeg): MovementLeg {
  return {
    ...a, toName: b.toName, arriveAt: b.arriveAt, durationS: a.durationS + b.durationS, waitS: a.waitS + b.waitS, movingS: a.movingS + b.movingS,
    distanceM: a.distanceM + b.distanceM, pathDeg: [...a.pathDeg, ...b.pathDeg.slice(1)], via: [...a.via, ...b.via], reason: [...a.reason, ...b.reason] as readonly Reason[],
  };
}

function nameOf({ compiled, fromIndex, toIndex }: Context, vertex: number): LocalName {
  const { berth0, pad0, sink0 } = numberingOf(compiled);
  if (vertex < 0) return compiled.request.from[fromIndex]!.name;
  if (vertex >= sink0) return compiled.request.to[toIndex]!.name;
  if (vertex >= pad0) return compiled.pads[(vertex - pad0) >> 1]!.name;
  if (vertex >= berth0) return compiled.berths[(vertex - berth0) >> 1]!.name;
  const node = compiled.request.world.roads.network.nodes[compiled.portalNodes[vertex]!]!;
  return node.name ?? node.id;
}

function positionOf({ compiled, fromIndex, toIndex }: Context, vertex: number): LonLat {
  const { berth0, pad0, sink0 } = numberingOf(compiled);
  if (vertex < 0) return compiled.request.from[fromIndex]!.position;
  if (vertex >= sink0) return compiled.request.to[toIndex]!.position;
  if (vertex >= pad0) return compiled.pads[(vertex - pad0) >> 1]!.position;
  if (vertex >= berth0) return compiled.berths[(vertex - berth0) >> 1]!.position;
  return compiled.request.world.roads.network.nodes[compiled.portalNodes[vertex]!]!.position;
}

/** Less is rounding. */
const WAIT_S_MIN = 0.001;

const KIND: Readonly<Record<WayStep['kind'], MovementLegKind>> = { access: 'access', change: 'access', road: 'road', link: 'road', ferry: 'ferry', sea: 'sea', air: 'air' };
