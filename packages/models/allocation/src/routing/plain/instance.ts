// The plain case: one depot, equal vehicles with one capacity, one window per customer, fixed arcs.
// Node 0 is the depot. Everything lies in flat arrays; the unit of cost and time is the caller's.

export interface PlainInstance {
  /** With the depot, which is node 0. */
  readonly nodeCount: number;
  /** No plan has more routes. */
  readonly vehicleCount: number;
  readonly capacityValue: number;
  readonly demand: Float64Array;
  /** Service may begin from opens to closes; of the depot: leave from opens, be back by closes. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly service: Float64Array;
  /** cost[i * nodeCount + j] of the arc from i to j, and the same of the arc from j to i. */
  readonly cost: Float64Array;
  readonly costBack: Float64Array;
  readonly time: Float64Array;
  readonly timeBack: Float64Array;
}

/** Square matrix with its rows and columns exchanged; the same array when it is symmetric. */
export function transposed(matrix: Float64Array, nodeCount: number): Float64Array {
  const back = new Float64Array(matrix.length);
  let isSymmetric = true;
  for (let i = 0; i < nodeCount; i++) {
    for (let j = 0; j < nodeCount; j++) {
      const value = matrix[j * nodeCount + i]!;
      back[i * nodeCount + j] = value;
      if (value !== matrix[i * nodeCount + j]) isSymmetric = false;
    }
  }
  return isSymmetric ? matrix : back;
}

/** The other customers of each customer, nearest first: neighbours[i * (nodeCount - 1)] is i itself. */
export function nearestFirst({ nodeCount, cost }: PlainInstance): Int32Array {
  const width = nodeCount - 1;
  const neighbours = new Int32Array(nodeCount * width);
  const order: number[] = [];
  for (let i = 1; i < nodeCount; i++) {
    order.length = 0;
    const row = i * nodeCount;
    for (let j = 1; j < nodeCount; j++) order.push(j);
    order.sort((a, b) => (a === i ? -1 : b === i ? 1 : cost[row + a]! - cost[row + b]! || a - b));
    neighbours.set(order, i * width);
  }
  return neighbours;
}

/**
 * Ranks of the customers in each fixed order of insertion: by demand, far first, near first, narrow
 * window first, early opening first, late closing first (Christiaens and Vanden Berghe 2020, §4.3 and §6).
 */
export function insertionRanks({ nodeCount, demand, cost, opens, closes }: PlainInstance): readonly Int32Array[] {
  const keys: readonly ((node: number) => number)[] = [
    (node) => -demand[node]!, (node) => -cost[node]!, (node) => cost[node]!,
    (node) => closes[node]! - opens[node]!, (node) => opens[node]!, (node) => -closes[node]!,
  ];
  return keys.map((key) => {
    const order = Array.from({ length: nodeCount - 1 }, (_node, i) => i + 1).sort((a, b) => key(a) - key(b) || a - b);
    const ranks = new Int32Array(nodeCount);
    order.forEach((node, rank) => { ranks[node] = rank; });
    return ranks;
  });
}
