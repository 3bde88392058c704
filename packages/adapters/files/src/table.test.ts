import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCsv, encodeCsv } from './csv.ts';
import { filesErrors } from './errors.ts';
import { decodeTable, encodeTable } from './table.ts';

const table = { header: ['id', 'name', 'count'], rows: [['a', '岙山, "油"\n码头', 3], ['b', '=1+1', null]] as const };

describe('tables in files', () => {
  it('any text survives the way out and back through CSV', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a') }));
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

  it.each(['csv', 'xlsx'] as const)('text that looks disarmed comes back as it was from %s', async (format) => {
    const texts = ["'=1", "''=1", "'abc", '=1+1', '-5', '+86 580', '@x', "'-", "'", '＝1', '＋86', '－5', '＠x', '\n=1', '\t=1', "'＝1"];
    const read = await decodeTable((await encodeTable({ header: ['text', 'n'], rows: texts.map((text) => [text, 1]) }, format)).bytes, format);
    expect(read.ok && read.value.rows.map((row) => row[0])).toEqual(texts);
  });

  it('full-width signs and signs behind a line break or a tab are disarmed as well', async () => {
    for (const text of ['＝1+1', '＋86', '－5', '＠x', '\n=1', '\t=1']) {
      const { bytes } = await encodeTable({ header: ['text'], rows: [[text]] }, 'csv');
      expect(Buffer.from(bytes).toString('utf8'), text).toContain(`'${text}`);
    }
  });

  it.each(['csv', 'xlsx'] as const)('no bytes whatever make the %s reader throw: a table, or a refusal by code', async (format) => {
    const honest = (await encodeTable(table, format)).bytes;
    const bent = fc.tuple(fc.nat(honest.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(honest.length)).map(([at, byte, to]) => {
      const copy = honest.slice(0, Math.max(at + 1, to));
      copy[at] = byte;
      return copy;
    });
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), bent), async (bytes) => {
      const read = await decodeTable(bytes, format);
      if (!read.ok) expect(Object.keys(filesErrors)).toContain(read.refusal.code);
    }), { numRuns: 150 });
  });

  it('bytes that are no workbook, an open quote and bytes that are not UTF-8 are refused by code', async () => {
    const codes = [
      await decodeTable(Buffer.from('not a zip'), 'xlsx'), await decodeTable(Buffer.from('a,"b\n'), 'csv'), await decodeTable(Uint8Array.of(0xff, 0xfe, 0x41), 'csv'),
      await decodeTable(new Uint8Array(), 'csv'),
    ].map((result) => (result.ok ? 'ok' : result.refusal.code));
    expect(codes).toEqual(['FILES_TABLE_UNREADABLE', 'FILES_CSV_QUOTE_OPEN', 'FILES_NOT_UTF8', 'FILES_TABLE_EMPTY']);
  });
});
