// An instant is UTC, in whole milliseconds since 1970-01-01T00:00:00Z, branded so that a
// duration or a local time cannot take its place. Local time exists in the web and in reports only.

import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import { assert } from './assert.ts';

declare const instantBrand: unique symbol;
export type Instant = number & { readonly [instantBrand]: 'Instant' };

/** Tells the time. The only way for the core to learn it. */
export interface Clock {
  now(): Instant;
}

/** Epoch milliseconds to Instant; asserts a finite integer within the range of ECMAScript time. */
export function instantFromMs(epochMs: number): Instant {
  assert(Number.isInteger(epochMs) && Math.abs(epochMs) <= MAX_EPOCH_MS, `not an instant: ${epochMs}`);
  return epochMs as Instant;
}

/** Reads ISO 8601 with an explicit offset (`Z` or `±hh:mm`). A time without one, or on a day that the month does not have, is refused. */
export function instantFromIso(text: string): Result<Instant> {
  if (!ISO_WITH_OFFSET.test(text)) return refuse('KERNEL_INSTANT_UNREADABLE', { text: text.slice(0, 40) });
  const epochMs = Date.parse(text);
  if (!Number.isFinite(epochMs) || !isDayOfMonth(text.slice(0, 10))) return refuse('KERNEL_INSTANT_UNREADABLE', { text: text.slice(0, 40) });
  return ok(instantFromMs(epochMs));
}

/** For literals in code and data that are known to be right. */
export function instant(text: string): Instant {
  const read = instantFromIso(text);
  assert(read.ok, `not an instant: ${text}`);
  return read.value;
}

/** ISO 8601, UTC, milliseconds, `Z`. */
export function isoFromInstant(at: Instant): string {
  return new Date(at).toISOString();
}

export function addMs(at: Instant, durationMs: number): Instant {
  return instantFromMs(Math.round(at + durationMs));
}

export function addS(at: Instant, durationS: number): Instant {
  return addMs(at, durationS * 1000);
}

/** Seconds from `fromAt` to `toAt`, negative when `toAt` is earlier. */
export function secondsBetween(fromAt: Instant, toAt: Instant): number {
  return (toAt - fromAt) / 1000;
}

/** The engine reads 30 February as 2 March; here it is no day. */
function isDayOfMonth(day: string): boolean {
  return new Date(day).toISOString().startsWith(day);
}

const ISO_WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const MAX_EPOCH_MS = 8.64e15;
