// kill -9 of everything: nothing acknowledged is lost, an orphaned database is taken over, and a
// second server is kept away.
import { AdapterError, instant, instantFromMs } from '@anlan/kernel';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToRunning, launchEmbeddedPostgres } from './embedded/launch.ts';
import { openPgStores } from './open.ts';

let dataDir: string;
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'anlan-kill-')); });
afterEach(() => { rmSync(dataDir, { recursive: true, force: true }); });

describe('kill -9', () => {
  it('every acknowledged reading is found after kill -9 of the ingesting process, whose database is adopted', async () => {
    const child = startIngest();
    const ackedCount = await ackedAtLeast(child, 3000);
    const died = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await died;
    const server = await launchEmbeddedPostgres({ dataDir });
    try {
      expect(server.adopted).toBe(true);
      const stores = await openPgStores({ server, databaseName: 'anlan', folds: {} });
      expect(await stores.observations.countReadings()).toBeGreaterThanOrEqual(ackedCount());
      const newest = Math.max(...(await stores.observations.latestReadings()).map((reading) => reading.readingValue));
      expect(newest).toBeGreaterThanOrEqual(ackedCount());
      await stores.close();
    } finally {
      await server.stop();
    }
  });

  it('kill -9 of the database itself: it is started again and work goes on after a coded, retryable failure', async () => {
    const changes: string[] = [];
    const server = await launchEmbeddedPostgres({ dataDir, onChange: (change) => changes.push(change) });
    const stores = await openPgStores({ server, databaseName: 'anlan', folds: {} });
    const at = instant('2026-11-23T09:00:00.000Z');
    let ackedCount = 0;
    const failures = new Set<string>();
    let triedCount = 0;
    const append = async (): Promise<void> => {
      try {
        // Each at an instant of its own: the same reading again would be known, not kept twice.
        await stores.observations.appendReadings([{ sensorId: 's', readingValue: 1, observedAt: instantFromMs(at + triedCount++), receivedAt: at, sourceId: 'x', simulated: false }]);
        ackedCount += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(AdapterError);
        expect((error as AdapterError).retryable).toBe(true);
        failures.add((error as AdapterError).code);
      }
    };
    await append();
    process.kill(server.pid(), 'SIGKILL');
    const deadlineMs = performance.now() + 60_000;
    while (!changes.includes('restarted') && performance.now() < deadlineMs) { await append(); await sleep(20); }
    await append();
    const event = { type: 'kill.noted', payload: {}, happenedAt: at, basis: [], actor: { kind: 'system', id: 'test', name: 'test', roles: [], organisationId: 'test' } } as const;
    const appended = await stores.memory.append({ realm: 'real', recordedAt: at, appends: [{ stream: 'incident:after', expectedVersion: 0, events: [event] }] });
    expect(appended.ok).toBe(true);
    expect(changes).toEqual(['lost', 'restarted']);
    expect([...failures]).toEqual(['POSTGRES_UNAVAILABLE']);
    // One that was committed while its answer was lost may be there beside the acknowledged ones.
    expect(await stores.observations.countReadings()).toBeGreaterThanOrEqual(ackedCount);
    await stores.close();
    await server.stop();
  });
});

describe('launcher', () => {
  it('a second launcher on the same directory is refused by name; a guest may connect; after stop nothing runs', async () => {
    await expect(connectToRunning({ dataDir })).rejects.toMatchObject({ code: 'POSTGRES_NOT_RUNNING' });
    const server = await launchEmbeddedPostgres({ dataDir });
    await expect(launchEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'POSTGRES_ALREADY_RUNNING', params: { holder: `anlan-launcher ${process.pid}` } });
    const guest = await connectToRunning({ dataDir });
    expect(await guest.createDatabase('play')).toBe(true);
    expect(await guest.createDatabase('play')).toBe(false);
    expect(await server.listDatabases()).toContain('play');
    expect(await server.dropDatabase('play')).toBe(true);
    const pid = server.pid();
    await server.stop();
    expect(() => process.kill(pid, 0)).toThrow();
    await expect(connectToRunning({ dataDir })).rejects.toMatchObject({ code: 'POSTGRES_NOT_RUNNING' });
  });

  it('the password is generated and readable by its owner only; a wrong one is refused by the server', async () => {
    const server = await launchEmbeddedPostgres({ dataDir });
    const file = join(dataDir, 'password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{32}$/);
    const wrong = server.connectionString('postgres').replace(/:[\w-]{32}@/, ':wrong@');
    const { createDatabaseServer } = await import('./server.ts');
    await expect(createDatabaseServer(wrong, 'postgres').listDatabases()).rejects.toMatchObject({ code: 'POSTGRES_FAILED', params: { sqlState: '28P01' } });
    await server.stop();
  });

  it('a pid file that names a living stranger does not keep the database from starting', async () => {
    const first = await launchEmbeddedPostgres({ dataDir });
    const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
    const pidText = readFileSync(pidFile, 'utf8');
    await first.stop();
    expect(existsSync(pidFile)).toBe(false);
    writeFileSync(pidFile, pidText.replace(/^\d+/, String(process.pid)));
    chmodSync(pidFile, 0o644);
    const second = await launchEmbeddedPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    expect(second.pid()).not.toBe(process.pid);
    await second.stop();
  });

  it('two first starts at once leave one launcher and one whole cluster', async () => {
    const results = await Promise.allSettled([launchEmbeddedPostgres({ dataDir }), launchEmbeddedPostgres({ dataDir })]);
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as AdapterError).code] : []));
    expect(won).toHaveLength(1);
    expect(lost).toEqual(['POSTGRES_ALREADY_RUNNING']);
    expect(await won[0]?.listDatabases()).toEqual(['postgres']);
    await won[0]?.stop();
  });
});

function startIngest(): ChildProcess {
  const script = fileURLToPath(new URL('./test-ingest-child.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Waits for so many acknowledgements; gives a way to read the last count printed before death. */
async function ackedAtLeast(child: ChildProcess, count: number): Promise<() => number> {
  let last = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n')) last = Math.max(last, Number(line));
  });
  const deadlineMs = performance.now() + 60_000;
  while (last < count) {
    if (performance.now() > deadlineMs || child.exitCode !== null) throw new Error(`the ingesting process acknowledged only ${last}`);
    await sleep(20);
  }
  return () => last;
}
