// Writes rows in PostgreSQL's binary COPY format (manual, "COPY", Binary Format): a signature,
// then per row a field count and per field a length and bytes. Twice as fast as text for numbers.
// timestamptz is an int64 of microseconds since 2000-01-01.

import type { Instant } from '@anlan/kernel';

export interface CopyWriter {
  startRow(fieldCount: number): void;
  addInstant(at: Instant): void;
  addDouble(value: number): void;
  addText(text: string): void;
  addBoolean(value: boolean): void;
  /** The whole COPY body; the writer must not be used afterwards. */
  finish(): Buffer;
}

export function createCopyWriter(expectedBytes: number): CopyWriter {
  let buffer = Buffer.allocUnsafe(Math.max(expectedBytes, SIGNATURE.length + 64));
  let used = SIGNATURE.copy(buffer);
  buffer.fill(0, used, used + 8); // Flags and extension length.
  used += 8;
  const ensure = (moreBytes: number): void => {
    if (used + moreBytes <= buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + moreBytes));
    buffer.copy(grown, 0, 0, used);
    buffer = grown;
  };
  return {
    startRow(fieldCount) {
      ensure(2);
      used = buffer.writeInt16BE(fieldCount, used);
    },
    addInstant(at) {
      ensure(12);
      used = buffer.writeInt32BE(8, used);
      const us = (at - POSTGRES_EPOCH_MS) * 1000;
      const high = Math.floor(us / 2 ** 32);
      buffer.writeInt32BE(high, used);
      used = buffer.writeUInt32BE(us - high * 2 ** 32, used + 4);
    },
    addDouble(value) {
      ensure(12);
      used = buffer.writeInt32BE(8, used);
      used = buffer.writeDoubleBE(value, used);
    },
    addText(text) {
      ensure(4 + 3 * text.length);
      const bytes = buffer.write(text, used + 4, 'utf8');
      buffer.writeInt32BE(bytes, used);
      used += 4 + bytes;
    },
    addBoolean(value) {
      ensure(5);
      used = buffer.writeInt32BE(1, used);
      used = buffer.writeUInt8(value ? 1 : 0, used);
    },
    finish() {
      ensure(2);
      used = buffer.writeInt16BE(-1, used);
      return buffer.subarray(0, used);
    },
  };
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** 2000-01-01T00:00:00Z, ms. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
