// Ids of this machine: from the operating system's source of chance.

import { randomBytes } from 'node:crypto';
import type { IdSource } from '@anlan/kernel';
import { createIdSource } from '@anlan/kernel';

export function createSystemIds(): IdSource {
  const nextUint32 = (): number => randomBytes(4).readUInt32LE(0);
  return createIdSource({ nextUint32, nextUnit: () => nextUint32() * 2 ** -32 });
}
