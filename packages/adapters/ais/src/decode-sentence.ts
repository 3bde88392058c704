// Reads one sentence: optional TAG blocks, then !..VDM or !..VDO with its checksum. Works on bytes
// and on one reusable result, because hundreds of thousands of lines a second pass here.
// IEC 61162-1 (2016) for VDM and the checksum; NMEA 0183 v4.10 for TAG blocks.

import type { AisCode } from './errors.ts';

export interface Sentence {
  partCount: number;
  partIndex: number;
  /** Sequential message id of a multipart message; −1 when empty. */
  sequenceIndex: number;
  /** Character code of the channel; 0 when empty. */
  channelCode: number;
  payloadFrom: number;
  payloadTo: number;
  fillBitCount: number;
  /** `s:` of the TAG block; undefined without one. */
  source: string | undefined;
  /** `c:` of the TAG block in epoch milliseconds; undefined without one. */
  tagMs: number | undefined;
  /** The group of `g:` in the TAG block, the same for all sentences of one message. */
  groupId: string | undefined;
  /** Its checksum held: whoever sent it speaks NMEA 0183, also when the sentence is not for us. */
  sound: boolean;
}

export function createSentence(): Sentence {
  return { partCount: 1, partIndex: 1, sequenceIndex: -1, channelCode: 0, payloadFrom: 0, payloadTo: 0, fillBitCount: 0, source: undefined, tagMs: undefined, groupId: undefined, sound: false };
}

/** Fills `out` from bytes[from, to), or tells why it cannot. What stands before `!` and is no TAG block is passed over. */
export function decodeSentence(bytes: Uint8Array, from: number, to: number, out: Sentence): AisCode | undefined {
  out.source = undefined;
  out.tagMs = undefined;
  out.groupId = undefined;
  out.sound = false;
  const start = startOf(bytes, from, to);
  if (start < 0) return 'AIS_SENTENCE_MALFORMED';
  const refused = decodeTagBlocks(bytes, from, start, out);
  if (refused !== undefined) return refused;
  const star = indexOf(bytes, STAR, start, to);
  out.sound = star >= 0 && star + 3 <= to && checksum(bytes, start + 1, star) === hexPairAt(bytes, star + 1);
  if (bytes[start] === DOLLAR) return 'AIS_SENTENCE_OTHER';
  if (star < 0 || star + 3 > to) return 'AIS_SENTENCE_MALFORMED';
  return out.sound ? decodeFields(bytes, start, star, out) : 'AIS_CHECKSUM_WRONG';
}

function startOf(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if (bytes[i] === BANG || bytes[i] === DOLLAR) return i;
  return -1;
}

function decodeFields(bytes: Uint8Array, start: number, star: number, out: Sentence): AisCode | undefined {
  // !AIVDM,1,1,,A,payload,0
  if (star - start < 12 || bytes[start + 6] !== COMMA) return 'AIS_SENTENCE_MALFORMED';
  if (bytes[start + 3] !== 86 || bytes[start + 4] !== 68 || (bytes[start + 5] !== 77 && bytes[start + 5] !== 79)) return 'AIS_SENTENCE_OTHER';
  out.partCount = digitAt(bytes, start + 7);
  out.partIndex = digitAt(bytes, start + 9);
  if (out.partCount < 1 || out.partIndex < 1 || out.partIndex > out.partCount) return 'AIS_SENTENCE_MALFORMED';
  if (bytes[start + 8] !== COMMA || bytes[start + 10] !== COMMA) return 'AIS_SENTENCE_MALFORMED';
  let at = start + 11;
  out.sequenceIndex = bytes[at] === COMMA ? -1 : digitAt(bytes, at++);
  if (bytes[at++] !== COMMA) return 'AIS_SENTENCE_MALFORMED';
  out.channelCode = bytes[at] === COMMA ? 0 : bytes[at++]!;
  if (bytes[at++] !== COMMA) return 'AIS_SENTENCE_MALFORMED';
  const payloadTo = indexOf(bytes, COMMA, at, star);
  if (payloadTo < 0 || payloadTo === at) return 'AIS_SENTENCE_MALFORMED';
  out.payloadFrom = at;
  out.payloadTo = payloadTo;
  out.fillBitCount = payloadTo + 1 === star ? 0 : digitAt(bytes, payloadTo + 1);
  const whole = payloadTo + 2 === star || payloadTo + 1 === star;
  return whole && out.fillBitCount >= 0 && out.fillBitCount <= 5 ? undefined : 'AIS_SENTENCE_MALFORMED';
}

/**
 * Every TAG block before the sentence, from the nearest on; what the nearest says holds. Half a block
 * is a fault, because it may have said that the ship is simulated, unless a whole one follows it.
 */
function decodeTagBlocks(bytes: Uint8Array, from: number, start: number, out: Sentence): AisCode | undefined {
  let close = lastIndexOf(bytes, BACKSLASH, from, start);
  for (let blockCount = 0; close >= 0; blockCount++) {
    const open = lastIndexOf(bytes, BACKSLASH, from, close);
    if (open < 0) return blockCount > 0 ? undefined : 'AIS_SENTENCE_MALFORMED';
    const refused = decodeTagBlock(bytes, open + 1, close, out);
    if (refused !== undefined) return refused;
    close = lastIndexOf(bytes, BACKSLASH, from, open);
  }
  return undefined;
}

/** `s:source,c:time,g:index-count-group,…*hh`; other members are passed over. */
function decodeTagBlock(bytes: Uint8Array, from: number, to: number, out: Sentence): AisCode | undefined {
  const star = indexOf(bytes, STAR, from, to);
  if (star < 0 || star + 3 !== to) return 'AIS_SENTENCE_MALFORMED';
  if (checksum(bytes, from, star) !== hexPairAt(bytes, star + 1)) return 'AIS_CHECKSUM_WRONG';
  for (let at = from; at < star;) {
    const comma = indexOf(bytes, COMMA, at, star);
    const end = comma < 0 ? star : comma;
    if (bytes[at + 1] === COLON && end > at + 2) {
      if (bytes[at] === 115) out.source ??= asciiText(bytes, at + 2, end);
      else if (bytes[at] === 103) out.groupId ??= asciiText(bytes, lastIndexOf(bytes, HYPHEN, at + 2, end) + 1 || at + 2, end);
      else if (bytes[at] === 99) {
        const time = digitsAt(bytes, at + 2, end);
        if (time === undefined) return 'AIS_SENTENCE_MALFORMED';
        out.tagMs ??= time >= MILLISECONDS_FROM ? time : time * 1000;
      }
    }
    at = end + 1;
  }
  return undefined;
}

function indexOf(bytes: Uint8Array, code: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (bytes[i] === code) return i;
  return -1;
}

function lastIndexOf(bytes: Uint8Array, code: number, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (bytes[i] === code) return i;
  return -1;
}

function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum ^= bytes[i]!;
  return sum;
}

function hexPairAt(bytes: Uint8Array, index: number): number {
  const high = HEX[bytes[index]!]!;
  const low = HEX[bytes[index + 1]!]!;
  return high === NOT_HEX || low === NOT_HEX ? -1 : high * 16 + low;
}

function digitAt(bytes: Uint8Array, index: number): number {
  const digit = (bytes[index] ?? 0) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

function digitsAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from > 13) return undefined;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = digitAt(bytes, i);
    if (digit < 0) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

const BACKSLASH = 92;
const BANG = 33;
const DOLLAR = 36;
const STAR = 42;
const COMMA = 44;
const COLON = 58;
const HYPHEN = 45;
/** A `c:` of this size counts milliseconds: in seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11;
const NOT_HEX = 255;
const HEX = Uint8Array.from({ length: 256 }, (_unused, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? NOT_HEX : digit;
});
