// A WOFF 1.0 face as the plain sfnt that it wraps (W3C WOFF File Format 1.0, 2012, sections 3 to 5). The font
// library unpacks a table anew for each glyph; unpacked once, a sheet takes tenths of a second, not tens. Its
// subsets keep offsets in halves, so a glyph of odd length would shift all that follow: outlines are padded to
// four bytes here (OpenType 1.9, tables loca and glyf).

import { inflateSync } from 'node:zlib';

/** Fonts of our own packages only: a file that is no WOFF is a mistake of the build, and throws. */
export function woffToSfnt(woff: Buffer): Uint8Array {
  if (woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('the label font is not a WOFF file');
  const tableCount = woff.readUInt16BE(12);
  const tables = withPaddedGlyphs(Array.from({ length: tableCount }, (_, i) => readTable(woff, WOFF_HEADER_BYTES + i * WOFF_ENTRY_BYTES)));
  const headerBytes = SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * tableCount;
  const sizeBytes = tables.reduce((sum, table) => sum + padded(table.data.length), headerBytes);
  const sfnt = Buffer.alloc(sizeBytes);
  const powerIndex = Math.floor(Math.log2(tableCount));
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(tableCount, 4);
  sfnt.writeUInt16BE(2 ** powerIndex * 16, 6);
  sfnt.writeUInt16BE(powerIndex, 8);
  sfnt.writeUInt16BE(tableCount * 16 - 2 ** powerIndex * 16, 10);
  let offsetBytes = headerBytes;
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    const entry = SFNT_HEADER_BYTES + i * SFNT_ENTRY_BYTES;
    sfnt.writeUInt32BE(tag, entry);
    sfnt.writeUInt32BE(checksum, entry + 4);
    sfnt.writeUInt32BE(offsetBytes, entry + 8);
    sfnt.writeUInt32BE(data.length, entry + 12);
    data.copy(sfnt, offsetBytes);
    offsetBytes += padded(data.length);
  }
  return sfnt;
}

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

function readTable(woff: Buffer, entry: number): Table {
  const from = woff.readUInt32BE(entry + 4);
  const packedBytes = woff.readUInt32BE(entry + 8);
  const plainBytes = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(from, from + packedBytes);
  return { tag: woff.readUInt32BE(entry), checksum: woff.readUInt32BE(entry + 16), data: packedBytes < plainBytes ? inflateSync(packed) : Buffer.from(packed) };
}

/** Checksums of the three changed tables are left as they were: nobody that reads a font to print checks them. */
function withPaddedGlyphs(tables: readonly Table[]): readonly Table[] {
  const find = (tag: string): Table => {
    const table = tables.find((one) => one.tag === Buffer.from(tag, 'latin1').readUInt32BE(0));
    if (table === undefined) throw new Error(`the label font has no table ${tag}`);
    return table;
  };
  const [head, loca, glyf, maxp] = [find('head'), find('loca'), find('glyf'), find('maxp')];
  const isLong = head.data.readUInt16BE(LOCA_FORMAT_AT) === 1;
  const offsetOf = (glyphIndex: number): number => (isLong ? loca.data.readUInt32BE(glyphIndex * 4) : loca.data.readUInt16BE(glyphIndex * 2) * 2);
  const glyphCount = maxp.data.readUInt16BE(GLYPH_COUNT_AT);
  const offsets = Buffer.alloc((glyphCount + 1) * 4);
  const outlines: Buffer[] = [];
  let atBytes = 0;
  for (let glyphIndex = 0; glyphIndex < glyphCount; glyphIndex += 1) {
    const outline = glyf.data.subarray(offsetOf(glyphIndex), offsetOf(glyphIndex + 1));
    outlines.push(Buffer.concat([outline, Buffer.alloc(padded(outline.length) - outline.length)]));
    atBytes += padded(outline.length);
    offsets.writeUInt32BE(atBytes, (glyphIndex + 1) * 4);
  }
  const longHead = Buffer.from(head.data);
  longHead.writeUInt16BE(1, LOCA_FORMAT_AT);
  const changed = new Map([[head, longHead], [loca, offsets], [glyf, Buffer.concat(outlines)]]);
  return tables.map((table) => ({ ...table, data: changed.get(table) ?? table.data }));
}

/** Tables begin at multiples of four. */
function padded(sizeBytes: number): number {
  return (sizeBytes + 3) & ~3;
}

/** Bytes into head and maxp. */
const LOCA_FORMAT_AT = 50;
const GLYPH_COUNT_AT = 4;
const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const SFNT_HEADER_BYTES = 12;
const SFNT_ENTRY_BYTES = 16;
