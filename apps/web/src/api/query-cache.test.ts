import { describe, expect, it, vi } from 'vitest';
import { createQueryCache } from './query-cache.ts';

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('cache of reads', () => {
  it('fetches once for two lookers and keeps the time of the data', async () => {
    const cache = createQueryCache(() => 42);
    const fetcher = vi.fn(async () => 'a');
    const options = { key: 'k', watched: ['queue'], fetcher, listener: () => undefined };
    cache.subscribe(options);
    cache.subscribe({ ...options, listener: () => undefined });
    await settle();
    expect(fetcher).toHaveBeenCalledTimes(1);
    expect(cache.read('k')).toEqual({ data: 'a', error: undefined, loading: false, fetchedAt: 42 });
  });

  it('fetches again what is watched and looked at, and only that', async () => {
    const cache = createQueryCache(() => 0);
    const seen = vi.fn(async () => 1);
    const left = vi.fn(async () => 1);
    cache.subscribe({ key: 'seen', watched: ['incident/1'], fetcher: seen, listener: () => undefined });
    cache.subscribe({ key: 'left', watched: ['incident/1'], fetcher: left, listener: () => undefined })();
    await settle();
    cache.invalidate(['incident/2']);
    await settle();
    expect([seen.mock.calls.length, left.mock.calls.length]).toEqual([1, 1]);
    cache.invalidate(['incident/1']);
    await settle();
    expect([seen.mock.calls.length, left.mock.calls.length]).toEqual([2, 1]);
    // What was left is stale: it is fetched when somebody looks again.
    cache.subscribe({ key: 'left', watched: ['incident/1'], fetcher: left, listener: () => undefined });
    await settle();
    expect(left).toHaveBeenCalledTimes(2);
  });

  it('a change during a fetch causes one more fetch, so that no change is missed', async () => {
    const cache = createQueryCache(() => 0);
    const waits = [deferred<number>(), deferred<number>()];
    let count = 0;
    cache.subscribe({ key: 'k', watched: ['q'], fetcher: () => waits[count++]!.promise, listener: () => undefined });
    cache.invalidate(['q']);
    cache.invalidate(['q']);
    expect(count).toBe(1);
    waits[0]!.resolve(1);
    await settle();
    expect(count).toBe(2);
    waits[1]!.resolve(2);
    await settle();
    expect(cache.read('k').data).toBe(2);
  });

  it('a failed renewal keeps the old data and shows the error beside them', async () => {
    const cache = createQueryCache(() => 7);
    let fail = false;
    cache.subscribe({ key: 'k', watched: ['q'], fetcher: async () => { if (fail) throw new Error('down'); return 'old'; }, listener: () => undefined });
    await settle();
    fail = true;
    cache.invalidateAll();
    await settle();
    expect(cache.read('k')).toMatchObject({ data: 'old', fetchedAt: 7, loading: false });
    expect(cache.read('k').error?.answer.code).toBe('WEB_SCREEN_FAILED');
  });
});
