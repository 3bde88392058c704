// A production installation from nothing: its first administrator by the command line, facts of the
// region and nothing invented, people and devices that come and go.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regionPack } from '@anlan/region-zhoushan';
import { borrowDatabase } from '@anlan/server';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'anlan-production-'));
let server: TestServer;
let administrator = { id: '', password: '' };

/** Runs the command line on the data folder; gives what it printed, or its code when it was refused. */
function anlan(...args: readonly string[]): Promise<{ exitCode: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/src/main.ts', ...args], { cwd: ROOT, env: { ...process.env, ANLAN_DATA: dataDir, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { error += chunk.toString(); });
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, out, error })));
}

interface Answer { readonly statusCode: number; readonly body: any } // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of every shape

async function send(method: 'GET' | 'POST' | 'PUT', url: string, given: { cookie?: string; token?: string; body?: object } = {}): Promise<Answer> {
  const headers = { ...(given.cookie === undefined ? {} : { cookie: given.cookie }), ...(given.token === undefined ? {} : { authorization: `Bearer ${given.token}` }) };
  const answered = await server.http.inject({ method, url, headers, remoteAddress: '127.0.0.21', ...(given.body === undefined ? {} : { payload: given.body }) });
  return { statusCode: answered.statusCode, body: answered.json() };
}

async function login(userName: string, password: string): Promise<string> {
  const answered = await server.http.inject({ method: 'POST', url: '/api/session', remoteAddress: `127.1.${Math.floor(Math.random() * 250)}.9`, payload: { userName, password } });
  return answered.statusCode === 200 ? answered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') : `refused: ${(answered.json() as { code: string }).code}`;
}

const reading = (sensorId: string, value: number): object => ({ sensorId, value, observedAt: new Date().toISOString() });
const PASSWORD = 'a long enough sentence';

beforeAll(async () => {
  const made = await anlan('account', 'create', 'root.one', '--role', 'admin', '--name-zh', '管理员一', '--name-en', 'Administrator One', '--generate');
  expect([made.exitCode, made.error.replace(/^npm warn.*$/gm, '').trim()]).toEqual([0, '']);
  administrator = JSON.parse(made.out) as typeof administrator;
  server = await startTestServer({ ANLAN_DATA: dataDir, ANLAN_MODE: 'production', ANLAN_FEED: 'auto' });
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('production mode on an empty folder', () => {
  it('has the region\'s facts and no account, device or record of demonstration', async () => {
    const cookie = await login('root.one', administrator.password);
    expect(cookie).toContain('anlan_session');
    const meta = await send('GET', '/api/meta');
    expect(meta.body).toMatchObject({ mode: 'production', demonstrationAccounts: [], simulatedSources: [] });
    expect((await send('GET', '/api/accounts', { cookie })).body).toEqual([expect.objectContaining({ userName: 'root.one', roles: ['admin'], demonstration: false })]);
    expect((await send('GET', '/api/devices', { cookie })).body).toEqual([]);
    const { registers } = regionPack();
    for (const [registerId, records] of Object.entries(registers)) {
      const held = (await send('GET', `/api/registers/${registerId}/records?limit=2000`, { cookie })).body.records as { id: string }[];
      expect(held.map(({ id }) => id).sort(), registerId).toEqual(records.filter(({ demonstration }) => !demonstration).map(({ id }) => id).sort());
    }
    expect((await send('GET', '/api/registers/facilities/records?limit=2000', { cookie })).body.records.length).toBeGreaterThan(20);
  });

  it('does not open in demonstration mode, which would put invented records beside real ones', async () => {
    const borrowed = await borrowDatabase(server.app.config);
    await expect(startTestServer({ ANLAN_DATA: dataDir }, { database: borrowed, databaseName: borrowed.databaseName })).rejects.toMatchObject({ code: 'SERVER_MODE_MISMATCH', params: { found: 'production', wanted: 'demonstration' } });
    expect(existsSync(join(dataDir, 'demonstration-accounts.json'))).toBe(false);
  });

  it('S-451: an administrator makes a duty officer, who changes the password; old sessions end, the own one goes on', async () => {
    const cookie = await login('root.one', administrator.password);
    const body = { userName: 'duty.one', displayName: { zh: '值班员一', en: 'Duty One' }, roles: ['duty'], organisationId: 'org-emergency-bureau', password: PASSWORD };
    const short = await send('POST', '/api/accounts', { cookie, body: { ...body, password: 'short' } });
    const same = await send('POST', '/api/accounts', { cookie, body: { ...body, userName: 'longer.user.name', password: 'Longer.User.Name' } });
    const homeless = await send('POST', '/api/accounts', { cookie, body: { ...body, organisationId: 'org-nowhere' } });
    expect([short, same, homeless].map((answered) => answered.body.code)).toEqual(['ACCOUNT_PASSWORD_TOO_SHORT', 'ACCOUNT_PASSWORD_IS_NAME', 'ACCOUNT_ORGANISATION_UNKNOWN']);
    const made = await Promise.all([1, 2, 3, 4].map(() => send('POST', '/api/accounts', { cookie, body })));
    expect(made.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409]);

    const [one, two] = [await login('duty.one', PASSWORD), await login('duty.one', PASSWORD)];
    expect((await send('POST', '/api/accounts', { cookie: one, body: { ...body, userName: 'mine' } })).body.code).toBe('ACCESS_DENIED');
    const wrong = await send('PUT', '/api/session/password', { cookie: one, body: { currentPassword: 'guess', password: 'another long sentence' } });
    expect([wrong.statusCode, wrong.body.code]).toEqual([403, 'ACCOUNT_PASSWORD_WRONG']);
    const changed = await send('PUT', '/api/session/password', { cookie: one, body: { currentPassword: PASSWORD, password: 'another long sentence' } });
    expect(changed.body).toEqual({ endedSessionCount: 1 });
    expect([(await send('GET', '/api/session', { cookie: one })).statusCode, (await send('GET', '/api/session', { cookie: two })).statusCode]).toEqual([200, 401]);
    expect(await login('duty.one', PASSWORD)).toBe('refused: HTTP_LOGIN_REFUSED');
    const events = await server.app.log.readStream('real', 'account:account-duty.one');
    expect(events.map(({ type, actor }) => [type, actor.id])).toEqual([['account.created', 'account-root.one'], ['account.password-changed', 'account-duty.one']]);
    expect(JSON.stringify(events)).not.toContain('sentence');
  });
});

describe('devices', () => {
  const entry = async (cookie: string): Promise<void> => {
    for (const id of ['tide-berth-1', 'tide-berth-2', 'wind-berth']) {
      const values = { name: { zh: id, en: id }, quantity: 'tide-height', unitCode: 'm', position: [122.1, 29.95], updateContract: 'periodic', staleAfterS: 600, validMinValue: -5, validMaxValue: 10, simulated: false };
      const made = await send('POST', '/api/registers/sensors/records', { cookie, body: { id, values } });
      expect([made.statusCode, made.body]).toEqual([200, expect.objectContaining({ id })]);
    }
  };

  it('posts readings by HTTP with its token; readings outside its binding are refused one by one; MQTT takes the same token', async () => {
    const cookie = await login('root.one', administrator.password);
    await entry(cookie);
    const unbound = await send('POST', '/api/devices', { cookie, body: { id: 'gauge-0', displayName: { zh: '仪', en: 'g' }, sensorIds: ['nobody'], sensorIdPrefix: null } });
    expect(unbound.body.code).toBe('DEVICE_SENSOR_UNKNOWN');
    const made = await send('POST', '/api/devices', { cookie, body: { id: 'gauge-1', displayName: { zh: '泊位潮位仪', en: 'Berth tide gauge' }, sensorIds: ['tide-berth-1'], sensorIdPrefix: null } });
    expect(made.statusCode).toBe(200);
    const token = made.body.token as string;
    await eventuallyKnown('wind-berth');

    const posted = await send('POST', '/api/readings', { token, body: { readings: [reading('tide-berth-1', 1.2), reading('wind-berth', 3), reading('nobody', 1), reading('tide-berth-1', 99)] } });
    expect(posted.body).toMatchObject({ acceptedCount: 1, refused: [{ index: 1, code: 'SIGNAL_SENSOR_NOT_BOUND' }, { index: 2, code: 'SIGNAL_SENSOR_NOT_BOUND' }, { index: 3, code: 'SIGNAL_VALUE_OUT_OF_RANGE' }] });
    expect((await send('GET', '/api/devices', { token })).body.code).toBe('ACCESS_DENIED');
    expect((await send('GET', '/api/session', { token })).body.code).toBe('HTTP_SESSION_MISSING');
    expect((await send('POST', '/api/readings', { token: `${token}x`, body: { readings: [] } })).body.code).toBe('HTTP_DEVICE_TOKEN_REFUSED');
    const [device] = (await send('GET', '/api/devices', { cookie })).body as object[];
    expect(device).toMatchObject({ id: 'gauge-1', lastReceivedAt: expect.any(String) });
    expect(JSON.stringify([device, await server.app.log.readStream('real', 'device:gauge-1')])).not.toContain(token.slice(20));

    const url = `mqtt://127.0.0.1:${server.doors?.mqttPort ?? 0}`;
    await expect(mqtt.connectAsync(url, { username: 'gauge-2', password: token, reconnectPeriod: 0 })).rejects.toThrow();
    const client = await mqtt.connectAsync(url, { username: 'gauge-1', password: token, reconnectPeriod: 0 });
    await client.publishAsync('anlan/v1/readings/tide-berth-1', JSON.stringify({ value: 1.5, observedAt: new Date().toISOString() }), { qos: 1 });
    await client.publishAsync('anlan/v1/readings/wind-berth', JSON.stringify({ value: 2.5, observedAt: new Date().toISOString() }), { qos: 1 });
    const sensors = (await send('GET', '/api/sensors', { cookie })).body as { sensor: { id: string }; reading: { readingValue: number; sourceId: string } | null }[];
    expect(sensors.find(({ sensor }) => sensor.id === 'tide-berth-1')?.reading).toMatchObject({ readingValue: 1.5, sourceId: 'device-gauge-1' });
    expect(sensors.find(({ sensor }) => sensor.id === 'wind-berth')?.reading).toBeNull();

    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    expect((await send('POST', '/api/devices/gauge-1/revoke', { cookie, body: { reason: '拆除' } })).body).toEqual({ done: true });
    await closed;
    expect((await send('POST', '/api/readings', { token, body: { readings: [reading('tide-berth-1', 1.3)] } })).body.code).toBe('HTTP_DEVICE_TOKEN_REFUSED');
    await expect(mqtt.connectAsync(url, { username: 'gauge-1', password: token, reconnectPeriod: 0 })).rejects.toThrow();
  });

  it('the command line makes and revokes beside the running server; a revoked device and a revoked account die within seconds', async () => {
    const made = await anlan('device', 'create', 'gauge-cli', '--prefix', 'tide-', '--name-zh', '潮位', '--name-en', 'Tide');
    const { token } = JSON.parse(made.out) as { token: string };
    expect((await send('POST', '/api/readings', { token, body: { readings: [reading('tide-berth-2', 1), reading('wind-berth', 1)] } })).body).toMatchObject({ acceptedCount: 1, refused: [{ index: 1, code: 'SIGNAL_SENSOR_NOT_BOUND' }] });
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${server.doors?.mqttPort ?? 0}`, { username: 'gauge-cli', password: token, reconnectPeriod: 0 });
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    const seat = await login('duty.one', 'another long sentence');
    expect((await send('GET', '/api/session', { cookie: seat })).statusCode).toBe(200);

    const [device, account, again] = [await anlan('device', 'revoke', 'gauge-cli', '--reason', 'lost'), await anlan('account', 'revoke', 'duty.one', '--reason', 'left'), await anlan('account', 'revoke', 'nobody', '--reason', 'left')];
    expect([device.exitCode, account.exitCode, again.exitCode, again.error.split('\n').find((line) => line.startsWith('ACCOUNT_'))]).toEqual([0, 0, 1, 'ACCOUNT_UNKNOWN']);
    await closed;
    expect((await send('POST', '/api/readings', { token, body: { readings: [] } })).body.code).toBe('HTTP_DEVICE_TOKEN_REFUSED');
    expect((await send('GET', '/api/session', { cookie: seat })).statusCode).toBe(401);
    expect(await login('duty.one', 'another long sentence')).toBe('refused: HTTP_LOGIN_REFUSED');
    const events = await server.app.log.readStream('real', 'account:account-duty.one');
    expect(events.at(-1)).toMatchObject({ type: 'account.revoked', payload: { reason: 'left' }, actor: { kind: 'system', id: expect.stringMatching(/^cli-/) } });
  });

  /** A new sensor is listed once the reaction to its record has run. */
  async function eventuallyKnown(sensorId: string): Promise<void> {
    await expect.poll(() => server.app.lists.findSensor(sensorId)?.id).toBe(sensorId);
  }
});

describe('guessing', () => {
  it('S-451: 50 tries at once from as many addresses: few are looked at, the others are told when to come back; a name that does not exist is treated alike', async () => {
    for (const userName of ['root.one', 'no-such-name']) {
      const tries = await Promise.all(Array.from({ length: 50 }, (_unused, i) => server.http.inject({ method: 'POST', url: '/api/session', remoteAddress: `127.9.0.${i}`, payload: { userName, password: 'guess' } })));
      const codes = tries.map((answered) => (answered.json() as { code: string }).code);
      expect([codes.filter((code) => code === 'HTTP_LOGIN_REFUSED').length, codes.filter((code) => code === 'HTTP_LOGIN_WAIT').length], userName).toEqual([5, 45]);
      expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    }
  });
});
