import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createSocket } from 'node:dgram';
import mqtt from 'mqtt';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeAisSentences } from '@anlan/adapter-ais';
import { routes } from '@anlan/contracts';
import type { Route, RouteId } from '@anlan/contracts';
import { sharedPath } from '../shared.ts';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const now = (): string => new Date().toISOString();
const codesOf = (body: { refused: { code: string }[] }): string[] => body.refused.map(({ code }) => code);

describe('who may come in', () => {
  it('S-451: every route but the public ones refuses a caller without a session', async () => {
    for (const [id, route] of Object.entries(routes) as [RouteId, Route][]) {
      if (route.access === 'public') continue;
      const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map((match) => [match[1] ?? '', 'x']));
      const { statusCode, body } = await server.call(undefined, id, { params });
      expect([statusCode, body.code], id).toEqual([401, 'HTTP_SESSION_MISSING']);
    }
  });

  it('S-451: who may not is told so before the input is looked at: neither the shape of a body nor its size is judged for a stranger', async () => {
    const broken = { method: 'POST' as const, url: '/api/readings', headers: { 'content-type': 'application/json' }, payload: '{"readings": [' };
    const stranger = await server.http.inject(broken);
    const responder = await server.http.inject({ ...broken, headers: { ...broken.headers, cookie: await server.cookieOf('responder') } });
    const large = await server.http.inject({ ...broken, payload: `{"readings": ["${'x'.repeat(5_100_000)}"]}` });
    expect([stranger, responder, large].map((answered) => `${answered.statusCode} ${(answered.json() as { code: string }).code}`)).toEqual(['401 HTTP_SESSION_MISSING', '403 ACCESS_DENIED', '401 HTTP_SESSION_MISSING']);
  });

  it('S-451: an enterprise may not decide a level, a responder may not see the queue, a duty officer may not revoke accounts', async () => {
    const level = await server.call('enterprise', 'decideLevel', { params: { id: 'x' }, body: { levelIndex: 1, reason: 'test' } });
    const queue = await server.call('responder', 'getQueue');
    const revoke = await server.call('duty', 'revokeAccount', { params: { id: 'account-reserve' }, body: { reason: 'test' } });
    expect([level.statusCode, queue.statusCode, revoke.statusCode]).toEqual([403, 403, 403]);
    expect(level.body).toMatchObject({ code: 'ACCESS_DENIED', zh: { happened: expect.stringMatching(/\p{Script=Han}/u) }, en: { next: expect.any(String) } });
  });

  it('a session dies when its account is revoked, and so does its live socket', async () => {
    const cookie = await server.cookieOf('industry');
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/api/live`, { headers: { cookie } });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.once('message', resolve));
    expect((await server.call('industry', 'getSession')).statusCode).toBe(200);
    const revoked = await server.call('admin', 'revokeAccount', { params: { id: 'account-industry' }, body: { reason: '离职' } });
    expect(revoked.body).toEqual({ done: true });
    expect(await closed).toBe(4401);
    expect((await server.call('industry', 'getSession')).statusCode).toBe(401);
  });

  it('a guess of a password is refused without telling whether the name exists, and guesses are slowed', async () => {
    const tries = [];
    for (let i = 0; i < 14; i++) tries.push(await server.http.inject({ method: 'POST', url: '/api/session', remoteAddress: '127.0.0.9', payload: { userName: i % 2 === 0 ? 'duty' : 'nobody', password: 'guess' } }));
    const codes = tries.map((answered) => (answered.json() as { code: string }).code);
    expect(codes.slice(0, 10).every((code) => code === 'HTTP_LOGIN_REFUSED')).toBe(true);
    expect(codes.at(-1)).toBe('HTTP_TOO_MANY');
  });

  it('a write that another site starts is refused', async () => {
    const cookie = await server.cookieOf('duty');
    const answered = await server.http.inject({ method: 'POST', url: '/api/readings', headers: { cookie, origin: 'https://elsewhere.example', host: '127.0.0.1' }, payload: { readings: [] } });
    expect([answered.statusCode, (answered.json() as { code: string }).code]).toEqual([403, 'HTTP_ORIGIN_REFUSED']);
  });
});

describe('signals through every door', () => {
  it('the real AIS log plays over TCP onto the map, junk is counted and nothing else is lost', async () => {
    const log = readFileSync(sharedPath('data/signals/ais_sample.nmea'));
    const socket = connect({ host: '127.0.0.1', port: server.doors?.aisTcpPort ?? 0 });
    socket.write('this is not a sentence\r\n!AIVDM,1,1,,A,broken*00\r\n');
    await new Promise<void>((resolve) => socket.end(log, () => resolve()));
    const vessels = await eventually(async () => {
      const { body } = await server.call('duty', 'listVessels');
      return body.length > 150 ? body : undefined;
    });
    const placed = vessels.filter((vessel: { position?: number[] }) => vessel.position !== undefined);
    expect(placed.length).toBeGreaterThan(150);
    expect(vessels.every((vessel: { simulated: boolean }) => !vessel.simulated)).toBe(true);
    const counts = server.doors?.counts().find(({ sourceId }) => sourceId === 'ais-tcp');
    expect(counts?.refusedCounts).toMatchObject({ AIS_CHECKSUM_WRONG: expect.any(Number) });
  });

  it('a sentence over UDP arrives', async () => {
    const socket = createSocket('udp4');
    const [line = ''] = encodeAisSentences({ typeCode: 18, mmsi: '413999888', position: [122.2, 29.9], speedMps: 3 });
    await new Promise((resolve) => socket.send(`${line}
`, server.doors?.aisUdpPort ?? 0, '127.0.0.1', resolve));
    socket.close();
    await eventually(async () => ((await server.call('duty', 'listVessels')).body.some((vessel: { mmsi: string }) => vessel.mmsi === '413999888') ? true : undefined));
  });

  it('readings by HTTP are judged one by one: the good ones are kept, the others named by code', async () => {
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const past = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const { statusCode, body } = await server.call('duty', 'postReadings', { body: { readings: [
      { sensorId: 'tide-dinghai', value: 1.1, observedAt: now() },
      { sensorId: 'no-such-sensor', value: 1, observedAt: now() },
      { sensorId: 'tide-dinghai', value: 1, observedAt: future },
      { sensorId: 'tide-dinghai', value: 1, observedAt: past },
      { sensorId: 'tide-dinghai', value: 99, observedAt: now() },
      { sensorId: 'tide-dinghai', value: 'high', observedAt: now() },
      { sensorId: 'tide-dinghai', value: 1, observedAt: 'yesterday' },
      'not even an object',
    ] } });
    expect([statusCode, body.acceptedCount, body.refused.length]).toEqual([200, 1, 7]);
    expect(codesOf(body)).toEqual(expect.arrayContaining(['SIGNAL_SENSOR_UNKNOWN', 'SIGNAL_TIME_IN_FUTURE', 'SIGNAL_TIME_TOO_OLD', 'SIGNAL_VALUE_OUT_OF_RANGE']));
    const sensors = (await server.call('duty', 'listSensors')).body;
    expect(sensors.find((entry: { sensor: { id: string } }) => entry.sensor.id === 'tide-dinghai')).toMatchObject({ quality: 'live', reading: { readingValue: 1.1 } });
    expect(sensors.find((entry: { sensor: { id: string } }) => entry.sensor.id === 'nh3-goushan')).toMatchObject({ quality: 'missing', reading: null });
  });

  it('malformed JSON, a wrong shape and a body that is too large get a coded answer in both languages', async () => {
    const cookie = await server.cookieOf('duty');
    const broken = await server.http.inject({ method: 'POST', url: '/api/readings', headers: { cookie, 'content-type': 'application/json' }, payload: '{"readings": [' });
    const shape = await server.http.inject({ method: 'POST', url: '/api/readings', headers: { cookie }, payload: { readings: 'all' } });
    const large = await server.http.inject({ method: 'POST', url: '/api/readings', headers: { cookie, 'content-type': 'application/json' }, payload: `{"readings": ["${'x'.repeat(5_100_000)}"]}` });
    const unknown = await server.http.inject({ method: 'GET', url: '/api/nowhere' });
    const codes = [broken, shape, large, unknown].map((answered) => `${answered.statusCode} ${(answered.json() as { code: string }).code}`);
    expect(codes).toEqual(['400 HTTP_BODY_UNREADABLE', '400 HTTP_INPUT_INVALID', '413 HTTP_BODY_TOO_LARGE', '404 HTTP_ROUTE_UNKNOWN']);
  });

  it('a gauge over MQTT is stored before it is acknowledged', async () => {
    const device = server.app.demonstrationDevice;
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${server.doors?.mqttPort ?? 0}`, { username: device?.id ?? '', password: device?.token ?? '', reconnectPeriod: 0 });
    await client.publishAsync('anlan/v1/readings/tide-shenjiamen', JSON.stringify({ value: 0.7, observedAt: now() }), { qos: 1 });
    await client.endAsync();
    const sensors = (await server.call('duty', 'listSensors')).body;
    expect(sensors.find((entry: { sensor: { id: string } }) => entry.sensor.id === 'tide-shenjiamen')).toMatchObject({ reading: { readingValue: 0.7, sourceId: 'mqtt-simulated', simulated: true } });
  });

  it('the same report posted twice gives one receipt; the receipt can be looked up; a text file is no photo', async () => {
    const boundary = 'b0undary';
    const form = (fields: Record<string, string>, file?: string): string => [
      ...Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      ...(file === undefined ? [] : [`--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n${file}\r\n`]), `--${boundary}--\r\n`,
    ].join('');
    const post = (payload: string) => server.http.inject({ method: 'POST', url: '/api/public/reports', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    const fields = { idempotencyKey: 'device-key-0000000001', what: '海面有油', placeText: '沈家门', phone: '13900000002' };
    const first = (await post(form(fields))).json() as { receiptNumber: string; repeated: boolean };
    const second = (await post(form(fields))).json() as { receiptNumber: string; repeated: boolean };
    expect([second.receiptNumber, first.repeated, second.repeated]).toEqual([first.receiptNumber, false, true]);
    expect((await server.call(undefined, 'getReceipt', { params: { id: first.receiptNumber } })).body).toMatchObject({ state: 'received' });
    expect((await server.call('duty', 'listReports')).body.filter((report: { what: string }) => report.what === '海面有油')).toHaveLength(1);
    const notPhoto = await post(form({ ...fields, idempotencyKey: 'device-key-0000000002' }, 'just text'));
    expect((notPhoto.json() as { code: string }).code).toBe('HTTP_MEDIA_REFUSED');
  });
});
