// The short way for apps and tests: a named database of a server, made if missing, migrated, with
// everything that lives in it.

import type { AccountStore, ArtefactStore, DeviceTokenStore, EventLog, Folds, ViewStore } from '@anlan/domain';
import { createPgAccounts } from './accounts.ts';
import { createPgArtefacts } from './artefacts.ts';
import { createPgDeviceTokens } from './device-tokens.ts';
import { createPgMemory } from './memory/memory.ts';
import { migrate } from './migrate.ts';
import type { PgObservations } from './observations/observations.ts';
import { createPgObservations } from './observations/observations.ts';
import type { PgPool } from './pool.ts';
import { createPgPool } from './pool.ts';
import type { DatabaseServer } from './server.ts';

export interface PgStores {
  readonly pool: PgPool;
  readonly memory: EventLog & ViewStore;
  readonly observations: PgObservations;
  readonly artefacts: ArtefactStore;
  readonly accounts: AccountStore;
  readonly deviceTokens: DeviceTokenStore;
  close(): Promise<void>;
}

export async function openPgStores(options: {
  readonly server: DatabaseServer;
  readonly databaseName: string;
  readonly folds: Folds;
  readonly applicationName?: string;
  readonly onFlushFailure?: (error: unknown) => void;
}): Promise<PgStores> {
  const { server, databaseName, folds, onFlushFailure } = options;
  await server.createDatabase(databaseName);
  const pool = createPgPool({
    connectionString: server.connectionString(databaseName),
    ...(options.applicationName === undefined ? {} : { applicationName: options.applicationName }),
  });
  await migrate(pool);
  const observations = await createPgObservations({ pool, ...(onFlushFailure === undefined ? {} : { onFlushFailure }) });
  return {
    pool,
    memory: createPgMemory({ pool, folds }),
    observations,
    artefacts: createPgArtefacts({ pool }),
    accounts: createPgAccounts({ pool }),
    deviceTokens: createPgDeviceTokens({ pool }),
    async close() {
      try {
        await observations.close();
      } finally {
        await pool.close();
      }
    },
  };
}
