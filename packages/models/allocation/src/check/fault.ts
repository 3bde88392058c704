// How the checker speaks, and when two figures are the same.

import type { Reason } from '../api/demand.ts';

export function fault(place: string, what: string, figures: { readonly expected: unknown; readonly found: unknown }): Reason {
  return { code: 'ALLOCATION_FAULT', params: { place, what, expected: String(figures.expected), found: String(figures.found) } };
}

/** A fault unless the two are the same instant, to the millisecond; null: never. */
export function unlessSameAt(place: string, what: string, [expectedAt, foundAt]: readonly [expectedAt: number | null, foundAt: number | null]): readonly Reason[] {
  return expectedAt === foundAt ? [] : [fault(place, what, { expected: expectedAt, found: foundAt })];
}

/** A fault unless the two are the same to 1e-6 of the larger. */
export function unlessSame(place: string, what: string, figures: readonly [expected: number | null, found: number | null]): readonly Reason[] {
  const [expected, found] = figures;
  if (expected === null || found === null) return expected === found ? [] : [fault(place, what, { expected, found })];
  const slack = 1e-6 * Math.max(1, Math.abs(expected), Math.abs(found));
  return Math.abs(expected - found) <= slack ? [] : [fault(place, what, { expected, found })];
}
