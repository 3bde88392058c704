import { expect, it } from 'vitest';
import { decodeTable, encodeTable } from './index.ts';
import { unpackedBytes } from './zip-size.ts';

it('a workbook that claims to unpack to gigabytes is refused before it is unpacked', async () => {
  const honest = (await encodeTable({ header: ['id'], rows: [['lot-1']] }, 'xlsx')).bytes;
  const sizeBytes = unpackedBytes(honest) ?? 0;
  expect(sizeBytes).toBeGreaterThan(1000);
  expect(sizeBytes).toBeLessThan(100_000);
  const bomb = honest.slice();
  const view = new DataView(bomb.buffer);
  for (let at = 0; at + 28 < bomb.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 3_000_000_000, true);
    break;
  }
  const refused = await decodeTable(bomb, 'xlsx');
  expect(refused.ok ? '' : refused.refusal.code).toBe('FILES_UNPACKED_TOO_LARGE');
});

it('bytes that are no archive, or only half of one, are refused by code', async () => {
  const honest = (await encodeTable({ header: ['id'], rows: [['lot-1']] }, 'xlsx')).bytes;
  for (const bytes of [new Uint8Array(), new Uint8Array(50), honest.slice(0, honest.length / 2)]) {
    expect(unpackedBytes(bytes)).toBeUndefined();
    expect(await decodeTable(bytes, 'xlsx')).toMatchObject({ ok: false, refusal: { code: 'FILES_TABLE_UNREADABLE' } });
  }
});
