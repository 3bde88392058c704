// Puts message bits into !AIVDM sentences, more than one when they are long, each with a checksum
// and, when wished, a TAG block that names source and time.

import type { Instant } from '@anlan/kernel';
import type { AisMessageInput } from './encode-message.ts';
import { encodeMessage } from './encode-message.ts';

export interface EncodeOptions {
  /** A source that starts with SIM marks everything as simulated. */
  readonly tag?: { readonly source: string; readonly at: Instant };
  readonly channel?: 'A' | 'B';
  /** 0-9, tells multipart messages apart; count it up from message to message. */
  readonly sequenceIndex?: number;
}

/** Lines without their end. */
export function encodeAisSentences(input: AisMessageInput, options: EncodeOptions = {}): readonly string[] {
  return encodeMessage(input).flatMap((bits) => encodeBits(bits, options));
}

function encodeBits(bits: string, options: EncodeOptions): string[] {
  const fillBitCount = (6 - (bits.length % 6)) % 6;
  const padded = bits + '0'.repeat(fillBitCount);
  let payload = '';
  for (let i = 0; i < padded.length; i += 6) {
    const value = Number.parseInt(padded.slice(i, i + 6), 2);
    payload += String.fromCharCode(value < 40 ? value + 48 : value + 56);
  }
  const partCount = Math.ceil(payload.length / PAYLOAD_CHARACTERS);
  const channel = options.channel ?? 'A';
  const sequence = partCount > 1 ? String((options.sequenceIndex ?? 0) % 10) : '';
  return Array.from({ length: partCount }, (_unused, i) => {
    const part = payload.slice(i * PAYLOAD_CHARACTERS, (i + 1) * PAYLOAD_CHARACTERS);
    const fill = i === partCount - 1 ? fillBitCount : 0;
    return tagBlock(options.tag) + withChecksum('!', `AIVDM,${partCount},${i + 1},${sequence},${channel},${part},${fill}`);
  });
}

function tagBlock(tag: EncodeOptions['tag']): string {
  return tag === undefined ? '' : `${withChecksum('\\', `s:${tag.source},c:${Math.floor(tag.at / 1000)}`)}\\`;
}

function withChecksum(start: string, body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i);
  return `${start}${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** 62 characters keep a sentence within the 82 of NMEA 0183. */
const PAYLOAD_CHARACTERS = 60;
