// One ticking clock for the whole screen, on the server's time. Components that show an age or a
// countdown take `useNow()`; a hidden tab stops ticking and catches up when it is shown again.

import { useSyncExternalStore } from 'react';
import { createServerClock } from '../api/server-clock.ts';

export const serverClock = createServerClock(() => performance.now());

/** Server time in ms, renewed once a second. 0 until the server has told its time. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => nowMs);
}

let nowMs = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const next = Math.floor(serverClock.now() / 1000) * 1000;
  if (next === nowMs) return;
  nowMs = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 250);
  tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
