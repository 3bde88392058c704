// Finds, starts and stops the postmaster of a cluster. `postmaster.pid` is believed only when the
// process it names really is a PostgreSQL with this cluster as its working directory: after a
// reboot or a kill -9 the number may belong to anybody.
// Format of postmaster.pid: PostgreSQL sources, src/include/utils/pidfile.h (lines 1-8).

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresError } from '../failures.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { ClusterPaths } from './cluster.ts';
import { postgresEnv } from './cluster.ts';
import type { RunAs } from './run-as.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** starting, ready, stopping, standby */
  readonly status: string;
}

/** The live postmaster of this cluster, or undefined. Never a stranger with a recycled number. */
export function findPostmaster(paths: ClusterPaths): Postmaster | undefined {
  const read = readPidFile(paths);
  return read !== undefined && isPostmasterOf(read.pid, paths) ? read : undefined;
}

/** Removes a pid file whose process lives but is not ours; PostgreSQL itself handles a dead one. */
export function clearStalePidFile(paths: ClusterPaths): void {
  const read = readPidFile(paths);
  if (read === undefined || !isAlive(read.pid) || isPostmasterOf(read.pid, paths)) return;
  rmSync(join(paths.clusterDir, 'postmaster.pid'), { force: true });
}

/** Starts and waits until it accepts connections (crash recovery included). */
export async function startPostmaster(
  paths: ClusterPaths, binaries: PostgresBinaries, runAs: RunAs,
  options: { readonly port: number; readonly settings: readonly string[]; readonly timeoutMs: number },
): Promise<Postmaster> {
  clearStalePidFile(paths);
  const logFromBytes = prepareLog(paths);
  const log = openSync(paths.logFile, 'a', 0o600);
  const { file, args, options: spawnOptions } = runAs.command(binaries.postgres, [
    '-D', paths.clusterDir, '-p', String(options.port), ...options.settings.flatMap((setting) => ['-c', setting]),
  ]);
  // Detached: an interrupt typed at the terminal must not stop the database before the server.
  const child = spawn(file, args, { ...spawnOptions, cwd: '/', env: postgresEnv(), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.on('error', (error) => { ended = error.message; });
  child.on('exit', (code, signal) => { ended ??= `ended with ${String(code ?? signal)}`; });
  const deadlineMs = performance.now() + options.timeoutMs;
  while (ended === undefined && performance.now() < deadlineMs) {
    const found = readPidFile(paths);
    if (found !== undefined && found.pid === child.pid && found.status === 'ready') return found;
    await sleep(POLL_MS);
  }
  const said = readFileSync(paths.logFile).subarray(logFromBytes).toString('utf8').slice(-2000).trim();
  throw postgresError('POSTGRES_START_FAILED', { detail: `${ended ?? 'no answer in time'}: ${said}` }, { retryable: true });
}

/** Fast shutdown; when that takes too long, immediate shutdown (recovered at the next start). */
export async function stopPostmaster(paths: ClusterPaths, pid: number): Promise<void> {
  for (const [signal, patienceMs] of [['SIGINT', FAST_STOP_MS], ['SIGQUIT', IMMEDIATE_STOP_MS]] as const) {
    if (!isPostmasterOf(pid, paths)) return;
    process.kill(pid, signal);
    const deadlineMs = performance.now() + patienceMs;
    while (performance.now() < deadlineMs) {
      if (!isAlive(pid)) return;
      await sleep(POLL_MS);
    }
  }
  throw postgresError('POSTGRES_START_FAILED', { detail: `process ${pid} does not stop` }, { retryable: false });
}

/** A port of the loopback that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function readPidFile(paths: ClusterPaths): Postmaster | undefined {
  try {
    const lines = readFileSync(join(paths.clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    const port = Number.parseInt(lines[3] ?? '', 10);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number.isInteger(port) ? port : 0, status: (lines[7] ?? '').trim() };
  } catch {
    return undefined; // No pid file: nothing runs.
  }
}

function isPostmasterOf(pid: number, paths: ClusterPaths): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === 'linux') {
      // A postmaster changes into its data directory; its command is `postgres`.
      const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      return command.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(paths.clusterDir);
    }
    const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return listed.stdout.includes('postgres') && listed.stdout.includes(paths.clusterDir);
  } catch {
    return false; // Gone between two looks.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function prepareLog(paths: ClusterPaths): number {
  closeSync(openSync(paths.logFile, 'a', 0o600));
  chmodSync(paths.logFile, 0o600);
  if (statSync(paths.logFile).size > LOG_LIMIT_BYTES) truncateSync(paths.logFile, 0);
  return statSync(paths.logFile).size;
}

const POLL_MS = 15;
const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 10_000;
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;
