import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
/** The largest run that a person may ask for: about twenty seconds of one core. */
const HUGE = { horizonS: 72 * 3600, particleCount: 50_000, memberCount: 50 };

async function openIncident(position: readonly [number, number]): Promise<string> {
  const opened = await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'oil-spill', title: '溢油', placeText: '岙山', position, happenedAt: iso(-60) } });
  return opened.body.id;
}

const confirm = (id: string, position: readonly [number, number]) => server.call('duty', 'confirmSpill', {
  params: { id }, body: { oilId: 'AD02002', massKg: 125_000, volumeM3: null, position, releaseStartedAt: iso(-60), releaseDurationS: 0, windSpeedMps: 7, windFromDegTrue: 0, waterTemperatureDegC: 20, note: '' },
});
const forecastsOf = async (id: string) => (await server.call('duty', 'listForecasts', { params: { id } })).body as { id: string; state: string; progressRatio: number | null }[];
const stateOf = async (id: string) => (await server.call('duty', 'getForecast', { params: { id } })).body as { state: string; progressRatio: number | null };

describe('lanes: one incident holds up no other', () => {
  it('the first forecast of incident Y and its plan come while what-ifs of incident X at the limit run and wait', async () => {
    const place = [122.158, 29.943] as const;
    const [x, y] = [await openIncident(place), await openIncident(place)];
    await confirm(x, place);
    await eventually(async () => ((await forecastsOf(x)).every(({ state }) => state === 'completed') ? true : undefined));
    const huge = await server.call('duty', 'requestForecast', { params: { id: x }, body: HUGE });
    const queued = await server.call('duty', 'requestForecast', { params: { id: x }, body: HUGE });
    await eventually(async () => ((await stateOf(huge.body.id)).progressRatio === null ? undefined : true));
    expect((await confirm(y, place)).statusCode).toBe(200);
    await eventually(async () => (await server.call('duty', 'listPlans', { params: { id: y } })).body[0], 15);
    expect((await forecastsOf(y)).map(({ state }) => state)).toEqual(['completed']);
    expect((await stateOf(huge.body.id)).state).toBe('requested');

    expect((await stateOf(queued.body.id)).progressRatio).toBeNull();
    for (const { body } of [queued, huge]) expect((await server.call('duty', 'cancelForecast', { params: { id: body.id } })).statusCode).toBe(200);
    expect((await stateOf(huge.body.id)).state).toBe('cancelled');
    expect((await stateOf(queued.body.id)).state).toBe('cancelled');
  });

  it('a what-if beyond the limit is refused by name', async () => {
    const [id] = ((await server.call('duty', 'listIncidents')).body as { id: string }[]).map((incident) => incident.id);
    const tooFine = await server.call('duty', 'requestForecast', { params: { id: id! }, body: { ...HUGE, particleCount: 50_001 } });
    expect([tooFine.statusCode, tooFine.body.code, tooFine.body.params]).toEqual([422, 'FORECAST_INPUT_OUT_OF_RANGE', { name: 'particleCount', given: '50001', min: 100, max: 50_000 }]);
  });

  it('a run that a stop interrupts is not failed: it stays requested for the next start', async () => {
    const place = [122.158, 29.943] as const;
    const [id] = ((await server.call('duty', 'listIncidents')).body as { id: string }[]).map((incident) => incident.id);
    const asked = await server.call('duty', 'requestForecast', { params: { id: id! }, body: { ...HUGE, spill: { position: place } } });
    await eventually(async () => ((await stateOf(asked.body.id)).progressRatio === null ? undefined : true));
    server.app.services.interrupt();
    await server.app.reactor.idle();
    expect((await stateOf(asked.body.id)).state).toBe('requested');
  });
});
