// Simulated annealing round ruin and recreate (Christiaens and Vanden Berghe 2020, §4.1 and §4.4):
// the temperature falls exponentially over the budget, in iterations or in processor seconds.
// While customers are left out, fewer of them win, or those that were left out less often so far.

import type { SearchRandom } from '../random.ts';
import { nextUnit } from '../random.ts';
import type { PlainState } from './state.ts';
import { beginChange, routeCost, searchCost, setRoute, undoChange } from './state.ts';
import type { PlaceMemory, RecreateSetting } from './recreate.ts';
import { recreate } from './recreate.ts';
import type { RoutePool } from './pool.ts';
import type { RuinSetting } from './ruin.ts';
import { ruin } from './ruin.ts';

export interface Budget {
  /** Stop after so many iterations; with it alone the same seed gives the same answer. */
  readonly iterationCountMax: number;
  /** Stop after so many processor seconds on the clock below. */
  readonly cpuSMax: number;
  readonly nowCpuS: () => number;
}

export interface Stage {
  readonly s: PlainState;
  readonly neighbours: Int32Array;
  readonly memory: PlaceMemory;
  readonly random: SearchRandom;
  readonly ruin: RuinSetting;
  readonly recreate: RecreateSetting;
  /** In the unit of cost. */
  readonly hotValue: number;
  readonly coldValue: number;
  readonly excessValue: number;
  readonly excessGrowthRatio: number;
  readonly budget: Budget;
  /** Called when every customer is served; the stage ends when it gives false. */
  readonly onComplete?: (s: PlainState) => boolean;
  readonly left: LeftOut;
  /** No route beyond the fleet, not even for a while. */
  readonly isFleetHard: boolean;
  /** Part of the budget from which no route beyond the fleet is allowed. */
  readonly hardFromRatio: number;
  /** Good routes are gathered here. */
  readonly pool?: RoutePool;
}

/** How often each customer was left out so far. */
export interface LeftOut { readonly times: Float64Array }

export interface StageResult {
  readonly routes: readonly (readonly number[])[];
  readonly absent: readonly number[];
  readonly costValue: number;
  readonly iterationCount: number;
}

/** Iterations between two looks at the clock. */
const BLOCK = 64;
/** Iterations between two gatherings of routes, and the part of the budget that is too hot to gather. */
const GATHER = 64;
const GATHER_FROM = 0.3;

export function anneal(stage: Stage): StageResult {
  const { s, random, budget, left } = stage;
  const best = new Best(s);
  s.routeLimitCount = stage.isFleetHard ? s.softLimitCount : s.version.length;
  const startedCpuS = budget.nowCpuS();
  const cooling = Math.log(stage.coldValue / stage.hotValue);
  let temperature = stage.hotValue;
  let iterations = 0;
  let running = true;
  while (running && iterations < budget.iterationCountMax) {
    if (iterations % BLOCK === 0) {
      const spent = Math.max(iterations / budget.iterationCountMax, (budget.nowCpuS() - startedCpuS) / budget.cpuSMax);
      if (spent >= 1) break;
      if (iterations % GATHER === 0 && spent > GATHER_FROM && s.absentCount === 0) stage.pool?.addPlan(s);
      if (spent > stage.hardFromRatio && s.routeLimitCount > s.softLimitCount) keepToFleet(s);
      temperature = stage.hotValue * Math.exp(cooling * spent);
      s.excessValue = stage.excessValue * Math.exp(stage.excessGrowthRatio * spent);
    }
    iterations++;
    const before = searchCost(s);
    const absentBefore = s.absentCount;
    beginChange(s);
    ruin(s, stage.neighbours, random, stage.ruin);
    recreate(s, stage.memory, random, stage.recreate);
    if (absentBefore + s.absentCount === 0 ? searchCost(s) >= before - temperature * Math.log(nextUnit(random)) : !isFewerLeft(stage, before, temperature)) {
      countLeft(s, left);
      undoChange(s);
      continue;
    }
    countLeft(s, left);
    if (s.activeCount <= s.softLimitCount && (s.absentCount < best.absentCount || (s.absentCount === best.absentCount && s.costValue < best.costValue - 1e-9))) best.keep(s);
    if (s.absentCount === 0 && stage.onComplete !== undefined) running = stage.onComplete(s);
  }
  best.restore(s);
  if (best.absentCount === 0) stage.pool?.addPlan(s);
  return { routes: best.routes(), absent: best.absent(), costValue: best.costValue, iterationCount: iterations };
}

/** The smallest routes beyond the fleet are dissolved; their customers wait for a place. */
function keepToFleet(s: PlainState): void {
  s.routeLimitCount = s.softLimitCount;
  while (s.activeCount > s.softLimitCount) {
    let smallest = s.active[0]!;
    for (let i = 1; i < s.activeCount; i++) if (s.size[s.active[i]!]! < s.size[smallest]!) smallest = s.active[i]!;
    dissolve(s, smallest);
  }
}

/** Takes all customers of a route out. Not undone. */
export function dissolve(s: PlainState, routeIndex: number): void {
  s.costValue -= routeCost(s, routeIndex);
  for (let node = s.first[routeIndex]!; node !== 0; node = s.next[node]!) {
    s.routeOf[node] = -1;
    s.absent[s.absentCount++] = node;
  }
  setRoute(s, routeIndex, []);
}

/** The sum-of-absences criterion of the paper (§4.4), with the cost deciding among equals. */
function isFewerLeft({ s, left, random }: Stage, before: number, temperature: number): boolean {
  const { log } = s;
  if (s.absentCount < log.absentCount) return true;
  if (s.absentCount > log.absentCount && log.absentCount === 0) return false;
  let now = 0;
  for (let i = 0; i < s.absentCount; i++) now += left.times[s.absent[i]!]!;
  let then = 0;
  for (let i = 0; i < log.absentCount; i++) then += left.times[log.absent[i]!]!;
  if (now !== then) return now < then;
  return s.absentCount === log.absentCount && searchCost(s) < before - temperature * Math.log(nextUnit(random));
}

function countLeft(s: PlainState, left: LeftOut): void {
  for (let i = 0; i < s.absentCount; i++) left.times[s.absent[i]!]!++;
}

/** The best plan so far, as chains of nodes. */
class Best {
  readonly chain: Int32Array;
  readonly left: Int32Array;
  absentCount = 0;
  lengthCount = 0;
  costValue = 0;

  constructor(s: PlainState) {
    this.chain = new Int32Array(2 * s.instance.nodeCount + s.version.length);
    this.left = new Int32Array(s.instance.nodeCount);
    if (s.activeCount <= s.softLimitCount) this.keep(s);
    else this.keepNothing(s);
  }

  /** The start uses more routes than there are. */
  keepNothing(s: PlainState): void {
    this.absentCount = s.instance.nodeCount - 1;
    for (let i = 0; i < this.absentCount; i++) this.left[i] = i + 1;
  }

  /** Costs are summed afresh, so that rounding does not gather. */
  keep(s: PlainState): void {
    let at = 0;
    let cost = 0;
    for (let i = 0; i < s.activeCount; i++) {
      const route = s.active[i]!;
      this.chain[at++] = -1 - route;
      for (let node = s.first[route]!; node !== 0; node = s.next[node]!) this.chain[at++] = node;
      cost += routeCost(s, route);
    }
    this.lengthCount = at;
    this.absentCount = s.absentCount;
    for (let i = 0; i < s.absentCount; i++) this.left[i] = s.absent[i]!;
    s.costValue = cost;
    this.costValue = cost;
  }

  routes(): number[][] {
    const routes: number[][] = [];
    for (let at = 0; at < this.lengthCount; at++) {
      const node = this.chain[at]!;
      if (node < 0) routes.push([]);
      else routes[routes.length - 1]!.push(node);
    }
    return routes;
  }

  absent(): number[] {
    return [...this.left.subarray(0, this.absentCount)];
  }

  restore(s: PlainState): void {
    const routes = this.routes();
    for (let route = 0; route < s.version.length; route++) setRoute(s, route, []);
    s.routeOf.fill(-1);
    routes.forEach((nodes, route) => setRoute(s, route, nodes));
    s.absentCount = this.absentCount;
    for (let i = 0; i < this.absentCount; i++) s.absent[i] = this.left[i]!;
    s.costValue = this.costValue;
  }
}
