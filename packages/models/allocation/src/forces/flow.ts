// Minimum-cost flow with whole amounts, by successive shortest paths (Ahuja, Magnanti & Orlin 1993,
// section 9.7): exact. A cost is one big integer that packs several figures in order of rank, so
// that the first is minimised before the second is looked at: a lexicographic optimum in one solve.

import { assert } from '@anlan/kernel';

export interface FlowNetwork {
  /** Gives the number of the arc. */
  add(from: number, to: number, capacityCount: number, cost: bigint): number;
  /** Sends as much as goes, at least cost; what flows. */
  solve(source: number, sink: number): number;
  on(arc: number): number;
}

/** `nodeCount` nodes, numbered from 0. Costs of arcs are ≥ 0. */
export function createFlow(nodeCount: number): FlowNetwork {
  const to: number[] = [];
  const left: number[] = [];
  const cost: bigint[] = [];
  const out: number[][] = Array.from({ length: nodeCount }, () => []);
  const half = (from: number, target: number, capacityCount: number, price: bigint): void => {
    out[from]!.push(to.length);
    to.push(target);
    left.push(capacityCount);
    cost.push(price);
  };
  return {
    add(from, target, capacityCount, price) {
      assert(Number.isInteger(capacityCount) && capacityCount >= 0 && price >= 0n, 'an arc has a whole capacity and a cost of at least 0');
      const arc = to.length;
      half(from, target, capacityCount, price);
      half(target, from, 0, -price);
      return arc;
    },
    solve(source, sink) {
      let total = 0;
      for (;;) {
        const via = shortestPath({ to, left, cost, out }, source, sink);
        if (via === undefined) return total;
        let amount = Infinity;
        for (let node = sink; node !== source; node = to[via[node]! ^ 1]!) amount = Math.min(amount, left[via[node]!]!);
        for (let node = sink; node !== source; node = to[via[node]! ^ 1]!) {
          left[via[node]!]! -= amount;
          left[via[node]! ^ 1]! += amount;
        }
        total += amount;
      }
    },
    on: (arc) => left[arc ^ 1] ?? 0,
  };
}

/** Packs figures of falling rank into one cost; `maxima`: what each could add up to at most. */
export function packCost(figures: readonly number[], maxima: readonly number[]): bigint {
  return figures.reduce((packed, figure, i) => packed * (BigInt(maxima[i] ?? 0) + 1n) + BigInt(figure), 0n);
}

interface Arcs {
  readonly to: readonly number[];
  readonly left: readonly number[];
  readonly cost: readonly bigint[];
  readonly out: readonly (readonly number[])[];
}

/** Bellman–Ford with a queue: the arc by which each node is reached, or nothing when the sink is not. */
function shortestPath({ to, left, cost, out }: Arcs, source: number, sink: number): readonly number[] | undefined {
  const reach: (bigint | undefined)[] = Array.from({ length: out.length }, () => undefined);
  const via: number[] = Array.from({ length: out.length }, () => -1);
  const waiting = new Set<number>([source]);
  reach[source] = 0n;
  for (const node of waiting) {
    waiting.delete(node);
    for (const arc of out[node]!) {
      if (left[arc]! <= 0) continue;
      const next = reach[node]! + cost[arc]!;
      const known = reach[to[arc]!];
      if (known !== undefined && known <= next) continue;
      reach[to[arc]!] = next;
      via[to[arc]!] = arc;
      waiting.add(to[arc]!);
    }
  }
  return reach[sink] === undefined ? undefined : via;
}
