// A store that is away for a while is waited for: work that threw a retryable failure is done again,
// with growing pauses, for about two minutes.

import { setTimeout as sleep } from 'node:timers/promises';
import { AdapterError } from '@anlan/kernel';

/** Gives up at once when nobody waits for it any more. */
export async function withRetries<T>(work: () => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AdapterError) || !error.retryable || attempt >= ATTEMPT_COUNT || !isWanted()) throw error;
      await sleep(Math.min(PAUSE_MS * attempt, PAUSE_MS_MAX));
    }
  }
}

const ATTEMPT_COUNT = 30;
const PAUSE_MS = 500;
const PAUSE_MS_MAX = 5000;
