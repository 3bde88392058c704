// Seconds from the departure, the clock of the region and how an instant is said in a reason.
// The zone comes in as minutes east of UTC: the core knows no zone of its own.

import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';

/** Where the count of seconds begins, and which clock people read. */
export interface TimeFrame {
  readonly departAt: Instant;
  readonly utcOffsetMinutes: number;
}

export function secondsOf(frame: TimeFrame, at: Instant): number {
  return (at - frame.departAt) / 1000;
}

export function instantAfter(frame: TimeFrame, offsetS: number): Instant {
  return instantFromMs(frame.departAt + Math.round(offsetS * 1000));
}

/** `MM-DD hh:mm` by the clock of the region; `—` for never. */
export function clockText(frame: TimeFrame, offsetS: number): string {
  if (!Number.isFinite(offsetS)) return '—';
  const local = new Date(frame.departAt + Math.round(offsetS * 1000) + frame.utcOffsetMinutes * 60_000).toISOString();
  return `${local.slice(5, 10)} ${local.slice(11, 16)}`;
}

/** Midnight of the local day that holds `at`, `dayCount` days later, as an instant. */
export function localMidnight(at: Instant, utcOffsetMinutes: number, dayCount: number): Instant {
  const offsetMs = utcOffsetMinutes * 60_000;
  const dayStartMs = Math.floor((at + offsetMs) / DAY_MS) * DAY_MS;
  return instantFromMs(dayStartMs + dayCount * DAY_MS - offsetMs);
}

/** ISO weekday of the local day that holds `at`: 1 Monday … 7 Sunday (1970-01-01 was a Thursday). */
export function localWeekdayCode(at: Instant, utcOffsetMinutes: number): number {
  const dayCount = Math.floor((at + utcOffsetMinutes * 60_000) / DAY_MS);
  return ((((dayCount + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD` of the local day that holds `at`. */
export function localDate(at: Instant, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;
