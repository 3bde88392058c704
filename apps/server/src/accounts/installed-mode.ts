// Which mode a database was made in. Invented records and real ones are never kept together: a
// database of the one mode does not open in the other.

import type { AccountBody, Realm, ViewStore } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import type { RegionPack } from '@anlan/region-zhoushan';

type Mode = 'demonstration' | 'production';

/** Throws SERVER_MODE_MISMATCH {found, wanted}. An empty database fits both. */
export async function checkInstalledMode(views: ViewStore, realm: Realm, region: RegionPack, wanted: Mode): Promise<void> {
  const found = await installedMode(views, realm, region);
  if (found !== undefined && found !== wanted) throw new AdapterError('SERVER_MODE_MISMATCH', { retryable: false, params: { found, wanted } });
}

async function installedMode(views: ViewStore, realm: Realm, region: RegionPack): Promise<Mode | undefined> {
  const accounts = await views.list<AccountBody>({ realm, kind: 'account' });
  if (accounts.some(({ body }) => body.demonstration)) return 'demonstration';
  // Seeded in one transaction, before the accounts: one of them stands for all.
  const [registerId, invented] = Object.entries(region.registers).map(([id, records]) => [id, records.find(({ demonstration }) => demonstration)] as const).find(([, record]) => record !== undefined) ?? [];
  if (invented !== undefined && (await views.find(realm, 'record', `${registerId ?? ''}/${invented.id}`)) !== undefined) return 'demonstration';
  return accounts.length > 0 ? 'production' : undefined;
}
