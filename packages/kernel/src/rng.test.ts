import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng, hashUint32, randomUnit } from './index.ts';

const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('chance by keys', () => {
  it('is frozen: these numbers are in stored forecasts and must never change', () => {
    expect([hashUint32(0, 0, 0, 0), hashUint32(1, 2, 3, 4), hashUint32(20_261_126, 1, 0, 0)]).toEqual([4_179_371_476, 3_476_569_122, 2_536_253_138]);
  });

  it('does not depend on the order nor the number of the calls', () => {
    const keys = fc.array(fc.tuple(key, key, key, key), { minLength: 1, maxLength: 50 });
    fc.assert(fc.property(keys, (all) => {
      const forward = all.map((k) => randomUnit(...k));
      const backward = [...all].reverse().map((k) => randomUnit(...k)).reverse();
      expect(backward).toEqual(forward);
    }));
  });

  it('lies strictly between 0 and 1', () => {
    fc.assert(fc.property(key, key, key, key, (seed, a, b, c) => {
      const unit = randomUnit(seed, a, b, c);
      expect(unit > 0 && unit < 1).toBe(true);
    }), { numRuns: 1000 });
  });

  // 64 equal cells, 65 536 draws: chi-square with 63 degrees of freedom is below 117.6 with
  // probability 0.99997; the draws are fixed, so the test is too.
  it.each([
    ['seed', (i: number) => hashUint32(i, 7, 7, 7)],
    ['first counter', (i: number) => hashUint32(7, i, 7, 7)],
    ['second counter', (i: number) => hashUint32(7, 7, i, 7)],
    ['third counter', (i: number) => hashUint32(7, 7, 7, i)],
  ])('is uniform along its %s, in its high and in its low bits', (_name, draw) => {
    const draws = Array.from({ length: 65_536 }, (_unused, i) => draw(i));
    expect(chiSquare(draws.map((value) => value >>> 26))).toBeLessThan(117.6);
    expect(chiSquare(draws.map((value) => value & 63))).toBeLessThan(117.6);
  });

  it('one bit of any key turns about half of the bits of the result', () => {
    for (const position of [0, 1, 2, 3]) {
      let turnedCount = 0;
      for (let i = 0; i < 1000; i++) {
        const keys: [number, number, number, number] = [i, 3 * i, 5 * i, 7 * i];
        const before = hashUint32(...keys);
        keys[position] = (keys[position] as number) ^ (1 << (i % 32));
        turnedCount += bitCount(before ^ hashUint32(...keys));
      }
      expect(turnedCount / 1000).toBeGreaterThan(15.5);
      expect(turnedCount / 1000).toBeLessThan(16.5);
    }
  });

  it('neighbours along a counter are not alike', () => {
    const units = Array.from({ length: 20_000 }, (_unused, i) => randomUnit(1, 2, i, 3));
    const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
    const products = units.slice(1).map((unit, i) => (unit - mean) * ((units[i] ?? 0) - mean));
    const correlation = products.reduce((sum, product) => sum + product, 0) / products.length / (1 / 12);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(correlation)).toBeLessThan(0.03);
  });
});

describe('a sequential source', () => {
  it('gives the same row for the same seed, and another row for another', () => {
    const row = (seed: number): number[] => {
      const rng = createRng(seed);
      return Array.from({ length: 20 }, () => rng.nextUnit());
    };
    fc.assert(fc.property(key, (seed) => {
      expect(row(seed)).toEqual(row(seed));
      expect(row(seed)).not.toEqual(row(seed + 1));
    }));
  });

  it('draws units in [0, 1) that are its whole numbers scaled', () => {
    const [units, wholes] = [createRng(42), createRng(42)];
    for (let i = 0; i < 1000; i++) expect(units.nextUnit()).toBe(wholes.nextUint32() / 2 ** 32);
  });
});

function chiSquare(cells: readonly number[]): number {
  const counts = new Array<number>(64).fill(0);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  const expected = cells.length / 64;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function bitCount(word: number): number {
  let count = 0;
  for (let bits = word >>> 0; bits !== 0; bits >>>= 1) count += bits & 1;
  return count;
}
