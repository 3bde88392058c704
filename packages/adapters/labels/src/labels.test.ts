import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { code128Bars, makeLabelSheet, qrCells } from './index.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

const TEXTS = ['AL1:L:lot-020:5B0C', 'AL1:B:bin-aoshan-c03-01:29B1', 'AL1:L:a:0000'];

describe('codes on a label', () => {
  it.each(TEXTS)('the QR code of %s reads back as the text', (text) => {
    const { sideCount, isDark } = qrCells(text);
    expect(readQr(sideCount, isDark)).toBe(text);
  });

  it.each(TEXTS)('Code 128 of %s: start, one symbol a sign or pair, check sign, stop, eleven modules each', (text) => {
    const { widthCounts, moduleCount } = code128Bars(text);
    const symbols = Array.from({ length: Math.floor((widthCounts.length - 1) / 6) }, (_, i) => widthCounts.slice(i * 6, i * 6 + 6));
    for (const symbol of symbols) expect(symbol.reduce((sum, width) => sum + width, 0)).toBe(11);
    // Every symbol has an even sum of bars (ISO/IEC 15417, 4.2); the stop ends with a bar of two.
    for (const symbol of symbols.slice(0, -1)) expect(((symbol[0] ?? 0) + (symbol[2] ?? 0) + (symbol[4] ?? 0)) % 2).toBe(0);
    expect([widthCounts.at(-1), moduleCount]).toEqual([2, symbols.length * 11 + 2]);
    expect(symbols.length).toBeLessThanOrEqual(text.length + 6);
  });

  it('every outline of the face begins at a multiple of four: the subset keeps offsets in halves, and an odd one would lose all glyphs after it', async () => {
    const sfnt = Buffer.from(woffToSfnt(await readFile(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff'))));
    const table = (tag: string): Buffer => {
      const entry = Array.from({ length: sfnt.readUInt16BE(4) }, (_, i) => 12 + i * 16).find((at) => sfnt.toString('latin1', at, at + 4) === tag) ?? 0;
      return sfnt.subarray(sfnt.readUInt32BE(entry + 8), sfnt.readUInt32BE(entry + 8) + sfnt.readUInt32BE(entry + 12));
    };
    const offsets = Array.from({ length: table('loca').length / 4 }, (_, i) => table('loca').readUInt32BE(i * 4));
    expect(offsets.every((offset) => offset % 4 === 0)).toBe(true);
    expect([offsets.at(-1), offsets.length - 1]).toEqual([table('glyf').length, table('maxp').readUInt16BE(4)]);
  });

  it('ten labels a page, any number of them; the same labels give the same bytes', async () => {
    const label = { codeText: TEXTS[0] ?? '', titleZh: '吸油毡'.repeat(30), titleEn: 'Sorbent pads', lines: ['批号 Lot ZS-0020', '定海应急物资库（示意） Dinghai depot'] };
    const pdf = await makeLabelSheet(Array.from({ length: 11 }, () => label));
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(2);
    expect(Buffer.from(await makeLabelSheet(Array.from({ length: 11 }, () => label))).equals(Buffer.from(pdf))).toBe(true);
  });
});

/** Reads a QR code of versions 1 and 2 without errors (ISO/IEC 18004: format, mask, zigzag, segments); both are of one block. */
function readQr(sideCount: number, isDark: (row: number, column: number) => boolean): string {
  const version = (sideCount - 17) / 4;
  expect(version).toBeLessThanOrEqual(2);
  const format = [0, 1, 2, 3, 4].map((column) => Number(isDark(8, column))).reduce((bits, bit) => bits * 2 + bit, 0) ^ 0b10101;
  const dataBitCount = (DATA_CODEWORD_COUNTS[version - 1]?.[format >> 3] ?? 0) * 8;
  expect([0, 2, 3]).toContain(format >> 3); // M, or better where it fits without growing: H, Q.
  const mask = MASKS[format & 7];
  const reserved = (row: number, column: number): boolean => (row < 9 && (column < 9 || column >= sideCount - 8)) || (row >= sideCount - 8 && column < 9) || row === 6 || column === 6
    || (version > 1 && row >= sideCount - 9 && row <= sideCount - 5 && column >= sideCount - 9 && column <= sideCount - 5);
  const bits: number[] = [];
  let upward = true;
  for (let right = sideCount - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < sideCount; step += 1) {
      const row = upward ? sideCount - 1 - step : step;
      for (const column of [right, right - 1]) if (!reserved(row, column)) bits.push(Number(isDark(row, column) !== (mask?.(row, column) ?? false)));
    }
    upward = !upward;
  }
  return readSegments(bits.slice(0, dataBitCount));
}

function readSegments(bits: number[]): string {
  let at = 0;
  const take = (count: number): number => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + bit, 0);
    at += count;
    return value;
  };
  let text = '';
  for (;;) {
    // A code that is full to the brim has no room for its end mark.
    if (bits.length - at < 4) return text;
    const mode = take(4);
    if (mode === 0) return text;
    if (mode === 4) for (let left = take(8); left > 0; left -= 1) text += String.fromCharCode(take(8));
    else if (mode === 2) {
      let left = take(9);
      for (; left > 1; left -= 2) { const pair = take(11); text += (ALPHANUMERIC[Math.floor(pair / 45)] ?? '') + (ALPHANUMERIC[pair % 45] ?? ''); }
      if (left === 1) text += ALPHANUMERIC[take(6)] ?? '';
    } else if (mode === 1) {
      let left = take(10);
      for (; left > 2; left -= 3) text += String(take(10)).padStart(3, '0');
      if (left > 0) text += String(take(left === 2 ? 7 : 4)).padStart(left, '0');
    } else throw new Error(`mode ${mode}`);
  }
}

/** ISO/IEC 18004, table 7: data codewords of versions 1 and 2 by the two level bits: M, L, H, Q. */
const DATA_CODEWORD_COUNTS = [[16, 19, 9, 13], [28, 34, 16, 22]];
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0, (row) => row % 2 === 0, (_row, column) => column % 3 === 0, (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0, (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0, (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
