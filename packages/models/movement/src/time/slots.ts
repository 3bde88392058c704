// Positions at a berth, ramp or pad that others have booked. The earliest start at which a position
// stays free for the whole handling; never earlier for one who comes later.

import { nameParams } from '@anlan/kernel';
import type { LocalName } from '@anlan/kernel';
import type { Booking } from '../api/multimodal.ts';
import type { BadTime } from './bad-times.ts';
import type { TimeFrame } from './clock.ts';
import { clockText, secondsOf } from './clock.ts';

/** Stretches in which every position is taken. */
export function fullTimes(frame: TimeFrame, place: { readonly name: LocalName; readonly slotCount: number; readonly bookings: readonly Booking[] }): readonly BadTime[] {
  if (place.bookings.length === 0) return [];
  const edges = [...new Set(place.bookings.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt]))].sort((a, b) => a - b);
  const full: BadTime[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const takenCount = place.bookings.reduce((sum, { fromAt, untilAt, slotCount }) => (fromAt <= edges[i]! && edges[i]! < untilAt ? sum + slotCount : sum), 0);
    if (takenCount < place.slotCount) continue;
    const [fromS, untilS] = [secondsOf(frame, edges[i]!), secondsOf(frame, edges[i + 1]!)];
    full.push({ fromS, untilS, reason: { code: 'MOVEMENT_SLOTS_FULL', params: { ...nameParams('name', place.name), slotCount: place.slotCount, until: clockText(frame, untilS) } } });
  }
  return full;
}
