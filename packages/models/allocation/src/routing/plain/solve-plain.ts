// The whole search of a plain case: greedy start, as few routes as wanted, then annealing in several
// rounds; between two rounds the routes seen so far are combined into the best plan they allow.

import type { SearchRandom } from '../random.ts';
import { createSearchRandom } from '../random.ts';
import type { Budget, Stage, StageResult } from './anneal.ts';
import { anneal, dissolve } from './anneal.ts';
import { combineRoutes } from './combine.ts';
import type { PlainInstance } from './instance.ts';
import { insertionRanks, nearestFirst } from './instance.ts';
import { RoutePool } from './pool.ts';
import { createPlaceMemory, recreate } from './recreate.ts';
import { RUIN } from './ruin.ts';
import { beginChange, PlainState, setRoute } from './state.ts';

export interface PlainOptions {
  readonly seed: number;
  readonly budget: Budget;
  /** First as few routes as can be found in a fifth of the budget, then the cost. */
  readonly isFleetSpared: boolean;
}

export interface PlainResult {
  readonly routes: readonly (readonly number[])[];
  readonly absent: readonly number[];
  readonly costValue: number;
  readonly iterationCount: number;
}

/** Orders of insertion: random, demand, far, near, narrow window, early opening, late closing (the paper's weights). */
const WEIGHTS = [4, 4, 2, 1, 2, 2, 2] as const;
/** Chance that a place is overlooked (the paper's γ). */
const BLINK_RATIO = 0.01;
/** Temperatures in mean arcs of the first plan: start of the first round, of a later one, end of a round. Tried on six cases. */
const HOT_ARCS = 1;
const REHEAT_ARCS = 0.4;
const COLD_ARCS = 0.02;
/** The same when there is time for one round only. */
const HOT_ARCS_SHORT = 0.3;
const COLD_ARCS_SHORT = 0.05;
/** When the fleet becomes hard, in the share of a round, and in the only round of a short budget. */
const HARD_FROM_RATIO = 0.5;
const HARD_FROM_RATIO_SHORT = 0.7;
/** Price of a route beyond the fleet in mean arcs at the start of a round; times e³ at its end. */
const EXCESS_ARCS = 1;
const EXCESS_GROWTH = 3;
const ROUND_COUNT_MAX = 8;
/** A round is at least so long for a hundred customers. */
const ROUND_ITERATIONS = 45_000;
const ROUND_CPU_S = 0.6;
const FLEET_SHARE = 0.2;

type Kit = Omit<Stage, 'hotValue' | 'coldValue' | 'budget' | 'excessValue' | 'excessGrowthRatio'> & { readonly random: SearchRandom; readonly pool: RoutePool };

export function solvePlain(instance: PlainInstance, options: PlainOptions): PlainResult {
  const startedCpuS = options.budget.nowCpuS();
  const s = new PlainState(instance);
  const kit: Kit = {
    s, random: createSearchRandom(options.seed), neighbours: nearestFirst(instance), memory: createPlaceMemory(s), ruin: RUIN,
    left: { times: new Float64Array(instance.nodeCount) }, isFleetHard: false, hardFromRatio: HARD_FROM_RATIO, pool: new RoutePool(instance.nodeCount),
    recreate: { ranks: insertionRanks(instance), weights: WEIGHTS, blinkRatio: BLINK_RATIO, isFleetSpared: false },
  };
  beginChange(s);
  recreate(s, kit.memory, kit.random, kit.recreate);
  const arc = s.costValue / Math.max(1, instance.nodeCount - 1 - s.absentCount + s.activeCount);
  const spared = options.isFleetSpared ? spareFleet(kit, arc, share(options.budget, FLEET_SHARE)) : 0;
  const spentCpuS = options.budget.nowCpuS() - startedCpuS;
  const budget = { ...options.budget, iterationCountMax: options.budget.iterationCountMax - spared, cpuSMax: Math.max(options.budget.cpuSMax - spentCpuS, 1e-3) };
  const result = rounds(kit, arc, budget);
  return { ...result, iterationCount: result.iterationCount + spared };
}

function rounds(kit: Kit, arc: number, budget: Budget): PlainResult {
  const { s } = kit;
  const count = roundCount(s.instance, budget);
  const part = share(budget, 1 / count);
  let best: PlainResult | undefined;
  let iterationCount = 0;
  for (let round = 0; round < count; round++) {
    const hotValue = (count === 1 ? HOT_ARCS_SHORT : round === 0 ? HOT_ARCS : REHEAT_ARCS) * arc;
    const coldValue = (count === 1 ? COLD_ARCS_SHORT : COLD_ARCS) * arc;
    const ended = anneal({ ...kit, hotValue, coldValue, hardFromRatio: count === 1 ? HARD_FROM_RATIO_SHORT : kit.hardFromRatio, budget: part, excessValue: EXCESS_ARCS * arc, excessGrowthRatio: EXCESS_GROWTH });
    iterationCount += ended.iterationCount;
    if (best === undefined || isBetter(ended, best)) best = ended;
    if (best.absent.length > 0) continue;
    best = combined(kit, best);
    if (best !== ended) adopt(s, best);
  }
  return { routes: best!.routes, absent: best!.absent, costValue: best!.costValue, iterationCount };
}

/** Few routes first: whenever all are served, the route whose customers were left out least is dissolved (§4.4 of the paper). */
function spareFleet(kit: Kit, arc: number, budget: Budget): number {
  const { s, left } = kit;
  let fewest: StageResult['routes'] | undefined;
  const onComplete = (): boolean => {
    fewest = Array.from({ length: s.activeCount }, (_route, i) => nodesOf(s, s.active[i]!));
    const sums = fewest.map((nodes) => nodes.reduce((sum, node) => sum + left.times[node]!, 0));
    const at = sums.indexOf(Math.min(...sums));
    s.softLimitCount = s.activeCount - 1;
    s.routeLimitCount = s.softLimitCount;
    dissolve(s, s.active[at]!);
    return s.softLimitCount >= 1;
  };
  const stage: Stage = { ...kit, recreate: { ...kit.recreate, isFleetSpared: true }, hotValue: HOT_ARCS * arc, coldValue: COLD_ARCS * arc, budget, excessValue: 0, excessGrowthRatio: 0, isFleetHard: true, onComplete };
  if (s.absentCount === 0) onComplete();
  const { iterationCount } = anneal(stage);
  kit.pool.clear();
  if (fewest !== undefined) adopt(s, { routes: fewest, absent: [], costValue: fewest.reduce((sum, nodes) => sum + costOf(s.instance, nodes), 0) });
  s.softLimitCount = fewest?.length ?? Math.min(s.instance.vehicleCount, s.version.length);
  return iterationCount;
}

function combined({ s, pool }: Kit, best: PlainResult): PlainResult {
  const { instance } = s;
  const routeCosts = best.routes.map((route) => costOf(instance, route));
  const picked = combineRoutes({ pool, nodeCount: instance.nodeCount, vehicleCount: s.softLimitCount, costValue: best.costValue, routes: best.routes, routeCosts });
  if (picked === undefined) return best;
  const routes = picked.map((index) => [...pool.nodes.subarray(pool.starts[index]!, pool.starts[index + 1]!)]);
  return { ...best, routes, costValue: routes.reduce((sum, route) => sum + costOf(instance, route), 0) };
}

function adopt(s: PlainState, { routes, absent, costValue }: Omit<PlainResult, 'iterationCount'>): void {
  for (let route = 0; route < s.version.length; route++) setRoute(s, route, []);
  s.routeOf.fill(-1);
  routes.forEach((nodes, route) => setRoute(s, route, nodes));
  absent.forEach((node, i) => { s.absent[i] = node; });
  s.absentCount = absent.length;
  s.costValue = costValue;
}

function isBetter(a: PlainResult, b: PlainResult): boolean {
  return a.absent.length !== b.absent.length ? a.absent.length < b.absent.length : a.costValue < b.costValue;
}

/** By iterations when they bound the search, so that the same budget is cut the same way everywhere. */
function roundCount({ nodeCount }: PlainInstance, { iterationCountMax, cpuSMax }: Budget): number {
  const hundreds = (nodeCount - 1) / 100;
  const fit = Number.isFinite(iterationCountMax) ? iterationCountMax / (ROUND_ITERATIONS * hundreds) : cpuSMax / (ROUND_CPU_S * hundreds);
  return Math.max(1, Math.min(ROUND_COUNT_MAX, Math.floor(fit)));
}

function share(budget: Budget, part: number): Budget {
  return { ...budget, iterationCountMax: Number.isFinite(budget.iterationCountMax) ? Math.floor(budget.iterationCountMax * part) : budget.iterationCountMax, cpuSMax: budget.cpuSMax * part };
}

function nodesOf(s: PlainState, route: number): number[] {
  const nodes: number[] = [];
  for (let node = s.first[route]!; node !== 0; node = s.next[node]!) nodes.push(node);
  return nodes;
}

function costOf({ nodeCount, cost }: PlainInstance, route: readonly number[]): number {
  let sum = 0;
  let before = 0;
  for (const node of route) {
    sum += cost[before * nodeCount + node]!;
    before = node;
  }
  return sum + cost[before * nodeCount]!;
}
