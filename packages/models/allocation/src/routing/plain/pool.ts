// Routes seen in good plans, each set of customers once with its cheapest order. The set partitioning
// in combine.ts picks the best plan from them: routes of different runs may fit together better
// than in the plan each came from (Rochat and Taillard 1995; Foster and Ryan 1976).

import { hashUint32 } from '@anlan/kernel';
import type { PlainState } from './state.ts';
import { routeCost } from './state.ts';

export class RoutePool {
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  readonly costs: Float64Array;
  count = 0;
  private readonly at = new Map<number, number>();
  private readonly keyHigh: Int32Array;
  private readonly keyLow: Int32Array;

  constructor(nodeCount: number) {
    this.nodes = new Int32Array(ROUTE_COUNT_MAX * 16 + nodeCount);
    this.starts = new Int32Array(ROUTE_COUNT_MAX + 1);
    this.costs = new Float64Array(ROUTE_COUNT_MAX);
    this.keyHigh = Int32Array.from({ length: nodeCount }, (_node, i) => hashUint32(1, i, 0, 0) >>> 6);
    this.keyLow = Int32Array.from({ length: nodeCount }, (_node, i) => hashUint32(2, i, 0, 0) >>> 6);
  }

  clear(): void {
    this.count = 0;
    this.at.clear();
  }

  addPlan(s: PlainState): void {
    for (let i = 0; i < s.activeCount; i++) this.addRoute(s, s.active[i]!);
  }

  /** A set already known keeps its cheaper order. Two sets with one 52-bit key: the later is lost, nothing worse. */
  private addRoute(s: PlainState, route: number): void {
    const size = s.size[route]!;
    let high = 0;
    let low = 0;
    for (let node = s.first[route]!; node !== 0; node = s.next[node]!) {
      high ^= this.keyHigh[node]!;
      low ^= this.keyLow[node]!;
    }
    const key = high * 2 ** 26 + low;
    const known = this.at.get(key);
    const cost = routeCost(s, route);
    if (known !== undefined && (this.costs[known]! <= cost || this.starts[known + 1]! - this.starts[known]! !== size)) return;
    const at = known ?? this.count;
    const from = this.starts[at]!;
    if (known === undefined) {
      if (this.count === ROUTE_COUNT_MAX || from + size > this.nodes.length) return;
      this.at.set(key, this.count++);
      this.starts[at + 1] = from + size;
    }
    this.costs[at] = cost;
    let k = from;
    for (let node = s.first[route]!; node !== 0; node = s.next[node]!) this.nodes[k++] = node;
  }
}

/** More would make the partitioning slow without making it better. */
const ROUTE_COUNT_MAX = 6000;
