// Contraction hierarchy: nodes are taken out one by one, least important first, and a shortcut is
// put in where the way over the node was the shortest. Queries then climb only, from both ends.
// Source: R. Geisberger, P. Sanders, D. Schultes, D. Delling, WEA 2008, LNCS 5038, 319–333.
// Importance here: shortcuts added less arcs removed, plus depth; evaluated again when it comes up.

import type { RoadNetwork } from '../api/network.ts';
import { MinHeap } from './heap.ts';
import { EdgePool } from './edge-pool.ts';
import { createWitness } from './witness.ts';

/** Arcs that lead upward, by node, forwards and backwards, with what each stands for. */
export interface Contracted {
  readonly rankIndex: Int32Array;
  readonly up: Climb;
  readonly down: Climb;
  /** Edges of the pool: an arc of the network, or −1 and the two edges that it joins. */
  readonly edgeArc: Int32Array;
  readonly edgeFirst: Int32Array;
  readonly edgeSecond: Int32Array;
  readonly shortcutCount: number;
}

export interface Climb {
  readonly first: Int32Array;
  readonly head: Int32Array;
  readonly edge: Int32Array;
  readonly ms: Float64Array;
}

/** `arcMs`: whole milliseconds by arc, Infinity for arcs that are left out. */
export function contractNetwork(network: RoadNetwork, arcMs: Float64Array): Contracted {
  const nodeCount = network.nodes.length;
  const pool = new EdgePool(network, arcMs);
  const depth = new Int32Array(nodeCount);
  const rankIndex = new Int32Array(nodeCount).fill(-1);
  const witness = createWitness(pool, rankIndex);
  const importance = (node: number): number => witness.shortcutsFor(node).length - pool.degree(node, rankIndex) + depth[node]!;
  const queue = new MinHeap();
  for (let node = 0; node < nodeCount; node++) queue.push(importance(node), node);
  for (let rank = 0; rank < nodeCount; ) {
    const node = queue.pop();
    const shortcuts = witness.shortcutsFor(node);
    const now = shortcuts.length - pool.degree(node, rankIndex) + depth[node]!;
    if (now > queue.topKey()) {
      queue.push(now, node);
      continue;
    }
    rankIndex[node] = rank++;
    for (let i = 0; i < shortcuts.length; i += 2) pool.join(shortcuts[i]!, shortcuts[i + 1]!);
    pool.release(node, (neighbour) => {
      if (rankIndex[neighbour]! < 0) depth[neighbour] = Math.max(depth[neighbour]!, depth[node]! + 1);
    });
  }
  return { rankIndex, ...pool.climbs(rankIndex) };
}
