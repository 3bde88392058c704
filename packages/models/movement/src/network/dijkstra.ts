// One search from one node to all nodes over given arc durations: E. W. Dijkstra, Numerische
// Mathematik 1 (1959) 269–271. Durations are whole milliseconds; Infinity marks a shut arc.

/* eslint-disable @typescript-eslint/naming-convention, anlan/number-parameter-unit -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { RoadNetwork } from '../api/network.ts';
import { MinHeap } from './heap.ts';

/** Arrays of a search, to be used again; `arcTo[n]` is the arc by which n was reached, −1 for the start. */
export interface RoadTree {
  readonly durationMs: Float64Array;
  readonly arcTo: Int32Array;
}

export function createTree(network: RoadNetwork): RoadTree {
  return { durationMs: new Float64Array(network.nodes.length), arcTo: new Int32Array(network.nodes.length) };
}

/** Fills `tree`; stops early once every node of `targets` is settled. */
export function searchFrom(network: RoadNetwork, arcMs: Float64Array, options: { readonly from: number; readonly tree: RoadTree; readonly targets?: readonly number[] }): RoadTree {
  const { from, tree } = options;
  const { durationMs, arcTo } = tree;
  durationMs.fill(Infinity);
  arcTo.fill(-1);
  const { first, head } = network;
  const settled = new Uint8Array(network.nodes.length);
  const open = new Set(options.targets ?? []);
  const heap = new MinHeap();
  durationMs[from] = 0;
  heap.push(0, from);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (settled[node] === 1) continue;
    settled[node] = 1;
    if (options.targets !== undefined && open.delete(node) && open.size === 0) break;
    const at = durationMs[node]!;
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const to = head[arc]!;
      const reached = at + arcMs[arc]!;
      if (reached < durationMs[to]!) {
        durationMs[to] = reached;
        arcTo[to] = arc;
        heap.push(reached, to);
      }
    }
  }
  return tree;
}

/** Arcs from the start of the tree to `to`, in order; undefined when it was not reached. */
export function arcsTo(network: RoadNetwork, tree: RoadTree, to: number): readonly number[] | undefined {
  if (!Number.isFinite(tree.durationMs[to]!)) return undefined;
  const arcs: number[] = [];
  for (let node = to; tree.arcTo[node]! >= 0; node = network.tail[tree.arcTo[node]!]!) arcs.push(tree.arcTo[node]!);
  return arcs.reverse();
}
