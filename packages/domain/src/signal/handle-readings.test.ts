import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AdapterError, addS, instant, isoFromInstant } from '@anlan/kernel';
import { testContext } from '../log/memory-for-tests.ts';
import type { ObservationStore, Reading, Sensor, SignalSource, VesselState } from './index.ts';
import { AGE_S_MAX, AHEAD_S_MAX, createIngestCounter, handleReadings, handleVesselStates, judgeAllLatest, judgeLatest } from './index.ts';

const now = instant('2026-11-23T09:00:00+08:00');
const context = testContext(now, { kind: 'device', id: 'gateway-1', roles: [] });
const source: SignalSource = { id: 'http', kind: 'sensor', titles: { zh: '网关', en: 'Gateway' }, simulated: false };
const sensor: Sensor = {
  id: 'gas-1', titles: { zh: '可燃气', en: 'Gas' }, quantity: 'combustible-gas', unitCode: '%LEL', position: [122.158, 29.943],
  updateContract: 'periodic', staleAfterS: 60, validMinValue: 0, validMaxValue: 100, simulated: false,
};

function setUp(appendReadings: (readings: readonly Reading[]) => Promise<readonly Reading[] | void> = async () => []) {
  const stored: Reading[] = [];
  const vessels: VesselState[] = [];
  const ingest = createIngestCounter();
  const observations = {
    appendReadings: async (readings: readonly Reading[]) => { const known = (await appendReadings(readings)) ?? []; stored.push(...readings.filter((one) => !known.includes(one))); return known; },
    appendVesselStates: async (states: readonly VesselState[]) => void vessels.push(...states),
  } as unknown as ObservationStore;
  const sensors = { findSensor: (id: string) => (id === sensor.id ? sensor : undefined), listSensors: () => [sensor] };
  return { stored, vessels, ingest, deps: { sensors, observations, ingest } };
}
const good = (value: unknown = 12, observedAt: unknown = isoFromInstant(now)) => ({ sensorId: 'gas-1', value, observedAt });

describe('readings', () => {
  it('S-451: a device writes its own sensors only; the others are refused one by one before anything of them is told, and what is good is kept', async () => {
    const { deps, stored } = setUp();
    const binding = { deviceId: 'gauge', reaches: (sensorId: string) => sensorId === 'gas-1' };
    const answer = await handleReadings(deps, { source, readings: [good(), { ...good(), sensorId: 'gas-2' }, { ...good(), sensorId: 'nobody' }, good(5, isoFromInstant(addS(now, 1)))], binding }, context);
    expect(answer.ok && answer.value.refused).toEqual([1, 2].map((itemIndex) => ({ itemIndex, refusal: { code: 'SIGNAL_SENSOR_NOT_BOUND', params: { sensorId: itemIndex === 1 ? 'gas-2' : 'nobody', deviceId: 'gauge' } } })));
    expect(stored.map(({ readingValue }) => readingValue)).toEqual([12, 5]);
  });

  it('S-327: each item is judged by itself, the good ones are kept and the answer names the others', async () => {
    const { deps, stored, ingest } = setUp();
    const readings = [
      good(), { ...good(), sensorId: 'nobody' }, good('12'), good(Number.NaN), good(100.5), good(5, '2026-11-23T09:00:00'),
      good(5, isoFromInstant(addS(now, AHEAD_S_MAX + 1))), good(5, isoFromInstant(addS(now, -AGE_S_MAX - 1))), null, good(7, now),
    ];
    const answer = await handleReadings(deps, { source, readings }, context);
    expect(answer.ok && answer.value.refused.map(({ itemIndex, refusal }) => [itemIndex, refusal.code])).toEqual([
      [1, 'SIGNAL_SENSOR_UNKNOWN'], [2, 'SIGNAL_VALUE_NOT_FINITE'], [3, 'SIGNAL_VALUE_NOT_FINITE'], [4, 'SIGNAL_VALUE_OUT_OF_RANGE'],
      [5, 'SIGNAL_TIME_UNREADABLE'], [6, 'SIGNAL_TIME_IN_FUTURE'], [7, 'SIGNAL_TIME_TOO_OLD'], [8, 'SIGNAL_ITEM_UNREADABLE'],
    ]);
    expect(stored.map((reading) => reading.readingValue)).toEqual([12, 7]);
    expect(stored[0]).toMatchObject({ observedAt: now, receivedAt: now, sourceId: 'http', simulated: false });
    expect(ingest.list()[0]).toMatchObject({ acceptedCount: 2, refusedCounts: { SIGNAL_VALUE_NOT_FINITE: 2, SIGNAL_TIME_UNREADABLE: 1 }, lastReceivedAt: now });
  });

  it('S-447: what the store knew before is acknowledged and counted apart, and nothing is judged twice', async () => {
    const { deps, stored, ingest } = setUp(async (readings) => readings.slice(0, 1));
    const answer = await handleReadings(deps, { source, readings: [good(1), good(2), good('x')] }, context);
    expect(answer.ok && [answer.value.accepted.map((one) => one.readingValue), answer.value.known.map((one) => one.readingValue)]).toEqual([[2], [1]]);
    expect(stored).toHaveLength(1);
    expect(ingest.list()[0]).toMatchObject({ acceptedCount: 1, knownCount: 1, refusedCounts: { SIGNAL_VALUE_NOT_FINITE: 1 } });
  });

  it('the borders of range and time belong to the inside', async () => {
    const { deps, stored } = setUp();
    await handleReadings(deps, { source, readings: [good(0), good(100), good(1, addS(now, AHEAD_S_MAX)), good(1, addS(now, -AGE_S_MAX))] }, context);
    expect(stored).toHaveLength(4);
  });

  it('what a simulated source or sensor says stays marked', async () => {
    const { deps, stored } = setUp();
    await handleReadings(deps, { source: { ...source, simulated: true }, readings: [good()] }, context);
    expect(stored[0]?.simulated).toBe(true);
  });

  it('a batch that is too large is refused whole, and counted whole', async () => {
    const { deps, stored, ingest } = setUp();
    const answer = await handleReadings(deps, { source, readings: Array.from({ length: 10_001 }, () => good()) }, context);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_BATCH_TOO_LARGE', params: { itemCount: 10_001 } } });
    expect(stored).toHaveLength(0);
    expect(ingest.list()[0]?.refusedCounts).toEqual({ SIGNAL_BATCH_TOO_LARGE: 10_001 });
  });

  it('when the store fails nothing counts as taken, the failure is counted and thrown on', async () => {
    const { deps, stored, ingest } = setUp(async () => { throw new AdapterError('POSTGRES_AWAY', { retryable: true }); });
    await expect(handleReadings(deps, { source, readings: [good(), good('x')] }, context)).rejects.toThrow('POSTGRES_AWAY');
    expect(stored).toHaveLength(0);
    expect(ingest.list()[0]).toMatchObject({ acceptedCount: 0, refusedCounts: { POSTGRES_AWAY: 1, SIGNAL_VALUE_NOT_FINITE: 1 } });
  });

  it('who may not send signals is refused', async () => {
    const { deps } = setUp();
    const answer = await handleReadings(deps, { source, readings: [good()] }, testContext(now, { roles: ['industry'] }));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
  });

  it('whatever comes through the door, taken and refused make up the batch', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.anything(), fc.record({ sensorId: fc.constant('gas-1'), value: fc.double(), observedAt: fc.constant(now) }))), async (readings) => {
      const { deps, stored, ingest } = setUp();
      const answer = await handleReadings(deps, { source, readings }, context);
      expect(answer.ok).toBe(true);
      if (!answer.ok) return;
      const { accepted, refused } = answer.value;
      expect(accepted.length + refused.length).toBe(readings.length);
      expect(stored).toEqual(accepted);
      const refusedCount = Object.values(ingest.list()[0]?.refusedCounts ?? {}).reduce((a, b) => a + b, 0);
      expect(refusedCount).toBe(refused.length);
      for (const reading of stored) expect(Number.isFinite(reading.readingValue)).toBe(true);
    }), { numRuns: 200 });
  });
});

describe('vessel states', () => {
  const state: VesselState = { mmsi: '413000001', position: [122.1, 29.9], speedMps: 5, observedAt: now, receivedAt: now, sourceId: 'x', simulated: false };

  it('S-321: a ship off the earth, without identity or out of time is refused by code; the rest are kept', async () => {
    const { deps, vessels } = setUp();
    const states = [state, { ...state, position: [181, 29.9] as const }, { ...state, mmsi: '12' }, { ...state, observedAt: addS(now, 3600) }];
    const answer = await handleVesselStates(deps, { source: { ...source, kind: 'ais', id: 'ais-tcp' }, states }, context);
    expect(answer.ok && answer.value.refused.map(({ refusal }) => refusal.code)).toEqual(['KERNEL_POSITION_OUT_OF_RANGE', 'SIGNAL_MMSI_UNREADABLE', 'SIGNAL_TIME_IN_FUTURE']);
    expect(vessels).toEqual([{ ...state, sourceId: 'ais-tcp' }]);
  });
});

describe('quality of the latest', () => {
  const reading: Reading = { sensorId: 'gas-1', readingValue: 3, observedAt: now, receivedAt: now, sourceId: 'http', simulated: false };

  it('a periodic sensor is stale one second past its contract, and says when it was last good', () => {
    expect(judgeLatest(sensor, reading, addS(now, 60)).quality).toBe('live');
    expect(judgeLatest(sensor, reading, addS(now, 61))).toMatchObject({ quality: 'stale', lastGoodAt: now });
  });

  it('a sensor that speaks on events is not stale by silence; one that never spoke is missing', () => {
    expect(judgeLatest({ ...sensor, updateContract: 'event' }, reading, addS(now, 86_400)).quality).toBe('live');
    expect(judgeAllLatest([sensor, { ...sensor, id: 'gas-2' }], [reading], now).map((latest) => latest.quality)).toEqual(['live', 'missing']);
  });
});
