// The latest value of each key: authoritative in memory, written to a table once a second (an
// upsert per reading would cost five times the reading itself), and completed at start from the
// observations that were committed after the last write.

import type { Instant } from '@anlan/kernel';

interface Observed {
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
}

export interface Latest<T extends Observed> {
  take(items: readonly T[]): void;
  values(): T[];
  /** Writes what changed since the last flush; on failure it stays marked and the next flush tries again. */
  flush(): Promise<void>;
}

export function createLatest<T extends Observed>(options: {
  readonly keyOf: (item: T) => string;
  readonly limitCount: number;
  readonly write: (items: readonly T[]) => Promise<void>;
}): Latest<T> {
  const newest = new Map<string, T>();
  const changed = new Set<string>();
  const flush = async (): Promise<void> => {
    const keys = [...changed];
    changed.clear();
    for (let i = 0; i < keys.length; i += WRITE_COUNT) {
      const items = keys.slice(i, i + WRITE_COUNT).flatMap((key) => newest.get(key) ?? []);
      try {
        await options.write(items);
      } catch (error) {
        for (const key of keys.slice(i)) changed.add(key);
        throw error;
      }
    }
  };
  return {
    take(items) {
      for (const item of items) {
        const key = options.keyOf(item);
        const seen = newest.get(key);
        if (seen !== undefined && !isNewer(item, seen)) continue;
        newest.set(key, item);
        changed.add(key);
      }
      if (newest.size > options.limitCount) forgetOldest(newest, options.limitCount);
    },
    values: () => [...newest.values()],
    flush,
  };
}

/** By observation; of two with the same time, the one received last. */
function isNewer(item: Observed, seen: Observed): boolean {
  if (item.observedAt !== seen.observedAt) return item.observedAt > seen.observedAt;
  return item.receivedAt >= seen.receivedAt;
}

/** A tenth at once, so that the sort is rare. What is forgotten here stays in the tables. */
function forgetOldest<T extends Observed>(newest: Map<string, T>, limitCount: number): void {
  const byAge = [...newest.entries()].sort((a, b) => a[1].observedAt - b[1].observedAt);
  for (const [key] of byAge.slice(0, newest.size - Math.floor(limitCount * 0.9))) newest.delete(key);
}

const WRITE_COUNT = 2_000;
