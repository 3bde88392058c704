import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig, startServer } from './index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'anlan-readme-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('the example of the README holds', async () => {
  const free = { ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: 'off', ANLAN_AIS_UDP_PORT: 'off', ANLAN_MQTT_PORT: 'off', ANLAN_FEED: 'off' };
  const server = await startServer(readConfig({ ANLAN_DATA: dataDir, ...free }));
  const ask = async (path: string): Promise<Record<string, unknown>> => (await (await fetch(`${server.address}${path}`)).json()) as Record<string, unknown>;
  expect(await ask('/api/health')).toMatchObject({ ok: true, database: true });
  expect(await ask('/api/queue')).toMatchObject({ code: 'HTTP_SESSION_MISSING', zh: { next: expect.any(String) as string }, en: { next: expect.any(String) as string } });
  expect(server.app.demonstrationAccounts[0]).toMatchObject({ userName: 'duty', password: expect.stringMatching(/^\w{12}$/) as string });
  await server.stop();
  await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(page).toContain("const free = { ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: 'off', ANLAN_AIS_UDP_PORT: 'off', ANLAN_MQTT_PORT: 'off', ANLAN_FEED: 'off' };");
});
