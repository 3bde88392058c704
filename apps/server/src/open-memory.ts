// The memory alone, for commands that care for it.

import { folds } from '@anlan/domain';
import type { EventLog, ViewStore } from '@anlan/domain';
import { openPgStores } from '@anlan/adapter-postgres';
import type { Database } from './database.ts';

export async function openMemory(database: Database): Promise<{ readonly memory: EventLog & ViewStore; close(): Promise<void> }> {
  const stores = await openPgStores({ server: database.server, databaseName: database.databaseName, folds, applicationName: 'anlan-cli' });
  return { memory: stores.memory, close: () => stores.close() };
}
