import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdSource, createRng } from './index.ts';

describe('ids', () => {
  it('are a prefix and sixteen signs of Crockford’s base 32', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      expect(createIdSource(createRng(seed)).newId('alert')).toMatch(/^alert-[0-9a-hjkmnp-tv-z]{16}$/);
    }));
  });

  it('follow from the seed, so that a replay makes the same ones', () => {
    const draw = (seed: number): string[] => {
      const source = createIdSource(createRng(seed));
      return Array.from({ length: 5 }, () => source.newId('order'));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('do not repeat within fifty thousand, and use every sign', () => {
    const source = createIdSource(createRng(1));
    const ids = Array.from({ length: 50_000 }, () => source.newId('x'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.flatMap((id) => [...id.slice(2)])).size).toBe(32);
  });
});
