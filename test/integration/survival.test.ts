import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../server-harness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const running: ChildProcess[] = [];
const dirs: string[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) await stopped(child, 'SIGTERM');
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

interface Process {
  readonly child: ChildProcess;
  readonly address: string;
  readonly cookie: string;
}

/** The real program, as npm start runs it. */
async function startProcess(dataDir: string): Promise<Process> {
  const env = { ...process.env, ANLAN_DATA: dataDir, ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: 'off', ANLAN_AIS_UDP_PORT: 'off', ANLAN_MQTT_PORT: 'off', ANLAN_FEED: 'off', ANLAN_WORKERS: '1' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  let printed = '';
  child.stdout?.on('data', (bytes: Buffer) => { printed += bytes.toString(); });
  const address = await eventually(async () => /Anlan\s+(http:\/\/\S+)/.exec(printed)?.[1], 60);
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demonstration-accounts.json'), 'utf8')) as { userName: string; password: string }[];
  const duty = accounts.find(({ userName }) => userName === 'duty');
  const answered = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName: 'duty', password: duty?.password }) });
  return { child, address, cookie: (answered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function post({ address, cookie }: Process, readings: readonly object[]): Promise<number> {
  const answered = await fetch(`${address}/api/readings`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ readings }) });
  return answered.ok ? ((await answered.json()) as { acceptedCount: number }).acceptedCount : 0;
}

describe('what was acknowledged survives', () => {
  it('kill -9 of the server during ingest: every acknowledged reading is found after the restart, the orphaned database is adopted', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'anlan-kill-'));
    dirs.push(dataDir);
    const first = await startProcess(dataDir);
    const startMs = Date.now() - 3_600_000;
    const acknowledged = new Set<number>();
    let next = 0;
    const sender = async (): Promise<void> => {
      for (;;) {
        const batch = Array.from({ length: 20 }, () => startMs + 1000 * next++);
        const readings = batch.map((ms) => ({ sensorId: 'tide-dinghai', value: 1, observedAt: new Date(ms).toISOString() }));
        const accepted = await post(first, readings).catch(() => 0);
        if (accepted !== batch.length) return;
        for (const ms of batch) acknowledged.add(ms);
        if (next > 3000) return;
      }
    };
    const senders = [sender(), sender(), sender()];
    await eventually(async () => (acknowledged.size > 400 ? true : undefined));
    await stopped(first.child, 'SIGKILL');
    await Promise.all(senders);
    const second = await startProcess(dataDir);
    const query = new URLSearchParams({ fromAt: new Date(startMs).toISOString(), toAt: new Date(startMs + 3_600_000).toISOString() });
    const series = (await (await fetch(`${second.address}/api/sensors/tide-dinghai/series?${query}`, { headers: { cookie: second.cookie } })).json()) as { observedAt: string }[];
    const found = new Set(series.map(({ observedAt }) => Date.parse(observedAt)));
    expect(acknowledged.size).toBeGreaterThan(400);
    expect([...acknowledged].filter((ms) => !found.has(ms))).toEqual([]);
  });

  it('a database that goes away: readings are refused by code, never dropped in silence, and taken again when it is back', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'anlan-away-'));
    dirs.push(dataDir);
    const server = await startProcess(dataDir);
    const reading = (): object => ({ sensorId: 'tide-dinghai', value: 1.5, observedAt: new Date().toISOString() });
    expect(await post(server, [reading()])).toBe(1);
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL'); // Our own database of this test, by its id.
    const answered = await fetch(`${server.address}/api/readings`, { method: 'POST', headers: { cookie: server.cookie, 'content-type': 'application/json' }, body: JSON.stringify({ readings: [reading()] }) });
    const body = (await answered.json()) as { code?: string; acceptedCount?: number };
    expect(answered.ok ? body.acceptedCount : body.code?.startsWith('POSTGRES_')).toBe(answered.ok ? 1 : true);
    await eventually(async () => ((await post(server, [reading()]).catch(() => 0)) === 1 ? true : undefined), 30);
  });
});
