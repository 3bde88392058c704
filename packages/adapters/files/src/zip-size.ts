// What a ZIP archive truly unpacks to, measured before a workbook is read from it: a few kilobytes can
// unpack to gigabytes, and the sizes and counts in its directory are only claims. The directory is
// walked by its signatures, as readers do, must lie where and be as long as the end record says, and
// each entry is unpacked to nowhere, up to the limit. Format: PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16.

import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** Sum of the unpacked sizes, or the first sum beyond the limit; undefined when the bytes are not a whole, plain ZIP archive. */
export async function unpackedBytes(bytes: Uint8Array, limitBytes: number): Promise<number | undefined> {
  const entries = readDirectory(bytes);
  if (entries === undefined) return undefined;
  const claimedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (claimedBytes > limitBytes) return claimedBytes;
  let sumBytes = 0;
  for (const entry of entries) {
    const size = entry.method === STORED ? entry.packed.length : await inflatedBytes(entry.packed, limitBytes - sumBytes);
    if (size === undefined) return undefined;
    sumBytes += size;
    if (sumBytes > limitBytes) return sumBytes;
    if (size !== entry.unpackedBytes) return undefined;
  }
  return sumBytes;
}

interface Entry {
  readonly method: number;
  readonly packed: Uint8Array;
  readonly unpackedBytes: number;
}

function readDirectory(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  // An archive over several disks, or a mark of ZIP64 in these members, would send a reader to another directory.
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0) return undefined;
  const entryCount = view.getUint16(end + 10, true);
  if (entryCount === ZIP64_MARK_SHORT || view.getUint16(end + 8, true) !== entryCount) return undefined;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  if (at + view.getUint32(end + 12, true) !== end) return undefined;
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    const entry = readEntry(view, bytes, at);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end && entries.length === entryCount ? entries : undefined;
}

/** ZIP64, encrypted entries and packing other than deflate are nothing that a spreadsheet program writes. */
function readEntry(view: DataView, bytes: Uint8Array, at: number): Entry | undefined {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
  const method = view.getUint16(at + 10, true);
  const [packedBytes, unpackedSize, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
  if (isEncrypted || (method !== STORED && method !== DEFLATED) || [packedBytes, unpackedSize, offset].includes(ZIP64_MARK)) return undefined;
  if (offset + LOCAL_BYTES > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return undefined;
  const from = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packedBytes > view.byteLength) return undefined;
  return { method, packed: bytes.subarray(from, from + packedBytes), unpackedBytes: unpackedSize };
}

/** Stops a little beyond the limit; undefined when the bytes are not deflated. */
async function inflatedBytes(packed: Uint8Array, limitBytes: number): Promise<number | undefined> {
  const inflate = createInflateRaw();
  Readable.from([packed]).pipe(inflate);
  let sumBytes = 0;
  try {
    for await (const chunk of inflate) {
      sumBytes += (chunk as Uint8Array).length;
      if (sumBytes > limitBytes) break; // Leaving the loop ends the inflater.
    }
  } catch {
    return undefined;
  }
  return sumBytes;
}

/** The end record stands last, before a comment of at most 64 kB. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 65_535);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return undefined;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ZIP64_MARK = 0xffffffff;
const ZIP64_MARK_SHORT = 0xffff;
