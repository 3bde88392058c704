// The six-bit armour of AIS payloads and the numbers and texts in it.
// ITU-R M.1371-5 (2014), annex 8, tables 47 and 48; armour: IEC 61162-1 (2016), annex on VDM.

/** One payload as six-bit values; filled anew for each message, never shared. */
export interface SixBits {
  readonly values: Uint8Array;
  /** How many values are filled. */
  usedCount: number;
  /** Bits of the message, padding taken off. */
  bitCount: number;
}

export function createSixBits(): SixBits {
  return { values: new Uint8Array(PAYLOAD_LIMIT_COUNT), usedCount: 0, bitCount: 0 };
}

/** Appends armoured characters; false when one is not of the alphabet or there are too many. */
export function appendArmoured(bits: SixBits, bytes: Uint8Array, fromIndex: number, toIndex: number): boolean {
  if (bits.usedCount + (toIndex - fromIndex) > PAYLOAD_LIMIT_COUNT) return false;
  let used = bits.usedCount;
  for (let i = fromIndex; i < toIndex; i++) {
    const value = UNARMOURED[bytes[i]!]!;
    if (value === INVALID) return false;
    bits.values[used++] = value;
  }
  bits.usedCount = used;
  return true;
}

/** Unsigned number of up to 30 bits. Bits past the end read as 0; lengths are checked before. */
export function uintAt({ values }: SixBits, offset: number, length: number): number {
  let index = (offset / 6) | 0;
  const skippedBits = offset - index * 6;
  let left = length - (6 - skippedBits);
  let value = values[index]! & (0x3f >> skippedBits);
  // Six characters may hold 36 bits: multiplication, because shifts end at 32.
  while (left > 0) {
    value = value * 64 + values[++index]!;
    left -= 6;
  }
  return left < 0 ? Math.floor(value / (1 << -left)) : value;
}

/** Two's complement number of up to 30 bits. */
export function intAt(bits: SixBits, offset: number, length: number): number {
  const value = uintAt(bits, offset, length);
  return value >= 2 ** (length - 1) ? value - 2 ** length : value;
}

/** Text up to the first `@`, blanks at both ends taken off; undefined when nothing is left. */
export function textAt(bits: SixBits, offset: number, characterCount: number): string | undefined {
  let out = '';
  for (let i = 0; i < characterCount && offset + 6 * i + 6 <= bits.bitCount; i++) {
    const value = uintAt(bits, offset + 6 * i, 6);
    if (value === 0) break;
    out += ALPHABET[value]!;
  }
  const trimmed = out.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Table 47: 0 is `@` (end of text), 1-31 `A`…`_`, 32-63 blank…`?`. */
export const ALPHABET: readonly string[] = Array.from({ length: 64 }, (_unused, value) => String.fromCharCode(value < 32 ? value + 64 : value));

/** Longest message of M.1371: 5 slots, 1008 bits; one more slot for those who pad. */
export const PAYLOAD_LIMIT_COUNT = 210;

const INVALID = 255;
/** `0`-`W` and `` ` ``-`w` carry 0-63. */
const UNARMOURED = Uint8Array.from({ length: 256 }, (_unused, code) => {
  if (code >= 48 && code <= 87) return code - 48;
  return code >= 96 && code <= 119 ? code - 56 : INVALID;
});
