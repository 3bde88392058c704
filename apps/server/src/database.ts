// Where the server keeps its memory: the embedded PostgreSQL of the data folder, or the one that
// DATABASE_URL names. A guest (a command line beside a running server) uses the same one.

import { join } from 'node:path';
import { connectDatabaseUrl, connectToRunning, launchEmbeddedPostgres } from '@anlan/adapter-postgres';
import type { DatabaseServer } from '@anlan/adapter-postgres';
import { AdapterError } from '@anlan/kernel';
import type { Config } from './config.ts';

export interface Database {
  readonly server: DatabaseServer;
  /** Name of the main database. */
  readonly databaseName: string;
  stop(): Promise<void>;
}

export async function openDatabase(config: Config, onChange: (change: 'lost' | 'restarted') => void): Promise<Database> {
  if (config.databaseUrl !== '') {
    const external = await connectDatabaseUrl(config.databaseUrl);
    return { server: external, databaseName: external.databaseName, stop: () => Promise.resolve() };
  }
  const embedded = await launchEmbeddedPostgres({ dataDir: postgresDir(config), onChange });
  return { server: embedded, databaseName: MAIN_DATABASE, stop: () => embedded.stop() };
}

/** For a command: uses the database of a running server, or launches it for as long as the command runs. */
export async function borrowDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== '') return openDatabase(config, () => undefined);
  try {
    return await openDatabase(config, () => undefined);
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'POSTGRES_ALREADY_RUNNING') throw error;
    return { server: await connectToRunning({ dataDir: postgresDir(config) }), databaseName: MAIN_DATABASE, stop: () => Promise.resolve() };
  }
}

function postgresDir(config: Config): string {
  return join(config.dataDir, 'postgres');
}

const MAIN_DATABASE = 'anlan';
