// Observations in memory, for tests and for plays without a database.

import type { ObservationStore, Reading, VesselState } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';

export interface FakeObservations extends ObservationStore {
  /** The next `count` appends throw `code`, as a database that is away would. */
  failNext(count: number, code?: string): void;
}

export function createFakeObservations(): FakeObservations {
  const readings: Reading[] = [];
  const keys = new Set<string>();
  const states: VesselState[] = [];
  let failures = { remaining: 0, code: '' };
  const mayFail = (): void => {
    if (failures.remaining === 0) return;
    failures = { ...failures, remaining: failures.remaining - 1 };
    throw new AdapterError(failures.code, { retryable: true });
  };
  return {
    failNext(count, code = 'POSTGRES_UNAVAILABLE') {
      failures = { remaining: count, code };
    },
    async appendReadings(added) {
      await Promise.resolve();
      mayFail();
      const known: Reading[] = [];
      for (const one of added) {
        const key = `${one.sensorId} ${one.observedAt} ${one.readingValue}`;
        if (keys.has(key)) known.push(one);
        else readings.push({ ...one });
        keys.add(key);
      }
      return known;
    },
    async appendVesselStates(added) {
      await Promise.resolve();
      mayFail();
      states.push(...added.map((one) => ({ ...one })));
    },
    latestReadings: () => Promise.resolve(latestBy(readings, (reading) => reading.sensorId)),
    latestVesselStates({ sinceAt, limitCount }) {
      const fresh = latestBy(states, (state) => state.mmsi).filter((state) => state.observedAt >= sinceAt);
      return Promise.resolve(fresh.sort((a, b) => b.observedAt - a.observedAt || (a.mmsi < b.mmsi ? -1 : 1)).slice(0, limitCount));
    },
    readingSeries({ sensorId, fromAt, toAt, limitCount }) {
      const found = readings.filter((r) => r.sensorId === sensorId && r.observedAt >= fromAt && r.observedAt <= toAt);
      return Promise.resolve(newest(found.sort(byTime), limitCount));
    },
    vesselTrack({ mmsi, fromAt, toAt, limitCount }) {
      const found = states.filter((s) => s.mmsi === mmsi && s.observedAt >= fromAt && s.observedAt <= toAt).sort(byTime);
      const onePerTime = found.filter((state, index) => found[index + 1]?.observedAt !== state.observedAt);
      return Promise.resolve(newest(onePerTime, limitCount));
    },
    countReadings: () => Promise.resolve(readings.length),
  };
}

function latestBy<T extends Reading | VesselState>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const latest = new Map<string, T>();
  for (const item of items) {
    const seen = latest.get(keyOf(item));
    if (seen === undefined || byTime(item, seen) >= 0) latest.set(keyOf(item), item);
  }
  return [...latest.values()];
}

function byTime(a: Reading | VesselState, b: Reading | VesselState): number {
  return a.observedAt - b.observedAt || a.receivedAt - b.receivedAt;
}

function newest<T>(items: readonly T[], limitCount: number): T[] {
  return items.slice(Math.max(0, items.length - limitCount));
}
