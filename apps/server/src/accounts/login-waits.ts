// Guessing one account's password is slowed by growing waits, whether the name exists or not. A seat at
// which the account was opened before shows a token (OWASP, device cookies, 2021) and has waits of its
// own, which no stranger can lengthen. Strangers wait by address and share a few turns per user name;
// whoever found them taken gets a turn of his own in a later window, so a new seat comes in as well.

import type { Clock, Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse } from '@anlan/kernel';
import type { Turns } from './login-turns.ts';
import { createTurns } from './login-turns.ts';

export interface LoginTry {
  /** The password was right: what was counted is forgotten. */
  succeeded(): void;
}

export interface Knock {
  readonly userName: string;
  readonly address: string;
  /** Hash of a token that was proved to be of this account: a seat that is remembered, or an open session. */
  readonly provenHash?: string | undefined;
}

export interface LoginWaits {
  /** Counts the try before it is looked at, so that many at once are not all let through. HTTP_LOGIN_WAIT {retryAfterS}. */
  enter(knock: Knock): Result<LoginTry>;
}

export function createLoginWaits(wallClock: Clock): LoginWaits {
  const lanes = new Map<string, Lane>();
  const turnsOf = new Map<string, Turns>();
  return {
    enter({ userName, address, provenHash }) {
      const now = wallClock.now();
      const name = userName.trim().toLowerCase();
      const network = networkOf(address);
      const key = provenHash === undefined ? `${name}\nfrom ${network}` : `${name}\nat ${provenHash}`;
      const lane = lanes.get(key);
      if (lane !== undefined && now < lane.openAt) return wait(now, lane.openAt);
      let giveBack = (): void => undefined;
      if (provenHash === undefined) {
        const turns = turnsOf.get(name) ?? createTurns(now);
        keep(turnsOf, name, turns);
        const turn = turns.take(network, now);
        if (!turn.isNow) return wait(now, turn.openAt);
        ({ giveBack } = turn);
      }
      const remembered = lane !== undefined && now < addS(lane.openAt, FORGET_S) ? lane.failedCount : 0;
      const failedCount = remembered + 1;
      keep(lanes, key, { failedCount, openAt: addS(now, waitS(failedCount)) });
      return ok({
        succeeded() {
          lanes.delete(key);
          giveBack();
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

function wait(now: Instant, openAt: Instant): Result<never> {
  return refuse('HTTP_LOGIN_WAIT', { retryAfterS: Math.ceil((openAt - now) / 1000) });
}

/** One household gets an IPv6 /64 (RFC 6177): its addresses count as one. Of an IPv4 address, itself. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]?.toLowerCase().split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':');
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
/** A guesser at one place gets at most 12 tries an hour. */
const WAIT_S_MAX = 300;
/** Failures are forgotten when none came for so long after the wait. */
const FORGET_S = 3600;
const KEPT_COUNT_MAX = 10_000;
