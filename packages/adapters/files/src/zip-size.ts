// What a ZIP archive says it will unpack to, read from its directory before anything is unpacked:
// a few kilobytes can claim gigabytes. Format: PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16.

/** Sum of the unpacked sizes; undefined when the bytes are not a whole ZIP archive (or ZIP64). */
export function unpackedBytes(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entryCount = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let sumBytes = 0;
  for (let i = 0; i < entryCount; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const unpacked = view.getUint32(at + 24, true);
    if (unpacked === ZIP64_MARK) return undefined;
    sumBytes += unpacked;
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
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
const ZIP64_MARK = 0xffffffff;
