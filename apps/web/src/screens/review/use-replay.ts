// The case as it was known at a minute: incident, forecasts, plans, orders and stock, asked of the server
// with `knownAt`. The past does not change, so what was fetched is kept for the sitting; dragging the
// slider asks only for where it comes to rest.

import { useEffect, useState } from 'react';
import type { Forecast, HoldingsThen, Incident, Order, Plan } from '@anlan/contracts';
import { toApiError } from '../../api/api-error.ts';
import type { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';

export interface KnownThen {
  /** null: not opened yet at that minute. */
  readonly incident: Incident | null;
  readonly forecasts: readonly Forecast[];
  readonly plans: readonly Plan[];
  readonly orders: readonly Order[];
  /** What was in stock, as known then. */
  readonly holdings: HoldingsThen['holdings'];
}

export interface Replay {
  readonly then: KnownThen | undefined;
  /** True while `then` is of another minute than the one asked for. */
  readonly loading: boolean;
  readonly error: ApiError | undefined;
  readonly retry: () => void;
}

export interface ReplayQuestion {
  readonly incidentId: string;
  /** undefined: now. */
  readonly atMs: number | undefined;
  /** When the incident was opened; nothing is asked about the time before. */
  readonly openedMs: number | undefined;
  /** The live records, shown when no minute is chosen. */
  readonly now: KnownThen | undefined;
}

export function useReplay({ incidentId, atMs, openedMs, now }: ReplayQuestion): Replay {
  const [shown, setShown] = useState<{ readonly key: string; readonly then: KnownThen }>();
  const [error, setError] = useState<ApiError>();
  const [attempt, setAttempt] = useState(0);
  const key = `${incidentId}@${atMs ?? ''}`;
  useEffect(() => {
    setError(undefined);
    if (atMs === undefined || openedMs === undefined || atMs < openedMs) return undefined;
    const kept = cache.get(key);
    if (kept !== undefined) {
      setShown({ key, then: kept });
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchThen(incidentId, new Date(atMs).toISOString(), abort.signal).then((then) => {
        keep(key, then);
        setShown({ key, then });
      }).catch((cause: unknown) => !abort.signal.aborted && setError(toApiError(cause)));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [incidentId, atMs, openedMs, key, attempt]);
  const retry = () => setAttempt((count) => count + 1);
  if (atMs === undefined) return { then: now, loading: now === undefined, error: undefined, retry };
  if (openedMs !== undefined && atMs < openedMs) return { then: NOT_OPENED, loading: false, error: undefined, retry };
  return { then: shown?.then, loading: shown?.key !== key && error === undefined, error, retry };
}

async function fetchThen(id: string, knownAt: string, signal: AbortSignal): Promise<KnownThen> {
  const given = { params: { id }, query: { knownAt }, signal };
  const [incident, forecasts, plans, orders, stock] = await Promise.all([
    call('getIncident', given), call('listForecasts', given), call('listPlans', given), call('listOrders', { query: { incidentId: id, knownAt, limit: 2000 }, signal }),
    call('listHoldings', { query: { knownAt }, signal }),
  ]);
  return { incident, forecasts, plans, orders, holdings: stock.holdings };
}

function keep(key: string, then: KnownThen): void {
  cache.set(key, then);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHE_COUNT && oldest !== undefined) cache.delete(oldest);
}

const NOT_OPENED: KnownThen = { incident: null, forecasts: [], plans: [], orders: [], holdings: [] };
const cache = new Map<string, KnownThen>();
/** Minutes kept; a plan is about 50 kB. */
const CACHE_COUNT = 60;
/** The slider rests this long before the server is asked, ms. */
const REST_MS = 160;
