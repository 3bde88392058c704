// Chance for the search: xoshiro128** 1.1 (D. Blackman and S. Vigna, 2018, public domain), seeded by
// the kernel's hash. Its state lies in a typed array, so that no number is ever boxed in the hot loop.

import { hashUint32 } from '@anlan/kernel';

export interface SearchRandom {
  readonly state: Int32Array;
}

export function createSearchRandom(seed: number): SearchRandom {
  const state = new Int32Array(4);
  for (let i = 0; i < 4; i++) state[i] = hashUint32(seed, i, 0x5153, 0x5249) | 0;
  if (state.every((word) => word === 0)) state[0] = 1;
  return { state };
}

/** Uniform in [0, 1). */
export function nextUnit({ state }: SearchRandom): number {
  const s1 = state[1]!;
  const x = Math.imul(s1, 5);
  const drawn = Math.imul((x << 7) | (x >>> 25), 9);
  const t = s1 << 9;
  const s2 = state[2]! ^ state[0]!;
  const s3 = state[3]! ^ s1;
  state[1] = s1 ^ s2;
  state[0] = state[0]! ^ s3;
  state[2] = s2 ^ t;
  state[3] = (s3 << 11) | (s3 >>> 21);
  return (drawn >>> 0) * 2 ** -32;
}

/** Uniform whole number in [0, count). */
export function nextIndex(random: SearchRandom, count: number): number {
  return (nextUnit(random) * count) | 0;
}
