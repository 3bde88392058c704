// Values that come over the live socket themselves: vessels by MMSI and the newest reading of each
// sensor, kept beside what was fetched. Listeners are told at most once per animation frame.

import type { LiveFrame, Reading, Vessel } from '@anlan/contracts';

export interface LiveValues {
  readonly vessels: ReadonlyMap<string, Vessel>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** Share of each running forecast that is done, 0…1. */
  readonly progress: ReadonlyMap<string, number>;
}

export interface LiveValueStore {
  get(): LiveValues;
  subscribe(listener: () => void): () => void;
  takeFrame(frame: LiveFrame): void;
  takeVessels(vessels: readonly Vessel[]): void;
  clear(): void;
}

export function createLiveValues(schedule: (run: () => void) => void): LiveValueStore {
  const listeners = new Set<() => void>();
  let values: LiveValues = NONE;
  let scheduled = false;

  function set(next: LiveValues): void {
    values = next;
    if (scheduled) return;
    scheduled = true;
    schedule(() => {
      scheduled = false;
      listeners.forEach((listener) => listener());
    });
  }

  return {
    get: () => values,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeFrame: (frame) => {
      const vessels = mergeNewest(values.vessels, (frame.vessels as Vessel[]).map((vessel) => withUnit(vessel, values.vessels.get(vessel.mmsi))), (vessel) => vessel.mmsi);
      const readings = mergeNewest(values.readings, frame.readings as Reading[], (reading) => reading.sensorId);
      const progress = mergeProgress(values.progress, frame.progress);
      if (vessels === values.vessels && readings === values.readings && progress === values.progress) return;
      set({ vessels, readings, progress });
    },
    takeVessels: (vessels) => set({ ...values, vessels: mergeNewest(values.vessels, vessels, (vessel) => vessel.mmsi) }),
    clear: () => set(NONE),
  };
}

/** A position says nothing of whose ship it is; that comes with the list and stays. */
function withUnit(vessel: Vessel, before: Vessel | undefined): Vessel {
  return vessel.unitId === undefined && before?.unitId !== undefined ? { ...vessel, unitId: before.unitId } : vessel;
}

/** A late value never replaces a newer one. */
function mergeNewest<T extends { readonly observedAt: string }>(old: ReadonlyMap<string, T>, news: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  if (news.length === 0) return old;
  const next = new Map(old);
  for (const item of news) {
    const before = next.get(keyOf(item));
    if (before === undefined || before.observedAt <= item.observedAt) next.set(keyOf(item), item);
  }
  return next;
}

function mergeProgress(old: ReadonlyMap<string, number>, news: LiveFrame['progress']): ReadonlyMap<string, number> {
  return news.length === 0 ? old : new Map([...old, ...news.map((p) => [p.forecastId, p.shareRatio] as const)]);
}

const NONE: LiveValues = { vessels: new Map(), readings: new Map(), progress: new Map() };
