import { expect, it } from 'vitest';
import { decodeTable, encodeTable } from './index.ts';

it('the example of the README holds', async () => {
  const file = await encodeTable({ header: ['id', 'name'], rows: [['lot-1', '围油栏']] }, 'csv');
  const read = await decodeTable(file.bytes, 'csv');
  expect(read.ok && read.value.rows[0]).toEqual(['lot-1', '围油栏']);
});
