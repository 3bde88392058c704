// A small cache of reads. An entry knows what it watches; a live frame marks entries stale and those
// that somebody looks at are fetched again. One request in flight per entry; a change that comes
// meanwhile fetches once more. Old data stay on the screen with their time while a new read runs.

import { toApiError } from './api-error.ts';
import type { ApiError } from './api-error.ts';
import { isWatched } from './live-keys.ts';

export interface Read<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  /** When the data came, by `now` of the cache; undefined before the first. */
  readonly fetchedAt: number | undefined;
}

export interface QueryCache {
  read<T>(key: string): Read<T>;
  subscribe<T>(options: Subscription<T>): () => void;
  /** Keys from a live frame. */
  invalidate(changed: readonly string[]): void;
  invalidateAll(): void;
  refetch(key: string): Promise<void>;
  /** Forget everything: another person sits here now. */
  clear(): void;
}

export interface Subscription<T> {
  readonly key: string;
  readonly watched: readonly string[];
  readonly fetcher: () => Promise<T>;
  readonly listener: () => void;
}

export function createQueryCache(now: () => number): QueryCache {
  const entries = new Map<string, Entry>();

  function entryOf(key: string): Entry {
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { read: EMPTY, watched: [], fetcher: undefined, listeners: new Set(), stale: true, inFlight: undefined };
      entries.set(key, entry);
    }
    return entry;
  }

  function set(entry: Entry, read: Read<unknown>): void {
    entry.read = read;
    entry.listeners.forEach((listener) => listener());
  }

  function fetchEntry(entry: Entry): Promise<void> {
    if (entry.fetcher === undefined) return Promise.resolve();
    if (entry.inFlight !== undefined) {
      entry.stale = true;
      return entry.inFlight;
    }
    entry.stale = false;
    set(entry, { ...entry.read, loading: true });
    entry.inFlight = entry
      .fetcher()
      .then((data) => set(entry, { data, error: undefined, loading: false, fetchedAt: now() }))
      .catch((error: unknown) => set(entry, { ...entry.read, error: toApiError(error), loading: false }))
      .finally(() => {
        entry.inFlight = undefined;
        if (entry.stale && entry.listeners.size > 0) void fetchEntry(entry);
      });
    return entry.inFlight;
  }

  function touch(entry: Entry): void {
    entry.stale = true;
    if (entry.listeners.size > 0) void fetchEntry(entry);
  }

  return {
    read: <T,>(key: string) => (entries.get(key)?.read ?? EMPTY) as Read<T>,
    subscribe: (options) => {
      const entry = entryOf(options.key);
      entry.watched = options.watched;
      entry.fetcher = options.fetcher;
      entry.listeners.add(options.listener);
      if (entry.stale) void fetchEntry(entry);
      return () => entry.listeners.delete(options.listener);
    },
    invalidate: (changed) => entries.forEach((entry) => isWatched(entry.watched, changed) && touch(entry)),
    invalidateAll: () => entries.forEach(touch),
    refetch: (key) => fetchEntry(entryOf(key)),
    clear: () => entries.clear(),
  };
}

interface Entry {
  read: Read<unknown>;
  watched: readonly string[];
  fetcher: (() => Promise<unknown>) | undefined;
  readonly listeners: Set<() => void>;
  stale: boolean;
  inFlight: Promise<void> | undefined;
}

const EMPTY: Read<never> = { data: undefined, error: undefined, loading: false, fetchedAt: undefined };
