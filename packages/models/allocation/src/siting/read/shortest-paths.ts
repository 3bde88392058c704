// All shortest paths of an undirected graph in typed arrays: one Dijkstra (1959) from each node with
// a binary heap of packed keys. Infinity where there is no path.

/** Keys of `edges`: smaller node · nodeCount + larger node. */
export function allPairs(nodeCount: number, edges: ReadonlyMap<number, number>): Float64Array {
  const graph = adjacency(nodeCount, edges);
  const all = new Float64Array(nodeCount * nodeCount).fill(Infinity);
  const heap = new Heap(graph.to.length + nodeCount + 1);
  for (let source = 0; source < nodeCount; source++) fromOne(source, graph, all.subarray(source * nodeCount, (source + 1) * nodeCount), heap);
  return all;
}

interface Graph {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly length: Float64Array;
}

function adjacency(nodeCount: number, edges: ReadonlyMap<number, number>): Graph {
  const start = new Int32Array(nodeCount + 1);
  for (const key of edges.keys()) {
    start[Math.floor(key / nodeCount) + 1]!++;
    start[(key % nodeCount) + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const place = start.slice();
  const to = new Int32Array(2 * edges.size);
  const length = new Float64Array(2 * edges.size);
  for (const [key, value] of edges) {
    const [a, b] = [Math.floor(key / nodeCount), key % nodeCount];
    for (const [from, other] of [[a, b], [b, a]] as const) {
      to[place[from]!] = other;
      length[place[from]!++] = value;
    }
  }
  return { start, to, length };
}

function fromOne(source: number, { start, to, length }: Graph, distance: Float64Array, heap: Heap): void {
  distance[source] = 0;
  heap.push(0, source);
  while (heap.fillCount > 0) {
    const near = heap.topKey();
    const node = heap.pop();
    if (near > distance[node]!) continue;
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const next = near + length[k]!;
      if (next >= distance[to[k]!]!) continue;
      distance[to[k]!] = next;
      heap.push(next, to[k]!);
    }
  }
}

class Heap {
  fillCount = 0;
  private readonly key: Float64Array;
  private readonly node: Int32Array;

  constructor(capacityCount: number) {
    this.key = new Float64Array(capacityCount);
    this.node = new Int32Array(capacityCount);
  }

  topKey(): number {
    return this.key[0]!;
  }

  push(key: number, node: number): void {
    let at = this.fillCount++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.key[up]! <= key) break;
      this.key[at] = this.key[up]!;
      this.node[at] = this.node[up]!;
      at = up;
    }
    this.key[at] = key;
    this.node[at] = node;
  }

  pop(): number {
    const top = this.node[0]!;
    const [key, node] = [this.key[--this.fillCount]!, this.node[this.fillCount]!];
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.fillCount) break;
      if (down + 1 < this.fillCount && this.key[down + 1]! < this.key[down]!) down++;
      if (this.key[down]! >= key) break;
      this.key[at] = this.key[down]!;
      this.node[at] = this.node[down]!;
      at = down;
    }
    this.key[at] = key;
    this.node[at] = node;
    return top;
  }
}
