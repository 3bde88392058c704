// Which shortcuts a node needs: for each pair of neighbours, unless another way at most as long is
// found by a short search that leaves the node out. A search that gives up adds a shortcut too
// many, never one too few, so answers stay exact.

import type { EdgePool } from './edge-pool.ts';
import { MinHeap } from './heap.ts';

export interface Witness {
  /** Pairs of edges (into the node, out of it) in one flat list; valid until the next call. */
  shortcutsFor(node: number): readonly number[];
}

export function createWitness(pool: EdgePool, rankIndex: Int32Array): Witness {
  const nodeCount = rankIndex.length;
  const [reachedMs, stamp] = [new Float64Array(nodeCount), new Int32Array(nodeCount)];
  const heap = new MinHeap();
  let round = 0;
  const search = (start: number, without: number, limitMs: number, targetCount: number): void => {
    round++;
    heap.clear();
    reachedMs[start] = 0;
    stamp[start] = round;
    heap.push(0, start);
    let settledCount = 0;
    let openCount = targetCount;
    while (heap.size > 0 && settledCount < SETTLED_COUNT_MAX && openCount > 0) {
      const key = heap.topKey();
      if (key > limitMs) break;
      const node = heap.pop();
      if (key > reachedMs[node]!) continue;
      settledCount++;
      if (isTarget[node] === 1) openCount--;
      for (const e of pool.out[node]!) {
        const to = pool.to[e]!;
        if (to === without || rankIndex[to]! >= 0) continue;
        const next = key + pool.ms[e]!;
        if (stamp[to] === round && reachedMs[to]! <= next) continue;
        stamp[to] = round;
        reachedMs[to] = next;
        heap.push(next, to);
      }
    }
  };
  const isTarget = new Uint8Array(nodeCount);
  const shortcuts: number[] = [];
  const shortcutsFor = (node: number): readonly number[] => {
    shortcuts.length = 0;
    const outs = pool.out[node]!;
    let farthestMs = 0;
    for (const e of outs) {
      isTarget[pool.to[e]!] = 1;
      farthestMs = Math.max(farthestMs, pool.ms[e]!);
    }
    for (const into of pool.in[node]!) {
      const start = pool.from[into]!;
      search(start, node, pool.ms[into]! + farthestMs, outs.length);
      for (const e of outs) {
        const end = pool.to[e]!;
        if (end === start) continue;
        const overMs = pool.ms[into]! + pool.ms[e]!;
        if (stamp[end] !== round || reachedMs[end]! > overMs) shortcuts.push(into, e);
      }
    }
    for (const e of outs) isTarget[pool.to[e]!] = 0;
    return shortcuts;
  };
  return { shortcutsFor };
}

/** Nodes that a search for another way settles before it gives up; more costs time, fewer costs shortcuts. */
const SETTLED_COUNT_MAX = 60;
