// Chance as an argument. `randomUnit(seed, a, b, c)` is counter-based: the number depends only on
// its keys, so results do not change with the number of workers or the order of work.
// Mixing is the finaliser of MurmurHash3 (A. Appleby, public domain, 2011) over 32-bit words.

/** A sequential source of chance with a stored seed. */
export interface Rng {
  /** Uniform in [0, 1). */
  nextUnit(): number;
  /** Uniform integer in [0, 2^32). */
  nextUint32(): number;
}

/** 32-bit hash of up to four 32-bit keys. */
export function hashUint32(seed: number, a: number, b: number, c: number): number {
  let h = seed | 0;
  h = mix(h ^ Math.imul(a | 0, 0x9e3779b1));
  h = mix(h ^ Math.imul(b | 0, 0x85ebca77) ^ 0x27d4eb2f);
  h = mix(h ^ Math.imul(c | 0, 0xc2b2ae3d) ^ 0x165667b1);
  return h >>> 0;
}

/** Uniform in (0, 1), keyed by seed and three counters; 32 bits of resolution. */
export function randomUnit(seed: number, a: number, b: number, c: number): number {
  return (hashUint32(seed, a, b, c) + 0.5) * 2 ** -32;
}

/** A sequential source over the same hash. */
export function createRng(seed: number): Rng {
  let counter = 0;
  const nextUint32 = (): number => hashUint32(seed, counter++, 0, 0);
  return { nextUint32, nextUnit: () => nextUint32() * 2 ** -32 };
}

function mix(x: number): number {
  let h = x;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h;
}
