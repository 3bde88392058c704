// Reads for components: `useQuery('getIncident', { params: { id } })`. The watched live keys come from
// the route; nothing polls except where `everyS` says so (values without a live key, such as the tide).

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { RouteAnswer, RouteId } from '@anlan/contracts';
import type { CallInput } from './call.ts';
import { call } from './call.ts';
import type { ReadInput } from './live-keys.ts';
import { cacheKeyOf, liveKeysOf } from './live-keys.ts';
import type { Read } from './query-cache.ts';
import { createQueryCache } from './query-cache.ts';

export const queryCache = createQueryCache(() => Date.now());

export interface QueryOptions {
  /** False: nothing is fetched (an id is not known yet). */
  readonly enabled?: boolean;
  /** Fetch again every so many seconds while somebody looks. */
  readonly everyS?: number;
}

export type QueryResult<T> = Read<T> & { readonly refetch: () => Promise<void> };

export function useQuery<K extends RouteId>(routeId: K, input: CallInput<K>, options: QueryOptions = {}): QueryResult<RouteAnswer<K>> {
  const enabled = options.enabled ?? true;
  const key = cacheKeyOf(routeId, input as ReadInput);
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!enabled) return () => undefined;
      const fetcher = () => (call as (id: K, given: CallInput<K>) => Promise<RouteAnswer<K>>)(routeId, input);
      return queryCache.subscribe({ key, watched: liveKeysOf(routeId, input as ReadInput), fetcher, listener });
    },
    // `key` stands for routeId and input.
    [key, enabled],
  );
  const read = useSyncExternalStore(subscribe, () => queryCache.read<RouteAnswer<K>>(key));
  useEffect(() => {
    if (!enabled || options.everyS === undefined) return undefined;
    const timer = setInterval(() => void queryCache.refetch(key), options.everyS * 1000);
    return () => clearInterval(timer);
  }, [key, enabled, options.everyS]);
  const refetch = useCallback(() => queryCache.refetch(key), [key]);
  return { ...(enabled ? read : NOTHING), refetch };
}

const NOTHING: Read<never> = { data: undefined, error: undefined, loading: false, fetchedAt: undefined };
