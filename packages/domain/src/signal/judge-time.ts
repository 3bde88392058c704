// The window of time in which an observation is believed: a clock may run a little ahead, and a
// buffer may be filled for some days. Outside it the item is refused by code, never moved into it.

import type { Instant, Result } from '@anlan/kernel';
import { instantFromIso, instantFromMs, isoFromInstant, ok, refuse, secondsBetween } from '@anlan/kernel';

/** An instant of the wire: ISO 8601 with offset, or epoch milliseconds from our own decoders. */
export function readObservedAt(raw: unknown): Result<Instant> {
  if (typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) <= MAX_EPOCH_MS) return ok(instantFromMs(raw));
  if (typeof raw !== 'string') return refuse('SIGNAL_TIME_UNREADABLE', { text: describe(raw) });
  const read = instantFromIso(raw);
  return read.ok ? read : refuse('SIGNAL_TIME_UNREADABLE', { text: describe(raw) });
}

/** Refuses SIGNAL_TIME_IN_FUTURE {observedAt, aheadS} or SIGNAL_TIME_TOO_OLD {observedAt, ageDays}. */
export function judgeObservedAt(observedAt: Instant, now: Instant): Result<Instant> {
  const ageS = secondsBetween(observedAt, now);
  if (-ageS > AHEAD_S_MAX) return refuse('SIGNAL_TIME_IN_FUTURE', { observedAt: isoFromInstant(observedAt), aheadS: Math.round(-ageS) });
  if (ageS > AGE_S_MAX) return refuse('SIGNAL_TIME_TOO_OLD', { observedAt: isoFromInstant(observedAt), ageDays: Math.floor(ageS / DAY_S) });
  return ok(observedAt);
}

/** A raw value as short text, for a sentence about it. */
export function describe(raw: unknown): string {
  if (typeof raw === 'string') return raw.slice(0, TEXT_COUNT);
  if (typeof raw === 'object' && raw !== null) return Array.isArray(raw) ? '[…]' : '{…}';
  return String(raw).slice(0, TEXT_COUNT);
}

/** How far a source's clock may run ahead, s: our choice, wider than GNSS and NTP ever are. */
export const AHEAD_S_MAX = 300;
/** How long a source may have buffered, s: our choice, a week. */
export const AGE_S_MAX = 7 * 86_400;
const DAY_S = 86_400;
const TEXT_COUNT = 40;
/** Range of ECMAScript time, ms (ECMA-262 §21.4.1.1). */
const MAX_EPOCH_MS = 8.64e15;
