// All chance of a run, keyed by (seed, member, particle, counter), so that the same numbers come out
// whatever the number of workers or the order of work. Normal pairs by G. E. P. Box, M. E. Muller,
// Ann. Math. Statist. 29 (1958) 610-611.

import { hashUint32, randomUnit } from '@anlan/kernel';

/** Two independent standard normal numbers into `out[0]`, `out[1]`. */
export function normalPair(seed: number, memberIndex: number, particleIndex: number, counterIndex: number, out: Float64Array): void {
  const u1 = (hashUint32(seed, memberIndex, particleIndex, counterIndex) + 0.5) * 2 ** -32;
  const u2 = (hashUint32(seed, memberIndex, particleIndex, counterIndex + 1) + 0.5) * 2 ** -32;
  const radius = Math.sqrt(-2 * Math.log(u1));
  const angle = 2 * Math.PI * u2;
  out[0] = radius * Math.cos(angle);
  out[1] = radius * Math.sin(angle);
}

/** Uniform in (0, 1). */
export function uniformOf(seed: number, memberIndex: number, particleIndex: number, counterIndex: number): number {
  return randomUnit(seed, memberIndex, particleIndex, counterIndex);
}

/** Counter of the random walk of a step; the next one belongs to it too. */
export function walkCounter(stepIndex: number): number {
  return WALK_FROM + 2 * stepIndex;
}

/** Counters of a particle: its windage, then pairs for its place of release, then the walk. */
export const WINDAGE_COUNTER = 0;
export const RELEASE_COUNTER = 2;
const WALK_FROM = 64;
/** Particle index that stands for the member itself (its forcing errors). */
export const MEMBER_ITSELF = -1;
