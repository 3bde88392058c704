// What every store of observations must keep.

import type { ObservationStore } from '@anlan/domain';
import { addS, instant } from '@anlan/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_AT, sampleReading, sampleVesselState } from '../samples.ts';

export interface ObservationHarness {
  readonly store: ObservationStore;
  close(): Promise<void>;
}

export function describeObservationContract(name: string, create: () => Promise<ObservationHarness>): void {
  describe(`observation contract: ${name}`, () => {
    let harness: ObservationHarness;
    beforeEach(async () => { harness = await create(); });
    afterEach(async () => { await harness.close(); });
    declareReadingRules(() => harness.store);
    declareOnceRules(() => harness.store);
    declareVesselRules(() => harness.store);
  });
}

function declareReadingRules(store: () => ObservationStore): void {
  it('an acknowledged reading is there, in the order of observation, ends included', async () => {
    const batch = [30, 0, 20, 10].map((s) => sampleReading({ readingValue: s, observedAt: addS(SAMPLE_AT, s), receivedAt: addS(SAMPLE_AT, 60) }));
    await store().appendReadings(batch);
    await store().appendReadings([sampleReading({ sensorId: 'sensor-other' })]);
    expect(await store().countReadings()).toBe(5);
    const series = await store().readingSeries({ sensorId: 'sensor-tank-1', fromAt: SAMPLE_AT, toAt: addS(SAMPLE_AT, 20), limitCount: 10 });
    expect(series).toEqual([batch[1], batch[3], batch[2]]);
  });

  it('a longer series than asked for keeps the newest', async () => {
    await store().appendReadings([0, 1, 2, 3].map((s) => sampleReading({ readingValue: s, observedAt: addS(SAMPLE_AT, s) })));
    const series = await store().readingSeries({ sensorId: 'sensor-tank-1', fromAt: SAMPLE_AT, toAt: addS(SAMPLE_AT, 9), limitCount: 2 });
    expect(series.map((reading) => reading.readingValue)).toEqual([2, 3]);
  });

  it('the latest is the newest by observation, not by arrival', async () => {
    await store().appendReadings([sampleReading({ readingValue: 2, observedAt: addS(SAMPLE_AT, 10) })]);
    await store().appendReadings([sampleReading({ readingValue: 1, observedAt: SAMPLE_AT, receivedAt: addS(SAMPLE_AT, 99) })]);
    expect(await store().latestReadings()).toEqual([sampleReading({ readingValue: 2, observedAt: addS(SAMPLE_AT, 10) })]);
  });

  it('nothing is refused or lost for its date: a day boundary, years ago, years ahead', async () => {
    const dates = ['2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00.000Z', '1971-01-01T00:00:00.000Z', '2090-06-01T12:00:00.000Z', '2026-02-28T23:00:00.000Z'];
    const batch = dates.map((text, i) => sampleReading({ readingValue: i, observedAt: instant(text), simulated: i === 2 }));
    await store().appendReadings(batch);
    await store().appendReadings([sampleReading({ readingValue: 9, observedAt: instant('1971-01-01T00:00:01.000Z'), receivedAt: instant('1971-01-01T00:00:02.000Z') })]);
    const series = await store().readingSeries({ sensorId: 'sensor-tank-1', fromAt: instant('1970-01-01T00:00:00Z'), toAt: instant('2100-01-01T00:00:00Z'), limitCount: 10 });
    expect(series.map((reading) => reading.readingValue)).toEqual([2, 9, 4, 0, 1, 3]);
    expect(series[0]).toEqual(batch[2]);
  });

  it('an empty batch is no work and no failure', async () => {
    await store().appendReadings([]);
    await store().appendVesselStates([]);
    expect(await store().countReadings()).toBe(0);
  });

  it('batches sent at once are all kept', async () => {
    await Promise.all(Array.from({ length: 40 }, (_unused, i) => store().appendReadings([0, 1, 2].map((j) => sampleReading({ sensorId: `sensor-${i}`, observedAt: addS(SAMPLE_AT, j) })))));
    expect(await store().countReadings()).toBe(120);
    expect(await store().latestReadings()).toHaveLength(40);
  });
}

function declareOnceRules(store: () => ObservationStore): void {
  it('a reading sent again is known, not stored twice: in one batch, in the next, at once', async () => {
    const one = sampleReading();
    expect(await store().appendReadings([one, sampleReading({ observedAt: addS(SAMPLE_AT, 1) }), { ...one }])).toHaveLength(1);
    const again = sampleReading({ receivedAt: addS(SAMPLE_AT, 30), sourceId: 'other-door' });
    const next = sampleReading({ observedAt: addS(SAMPLE_AT, 2) });
    expect(await store().appendReadings([next, again])).toEqual([again]);
    const atOnce = await Promise.all([1, 2, 3].map(() => store().appendReadings([sampleReading({ sensorId: 'sensor-twice', readingValue: 0.1 + 0.2 })])));
    expect(atOnce.flat()).toHaveLength(2);
    expect(await store().countReadings()).toBe(4);
    expect((await store().readingSeries({ sensorId: one.sensorId, fromAt: SAMPLE_AT, toAt: SAMPLE_AT, limitCount: 10 }))).toEqual([one]);
  });

  it('another value for the same instant is a correction: both are kept, and the one received last is the latest', async () => {
    await store().appendReadings([sampleReading({ readingValue: 1 })]);
    const corrected = sampleReading({ readingValue: 2, receivedAt: addS(SAMPLE_AT, 30) });
    expect(await store().appendReadings([corrected])).toEqual([]);
    expect(await store().countReadings()).toBe(2);
    expect(await store().latestReadings()).toEqual([corrected]);
  });
}

function declareVesselRules(store: () => ObservationStore): void {
  it('the latest states since a time, newest first, as many as asked for', async () => {
    await store().appendVesselStates([
      sampleVesselState({ mmsi: '412000001' }),
      sampleVesselState({ mmsi: '412000002', observedAt: addS(SAMPLE_AT, 5) }),
      sampleVesselState({ mmsi: '412000003', observedAt: addS(SAMPLE_AT, -600) }),
    ]);
    const mmsis = async (limitCount: number): Promise<string[]> => (await store().latestVesselStates({ sinceAt: addS(SAMPLE_AT, -60), limitCount })).map((state) => state.mmsi);
    expect(await mmsis(10)).toEqual(['412000002', '412000001']);
    expect(await mmsis(1)).toEqual(['412000002']);
  });

  it('a track has one point per time of observation: the one received last', async () => {
    const { name: _name, ...nameless } = sampleVesselState();
    await store().appendVesselStates([nameless, sampleVesselState({ observedAt: addS(SAMPLE_AT, 10), position: [122.21, 30.001] })]);
    await store().appendVesselStates([sampleVesselState({ receivedAt: addS(SAMPLE_AT, 3) })]);
    const track = await store().vesselTrack({ mmsi: '412345678', fromAt: SAMPLE_AT, toAt: addS(SAMPLE_AT, 60), limitCount: 10 });
    expect(track).toEqual([sampleVesselState({ receivedAt: addS(SAMPLE_AT, 3) }), sampleVesselState({ observedAt: addS(SAMPLE_AT, 10), position: [122.21, 30.001] })]);
    expect(await store().vesselTrack({ mmsi: '412345678', fromAt: SAMPLE_AT, toAt: addS(SAMPLE_AT, 60), limitCount: 1 })).toHaveLength(1);
  });

  it('a ship of which only the name is known has no invented position', async () => {
    const { position: _position, speedMps: _speedMps, courseDegTrue: _courseDegTrue, ...known } = sampleVesselState();
    await store().appendVesselStates([known]);
    expect(await store().latestVesselStates({ sinceAt: SAMPLE_AT, limitCount: 1 })).toEqual([known]);
  });
}
