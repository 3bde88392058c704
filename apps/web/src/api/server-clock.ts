// The server's time on the screen. The device's own clock is never shown: an officer's PC that is
// five minutes wrong must not move a legal deadline. `rateRatio` runs a play faster than real time.

export interface ServerClock {
  /** Epoch milliseconds of the server (of the play, in a play). */
  now(): number;
  /** A new reading from the server. */
  sync(serverAt: number, rateRatio: number): void;
  /** False until the first reading. */
  isSet(): boolean;
}

/** `monotonicMs` never goes back (performance.now). */
export function createServerClock(monotonicMs: () => number): ServerClock {
  let baseAt = 0;
  let baseMs = 0;
  let rateRatio = 1;
  let set = false;
  return {
    now: () => (set ? baseAt + (monotonicMs() - baseMs) * rateRatio : 0),
    isSet: () => set,
    sync: (serverAt, rate) => {
      const ownAt = baseAt + (monotonicMs() - baseMs) * rateRatio;
      const driftMs = serverAt - ownAt;
      const jump = !set || rate !== rateRatio || Math.abs(driftMs) > JUMP_MS * Math.max(1, rate);
      // Between jumps only earlier news is corrected: a frame that was late on the way would set the clock back.
      if (!jump && driftMs <= 0) return;
      [baseAt, baseMs, rateRatio, set] = [serverAt, monotonicMs(), rate, true];
    },
  };
}

/** Below this difference a reading that lags is taken for travel time on the network, ms. */
const JUMP_MS = 2000;
