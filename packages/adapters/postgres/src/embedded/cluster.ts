// The files of one embedded cluster: `<dataDir>/cluster` (PGDATA), `<dataDir>/password` (0600) and
// `<dataDir>/postgres.log`. initdb works in a side directory that is renamed when complete, so a
// half-made cluster is never taken for a whole one, and two first starts cannot mix.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { postgresError } from '../failures.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

export interface ClusterPaths {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

/** Superuser of the embedded cluster. */
export const CLUSTER_USER = 'anlan';

export function clusterPaths(dataDir: string): ClusterPaths {
  return {
    dataDir,
    clusterDir: join(dataDir, 'cluster'),
    passwordFile: join(dataDir, 'password'),
    logFile: join(dataDir, 'postgres.log'),
  };
}

export function clusterExists(paths: ClusterPaths): boolean {
  return existsSync(join(paths.clusterDir, 'PG_VERSION'));
}

/** Makes the data directory and a password, once; whoever comes second reads the first one's. */
export function ensurePassword(paths: ClusterPaths): string {
  mkdirSync(paths.dataDir, { recursive: true });
  // The database user passes through, and reads nothing here but its own cluster.
  if (process.getuid?.() === 0) chmodSync(paths.dataDir, 0o711);
  if (!existsSync(paths.passwordFile)) {
    const draft = `${paths.passwordFile}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    try {
      linkSync(draft, paths.passwordFile);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(paths.passwordFile, 'utf8').trim();
}

/** Runs initdb unless the cluster is there; refuses a cluster of another major version. */
export async function ensureCluster(paths: ClusterPaths, binaries: PostgresBinaries, runAs: RunAs, password: string): Promise<void> {
  if (!clusterExists(paths)) await initCluster(paths, binaries, runAs, password);
  const clusterMajor = readFileSync(join(paths.clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (clusterMajor !== String(binaries.majorVersion)) {
    throw postgresError(
      'POSTGRES_CLUSTER_MAJOR',
      { clusterMajor, binaryMajor: binaries.majorVersion, dataDir: paths.dataDir },
      { retryable: false },
    );
  }
}

async function initCluster(paths: ClusterPaths, binaries: PostgresBinaries, runAs: RunAs, password: string): Promise<void> {
  const draftDir = `${paths.clusterDir}.new-${randomBytes(6).toString('hex')}`;
  const passwordDraft = `${draftDir}.pw`;
  try {
    mkdirSync(draftDir, { mode: 0o700 });
    writeFileSync(passwordDraft, `${password}\n`, { mode: 0o600 });
    if (runAs.owner !== undefined) {
      chownSync(draftDir, runAs.owner.uid, runAs.owner.gid);
      chownSync(passwordDraft, runAs.owner.uid, runAs.owner.gid);
    }
    await runInitdb(binaries, runAs, draftDir, passwordDraft);
    adoptDraft(draftDir, paths);
  } finally {
    rmSync(passwordDraft, { force: true });
    rmSync(draftDir, { recursive: true, force: true });
  }
}

function adoptDraft(draftDir: string, paths: ClusterPaths): void {
  try {
    renameSync(draftDir, paths.clusterDir);
  } catch (error) {
    // Another launcher finished first: its cluster stands, ours is thrown away.
    if (!clusterExists(paths)) throw error;
  }
  const directory = openSync(paths.dataDir, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

function runInitdb(binaries: PostgresBinaries, runAs: RunAs, directory: string, passwordFile: string): Promise<void> {
  const { file, args, options } = runAs.command(binaries.initdb, [
    `--pgdata=${directory}`, `--username=${CLUSTER_USER}`, `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums',
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, cwd: '/', env: postgresEnv(), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString('utf8')).slice(-2000); });
    const fail = (detail: string, cause?: unknown): void =>
      reject(postgresError(/No space left/i.test(detail) ? 'POSTGRES_DISK_FULL' : 'POSTGRES_INIT_FAILED', { detail }, { retryable: false, cause }));
    child.on('error', (error) => fail(error.message, error));
    child.on('close', (code) => (code === 0 ? resolve() : fail(said.trim() === '' ? `initdb ended with ${String(code)}` : said.trim())));
  });
}

/** PostgreSQL gets no secrets of ours, no locale surprises. */
export function postgresEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  if (process.env['SystemRoot'] !== undefined) env['SystemRoot'] = process.env['SystemRoot'];
  return env;
}
