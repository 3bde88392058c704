// The machine's clock, and clocks for plays: one that runs at a rate, one that is moved by hand.

import type { Clock, Instant } from '@anlan/kernel';
import { addMs, instantFromMs } from '@anlan/kernel';

export const systemClock: Clock = { now: () => instantFromMs(Date.now()) };

/** Starts at `startAt` and runs `rateRatio` times as fast as the machine's clock. */
export function createScaledClock(startAt: Instant, rateRatio: number): Clock {
  const startedMs = performance.now();
  return { now: () => addMs(startAt, (performance.now() - startedMs) * rateRatio) };
}

export interface SteppedClock extends Clock {
  /** Moves forward; asserts that time never runs back. */
  set(at: Instant): void;
}

export function createSteppedClock(startAt: Instant): SteppedClock {
  let current = startAt;
  return {
    now: () => current,
    set(at) {
      if (at < current) throw new Error('a stepped clock never runs back');
      current = at;
    },
  };
}
