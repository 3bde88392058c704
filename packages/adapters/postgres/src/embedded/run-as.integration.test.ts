// A checkout below a closed directory, such as root's home: binaries and data out of reach for
// anybody but their owner, and still the database runs, never as root.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { findBinaries } from './binaries.ts';
import { clusterPaths, ensureCluster, ensurePassword } from './cluster.ts';
import { findFreePort, startPostmaster, stopPostmaster } from './postmaster.ts';
import { resolveRunAs } from './run-as.ts';

it('runs from a closed directory, under a user that is not root', async () => {
  const closedDir = mkdtempSync(join(tmpdir(), 'anlan-closed-'));
  chmodSync(closedDir, 0o700);
  const installed = await findBinaries();
  cpSync(dirname(dirname(installed.postgres)), join(closedDir, 'native'), { recursive: true, verbatimSymlinks: true });
  const bin = join(closedDir, 'native', 'bin');
  const binaries = { ...installed, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  const paths = clusterPaths(join(closedDir, 'data'));
  mkdirSync(paths.dataDir);
  const password = ensurePassword(paths);
  const runAs = await resolveRunAs({ clusterDir: paths.clusterDir, parentDir: paths.dataDir, executable: binaries.postgres });
  await ensureCluster(paths, binaries, runAs, password);
  const postmaster = await startPostmaster(paths, binaries, runAs, { port: await findFreePort(), settings: ['listen_addresses=127.0.0.1', 'unix_socket_directories='], timeoutMs: 60_000 });
  const uids = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${postmaster.pid}/status`, 'utf8'));
  expect(Number(uids?.[1])).toBeGreaterThan(0);
  await stopPostmaster(paths, postmaster.pid);
  rmSync(closedDir, { recursive: true });
});
