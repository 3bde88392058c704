// Turns of strangers at one user name: a few in each window, in the order in which they asked. Who finds
// the window full gets a turn kept in the next one that has room, so nobody can hold it by asking faster.

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';

export type Turn = { readonly isNow: true; giveBack(): void } | { readonly isNow: false; readonly openAt: Instant };

export interface Turns {
  take(place: string, now: Instant): Turn;
}

export function createTurns(startedAt: Instant): Turns {
  const takenCounts = new Map<number, number>();
  const keptFor = new Map<string, number>();
  const change = (index: number, by: number): void => void takenCounts.set(index, (takenCounts.get(index) ?? 0) + by);
  const opensAt = (index: number): Instant => addS(startedAt, index * WINDOW_S);
  return {
    take(place, now) {
      const current = Math.floor((now - startedAt) / (WINDOW_S * 1000));
      for (const index of takenCounts.keys()) if (index < current - 1) takenCounts.delete(index);
      // A kept turn holds for its window and the next one.
      for (const [other, index] of keptFor) if (index < current - 1) keptFor.delete(other);
      const kept = keptFor.get(place);
      if (kept !== undefined && kept > current) return { isNow: false, openAt: opensAt(kept) };
      keptFor.delete(place);
      const index = kept ?? firstWithRoom(takenCounts, current);
      if (kept === undefined && index !== undefined) change(index, 1);
      if (index !== undefined && index <= current) return { isNow: true, giveBack: () => change(index, -1) };
      if (index !== undefined) keptFor.set(place, index);
      return { isNow: false, openAt: opensAt(index ?? current + AHEAD_COUNT) };
    },
  };
}

function firstWithRoom(takenCounts: ReadonlyMap<number, number>, current: number): number | undefined {
  return Array.from({ length: AHEAD_COUNT }, (_unused, i) => current + i).find((index) => (takenCounts.get(index) ?? 0) < TURN_COUNT);
}

/** Five tries of strangers in 30 s, over all addresses. Our choice: an officer at a new seat waits one window. */
const TURN_COUNT = 5;
const WINDOW_S = 30;
/** Turns are kept for five minutes ahead: 45 places. */
const AHEAD_COUNT = 10;
