// Guessing one account's password is slowed by growing waits, whether the name exists or not, from
// whatever addresses. Nobody is locked out for good: a wait ends by itself and never exceeds its bound,
// and an address from which the account was opened before has waits of its own, so that strangers who
// guess do not keep the officer out (OWASP, device cookies, 2021, with the address for the cookie).

import type { Clock, Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse } from '@anlan/kernel';

export interface LoginTry {
  /** The password was right: what was counted is forgotten, the address is known from now on. */
  succeeded(): void;
}

export interface LoginWaits {
  /** Counts the try before it is looked at, so that many at once are not all let through. HTTP_LOGIN_WAIT {retryAfterS}. */
  enter(userName: string, address: string): Result<LoginTry>;
}

export function createLoginWaits(wallClock: Clock): LoginWaits {
  const lanes = new Map<string, Lane>();
  const knownAddresses = new Map<string, true>();
  return {
    enter(userName, address) {
      const now = wallClock.now();
      const name = userName.trim().toLowerCase();
      const place = `${name}\n${address}`;
      const key = knownAddresses.has(place) ? place : name;
      const lane = lanes.get(key);
      if (lane !== undefined && now < lane.openAt) return refuse('HTTP_LOGIN_WAIT', { retryAfterS: Math.ceil((lane.openAt - now) / 1000) });
      const remembered = lane !== undefined && now < addS(lane.openAt, FORGET_S) ? lane.failedCount : 0;
      const failedCount = remembered + 1;
      keep(lanes, key, { failedCount, openAt: addS(now, waitS(failedCount)) });
      return ok({
        succeeded() {
          lanes.delete(key);
          keep(knownAddresses, place, true);
        },
      });
    },
  };
}

/** Seconds until the next try after so many failures in a row. */
export function waitS(failedCount: number): number {
  return failedCount < FREE_COUNT ? 0 : Math.min(WAIT_S_MAX, FIRST_WAIT_S * 2 ** (failedCount - FREE_COUNT));
}

interface Lane {
  readonly failedCount: number;
  readonly openAt: Instant;
}

/** The newest last; the oldest goes when there are too many, so that invented names do not fill the memory. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > KEPT_COUNT_MAX ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

/** The fifth failure brings the first wait; a person who mistypes seldom gets there. Our choice, as are the others. */
const FREE_COUNT = 5;
const FIRST_WAIT_S = 5;
/** A guesser gets at most 12 tries an hour; the officer waits five minutes at worst. */
const WAIT_S_MAX = 300;
/** Failures are forgotten when none came for so long after the wait. */
const FORGET_S = 3600;
const KEPT_COUNT_MAX = 10_000;
