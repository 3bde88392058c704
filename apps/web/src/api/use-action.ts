// A write by a person: one at a time, the refusal stays on the screen until the next try. After it the
// reads that it touched are fetched again, so that what is shown as done was read back.

import { useCallback, useState } from 'react';
import type { ApiError } from './api-error.ts';
import { toApiError } from './api-error.ts';
import { queryCache } from './use-query.ts';

export interface Action {
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  /** Resolves true when the write was accepted. `touched`: live keys to fetch again at once. */
  readonly run: (write: () => Promise<unknown>, touched?: readonly string[]) => Promise<boolean>;
  readonly clear: () => void;
}

export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const run = useCallback(async (write: () => Promise<unknown>, touched: readonly string[] = []) => {
    setBusy(true);
    setError(undefined);
    try {
      await write();
      queryCache.invalidate(touched);
      return true;
    } catch (cause) {
      setError(toApiError(cause));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}
