import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacketGuard } from './packet-guard.ts';

function packet(bodyBytes: number): Uint8Array {
  const length: number[] = [];
  let left = bodyBytes;
  do {
    const rest = Math.floor(left / 128);
    length.push((left % 128) | (rest > 0 ? 0x80 : 0));
    left = rest;
  } while (left > 0);
  return Uint8Array.from([0x32, ...length, ...new Uint8Array(bodyBytes).fill(0x32)]);
}

describe('packet guard', () => {
  it('lets packets up to the limit pass, however their bytes are cut', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 8 }), fc.integer({ min: 1, max: 700 }), (sizes, cut) => {
      const guard = createPacketGuard(3000);
      const bytes = Uint8Array.from(sizes.flatMap((size) => [...packet(size)]));
      for (let from = 0; from < bytes.length; from += cut) expect(guard(bytes.subarray(from, from + cut))).toBe(false);
    }));
  });

  it('stops at the header of one that announces more, before its body comes', () => {
    const guard = createPacketGuard(3000);
    expect(guard(packet(3000))).toBe(false);
    expect(guard(packet(3001).subarray(0, 3))).toBe(true);
    expect(createPacketGuard(3000)(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0xff, 0x7f))).toBe(true);
  });
});
