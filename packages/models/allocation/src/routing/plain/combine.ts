// The best plan from the routes of a pool: set partitioning by Lagrangian relaxation (Held, Wolfe and
// Crowder 1974: subgradient), removal of routes by reduced cost, and depth-first search on what is
// left. Exact on the pool unless the limit of steps stops it; the plan at hand is the value to beat.

import type { RoutePool } from './pool.ts';

export interface CombineInput {
  readonly pool: RoutePool;
  readonly nodeCount: number;
  readonly vehicleCount: number;
  /** Value to beat, and the routes that have it: they give the first prices. */
  readonly costValue: number;
  readonly routes: readonly (readonly number[])[];
  readonly routeCosts: readonly number[];
}

/** Indexes of routes in the pool that make a cheaper plan, or none. */
export function combineRoutes(input: CombineInput): readonly number[] | undefined {
  const prices = firstPrices(input);
  const bound = improvePrices(input, prices);
  const gap = input.costValue - bound;
  if (gap <= 1e-9) return undefined;
  const kept = usefulRoutes(input.pool, prices, gap);
  return new PartitionSearch(input, prices, kept).run();
}

/** A customer's share of its route in the plan at hand. */
function firstPrices({ nodeCount, routes, routeCosts }: CombineInput): Float64Array {
  const prices = new Float64Array(nodeCount);
  routes.forEach((route, i) => { for (const node of route) prices[node] = routeCosts[i]! / route.length; });
  return prices;
}

const PRICE_STEPS = 150;

/** Raises the Lagrangian bound; leaves the best prices in place. The limit of vehicles is relaxed away: the bound stays valid. */
function improvePrices({ pool, nodeCount, costValue }: CombineInput, prices: Float64Array): number {
  const { nodes, starts, costs, count } = pool;
  const best = prices.slice();
  const cover = new Int32Array(nodeCount);
  let bound = Number.NEGATIVE_INFINITY;
  let step = 1;
  let idle = 0;
  for (let round = 0; round < PRICE_STEPS; round++) {
    let value = 0;
    for (let node = 1; node < nodeCount; node++) { cover[node] = 0; value += prices[node]!; }
    for (let j = 0; j < count; j++) {
      const end = starts[j + 1]!;
      let reduced = costs[j]!;
      for (let k = starts[j]!; k < end; k++) reduced -= prices[nodes[k]!]!;
      if (reduced >= 0) continue;
      value += reduced;
      for (let k = starts[j]!; k < end; k++) cover[nodes[k]!]!++;
    }
    if (value > bound + 1e-9) { bound = value; best.set(prices); idle = 0; }
    else if (++idle === 8) { step /= 2; idle = 0; prices.set(best); }
    let norm = 0;
    for (let node = 1; node < nodeCount; node++) norm += (1 - cover[node]!) ** 2;
    if (norm === 0 || bound >= costValue - 1e-9) break;
    const by = (step * Math.max(costValue - value, costValue * 1e-4)) / norm;
    for (let node = 1; node < nodeCount; node++) prices[node] = prices[node]! + by * (1 - cover[node]!);
  }
  prices.set(best);
  return bound;
}

/** A route with a reduced cost above the gap is in no better plan. */
function usefulRoutes({ nodes, starts, costs, count }: RoutePool, prices: Float64Array, gap: number): readonly { readonly index: number; readonly reducedValue: number }[] {
  const kept: { index: number; reducedValue: number }[] = [];
  for (let j = 0; j < count; j++) {
    let reducedValue = costs[j]!;
    for (let k = starts[j]!; k < starts[j + 1]!; k++) reducedValue -= prices[nodes[k]!]!;
    if (reducedValue < gap) kept.push({ index: j, reducedValue });
  }
  return kept.sort((a, b) => a.reducedValue - b.reducedValue || a.index - b.index).slice(0, KEPT_MAX);
}

const KEPT_MAX = 1500;
const VISIT_MAX = 30_000;

class PartitionSearch {
  private readonly input: CombineInput;
  private readonly kept: readonly { readonly index: number; readonly reducedValue: number }[];
  /** Positions in kept, by customer, cheapest reduced cost first. */
  private readonly byNode: number[][];
  private readonly order: readonly number[];
  private readonly covered: Uint8Array;
  private readonly chosen: number[] = [];
  private readonly negativeValue: number;
  private readonly priceSumValue: number;
  private bestValue: number;
  private best: readonly number[] | undefined;
  private visitCount = 0;

  constructor(input: CombineInput, prices: Float64Array, kept: readonly { readonly index: number; readonly reducedValue: number }[]) {
    this.input = input;
    this.kept = kept;
    this.byNode = Array.from({ length: input.nodeCount }, () => []);
    const { nodes, starts } = input.pool;
    kept.forEach(({ index }, at) => { for (let k = starts[index]!; k < starts[index + 1]!; k++) this.byNode[nodes[k]!]!.push(at); });
    this.order = Array.from({ length: input.nodeCount - 1 }, (_node, i) => i + 1).sort((a, b) => this.byNode[a]!.length - this.byNode[b]!.length || a - b);
    this.covered = new Uint8Array(input.nodeCount);
    this.negativeValue = kept.reduce((sum, { reducedValue }) => sum + Math.min(0, reducedValue), 0);
    this.priceSumValue = prices.reduce((sum, price, node) => (node === 0 ? sum : sum + price), 0);
    this.bestValue = input.costValue - 1e-9;
  }

  run(): readonly number[] | undefined {
    this.descend(0, 0, 0);
    return this.best;
  }

  /** Reduced costs of the chosen routes plus what negative ones are left bound every completion from below. */
  private descend(orderIndex: number, reducedValue: number, usedNegativeValue: number): void {
    let at = orderIndex;
    while (at < this.order.length && this.covered[this.order[at]!] === 1) at++;
    if (at === this.order.length) {
      const value = this.priceSumValue + reducedValue;
      if (value < this.bestValue) { this.bestValue = value; this.best = this.chosen.map((position) => this.kept[position]!.index); }
      return;
    }
    if (this.chosen.length === this.input.vehicleCount) return;
    const { nodes, starts } = this.input.pool;
    for (const position of this.byNode[this.order[at]!]!) {
      if (++this.visitCount > VISIT_MAX) return;
      const { index, reducedValue: own } = this.kept[position]!;
      const used = usedNegativeValue + Math.min(0, own);
      if (this.priceSumValue + reducedValue + own + this.negativeValue - used >= this.bestValue) break;
      if (!this.isFree(index)) continue;
      for (let k = starts[index]!; k < starts[index + 1]!; k++) this.covered[nodes[k]!] = 1;
      this.chosen.push(position);
      this.descend(at + 1, reducedValue + own, used);
      this.chosen.pop();
      for (let k = starts[index]!; k < starts[index + 1]!; k++) this.covered[nodes[k]!] = 0;
    }
  }

  private isFree(index: number): boolean {
    const { nodes, starts } = this.input.pool;
    for (let k = starts[index]!; k < starts[index + 1]!; k++) if (this.covered[nodes[k]!] === 1) return false;
    return true;
  }
}
