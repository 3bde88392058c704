// Against a real HTTP peer on this machine that answers in the documented formats, well and badly.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { instant } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { MovementClosure, RoadProfile } from '@anlan/movement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOsrmEngine, createValhallaEngine } from './index.ts';

const PLACES: readonly LonLat[] = [[122.1, 30.02], [122.2, 29.99], [122.3, 29.955]];
const TRUCK: RoadProfile = { id: 'truck', kind: 'hazmat-truck', speedMpsMax: 25, massKg: 30_000, heightM: 3.8, lengthM: 11, hazmat: true };
const departAt = instant('2026-11-24T00:00:00Z');

interface Asked {
  readonly url: string;
  readonly body: Record<string, unknown> | undefined;
}

const asked: Asked[] = [];
let answer: (question: Asked) => { status?: number; body: unknown; delayMs?: number } = () => ({ body: {} });
let baseUrl = '';
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  request.on('end', () => {
    const question = { url: request.url ?? '', body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
    asked.push(question);
    const { status = 200, body, delayMs = 0 } = answer(question);
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }, delayMs);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const osrm = (change = {}) => createOsrmEngine({ baseUrl, timeoutMs: 2000, blockCountMax: 100, profileName: 'driving', ...change });
const valhalla = (change = {}) => createValhallaEngine({ baseUrl, timeoutMs: 2000, blockCountMax: 100, ...change });
const request = { from: PLACES, to: PLACES, departAt, profile: TRUCK };
const ends = { from: PLACES[0]!, to: PLACES[1]!, departAt, profile: TRUCK };

/** Duration of a cell: ten times the row plus the column, by the digits of the places. */
function osrmTable({ url }: Asked): unknown {
  const query = new URL(url, 'http://x').searchParams;
  const all = /driving\/([^?]+)/.exec(url)![1]!.split(';').map((pair) => Number(pair.split(',')[0]));
  const [sources, destinations] = ['sources', 'destinations'].map((name) => query.get(name)!.split(';').map((i) => all[Number(i)]!));
  const cells = sources!.map((from) => destinations!.map((to) => (from === 122.3 && to === 122.1 ? null : Math.round(1000 * Math.abs(from - to)))));
  return { code: 'Ok', durations: cells, distances: cells, sources: [], destinations: [] };
}

describe('OSRM', () => {
  it('asks for tables in blocks, longitude first, without ferries, and puts them together', async () => {
    asked.length = 0;
    answer = (question) => ({ body: osrmTable(question) });
    const whole = await osrm().matrix(request);
    expect(whole.durationS).toEqual([0, 100, 200, 100, 0, 100, null, 100, 0]);
    expect(asked[0]!.url).toContain('/table/v1/driving/122.100000,30.020000;122.200000,29.990000');
    expect(asked[0]!.url).toContain('exclude=ferry');
    expect(await osrm({ blockCountMax: 4 }).matrix(request)).toEqual(whole);
    expect(asked).toHaveLength(1 + 4);
  });

  it('reads a way, and none', async () => {
    const steps = [{ name: '定沈路', mode: 'driving' }, { name: '定沈路', mode: 'driving' }, { name: '海天大道', mode: 'driving' }];
    answer = () => ({ body: { code: 'Ok', routes: [{ duration: 900.5, distance: 13_000, geometry: { type: 'LineString', coordinates: [[122.1, 30.02], [122.2, 29.99]] }, legs: [{ steps }] }] } });
    expect(await osrm().path(ends)).toMatchObject({ durationS: 900.5, distanceM: 13_000, names: ['定沈路', '海天大道'], pathDeg: [[122.1, 30.02], [122.2, 29.99]] });
    answer = () => ({ status: 400, body: { code: 'NoRoute', message: 'Impossible route between points' } });
    expect(await osrm().path(ends)).toBeUndefined();
  });

  it('takes no answer with a ferry in it: its time would be length by speed', async () => {
    answer = () => ({ body: { code: 'Ok', routes: [{ duration: 9, distance: 9, geometry: { coordinates: [] }, legs: [{ steps: [{ name: '轮渡', mode: 'ferry' }] }] }] } });
    await expect(osrm().path(ends)).rejects.toMatchObject({ code: 'ROUTING_FERRY_NOT_EXCLUDED', params: { detail: '轮渡' } });
    answer = () => ({ status: 400, body: { code: 'InvalidValue', message: 'Exclude flag combination is not supported.' } });
    await expect(osrm().matrix(request)).rejects.toMatchObject({ code: 'ROUTING_FERRY_NOT_EXCLUDED' });
  });

  it('says that it cannot be told of closures', () => {
    const closure: MovementClosure = { id: 'c', name: '西堠门大桥', bridgeId: 'xihoumen-bridge', sourceText: '高速交警' };
    expect(osrm().apply([closure])).toMatchObject({ ok: false, refusal: { code: 'ROUTING_CLOSURES_NOT_SUPPORTED', params: { engine: 'OSRM', names: '西堠门大桥' } } });
    expect(osrm().apply([]).ok).toBe(true);
  });
});

describe('Valhalla', () => {
  const cell = (time: number | null, distance: number | null) => ({ time, distance, from_index: 0, to_index: 0 });

  it('sends the vehicle with each question and reads kilometres as metres', async () => {
    asked.length = 0;
    answer = () => ({ body: { sources_to_targets: [[cell(0, 0), cell(100, 1.5), cell(null, null)]], units: 'kilometers' } });
    const matrix = await valhalla().matrix({ ...request, from: PLACES.slice(0, 1) });
    expect(matrix).toMatchObject({ durationS: [0, 100, null], distanceM: [0, 1500, null] });
    expect(asked[0]).toMatchObject({ url: '/sources_to_targets', body: { costing: 'truck', costing_options: { truck: { weight: 30, height: 3.8, length: 11, hazmat: true, exclude_ferries: true } }, sources: [{ lon: 122.1, lat: 30.02 }] } });
  });

  it('reads a way with its shape, and none', async () => {
    const trip = { summary: { time: 600, length: 9.5, has_ferry: false }, legs: [{ shape: '_izlhA~rlgdF_{geC~ywl@', maneuvers: [{ street_names: ['兴舟大道'] }, {}] }] };
    answer = () => ({ body: { trip } });
    expect(await valhalla().path(ends)).toMatchObject({ durationS: 600, distanceM: 9500, names: ['兴舟大道'], pathDeg: [[-120.2, 38.5], [-120.95, 40.7]] });
    answer = () => ({ status: 400, body: { error_code: 442, error: 'No path could be found for input', status_code: 400 } });
    expect(await valhalla().path(ends)).toBeUndefined();
  });

  it('takes no answer of a server that ignores the exclusion of ferries', async () => {
    answer = () => ({ body: { sources_to_targets: [[cell(1, 1)]], warnings: [{ code: 208, text: 'Hard exclusions are not allowed on this server; exclude_ferries ignored' }] } });
    await expect(valhalla().matrix({ ...request, from: PLACES.slice(0, 1), to: PLACES.slice(0, 1) })).rejects.toMatchObject({ code: 'ROUTING_FERRY_NOT_EXCLUDED' });
    answer = () => ({ body: { trip: { summary: { time: 1, length: 1, has_ferry: true }, legs: [] } } });
    await expect(valhalla().path(ends)).rejects.toMatchObject({ code: 'ROUTING_FERRY_NOT_EXCLUDED' });
  });

  it('keeps to closed areas in force, and refuses closures by link', async () => {
    asked.length = 0;
    answer = () => ({ body: { sources_to_targets: [[cell(1, 1)]] } });
    const ring: LonLat[] = [[122, 30], [122.1, 30], [122.1, 30.1], [122, 30]];
    const area: MovementClosure = { id: 'a', name: '警戒区', polygon: [ring], sourceText: 'x' };
    const over: MovementClosure = { ...area, id: 'b', untilAt: departAt };
    const applied = valhalla().apply([area, over]);
    if (!applied.ok) throw new Error(applied.refusal.code);
    await applied.value.matrix({ ...request, from: PLACES.slice(0, 1), to: PLACES.slice(0, 1) });
    expect(asked[0]!.body).toMatchObject({ exclude_polygons: [ring] });
    expect(valhalla().apply([{ id: 'l', name: 'x', linkId: 'x', sourceText: 'x' }])).toMatchObject({ ok: false, refusal: { code: 'ROUTING_CLOSURES_NOT_SUPPORTED' } });
  });
});

describe('a server that does badly', () => {
  it.each([
    ['ROUTING_TIMEOUT', { body: {}, delayMs: 400 }],
    ['ROUTING_ANSWER_UNREADABLE', { body: '<html>' }],
    ['ROUTING_ANSWER_UNREADABLE', { body: { code: 'Ok', durations: [[1]], distances: [[1]] } }],
    ['ROUTING_ANSWER_UNREADABLE', { body: { code: 'Ok', durations: [[1, -1, 1]], distances: [[1, 1, 1]] } }],
    ['ROUTING_SERVER_REFUSED', { status: 400, body: { code: 'TooBig', message: 'Too many table coordinates' } }],
  ])('is told as %s', async (code, bad) => {
    answer = () => bad;
    await expect(osrm({ timeoutMs: 150 }).matrix({ ...request, from: PLACES.slice(0, 1) })).rejects.toMatchObject({ code });
  });

  it('is told as ROUTING_UNREACHABLE when nobody listens, and too many places are not asked for', async () => {
    await expect(osrm({ baseUrl: 'http://127.0.0.1:9' }).matrix(request)).rejects.toMatchObject({ code: 'ROUTING_UNREACHABLE' });
    await expect(osrm().matrix({ ...request, from: new Array<LonLat>(1001).fill(PLACES[0]!) })).rejects.toMatchObject({ code: 'ROUTING_TOO_MANY_PLACES' });
  });
});
