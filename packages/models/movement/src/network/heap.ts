// A four-ary heap of (key, item) in typed arrays. Nothing is decreased in place: a better key is
// pushed again and the search skips what it has settled (Dijkstra with lazy deletion).
// Source: D. B. Johnson, Information Processing Letters 4 (1975) 53–57 (d-ary heaps).

/* eslint-disable @typescript-eslint/naming-convention, anlan/number-parameter-unit -- node, arc, vertex, from, to are numbers of a graph, not quantities */
export class MinHeap {
  private keys = new Float64Array(1024);
  private items = new Int32Array(1024);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Infinity when empty. */
  topKey(): number {
    return this.size === 0 ? Infinity : this.keys[0]!;
  }

  push(key: number, item: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, items } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (keys[parent]! <= key) break;
      keys[at] = keys[parent]!;
      items[at] = items[parent]!;
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** The item of the least key; −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    const { keys, items } = this;
    const top = items[0]!;
    const last = --this.size;
    if (last > 0) this.sink(keys[last]!, items[last]!);
    return top;
  }

  private sink(key: number, item: number): void {
    const { keys, items, size } = this;
    let at = 0;
    for (;;) {
      const firstChild = 4 * at + 1;
      if (firstChild >= size) break;
      let least = firstChild;
      const end = Math.min(firstChild + 4, size);
      for (let child = firstChild + 1; child < end; child++) if (keys[child]! < keys[least]!) least = child;
      if (keys[least]! >= key) break;
      keys[at] = keys[least]!;
      items[at] = items[least]!;
      at = least;
    }
    keys[at] = key;
    items[at] = item;
  }

  private grow(): void {
    const [keys, items] = [new Float64Array(2 * this.keys.length), new Int32Array(2 * this.items.length)];
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
