// For integration tests only: one embedded cluster per test file in a scratch directory, and a
// fresh migrated database per test. ANLAN_TEST_DATABASE_URL runs the same tests on another server.

import type { Folds } from '@anlan/domain';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchEmbeddedPostgres } from './embedded/launch.ts';
import type { PgStores } from './open.ts';
import { openPgStores } from './open.ts';
import type { DatabaseServer } from './server.ts';
import { connectDatabaseUrl } from './server.ts';

export interface TestCluster {
  readonly server: DatabaseServer;
  /** A database of its own for one test; `close` drops it. */
  openStores(folds: Folds): Promise<PgStores>;
  stop(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const { server, stop } = await startServer();
  let databaseCount = 0;
  return {
    server,
    stop,
    async openStores(folds) {
      const databaseName = `anlan_test_${process.pid}_${++databaseCount}`;
      const stores = await openPgStores({ server, databaseName, folds });
      return {
        ...stores,
        async close() {
          await stores.close();
          await server.dropDatabase(databaseName);
        },
      };
    },
  };
}

async function startServer(): Promise<{ server: DatabaseServer; stop: () => Promise<void> }> {
  const url = process.env['ANLAN_TEST_DATABASE_URL'];
  if (url !== undefined) return { server: await connectDatabaseUrl(url), stop: () => Promise.resolve() };
  const dataDir = mkdtempSync(join(tmpdir(), 'anlan-test-'));
  const server = await launchEmbeddedPostgres({ dataDir });
  return {
    server,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
