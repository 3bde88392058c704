// Routes as linked lists over flat arrays, with the earliest departure and the latest start at each
// customer, so that an insertion is checked in O(1) (Savelsbergh 1992: forward and backward slack).
// What an iteration touches is written to a log first; a refused iteration is undone from the log.

import type { PlainInstance } from './instance.ts';

/** Routes that the search may use for a while beyond the fleet. */
const SPARE_ROUTES = 3;

export class PlainState {
  readonly instance: PlainInstance;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** -1: in no route. */
  readonly routeOf: Int32Array;
  /** Earliest departure after service, node 0: opening of the depot. */
  readonly departs: Float64Array;
  /** Latest start of service that keeps the rest of the route in time; node 0: closing of the depot. */
  readonly latest: Float64Array;
  /** Cost of the arc to the next node. */
  readonly arcOut: Float64Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly load: Float64Array;
  readonly size: Int32Array;
  /** Changes with each change of a route; comes back when a change is undone. */
  readonly version: Float64Array;
  /** Routes in use, packed: active[0 … activeCount), and where each lies, -1 when it is empty. */
  readonly active: Int32Array;
  readonly activeAt: Int32Array;
  activeCount = 0;
  /** Customers in no route: absent[0 … absentCount). */
  readonly absent: Int32Array;
  absentCount = 0;
  costValue = 0;
  versionCount = 1;
  /** No insertion opens a further route. */
  routeLimitCount: number;
  /** Each route in use beyond softLimitCount costs excessValue during the search; no plan that is kept has one. */
  softLimitCount: number;
  excessValue = 0;

  readonly log: UndoLog;

  constructor(instance: PlainInstance) {
    const { nodeCount } = instance;
    const routeCount = Math.min(instance.vehicleCount + SPARE_ROUTES, nodeCount - 1);
    this.instance = instance;
    this.next = new Int32Array(nodeCount);
    this.prev = new Int32Array(nodeCount);
    this.routeOf = new Int32Array(nodeCount).fill(-1);
    this.departs = new Float64Array(nodeCount);
    this.latest = new Float64Array(nodeCount);
    this.arcOut = new Float64Array(nodeCount);
    this.first = new Int32Array(routeCount);
    this.last = new Int32Array(routeCount);
    this.load = new Float64Array(routeCount);
    this.size = new Int32Array(routeCount);
    this.version = new Float64Array(routeCount);
    this.active = Int32Array.from({ length: routeCount }, (_route, i) => i);
    this.activeAt = new Int32Array(routeCount).fill(-1);
    this.absent = new Int32Array(nodeCount);
    this.routeLimitCount = routeCount;
    this.softLimitCount = Math.min(instance.vehicleCount, nodeCount - 1);
    this.departs[0] = instance.opens[0]!;
    this.latest[0] = instance.closes[0]!;
    for (let node = 1; node < nodeCount; node++) this.absent[this.absentCount++] = node;
    this.log = new UndoLog(nodeCount, routeCount);
  }
}

/** What the routes were before this iteration touched them. */
class UndoLog {
  readonly route: Int32Array;
  readonly size: Int32Array;
  readonly version: Float64Array;
  readonly load: Float64Array;
  readonly node: Int32Array;
  readonly departs: Float64Array;
  readonly latest: Float64Array;
  readonly arcOut: Float64Array;
  readonly absent: Int32Array;
  readonly touchedIn: Float64Array;
  readonly active: Int32Array;
  routeCount = 0;
  nodeCount = 0;
  absentCount = 0;
  activeCount = 0;
  costValue = 0;
  iterationCount = 0;

  constructor(nodeCount: number, routeCount: number) {
    this.route = new Int32Array(routeCount);
    this.size = new Int32Array(routeCount);
    this.version = new Float64Array(routeCount);
    this.load = new Float64Array(routeCount);
    this.node = new Int32Array(nodeCount);
    this.departs = new Float64Array(nodeCount);
    this.latest = new Float64Array(nodeCount);
    this.arcOut = new Float64Array(nodeCount);
    this.absent = new Int32Array(nodeCount);
    this.touchedIn = new Float64Array(routeCount);
    this.active = new Int32Array(routeCount);
  }
}

/** From here on every change can be undone. */
export function beginChange(s: PlainState): void {
  const { log } = s;
  log.iterationCount++;
  log.routeCount = 0;
  log.nodeCount = 0;
  log.costValue = s.costValue;
  log.absentCount = s.absentCount;
  for (let i = 0; i < s.absentCount; i++) log.absent[i] = s.absent[i]!;
  log.activeCount = s.activeCount;
  for (let i = 0; i < s.active.length; i++) log.active[i] = s.active[i]!;
}

/** Before the first change of a route in an iteration. */
export function noteRoute(s: PlainState, routeIndex: number): void {
  const { log, next, departs, latest, arcOut } = s;
  if (log.touchedIn[routeIndex] === log.iterationCount) return;
  log.touchedIn[routeIndex] = log.iterationCount;
  const at = log.routeCount++;
  log.route[at] = routeIndex;
  log.size[at] = s.size[routeIndex]!;
  log.version[at] = s.version[routeIndex]!;
  log.load[at] = s.load[routeIndex]!;
  let k = log.nodeCount;
  for (let node = s.size[routeIndex] === 0 ? 0 : s.first[routeIndex]!; node !== 0; node = next[node]!) {
    log.node[k] = node;
    log.departs[k] = departs[node]!;
    log.latest[k] = latest[node]!;
    log.arcOut[k] = arcOut[node]!;
    k++;
  }
  log.nodeCount = k;
}

export function undoChange(s: PlainState): void {
  const { log, next, prev, routeOf, departs, latest, arcOut } = s;
  // First all that is absent now, then the routes, so that each node ends where it was.
  let k = 0;
  for (let at = 0; at < log.routeCount; at++) {
    const route = log.route[at]!;
    const size = log.size[at]!;
    s.size[route] = size;
    s.version[route] = log.version[at]!;
    s.load[route] = log.load[at]!;
    let before = 0;
    for (const end = k + size; k < end; k++) {
      const node = log.node[k]!;
      if (before === 0) s.first[route] = node;
      else next[before] = node;
      prev[node] = before;
      routeOf[node] = route;
      departs[node] = log.departs[k]!;
      latest[node] = log.latest[k]!;
      arcOut[node] = log.arcOut[k]!;
      before = node;
    }
    if (before !== 0) next[before] = 0;
    s.last[route] = before;
  }
  s.costValue = log.costValue;
  s.absentCount = log.absentCount;
  for (let i = 0; i < log.absentCount; i++) {
    s.absent[i] = log.absent[i]!;
    routeOf[log.absent[i]!] = -1;
  }
  for (let i = log.activeCount; i < s.activeCount; i++) s.activeAt[s.active[i]!] = -1;
  s.activeCount = log.activeCount;
  for (let i = 0; i < s.active.length; i++) {
    s.active[i] = log.active[i]!;
    s.activeAt[log.active[i]!] = i < log.activeCount ? i : -1;
  }
}

/** The route as a list of nodes put in place; its times and costs are computed afresh. */
export function setRoute(s: PlainState, routeIndex: number, nodes: ArrayLike<number>): void {
  const { next, prev, routeOf, instance } = s;
  let before = 0;
  let load = 0;
  s.first[routeIndex] = nodes[0] ?? 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    prev[node] = before;
    if (before !== 0) next[before] = node;
    routeOf[node] = routeIndex;
    load += instance.demand[node]!;
    before = node;
  }
  if (before !== 0) next[before] = 0;
  s.last[routeIndex] = before;
  s.size[routeIndex] = nodes.length;
  s.load[routeIndex] = load;
  activate(s, routeIndex, nodes.length > 0);
  refreshRoute(s, routeIndex);
}

export function activate(s: PlainState, routeIndex: number, isActive: boolean): void {
  const { active, activeAt } = s;
  if ((activeAt[routeIndex]! >= 0) === isActive) return;
  if (isActive) {
    const at = active.indexOf(routeIndex, s.activeCount);
    active[at] = active[s.activeCount]!;
    active[s.activeCount] = routeIndex;
    activeAt[routeIndex] = s.activeCount++;
  } else {
    const at = activeAt[routeIndex]!;
    const moved = active[--s.activeCount]!;
    active[at] = moved;
    activeAt[moved] = at;
    active[s.activeCount] = routeIndex;
    activeAt[routeIndex] = -1;
  }
}

/** Departures, latest starts and arc costs of a whole route. */
export function refreshRoute(s: PlainState, routeIndex: number): void {
  const { next, prev, departs, latest, arcOut, instance } = s;
  const { nodeCount, opens, closes, service, time, cost } = instance;
  s.version[routeIndex] = ++s.versionCount;
  if (s.size[routeIndex] === 0) return;
  let before = 0;
  let leaves = departs[0]!;
  for (let node = s.first[routeIndex]!; node !== 0; node = next[node]!) {
    const arrives = leaves + time[before * nodeCount + node]!;
    const opensAt = opens[node]!;
    leaves = (arrives > opensAt ? arrives : opensAt) + service[node]!;
    departs[node] = leaves;
    before = node;
  }
  let after = 0;
  let limit = latest[0]!;
  for (let node = s.last[routeIndex]!; node !== 0; node = prev[node]!) {
    const arc = node * nodeCount + after;
    const must = limit - time[arc]! - service[node]!;
    const closesAt = closes[node]!;
    limit = must < closesAt ? must : closesAt;
    latest[node] = limit;
    arcOut[node] = cost[arc]!;
    after = node;
  }
}

/** Cost with what the routes beyond the fleet cost. */
export function searchCost(s: PlainState): number {
  return s.activeCount > s.softLimitCount ? s.costValue + (s.activeCount - s.softLimitCount) * s.excessValue : s.costValue;
}

/** Cost of a whole route from its arcs. */
export function routeCost(s: PlainState, routeIndex: number): number {
  if (s.size[routeIndex] === 0) return 0;
  let sum = s.instance.cost[s.first[routeIndex]!]!;
  for (let node = s.first[routeIndex]!; node !== 0; node = s.next[node]!) sum += s.arcOut[node]!;
  return sum;
}
