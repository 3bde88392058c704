import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCsv, encodeCsv } from './csv.ts';
import { decodeTable, encodeTable } from './table.ts';

const table = { header: ['id', 'name', 'count'], rows: [['a', '岙山, "油"\n码头', 3], ['b', '=1+1', null]] as const };

describe('tables in files', () => {
  it('any text survives the way out and back through CSV', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')).filter((text) => !/^'[=+\-@\t]/.test(text));
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = decodeCsv(encodeCsv(rows), { rowCountMax: 1000 });
      expect(read.ok && read.value).toEqual(rows);
    }));
  });

  it.each(['csv', 'xlsx'] as const)('a table in %s comes back the same, with formulas disarmed on the way', async (format) => {
    const file = await encodeTable(table, format);
    if (format === 'csv') expect(Buffer.from(file.bytes).toString('utf8')).toContain("'=1+1");
    const read = await decodeTable(file.bytes, format);
    expect(read.ok && read.value.header).toEqual(table.header);
    expect(read.ok && read.value.rows[0]?.slice(0, 2)).toEqual(['a', '岙山, "油"\n码头']);
    expect(read.ok && read.value.rows[1]?.[1]).toBe('=1+1');
  });

  it('bytes that are no workbook, an open quote and bytes that are not UTF-8 are refused by code', async () => {
    const codes = [
      await decodeTable(Buffer.from('not a zip'), 'xlsx'), await decodeTable(Buffer.from('a,"b\n'), 'csv'), await decodeTable(Uint8Array.of(0xff, 0xfe, 0x41), 'csv'),
      await decodeTable(new Uint8Array(), 'csv'),
    ].map((result) => (result.ok ? 'ok' : result.refusal.code));
    expect(codes).toEqual(['FILES_TABLE_UNREADABLE', 'FILES_CSV_QUOTE_OPEN', 'FILES_NOT_UTF8', 'FILES_TABLE_EMPTY']);
  });
});
