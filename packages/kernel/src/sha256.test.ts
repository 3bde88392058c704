import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex, sha256HexOfBytes, utf8Bytes } from './index.ts';

const platformHex = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

describe('SHA-256', () => {
  // FIPS 180-4 examples (NIST, SHA_All.pdf) and the empty message.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('of %j is the published digest', (text, hex) => {
    expect(sha256Hex(text)).toBe(hex);
  });

  it('agrees with the platform for every length around the edges of a block', () => {
    for (const lengthCount of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000]) {
      const bytes = Uint8Array.from({ length: lengthCount }, (_unused, i) => (i * 37 + lengthCount) & 255);
      expect(sha256HexOfBytes(bytes), `${lengthCount} bytes`).toBe(platformHex(bytes));
    }
  });

  it('agrees with the platform on any bytes and on any text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256HexOfBytes(bytes)).toBe(platformHex(bytes));
    }));
    fc.assert(fc.property(anyText, (text) => {
      expect(sha256Hex(text)).toBe(platformHex(text));
      expect([...utf8Bytes(text)]).toEqual([...Buffer.from(text, 'utf8')]);
    }), { numRuns: 500 });
  });

  it('reads halves of surrogate pairs as U+FFFD, wherever they stand', () => {
    const replacement = [0xef, 0xbf, 0xbd];
    expect([...utf8Bytes('\ud800')]).toEqual(replacement);
    expect([...utf8Bytes('\udc00\ud800')]).toEqual([...replacement, ...replacement]);
    expect([...utf8Bytes('a\ud83dz')]).toEqual([0x61, ...replacement, 0x7a]);
    expect([...utf8Bytes('\ud83d\ude00')]).toEqual([0xf0, 0x9f, 0x98, 0x80]);
  });

  it('takes a view into a larger buffer for what it is', () => {
    const whole = Uint8Array.from({ length: 200 }, (_unused, i) => i);
    expect(sha256HexOfBytes(whole.subarray(30, 150))).toBe(platformHex(whole.slice(30, 150)));
  });
});

/** UTF-16 units one by one, so that halves of pairs are common. */
const anyText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 120 }).map((units) => String.fromCharCode(...units));
