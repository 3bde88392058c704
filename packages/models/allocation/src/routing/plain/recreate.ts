// Greedy insertion with blinks (Christiaens and Vanden Berghe 2020, §4.3): customers in a random one
// of several orders, each at its cheapest feasible place, every place overlooked with chance 1 %.
// The best place of a customer in a route is remembered until the route changes; a route in which a
// blink falls is scanned in full, so the chance of each blink is the paper's.

import type { SearchRandom } from '../random.ts';
import { nextIndex, nextUnit } from '../random.ts';
import type { PlainState } from './state.ts';
import { activate, noteRoute } from './state.ts';

/** The best place of each customer in each route, as of a version of the route. */
export interface PlaceMemory {
  readonly version: Float64Array;
  readonly delta: Float64Array;
  readonly after: Int32Array;
  /** Places until the next blink. */
  readonly blinkIn: Float64Array;
}

export interface RecreateSetting {
  readonly ranks: readonly Int32Array[];
  /** Weight of the random order, then of each order of ranks. */
  readonly weights: readonly number[];
  readonly blinkRatio: number;
  /** A new route only where no other place is left. */
  readonly isFleetSpared: boolean;
}

export function createPlaceMemory(s: PlainState): PlaceMemory {
  const cells = s.instance.nodeCount * s.version.length;
  return { version: new Float64Array(cells), delta: new Float64Array(cells), after: new Int32Array(cells), blinkIn: new Float64Array(1) };
}

export function recreate(s: PlainState, memory: PlaceMemory, random: SearchRandom, setting: RecreateSetting): void {
  const { absent } = s;
  arrange(s, random, setting);
  const count = s.absentCount;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const node = absent[i]!;
    if (!insertBest(s, memory, random, setting, node)) absent[left++] = node;
  }
  s.absentCount = left;
}

function arrange(s: PlainState, random: SearchRandom, { ranks, weights }: RecreateSetting): void {
  const { absent, absentCount } = s;
  let draw = nextUnit(random) * weights.reduce((sum, weight) => sum + weight, 0);
  let order = 0;
  while (order < weights.length - 1 && (draw -= weights[order]!) >= 0) order++;
  if (order === 0) {
    for (let i = absentCount - 1; i > 0; i--) {
      const j = nextIndex(random, i + 1);
      const node = absent[i]!;
      absent[i] = absent[j]!;
      absent[j] = node;
    }
    return;
  }
  const rank = ranks[order - 1]!;
  for (let i = 1; i < absentCount; i++) {
    const node = absent[i]!;
    const key = rank[node]!;
    let j = i - 1;
    for (; j >= 0 && rank[absent[j]!]! > key; j--) absent[j + 1] = absent[j]!;
    absent[j + 1] = node;
  }
}

function insertBest(s: PlainState, memory: PlaceMemory, random: SearchRandom, setting: RecreateSetting, node: number): boolean {
  const { active, version, load, size, instance } = s;
  const { nodeCount, cost, demand, capacityValue } = instance;
  const routes = version.length;
  const room = capacityValue - demand[node]!;
  const cell = node * routes;
  const { blinkIn } = memory;
  let best = Number.POSITIVE_INFINITY;
  let bestRoute = -1;
  let bestAfter = 0;
  for (let i = 0; i < s.activeCount; i++) {
    const route = active[i]!;
    if (load[route]! > room) continue;
    const at = cell + route;
    const places = size[route]! + 1;
    if (blinkIn[0]! < places) {
      scanBlinking(s, memory, random, setting, node, route);
      if (scanned[0]! < best) { best = scanned[0]!; bestRoute = route; bestAfter = scanned[1]!; }
      continue;
    }
    blinkIn[0] = blinkIn[0]! - places;
    if (memory.version[at] !== version[route]) scan(s, memory, node, route, at);
    if (memory.delta[at]! < best) { best = memory.delta[at]!; bestRoute = route; bestAfter = memory.after[at]!; }
  }
  if (s.activeCount < s.routeLimitCount && (bestRoute < 0 || !setting.isFleetSpared)) {
    const alone = cost[node]! + cost[node * nodeCount]!;
    const fine = s.activeCount >= s.softLimitCount ? s.excessValue : 0;
    if (alone + fine < best && fitsAlone(s, node)) { best = alone; bestRoute = active[s.activeCount]!; bestAfter = 0; }
  }
  if (bestRoute < 0) return false;
  put(s, node, bestRoute, bestAfter);
  s.costValue += best;
  return true;
}

function fitsAlone(s: PlainState, node: number): boolean {
  const { nodeCount, time, opens, closes, service, demand, capacityValue } = s.instance;
  const starts = Math.max(opens[node]!, s.departs[0]! + time[node]!);
  return demand[node]! <= capacityValue && starts <= closes[node]! && starts + service[node]! + time[node * nodeCount]! <= s.latest[0]!;
}

/** The cheapest feasible place, into the memory. Departures and latest starts rise along a route, so both ends can be passed over. */
function scan(s: PlainState, memory: PlaceMemory, node: number, route: number, at: number): void {
  const { next, departs, latest, arcOut, instance } = s;
  const { nodeCount, cost, costBack, time, timeBack, opens, closes, service } = instance;
  const row = node * nodeCount;
  const opensAt = opens[node]!;
  const closesAt = closes[node]!;
  const serves = service[node]!;
  let best = Number.POSITIVE_INFINITY;
  let bestAfter = 0;
  let p = 0;
  let q = s.first[route]!;
  let arc = cost[q]!;
  for (;;) {
    const leaves = departs[p]!;
    if (leaves > closesAt) break;
    const delta = costBack[row + p]! + cost[row + q]! - arc;
    if (delta < best) {
      const arrives = leaves + timeBack[row + p]!;
      const starts = arrives > opensAt ? arrives : opensAt;
      if (starts <= closesAt && starts + serves + time[row + q]! <= latest[q]!) { best = delta; bestAfter = p; }
    }
    if (q === 0) break;
    p = q;
    q = next[p]!;
    arc = arcOut[p]!;
  }
  memory.version[at] = s.version[route]!;
  memory.delta[at] = best;
  memory.after[at] = bestAfter;
}

/** Result of scanBlinking: cost, place. */
const scanned = new Float64Array(2);

function scanBlinking(s: PlainState, memory: PlaceMemory, random: SearchRandom, setting: RecreateSetting, node: number, route: number): void {
  const { next, departs, latest, arcOut, instance } = s;
  const { nodeCount, cost, costBack, time, timeBack, opens, closes, service } = instance;
  const row = node * nodeCount;
  let wait = memory.blinkIn[0]!;
  scanned[0] = Number.POSITIVE_INFINITY;
  let p = 0;
  let q = s.first[route]!;
  let arc = cost[q]!;
  for (;;) {
    if (wait < 1) {
      wait = placesToBlink(random, setting.blinkRatio);
    } else {
      wait--;
      const delta = costBack[row + p]! + cost[row + q]! - arc;
      const starts = Math.max(departs[p]! + timeBack[row + p]!, opens[node]!);
      if (delta < scanned[0]! && starts <= closes[node]! && starts + service[node]! + time[row + q]! <= latest[q]!) { scanned[0] = delta; scanned[1] = p; }
    }
    if (q === 0) break;
    p = q;
    q = next[p]!;
    arc = arcOut[p]!;
  }
  memory.blinkIn[0] = wait;
}

function placesToBlink(random: SearchRandom, chance: number): number {
  return chance <= 0 ? Number.MAX_SAFE_INTEGER : Math.floor(Math.log(1 - nextUnit(random)) / Math.log(1 - chance));
}

function put(s: PlainState, node: number, route: number, after: number): void {
  const { next, prev, departs, latest, arcOut, routeOf, instance } = s;
  const { nodeCount, cost, time, opens, closes, service, demand } = instance;
  noteRoute(s, route);
  const isNew = s.size[route] === 0;
  const follows = isNew ? 0 : after === 0 ? s.first[route]! : next[after]!;
  if (after === 0) s.first[route] = node;
  else { next[after] = node; arcOut[after] = cost[after * nodeCount + node]!; }
  if (follows === 0) s.last[route] = node;
  else prev[follows] = node;
  prev[node] = after;
  next[node] = follows;
  arcOut[node] = cost[node * nodeCount + follows]!;
  routeOf[node] = route;
  s.load[route] = s.load[route]! + demand[node]!;
  s.size[route] = s.size[route]! + 1;
  s.version[route] = ++s.versionCount;
  if (isNew) activate(s, route, true);
  let before = after;
  for (let at = node; at !== 0; at = next[at]!) {
    const leaves = Math.max(departs[before]! + time[before * nodeCount + at]!, opens[at]!) + service[at]!;
    if (at !== node && leaves === departs[at]) break;
    departs[at] = leaves;
    before = at;
  }
  let behind = follows;
  for (let at = node; at !== 0; at = prev[at]!) {
    const limit = Math.min(latest[behind]! - time[at * nodeCount + behind]! - service[at]!, closes[at]!);
    if (at !== node && limit === latest[at]) break;
    latest[at] = limit;
    behind = at;
  }
}
