// How long an answer holds. It begins at the departure; it ends with the hour, or earlier when
// weather or a closure changes, or when one who leaves later would miss the first sailing or flight.

import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import type { MovementWorld } from '../api/multimodal.ts';

export function holdsUntil(world: MovementWorld, departAt: Instant, firstWaitS: number | undefined): Instant {
  const changes = [...(world.weather?.steps ?? []).map(({ at }) => at), ...world.closures.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt].filter((at) => at !== undefined))];
  const nextMs = changes.reduce((least, at) => (at > departAt ? Math.min(least, at) : least), Infinity);
  const waitMs = firstWaitS === undefined ? Infinity : departAt + Math.floor(firstWaitS * 1000);
  return instantFromMs(Math.min(nextMs, waitMs, departAt + BUCKET_MS));
}

/** A figure of a matrix stands for one hour of departure. */
const BUCKET_MS = 3_600_000;
