// For integration tests only: one embedded cluster per test file in a scratch directory, and a
// fresh migrated database per test.

import type { Folds } from '@anlan/domain';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from './embedded/launch.ts';
import { launchEmbeddedPostgres } from './embedded/launch.ts';
import type { PgStores } from './open.ts';
import { openPgStores } from './open.ts';

export interface TestCluster {
  readonly server: EmbeddedPostgres;
  readonly dataDir: string;
  /** A database of its own for one test; `close` drops it. */
  openStores(folds: Folds): Promise<PgStores>;
  stop(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anlan-test-'));
  const server = await launchEmbeddedPostgres({ dataDir });
  let databaseCount = 0;
  return {
    server,
    dataDir,
    async openStores(folds) {
      const databaseName = `test_${++databaseCount}`;
      const stores = await openPgStores({ server, databaseName, folds });
      return {
        ...stores,
        async close() {
          await stores.close();
          await server.dropDatabase(databaseName);
        },
      };
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
