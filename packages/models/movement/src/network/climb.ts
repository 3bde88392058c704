// Queries on a contracted network: both ends climb, the best meeting node wins; stalled nodes (a
// better way comes down to them) are not expanded. Many to many with buckets: S. Knopp, P. Sanders,
// D. Schultes, F. Schulz, D. Wagner, ALENEX 2007, 36–45.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { Climb, Contracted } from './contract.ts';
import { MinHeap } from './heap.ts';

export interface RoadQueries {
  /** Whole milliseconds; Infinity when there is no way. */
  durationMs(from: number, to: number): number;
  /** Arcs of the network in order; undefined when there is no way. */
  arcs(from: number, to: number): readonly number[] | undefined;
  /** Row by row: froms × tos, milliseconds. */
  matrixMs(froms: readonly number[], tos: readonly number[]): Float64Array;
}

export function createQueries(contracted: Contracted): RoadQueries {
  const nodeCount = contracted.rankIndex.length;
  const [forward, backward] = [createSide(contracted.up, contracted.down, nodeCount), createSide(contracted.down, contracted.up, nodeCount)];
  const meet = (from: number, to: number): { readonly node: number; readonly ms: number } => {
    forward.start(from);
    backward.start(to);
    let best = { node: -1, ms: Infinity };
    for (let turn = 0; ; turn++) {
      const [a, b] = [forward.heap.topKey(), backward.heap.topKey()];
      if (Math.min(a, b) >= best.ms) break;
      const [side, other] = a <= b ? [forward, backward] : [backward, forward];
      const node = side.step();
      if (node < 0) continue;
      const ms = side.ms[node]! + other.reachedMs(node);
      if (ms < best.ms) best = { node, ms };
    }
    return best;
  };
  return {
    durationMs: (from, to) => meet(from, to).ms,
    arcs: (from, to) => {
      const { node } = meet(from, to);
      if (node < 0) return undefined;
      const up = forward.edgesTo(node).reverse();
      return [...up, ...backward.edgesTo(node)].flatMap((edge) => unpack(contracted, edge));
    },
    matrixMs: (froms, tos) => manyToMany(forward, backward, { froms, tos, nodeCount }),
  };
}

interface Side {
  readonly heap: MinHeap;
  readonly ms: Float64Array;
  start(node: number): void;
  /** Takes the next node; −1 when it had been taken or is stalled. */
  step(): number;
  reachedMs(node: number): number;
  edgesTo(node: number): number[];
}

function createSide(climb: Climb, against: Climb, nodeCount: number): Side {
  const [ms, stamp] = [new Float64Array(nodeCount), new Int32Array(nodeCount)];
  const [edgeTo, cameFrom] = [new Int32Array(nodeCount), new Int32Array(nodeCount)];
  const heap = new MinHeap();
  let round = 0;
  const reachedMs = (node: number): number => (stamp[node] === round ? ms[node]! : Infinity);
  const isStalled = (node: number): boolean => {
    for (let i = against.first[node]!; i < against.first[node + 1]!; i++) if (reachedMs(against.head[i]!) + against.ms[i]! < ms[node]!) return true;
    return false;
  };
  const reach = (node: number, atMs: number, by: { readonly edge: number; readonly node: number }): void => {
    stamp[node] = round;
    ms[node] = atMs;
    edgeTo[node] = by.edge;
    cameFrom[node] = by.node;
    heap.push(atMs, node);
  };
  const step = (): number => {
    const key = heap.topKey();
    const node = heap.pop();
    if (key > ms[node]! || isStalled(node)) return -1;
    for (let i = climb.first[node]!; i < climb.first[node + 1]!; i++) {
      const next = key + climb.ms[i]!;
      if (next < reachedMs(climb.head[i]!)) reach(climb.head[i]!, next, { edge: climb.edge[i]!, node });
    }
    return node;
  };
  const start = (node: number): void => {
    round++;
    heap.clear();
    reach(node, 0, { edge: -1, node: -1 });
  };
  const edgesTo = (node: number): number[] => {
    const edges: number[] = [];
    for (let at = node; edgeTo[at]! >= 0; at = cameFrom[at]!) edges.push(edgeTo[at]!);
    return edges;
  };
  return { heap, ms, start, step, reachedMs, edgesTo };
}

function unpack(contracted: Contracted, edge: number): number[] {
  const arcs: number[] = [];
  const stack = [edge];
  for (let e = stack.pop(); e !== undefined; e = stack.pop()) {
    if (contracted.edgeArc[e]! >= 0) arcs.push(contracted.edgeArc[e]!);
    else stack.push(contracted.edgeSecond[e]!, contracted.edgeFirst[e]!);
  }
  return arcs;
}

function manyToMany(forward: Side, backward: Side, { froms, tos, nodeCount }: { froms: readonly number[]; tos: readonly number[]; nodeCount: number }): Float64Array {
  const [nodes, columns, reached]: [number[], number[], number[]] = [[], [], []];
  tos.forEach((to, column) => {
    backward.start(to);
    while (backward.heap.size > 0) {
      const node = backward.step();
      if (node < 0) continue;
      nodes.push(node);
      columns.push(column);
      reached.push(backward.ms[node]!);
    }
  });
  const first = new Int32Array(nodeCount + 1);
  for (const node of nodes) first[node + 1]!++;
  for (let n = 0; n < nodeCount; n++) first[n + 1]! += first[n]!;
  const [next, column, ms] = [first.slice(), new Int32Array(nodes.length), new Float64Array(nodes.length)];
  nodes.forEach((node, i) => {
    const at = next[node]!++;
    column[at] = columns[i]!;
    ms[at] = reached[i]!;
  });
  const matrix = new Float64Array(froms.length * tos.length).fill(Infinity);
  froms.forEach((from, row) => {
    forward.start(from);
    const base = row * tos.length;
    while (forward.heap.size > 0) {
      const node = forward.step();
      if (node < 0) continue;
      const upMs = forward.ms[node]!;
      for (let i = first[node]!; i < first[node + 1]!; i++) {
        const cell = base + column[i]!;
        if (upMs + ms[i]! < matrix[cell]!) matrix[cell] = upMs + ms[i]!;
      }
    }
  });
  return matrix;
}
