import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodeTable, encodeTable } from './index.ts';
import { unpackedBytes } from './zip-size.ts';

const LIMIT_BYTES = 1_000_000;

it('a workbook that claims to unpack to gigabytes is refused before it is unpacked', async () => {
  const honest = (await encodeTable({ header: ['id'], rows: [['lot-1']] }, 'xlsx')).bytes;
  const sizeBytes = (await unpackedBytes(honest, LIMIT_BYTES)) ?? 0;
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
    expect(await unpackedBytes(bytes, LIMIT_BYTES)).toBeUndefined();
    expect(await decodeTable(bytes, 'xlsx')).toMatchObject({ ok: false, refusal: { code: 'FILES_TABLE_UNREADABLE' } });
  }
});

it('the true size counts, not the claimed one: an entry that unpacks to more than it says, or than the limit, is refused', async () => {
  const bomb = archiveOf([{ unpacked: Buffer.alloc(3_000_000, 32) }]);
  expect(bomb.length).toBeLessThan(10_000);
  expect(await unpackedBytes(bomb, LIMIT_BYTES)).toBeGreaterThan(LIMIT_BYTES);
  expect(await unpackedBytes(archiveOf([{ unpacked: Buffer.alloc(3_000_000, 32), claimedBytes: 10 }]), LIMIT_BYTES)).toBeGreaterThan(LIMIT_BYTES);
  expect(await unpackedBytes(archiveOf([{ unpacked: Buffer.alloc(500, 32), claimedBytes: 10 }]), LIMIT_BYTES)).toBeUndefined();
  expect(await unpackedBytes(archiveOf([{ unpacked: Buffer.alloc(500, 32) }]), LIMIT_BYTES)).toBe(500);
});

it('a forged count of entries, a second directory and an archive over several disks are refused', async () => {
  const two = archiveOf([{ unpacked: Buffer.from('a') }, { unpacked: Buffer.alloc(3_000_000, 32) }]);
  const end = two.length - 22;
  const forged = (offset: number, value: number, bytes = 2): Uint8Array => {
    const copy = Buffer.from(two);
    copy.writeUIntLE(value, end + offset, bytes);
    return copy;
  };
  const oneEntry = Buffer.from(forged(8, 1));
  oneEntry.writeUInt16LE(1, end + 10);
  const shorter = Buffer.from(oneEntry);
  shorter.writeUInt32LE(two.readUInt32LE(end + 12) - 47, end + 12);
  for (const bytes of [oneEntry, shorter, forged(10, 1), forged(10, 0xffff), forged(4, 0xffff), forged(6, 1), forged(16, 0, 4), Buffer.concat([Buffer.alloc(9), two])]) {
    expect(await unpackedBytes(bytes, LIMIT_BYTES)).toBeUndefined();
  }
});

/** A plain archive with entries named `f`, and what its directory claims of them. */
function archiveOf(entries: readonly { readonly unpacked: Buffer; readonly claimedBytes?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { unpacked, claimedBytes } of entries) {
    const packed = deflateRawSync(unpacked);
    const local = Buffer.alloc(31, 'f');
    local.fill(0, 0, 30).writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(1, 26);
    const central = Buffer.alloc(47, 'f');
    central.fill(0, 0, 46).writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimedBytes ?? unpacked.length, 24);
    central.writeUInt16LE(1, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length * 47, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
