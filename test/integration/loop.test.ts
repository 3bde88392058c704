import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
const send = (sensorId: string, value: number, offsetS: number) => server.call('duty', 'postReadings', { body: { readings: [{ sensorId, value, observedAt: iso(offsetS) }] } });

describe('S-327: one case through every room, over HTTP', () => {
  const seen: Record<string, string> = {};

  it('readings beyond a threshold for long enough raise one alert, which waits in the queue and sounds', async () => {
    await send('arm-aoshan-1', 640, -60);
    await send('arm-aoshan-1', 60, -20);
    await send('arm-aoshan-1', 50, -10);
    await send('arm-aoshan-1', 55, -5);
    const { body } = await server.call('duty', 'getQueue');
    const rows = body.rows.filter((row: { kind: string }) => row.kind === 'alert');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ section: 'new', sounding: true, simulated: true, nextAction: { code: 'alert.acknowledge' } });
    seen['alert'] = rows[0].id;
  });

  it('acknowledging, opening and confirming a spill gives grades under several rule sets, clocks, a forecast and a checked plan', async () => {
    expect((await server.call('duty', 'acknowledgeAlert', { params: { id: seen['alert']! } })).body).toEqual({ done: true });
    const opened = await server.call('duty', 'openIncident', { body: { alertIds: [seen['alert']], reportIds: [], kindCode: 'oil-spill', title: '岙山泊位原油泄漏', placeText: '岙山', position: [122.158, 29.943], happenedAt: iso(-20) } });
    expect(opened.statusCode).toBe(200);
    seen['incident'] = opened.body.id;
    const params = { id: opened.body.id };
    const spill = { oilId: 'AD02002', massKg: 125_000, volumeM3: null, position: [122.158, 29.943], releaseStartedAt: iso(-20), releaseDurationS: 180, windSpeedMps: 7, windFromDegTrue: 0, waterTemperatureDegC: 20, note: '' };
    const onLand = await server.call('duty', 'confirmSpill', { params, body: { ...spill, position: [122.12, 30.06] } });
    const noOil = await server.call('duty', 'confirmSpill', { params, body: { ...spill, oilId: 'no-such-oil' } });
    expect([onLand.body.code, noOil.body.code]).toEqual(['FORECAST_POSITION_ON_LAND', 'DRIFT_OIL_UNKNOWN']);
    const confirmed = await server.call('duty', 'confirmSpill', { params, body: spill });
    expect(confirmed.statusCode).toBe(200);
    const incident = (await server.call('duty', 'getIncident', { params })).body;
    const grades = Object.fromEntries(incident.assessments.map((one: { ruleSetId: string; gradeTitles: { zh: string } | null }) => [one.ruleSetId, one.gradeTitles?.zh ?? null]));
    expect(grades).toMatchObject({ 'cn-493': null, 'cn-ship-pollution': '较大' });
    expect(incident.clocks.length).toBeGreaterThanOrEqual(2);
    const plan = await eventually(async () => (await server.call('duty', 'listPlans', { params })).body[0]);
    expect(plan.options.length).toBeGreaterThanOrEqual(3);
    expect(plan.options.every((option: { checked: boolean }) => option.checked)).toBe(true);
    seen['plan'] = plan.id;
    const [forecast] = (await server.call('duty', 'listForecasts', { params })).body;
    expect(forecast).toMatchObject({ state: 'completed', summary: { indicative: true } });
    const frames = (await server.call('duty', 'getFrames', { params: { id: forecast.id } })).body;
    expect(frames.frames.length).toBe(49);
  });

  it('S-447: dispatching holds stock, departing draws it, and the ledger agrees to the last metre', async () => {
    const plan = (await server.call('duty', 'getPlan', { params: { id: seen['plan']! } })).body;
    const option = plan.options.find((one: { rankIndex: number }) => one.rankIndex === 1);
    await server.call('commander', 'chooseOption', { params: { id: plan.id }, body: { optionId: option.id } });
    const dispatched = await server.call('dispatcher', 'dispatchPlan', { params: { id: plan.id } });
    expect(dispatched.body.orderIds.length).toBeGreaterThan(0);
    const orders = (await server.call('dispatcher', 'listOrders', { query: { incidentId: seen['incident']! } })).body;
    const order = orders.find((one: { items: { supplyRegisterId: string }[] }) => one.items.some((item) => item.supplyRegisterId === 'stock-lots'));
    const item = order.items.find((one: { supplyRegisterId: string }) => one.supplyRegisterId === 'stock-lots');
    const ledger = async () => (await server.call('reserve', 'getRecord', { params: { registerId: 'stock-lots', id: item.supplyId } })).body.holding;
    const before = await ledger();
    expect(before.heldValue).toBeGreaterThanOrEqual(item.quantityValue);
    for (const step of ['acceptOrder', 'departOrder'] as const) expect((await server.call('dispatcher', step, { params: { id: order.id }, body: { note: '' } })).body).toEqual({ done: true });
    const after = await ledger();
    expect(before.onHandValue - after.onHandValue).toBeCloseTo(item.quantityValue, 6);
    expect(before.heldValue - after.heldValue).toBeCloseTo(item.quantityValue, 6);
    seen['order'] = order.id;
    seen['lot'] = item.supplyId;
    seen['lotBefore'] = String(after.onHandValue + item.quantityValue);
  });

  it('an incident is not closed while things are open, and says which', async () => {
    const params = { id: seen['incident']! };
    await server.call('commander', 'terminateIncident', { params, body: { reason: '测试终止', conditions: ['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'] } });
    const refused = await server.call('duty', 'closeIncident', { params, body: {} });
    expect([refused.statusCode, refused.body.code]).toEqual([409, 'INCIDENT_CLOSE_REFUSED']);
  });

  it('the incident can be read as it was known at any earlier minute', async () => {
    const params = { id: seen['incident']! };
    const { entries } = (await server.call('duty', 'getTimeline', { params })).body;
    const verified = entries.find((entry: { type: string }) => entry.type === 'incident.verified');
    const before = new Date(Date.parse(verified.recordedAt) - 1).toISOString();
    const then = (await server.call('duty', 'getIncident', { params, query: { knownAt: before } })).body;
    expect([then.verifiedAt, then.facts.length]).toEqual([null, 0]);
    expect((await server.call('duty', 'listPlans', { params, query: { knownAt: before } })).body).toEqual([]);
    const holdings = (await server.call('duty', 'listHoldings', { query: { knownAt: before } })).body.holdings as { registerId: string; recordId: string; onHandValue: number; heldValue: number }[];
    const lot = holdings.find((one) => one.registerId === 'stock-lots' && one.recordId === seen['lot']);
    expect([lot?.onHandValue, lot?.heldValue]).toEqual([Number(seen['lotBefore']), 0]);
    expect(holdings.filter((one) => one.heldValue > 0)).toEqual([]);
    const now = (await server.call('duty', 'listHoldings', {})).body.holdings as typeof holdings;
    expect(now.some((one) => one.registerId === 'vessels' && one.heldValue > 0)).toBe(true);
    const read = { params: { registerId: 'stock-lots' }, query: { knownAt: before } };
    const records = (await server.call('reserve', 'listRecords', read)).body.records as { id: string; holding: { onHandValue: number } }[];
    expect(records.find((one) => one.id === seen['lot'])?.holding.onHandValue).toBe(Number(seen['lotBefore']));
    const beginning = (await server.call('reserve', 'listRecords', { ...read, query: { knownAt: '2020-01-01T00:00:00Z' } })).body;
    expect(beginning).toEqual({ totalCount: 0, records: [] });
  });

  it('50 orders at once on one lot: what is promised never exceeds what is there (PostgreSQL)', async () => {
    const lots = (await server.call('reserve', 'listRecords', { params: { registerId: 'stock-lots' } })).body.records;
    const lot = lots.find((one: { holding: { onHandValue: number; heldValue: number }; state: string }) => one.state === 'ready' && one.holding.onHandValue - one.holding.heldValue >= 100);
    const holdingId = `stock-lots/${lot.id as string}`;
    const each = (lot.holding.onHandValue - lot.holding.heldValue) / 20;
    const tries = await Promise.all(Array.from({ length: 50 }, (_unused, i) => server.app.log.append({
      realm: server.app.realm, recordedAt: server.app.clock.now(),
      appends: [{ stream: `order:race-${i}`, expectedVersion: 0, events: [{ type: 'order.noted', payload: {}, happenedAt: server.app.clock.now(), actor: { kind: 'system', id: 'test', name: 'test', roles: [], organisationId: '' }, basis: [], moves: [{ holdingId, move: 'hold', quantityValue: each }] }] }],
    })));
    expect(tries.filter((one) => one.ok)).toHaveLength(20);
    const holding = await server.app.views.findHolding(server.app.realm, holdingId);
    expect(holding?.heldValue).toBeLessThanOrEqual((holding?.onHandValue ?? 0) + 1e-9);
  });

  it('the hash chain holds, and a rebuild gives the same views', async () => {
    const verified = await server.app.log.verify(server.app.realm);
    expect(verified.brokenAtPositionIndex).toBeUndefined();
    expect(verified.holdingCount).toBeGreaterThan(0);
    expect(verified.holdingDifferences).toEqual([]);
    const before = (await server.call('duty', 'getIncident', { params: { id: seen['incident']! } })).body;
    await server.app.views.rebuild();
    expect((await server.call('duty', 'getIncident', { params: { id: seen['incident']! } })).body).toEqual(before);
  });
});
