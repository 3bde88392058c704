// Launches the embedded PostgreSQL and stands by it. Whoever holds one session-level advisory lock
// in the maintenance database is the launcher: the lock dies with its process, so a kill -9 leaves
// no stale lock, and an orphaned postmaster is adopted by the next launcher. A second launcher on
// the same directory is refused (POSTGRES_ALREADY_RUNNING); a guest uses connectToRunning instead.

import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { guarded, postgresError } from '../failures.ts';
import type { DatabaseServer } from '../server.ts';
import { createDatabaseServer } from '../server.ts';
import type { PostgresBinaries } from './binaries.ts';
import { findBinaries } from './binaries.ts';
import type { ClusterPaths } from './cluster.ts';
import { CLUSTER_USER, clusterExists, clusterPaths, ensureCluster, ensurePassword } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';
import { findFreePort, findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import type { RunAs } from './run-as.ts';
import { resolveRunAs } from './run-as.ts';

export interface LaunchOptions {
  /** Directory of the launcher: cluster, password and log lie in it. */
  readonly dataDir: string;
  /** Further `name=value` settings of PostgreSQL. */
  readonly settings?: readonly string[];
  readonly startTimeoutMs?: number;
  /** Told when the postmaster ended by itself and again when it is back. */
  readonly onChange?: (change: 'lost' | 'restarted') => void;
}

export interface EmbeddedPostgres extends DatabaseServer {
  readonly port: number;
  /** A postmaster left by a killed process was taken over instead of starting one. */
  readonly adopted: boolean;
  /** Of the postmaster that runs now. */
  pid(): number;
  /** Stops PostgreSQL cleanly and lets the directory go. */
  stop(): Promise<void>;
}

export async function launchEmbeddedPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const paths = clusterPaths(resolve(options.dataDir));
  const binaries = await findBinaries();
  const password = ensurePassword(paths);
  const runAs = await resolveRunAs({ clusterDir: paths.clusterDir, parentDir: paths.dataDir, executable: binaries.postgres });
  const found = findPostmaster(paths);
  if (found === undefined) await ensureCluster(paths, binaries, runAs, password);
  const launcher: Launcher = {
    paths, binaries, runAs, password,
    settings: [...SETTINGS, ...(options.settings ?? [])],
    startTimeoutMs: options.startTimeoutMs ?? START_TIMEOUT_MS,
  };
  const first = found === undefined ? await startSomewhere(launcher) : await waitReady(launcher, found);
  const guard = await takeLock(launcher, first.port);
  return supervise(launcher, first, guard, { adopted: found !== undefined, onChange: options.onChange });
}

/** A guest's way in: uses the postmaster that another process launched, and never stops it. */
export async function connectToRunning(options: { readonly dataDir: string }): Promise<DatabaseServer> {
  const paths = clusterPaths(resolve(options.dataDir));
  const postmaster = clusterExists(paths) ? findPostmaster(paths) : undefined;
  if (postmaster === undefined) throw postgresError('POSTGRES_NOT_RUNNING', { dataDir: paths.dataDir }, { retryable: true });
  return createDatabaseServer(serverUrl(postmaster.port, ensurePassword(paths)), MAINTENANCE_DATABASE);
}

interface Launcher {
  readonly paths: ClusterPaths;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly password: string;
  readonly settings: readonly string[];
  readonly startTimeoutMs: number;
}

/** Starts on a free port; a port taken in between, or the remains of a killed postmaster, get another try. */
async function startSomewhere(launcher: Launcher): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(launcher, await findFreePort());
    } catch (error) {
      const other = findPostmaster(launcher.paths);
      if (other !== undefined) return waitReady(launcher, other); // Another launcher was faster.
      if (attempt >= START_ATTEMPT_COUNT) throw error;
      await sleep(RETRY_MS * attempt);
    }
  }
}

function start(launcher: Launcher, port: number): Promise<Postmaster> {
  const { paths, binaries, runAs, settings, startTimeoutMs } = launcher;
  return startPostmaster(paths, binaries, runAs, { port, settings, timeoutMs: startTimeoutMs });
}

/** An orphan may be recovering, or stopping: wait for the one, start anew after the other. */
async function waitReady(launcher: Launcher, found: Postmaster): Promise<Postmaster> {
  const deadlineMs = performance.now() + launcher.startTimeoutMs;
  let seen: Postmaster | undefined = found;
  while (performance.now() < deadlineMs) {
    if (seen === undefined) return startSomewhere(launcher);
    if (seen.status === 'ready') return seen;
    await sleep(RETRY_MS);
    seen = findPostmaster(launcher.paths);
  }
  await stopPostmaster(launcher.paths, found.pid);
  return startSomewhere(launcher);
}

async function takeLock(launcher: Launcher, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: `${serverUrl(port, launcher.password)}/${MAINTENANCE_DATABASE}`,
    connectionTimeoutMillis: 5_000,
    application_name: `${LAUNCHER_NAME} ${process.pid}`,
    keepAlive: true,
  });
  client.on('error', () => undefined); // Followed by `end`, which supervise listens to.
  return guarded(async () => {
    await client.connect();
    for (let attempt = 0; attempt < LOCK_ATTEMPT_COUNT; attempt++) {
      const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${LAUNCHER_LOCK}) AS taken`);
      if (rows[0]?.taken === true) {
        (client as unknown as { connection: { stream: { unref(): void } } }).connection.stream.unref();
        return client;
      }
      await sleep(RETRY_MS);
    }
    const { rows } = await client.query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity WHERE application_name LIKE '${LAUNCHER_NAME} %' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    await client.end();
    const holder = rows[0]?.name ?? LAUNCHER_NAME;
    throw postgresError('POSTGRES_ALREADY_RUNNING', { dataDir: launcher.paths.dataDir, holder }, { retryable: false });
  });
}

function supervise(
  launcher: Launcher, first: Postmaster, firstGuard: pg.Client,
  about: { readonly adopted: boolean; readonly onChange: LaunchOptions['onChange'] | undefined },
): EmbeddedPostgres {
  let postmaster = first;
  let guard = firstGuard;
  let stopping = false;
  let repair: Promise<void> = Promise.resolve();
  const watch = (client: pg.Client): void => {
    client.once('end', () => { if (!stopping) repair = bringBack(); });
  };
  const bringBack = async (): Promise<void> => {
    about.onChange?.('lost');
    for (let attempt = 1; !stopping; attempt++) {
      try {
        postmaster = findPostmaster(launcher.paths) ?? (await start(launcher, first.port));
        guard = await takeLock(launcher, first.port);
        watch(guard);
        about.onChange?.('restarted');
        return;
      } catch {
        await sleep(Math.min(RETRY_MS * attempt, RETRY_MAX_MS)); // Users see POSTGRES_UNAVAILABLE until it is back.
      }
    }
  };
  watch(guard);
  return {
    ...createDatabaseServer(serverUrl(first.port, launcher.password), MAINTENANCE_DATABASE),
    port: first.port,
    adopted: about.adopted,
    pid: () => postmaster.pid,
    async stop() {
      stopping = true;
      await repair;
      await stopPostmaster(launcher.paths, postmaster.pid);
      await guard.end().catch(() => undefined);
    },
  };
}

function serverUrl(port: number, password: string): string {
  return `postgres://${CLUSTER_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}

const MAINTENANCE_DATABASE = 'postgres';
const LAUNCHER_NAME = 'anlan-launcher';
/** Any constant of our own; advisory locks are per database. */
const LAUNCHER_LOCK = 7_262_001;
const LOCK_ATTEMPT_COUNT = 15;
const START_ATTEMPT_COUNT = 5;
const RETRY_MS = 100;
const RETRY_MAX_MS = 2_000;
const START_TIMEOUT_MS = 120_000;
/** Loopback only, durable, no locale surprises in the log. */
const SETTINGS = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=80',
  'shared_buffers=128MB', 'max_wal_size=2GB', 'checkpoint_timeout=15min', 'timezone=UTC', 'log_timezone=UTC',
  'log_line_prefix=%m [%p] ', 'log_checkpoints=off',
] as const;
