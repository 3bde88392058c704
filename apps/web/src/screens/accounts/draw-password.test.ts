import { describe, expect, it } from 'vitest';
import { drawPassword } from './draw-password.ts';

describe('drawPassword', () => {
  it('takes every letter with the same chance: bytes of the uneven rest are thrown away', () => {
    let next = 0;
    const counted = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => bytes.map(() => next++ % 256);
    const letters = Array.from({ length: 31 }, () => drawPassword(counted)).join('');
    expect(letters).toHaveLength(31 * 16);
    const before = next;
    expect(drawPassword((bytes) => (next++ < before + 1 ? bytes.fill(255) : bytes.fill(0)))).toBe('a'.repeat(16));
  });

  it('is long enough for the rule and readable aloud', () => {
    expect(drawPassword((bytes) => crypto.getRandomValues(bytes))).toMatch(/^[a-hjkmnp-z2-9]{16}$/);
  });
});
