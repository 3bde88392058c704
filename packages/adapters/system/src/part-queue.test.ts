import { describe, expect, it } from 'vitest';
import { createPartQueue } from './part-queue.ts';
import type { PartKind } from './part-queue.ts';

const long: PartKind = { urgency: 'what-if', short: false };
const short: PartKind = { urgency: 'what-if', short: true };
const first: PartKind = { urgency: 'first', short: false };

/** Names of the parts in the order in which they began; a part ends when the test says so. */
function watched(threadCount: number) {
  const queue = createPartQueue({ threadCount });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, kind: PartKind): void => void queue.run(kind, () => new Promise<void>((end) => {
    begun.push(name);
    ends.set(name, end);
  }));
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
  return { add, begun, settle, end: async (name: string) => { ends.get(name)!(); await settle(); } };
}

describe('which part gets a thread', () => {
  it('long parts of what-ifs leave one thread of two; a first forecast takes it, then goes on before them', async () => {
    const { add, begun, settle, end } = watched(2);
    for (const name of ['x1', 'x2', 'x3']) add(name, long);
    await settle();
    expect(begun).toEqual(['x1']);
    add('y1', first);
    add('y2', first);
    await settle();
    expect(begun).toEqual(['x1', 'y1']);
    await end('x1');
    expect(begun).toEqual(['x1', 'y1', 'y2']);
  });

  it('short parts may fill all threads, and one thread alone takes long parts too', async () => {
    const two = watched(2);
    two.add('a', short);
    two.add('b', short);
    const one = watched(1);
    one.add('c', long);
    await two.settle();
    expect([two.begun, one.begun]).toEqual([['a', 'b'], ['c']]);
  });
});
