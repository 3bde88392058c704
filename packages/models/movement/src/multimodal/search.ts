// Label setting over vertices and time: Dijkstra with arrivals as labels is exact because every arc
// is FIFO (K. L. Cooke, E. Halsey, J. Math. Anal. Appl. 14 (1966) 493–498). `lifted` asks the same
// without anything in the way; the difference is what the reasons explain.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import { nextDeparture } from '../ferry/sailings.ts';
import { MinHeap } from '../network/heap.ts';
import { crossAt } from '../network/weights.ts';
import type { Access, Compiled, FlightArc, Service, SpecialArc } from './compile.ts';
import { vesselArrivesS, vesselLandedS, vesselLeavesS } from './vessel.ts';

export type StepKind = 'access' | 'road' | 'link' | 'change' | 'ferry' | 'sea' | 'air';

/** How a vertex was reached: from which, by what. `from` −1: the source. */
export interface Step {
  readonly kind: StepKind;
  readonly from: number;
  readonly arc?: SpecialArc | Service | FlightArc;
}

export interface Labels {
  readonly arriveS: Float64Array;
  readonly steps: (Step | undefined)[];
  readonly numbering: Numbering;
}

/** Road portals, then berths with and without vehicle, pads likewise, then destinations. */
export interface Numbering {
  readonly berth0: number;
  readonly pad0: number;
  readonly sink0: number;
  readonly vertexCount: number;
}

export interface SearchMode {
  /** Limits, closures and refusals are passed over, but for what is excluded. */
  readonly lifted: boolean;
  readonly excluded: Excluded;
}

export interface Excluded {
  readonly links: ReadonlySet<number>;
  readonly lines: ReadonlySet<string>;
  readonly sea: boolean;
  readonly air: boolean;
}

export const NOTHING_EXCLUDED: Excluded = { links: new Set(), lines: new Set(), sea: false, air: false };

export function numberingOf({ portalNodes, berths, pads, request }: Compiled): Numbering {
  const berth0 = portalNodes.length;
  const pad0 = berth0 + 2 * berths.length;
  const sink0 = pad0 + 2 * pads.length;
  return { berth0, pad0, sink0, vertexCount: sink0 + request.to.length };
}

/** Earliest arrivals everywhere for one place of departure; seconds after `departAt`. */
export function searchAll(compiled: Compiled, fromIndex: number, mode: SearchMode): Labels {
  const numbering = numberingOf(compiled);
  const arriveS = new Float64Array(numbering.vertexCount).fill(Infinity);
  const labels: Labels = { arriveS, steps: [], numbering };
  const run = createRun(compiled, labels, mode);
  run.start(compiled.fromAccess[fromIndex]!);
  return labels;
}

function createRun(compiled: Compiled, labels: Labels, mode: SearchMode): { start(access: Access): void } {
  const { arriveS, steps, numbering } = labels;
  const { berth0, pad0, sink0 } = numbering;
  const { profile, world: { horizonS } } = compiled.request;
  const heap = new MinHeap();
  const reach: Reach = (vertex, atS, step) => {
    if (atS >= arriveS[vertex]! || atS > horizonS) return;
    arriveS[vertex] = atS;
    steps[vertex] = step;
    if (vertex < sink0) heap.push(atS, vertex);
  };
  const ends = endsOf(compiled);
  const move = { compiled, numbering, mode, reach, arriveS };
  const expand = (vertex: number): void => {
    const atS = arriveS[vertex]!;
    if (vertex < berth0) {
      for (const { sink, offsetS } of ends.sinksOfPortal[vertex] ?? []) reach(sink0 + sink, atS + offsetS, { kind: 'access', from: vertex });
      moveByRoad(move, vertex, atS, steps[vertex]!.kind !== 'road');
      for (const berth of ends.berthsOfPortal[vertex] ?? []) reach(berth0 + 2 * berth, atS, { kind: 'change', from: vertex });
      for (const pad of ends.padsOfPortal[vertex] ?? []) reach(pad0 + 2 * pad, atS, { kind: 'change', from: vertex });
      return;
    }
    const isBerth = vertex < pad0;
    const index = (vertex - (isBerth ? berth0 : pad0)) >> 1;
    const withVehicle = (vertex - (isBerth ? berth0 : pad0)) % 2 === 0;
    for (const sink of (isBerth ? ends.sinksOfBerth : ends.sinksOfPad)[index] ?? []) reach(sink0 + sink, atS, { kind: 'access', from: vertex });
    const portal = (isBerth ? compiled.berthPortal : compiled.padPortal)[index]!;
    if (withVehicle && portal >= 0) reach(portal, atS, { kind: 'change', from: vertex });
    if (!isBerth) return moveByAir(move, { index, vertex }, atS);
    moveByFerry(move, { index, vertex, withVehicle }, atS);
    if (compiled.vesselAt[index] === 1) moveByVessel(move, { seaEnd: compiled.seaEndOfBerth[index]!, vertex, berth: index, withVehicle }, atS);
  };
  const start = (access: Access): void => {
    const layer = profile.road === undefined ? 1 : 0;
    const step: Step = { kind: 'access', from: -1 };
    if (access.portal >= 0 && layer === 0) reach(access.portal, access.offsetS, step);
    if (access.berth >= 0) reach(berth0 + 2 * access.berth + layer, 0, step);
    if (access.pad >= 0) reach(pad0 + 2 * access.pad + layer, 0, step);
    if (access.seaEnd >= 0) moveByVessel(move, { seaEnd: access.seaEnd, vertex: -1, berth: -1, withVehicle: false }, 0);
    const settled = new Uint8Array(numbering.vertexCount);
    for (let vertex = heap.pop(); vertex >= 0; vertex = heap.pop()) {
      if (settled[vertex] === 1) continue;
      settled[vertex] = 1;
      expand(vertex);
    }
  };
  return { start };
}

type Reach = (vertex: number, atS: number, step: Step) => void;

interface Move {
  readonly compiled: Compiled;
  readonly numbering: Numbering;
  readonly mode: SearchMode;
  readonly reach: Reach;
  /** What is known already: an arc that cannot better it is not reckoned through. */
  readonly arriveS: Float64Array;
}

/** A node reached by plain roads is not left by plain roads: the matrix is already closed under joining. */
function moveByRoad({ compiled: { roadS, portalNodes, specialArcs }, mode, reach }: Move, portal: number, atS: number, plain: boolean): void {
  const portalCount = portalNodes.length;
  if (plain) {
    const step: Step = { kind: 'road', from: portal };
    for (let to = 0, cell = portal * portalCount; to < portalCount; to++, cell++) if (roadS[cell]! < Infinity) reach(to, atS + roadS[cell]!, step);
  }
  for (const arc of specialArcs[portal] ?? []) {
    if (mode.excluded.links.has(arc.special.linkIndex)) continue;
    reach(arc.toPortal, mode.lifted ? atS + arc.special.calmS : crossAt(arc.special, atS).arriveS, { kind: 'link', from: portal, arc });
  }
}

function moveByFerry({ compiled, numbering, mode, reach }: Move, at: { index: number; vertex: number; withVehicle: boolean }, atS: number): void {
  const { profile } = compiled.request;
  for (const service of compiled.services[at.index]!) {
    const { line } = service;
    const rolls = line.kind === 'vehicle' && at.withVehicle && profile.road !== undefined;
    if (mode.excluded.lines.has(line.id) || (!rolls && profile.personCount === 0)) continue;
    const departS = mode.lifted ? anyDeparture(service, atS) : nextDeparture(service.openS, line.boardS, atS);
    const layer = rolls || (profile.road !== undefined && compiled.berths[service.toBerth]!.vehicleWaits) ? 0 : 1;
    reach(numbering.berth0 + 2 * service.toBerth + layer, departS + line.crossingS + line.dischargeS, { kind: 'ferry', from: at.vertex, arc: service });
  }
}

/** Without obstacles: by the timetable, or, where no sailing is left, as if one went at once. */
function anyDeparture({ allS, line }: Service, atS: number): number {
  const departS = nextDeparture(allS, line.boardS, atS);
  return Number.isFinite(departS) ? departS : atS + line.boardS;
}

/** From a berth, or afloat at the source (vertex and berth −1: nothing to load). */
function moveByVessel({ compiled, numbering, mode, reach, arriveS: knownS }: Move, at: { seaEnd: number; vertex: number; berth: number; withVehicle: boolean }, atS: number): void {
  const { profile } = compiled.request;
  if (compiled.sea === undefined || profile.carrier === undefined || at.seaEnd < 0 || mode.excluded.sea) return;
  const { lifted } = mode;
  const leaveS = vesselLeavesS(compiled, at.berth, atS, lifted);
  if (leaveS === Infinity) return;
  const step: Step = { kind: 'sea', from: at.vertex };
  const carries = profile.carrier.carriesVehicle && at.withVehicle;
  for (let b = 0; b < compiled.berths.length; b++) {
    const end = compiled.seaEndOfBerth[b]!;
    if (end < 0 || b === at.berth) continue;
    const layer = profile.road !== undefined && (carries || compiled.berths[b]!.vehicleWaits) ? 0 : 1;
    if (leaveS < knownS[numbering.berth0 + 2 * b + layer]!) reach(numbering.berth0 + 2 * b + layer, vesselLandedS(compiled, b, vesselArrivesS(compiled, { from: at.seaEnd, to: end }, leaveS, lifted), lifted), step);
  }
  const { toAccess } = compiled;
  for (let sink = 0; sink < toAccess.length; sink++) {
    const { seaEnd } = toAccess[sink]!;
    if (seaEnd >= 0 && leaveS < knownS[numbering.sink0 + sink]!) reach(numbering.sink0 + sink, vesselArrivesS(compiled, { from: at.seaEnd, to: seaEnd }, leaveS, lifted), step);
  }
}

function moveByAir({ compiled, numbering, mode, reach, arriveS: knownS }: Move, at: { index: number; vertex: number }, atS: number): void {
  const { air, road } = compiled.request.profile;
  if (mode.excluded.air || air === undefined) return;
  for (const arc of compiled.flights[at.index]!) {
    const layer = arc.toPad >= 0 && road !== undefined && compiled.pads[arc.toPad]!.vehicleWaits ? 0 : 1;
    const to = arc.toPad >= 0 ? numbering.pad0 + 2 * arc.toPad + layer : numbering.sink0 + arc.toSink;
    if (atS + air.startS + air.landS >= knownS[to]!) continue;
    const arriveS = mode.lifted ? atS + air.startS + arc.flight.distanceM / air.cruiseSpeedMps + air.landS : arc.flight.at(atS).arriveS;
    reach(to, arriveS, { kind: 'air', from: at.vertex, arc });
  }
}

interface Ends {
  readonly sinksOfPortal: readonly (readonly { readonly sink: number; readonly offsetS: number }[] | undefined)[];
  readonly sinksOfBerth: readonly (readonly number[] | undefined)[];
  readonly sinksOfPad: readonly (readonly number[] | undefined)[];
  readonly berthsOfPortal: readonly (readonly number[] | undefined)[];
  readonly padsOfPortal: readonly (readonly number[] | undefined)[];
}

const endsKept = new WeakMap<Compiled, Ends>();

/** The same for every source of one request, so it is made once. */
function endsOf(compiled: Compiled): Ends {
  const found = endsKept.get(compiled);
  if (found !== undefined) return found;
  const { toAccess, berthPortal, padPortal } = compiled;
  const ends: Ends = {
    sinksOfPortal: grouped(toAccess.map(({ portal, offsetS }, sink) => [portal, { sink, offsetS }])),
    sinksOfBerth: grouped(toAccess.map(({ berth }, sink) => [berth, sink])), sinksOfPad: grouped(toAccess.map(({ pad }, sink) => [pad, sink])),
    berthsOfPortal: grouped([...berthPortal].map((portal, berth) => [portal, berth])), padsOfPortal: grouped([...padPortal].map((portal, pad) => [portal, pad])),
  };
  endsKept.set(compiled, ends);
  return ends;
}

function grouped<T>(pairs: readonly (readonly [groupIndex: number, item: T])[]): T[][] {
  const groups: T[][] = [];
  for (const [index, item] of pairs) if (index >= 0) (groups[index] ??= []).push(item);
  return groups;
}
