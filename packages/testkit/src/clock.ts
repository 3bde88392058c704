// A clock that stands until it is told to go. Tests and replays advance it; nothing else does.

import type { Clock, Instant } from '@anlan/kernel';
import { addMs, assert, instant } from '@anlan/kernel';

export interface SimulatedClock extends Clock {
  /** Moves forward by milliseconds; time never goes back. */
  advanceMs(durationMs: number): Instant;
  advanceS(durationS: number): Instant;
  /** Moves forward to `at`. */
  setAt(at: Instant): void;
}

export function createSimulatedClock(startAt: Instant = instant('2026-11-23T09:00:00.000Z')): SimulatedClock {
  let nowAt = startAt;
  const setAt = (at: Instant): void => {
    assert(at >= nowAt, 'a simulated clock never goes back');
    nowAt = at;
  };
  return {
    now: () => nowAt,
    setAt,
    advanceMs(durationMs) {
      setAt(addMs(nowAt, durationMs));
      return nowAt;
    },
    advanceS(durationS) {
      setAt(addMs(nowAt, durationS * 1000));
      return nowAt;
    },
  };
}
