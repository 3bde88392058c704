// The graph while it is being contracted: edges in growing typed arrays, lists of them by node.
// Between two nodes only the shortest edge is kept, so that lists stay short.

/* eslint-disable @typescript-eslint/naming-convention, anlan/number-parameter-unit -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { RoadNetwork } from '../api/network.ts';
import type { Climb, Contracted } from './contract.ts';

export class EdgePool {
  from: Int32Array;
  to: Int32Array;
  ms: Float64Array;
  readonly out: number[][];
  readonly in: number[][];
  private arc: Int32Array;
  private firstPart: Int32Array;
  private secondPart: Int32Array;
  private size = 0;
  private shortcutCount = 0;

  constructor(network: RoadNetwork, arcMs: Float64Array) {
    const capacity = 2 * network.head.length + 16;
    [this.from, this.to, this.arc] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
    [this.firstPart, this.secondPart] = [new Int32Array(capacity), new Int32Array(capacity)];
    this.ms = new Float64Array(capacity);
    this.out = network.nodes.map(() => []);
    this.in = network.nodes.map(() => []);
    for (let a = 0; a < network.head.length; a++) {
      const [tail, head] = [network.tail[a]!, network.head[a]!];
      if (tail !== head && Number.isFinite(arcMs[a]!)) this.add({ tail, head, arc: a, first: -1, second: -1 }, arcMs[a]!);
    }
  }

  /** Edges at the node whose other end is still in the graph. */
  degree(node: number, rankIndex: Int32Array): number {
    let count = 0;
    for (const e of this.out[node]!) if (rankIndex[this.to[e]!]! < 0) count++;
    for (const e of this.in[node]!) if (rankIndex[this.from[e]!]! < 0) count++;
    return count;
  }

  /** A shortcut for two edges that meet at the node being taken out. */
  join(first: number, second: number): void {
    this.shortcutCount++;
    this.add({ tail: this.from[first]!, head: this.to[second]!, arc: -1, first, second }, this.ms[first]! + this.ms[second]!);
  }

  /** The node leaves the graph: its neighbours forget it, it keeps its own lists for the climbs. */
  release(node: number, touched: (neighbour: number) => void): void {
    for (const e of this.out[node]!) {
      const other = this.to[e]!;
      this.in[other] = this.in[other]!.filter((each) => this.from[each] !== node);
      touched(other);
    }
    for (const e of this.in[node]!) {
      const other = this.from[e]!;
      this.out[other] = this.out[other]!.filter((each) => this.to[each] !== node);
      touched(other);
    }
  }

  climbs(rankIndex: Int32Array): Omit<Contracted, 'rankIndex'> {
    return {
      up: this.climb(this.out, this.to, rankIndex), down: this.climb(this.in, this.from, rankIndex),
      edgeArc: this.arc.slice(0, this.size), edgeFirst: this.firstPart.slice(0, this.size), edgeSecond: this.secondPart.slice(0, this.size),
      shortcutCount: this.shortcutCount,
    };
  }

  /** After contraction every list holds exactly the edges to nodes that left later: upward. */
  private climb(lists: readonly (readonly number[])[], end: Int32Array, rankIndex: Int32Array): Climb {
    const first = new Int32Array(lists.length + 1);
    lists.forEach((list, node) => (first[node + 1] = first[node]! + list.length));
    const [head, edge, ms] = [new Int32Array(first[lists.length]!), new Int32Array(first[lists.length]!), new Float64Array(first[lists.length]!)];
    lists.forEach((list, node) => {
      // Highest first: the query meets the strongest arcs early.
      const sorted = [...list].sort((a, b) => rankIndex[end[b]!]! - rankIndex[end[a]!]!);
      sorted.forEach((e, i) => {
        head[first[node]! + i] = end[e]!;
        edge[first[node]! + i] = e;
        ms[first[node]! + i] = this.ms[e]!;
      });
    });
    return { first, head, edge, ms };
  }

  private add(edge: { tail: number; head: number; arc: number; first: number; second: number }, durationMs: number): void {
    const { tail, head } = edge;
    const twin = this.out[tail]!.find((each) => this.to[each] === head);
    if (twin !== undefined && this.ms[twin]! <= durationMs) return;
    const e = this.size++;
    if (e === this.from.length) this.grow();
    this.from[e] = tail;
    this.to[e] = head;
    this.ms[e] = durationMs;
    this.arc[e] = edge.arc;
    this.firstPart[e] = edge.first;
    this.secondPart[e] = edge.second;
    if (twin === undefined) {
      this.out[tail]!.push(e);
      this.in[head]!.push(e);
      return;
    }
    const [out, into] = [this.out[tail]!, this.in[head]!];
    out[out.indexOf(twin)] = e;
    into[into.indexOf(twin)] = e;
  }

  private grow(): void {
    const wider = (old: Int32Array): Int32Array => {
      const next = new Int32Array(2 * old.length);
      next.set(old);
      return next;
    };
    [this.from, this.to, this.arc] = [wider(this.from), wider(this.to), wider(this.arc)];
    [this.firstPart, this.secondPart] = [wider(this.firstPart), wider(this.secondPart)];
    const ms = new Float64Array(2 * this.ms.length);
    ms.set(this.ms);
    this.ms = ms;
  }
}
