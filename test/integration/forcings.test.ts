import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
/** A wind from the east of 6 m/s over the whole region, from two days ago until `untilS` from now. */
function windFile(untilS: number) {
  const [lonDeg, latDeg, times] = [[121, 122, 123, 124], [29, 30.5, 32], [iso(-172_800), iso(0), iso(untilS)]];
  const plane = (value: number) => times.map(() => latDeg.map(() => lonDeg.map(() => value)));
  return { format: 'anlan-wind-grid/1', sourceText: { zh: '省气象台网格风', en: 'Provincial wind grid' }, lonDeg, latDeg, times, eastMps: plane(-6), northMps: plane(0) };
}

describe('a wind file through the product', () => {
  it('placed, listed, used by the forecast of a spill whose wind nobody typed, removed, and then named no more', async () => {
    const refused = await server.call('duty', 'placeForcing', { body: { ...windFile(86_400), lonDeg: [1, 2, 4] } });
    expect([refused.statusCode, refused.body.code]).toEqual([422, 'FORCING_AXIS_UNEVEN']);
    expect((await server.call('responder', 'placeForcing', { body: windFile(100) })).body.code).toBe('ACCESS_DENIED');
    const placed = await server.call('duty', 'placeForcing', { body: windFile(30 * 3600) });
    expect(placed.statusCode).toBe(200);
    expect((await server.call('dispatcher', 'listForcings')).body).toMatchObject([{ id: placed.body.id, sourceText: { zh: '省气象台网格风' }, nodeCount: 12, timeCount: 3, state: 'placed' }]);

    const opened = await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'oil-spill', title: '岙山泊位原油泄漏', placeText: '岙山', position: [122.158, 29.943], happenedAt: iso(-600) } });
    const params = { id: opened.body.id };
    const spill = { oilId: 'AD02002', massKg: 125_000, volumeM3: null, position: [122.158, 29.943], releaseStartedAt: iso(-600), releaseDurationS: 180, windSpeedMps: null, windFromDegTrue: null, waterTemperatureDegC: 20, note: '' };
    const early = await server.call('duty', 'confirmSpill', { params, body: { ...spill, releaseStartedAt: iso(-73 * 3600) } });
    expect(early.body.code).toBe('FORECAST_STARTS_TOO_EARLY');
    expect((await server.call('duty', 'confirmSpill', { params, body: spill })).statusCode).toBe(200);
    const incident = (await server.call('duty', 'getIncident', { params })).body;
    expect(incident.facts.some((fact: { code: string }) => fact.code === 'wind-speed')).toBe(false);
    expect(incident.facts.every((fact: { standing: boolean }) => fact.standing)).toBe(true);
    const forecast = await eventually(async () => (await server.call('duty', 'listForecasts', { params })).body.find((one: { state: string }) => one.state !== 'requested'));
    expect(forecast).toMatchObject({ state: 'completed', input: { wind: { kind: 'gridded', grid: { forcingId: placed.body.id } }, aheadS: 86_400 } });
    expect(forecast.input.wind.speedMps).toBeCloseTo(6, 5);
    expect(forecast.input.wind.windFromDegTrue).toBeCloseTo(90, 3);
    expect(forecast.summary.assumed.map((note: { code: string }) => note.code)).toContain('FORECAST_WIND_GRID_USED');

    expect((await server.call('duty', 'removeForcing', { params: { id: placed.body.id } })).body).toEqual({ done: true });
    expect((await server.call('duty', 'removeForcing', { params: { id: placed.body.id } })).body.code).toBe('FORCING_UNKNOWN');
    const short = await server.call('duty', 'placeForcing', { body: windFile(3600) });
    const again = await server.call('duty', 'requestForecast', { params, body: {} });
    const later = (await server.call('duty', 'getForecast', { params: { id: again.body.id } })).body;
    expect(later.input.assumed.map((note: { code: string }) => note.code)).toContain('FORECAST_WIND_GRID_NOT_COVERING');
    expect(later.input.wind.kind).not.toBe('gridded');
    await server.call('duty', 'removeForcing', { params: { id: short.body.id } });

    const atOnce = await Promise.all(Array.from({ length: 12 }, () => server.call('duty', 'placeForcing', { body: windFile(3600) })));
    expect(atOnce.filter(({ statusCode }) => statusCode === 200)).toHaveLength(8);
    expect(new Set(atOnce.filter(({ statusCode }) => statusCode !== 200).map(({ body }) => body.code))).toEqual(new Set(['FORCING_TOO_MANY']));
    const listed = (await server.call('dispatcher', 'listForcings')).body;
    expect(listed).toHaveLength(8);
    for (const { id } of listed) await server.call('duty', 'removeForcing', { params: { id } });
  });
});
