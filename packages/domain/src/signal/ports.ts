// What the signal stage needs: a place for observations (time-partitioned, not events), a place
// for bytes, and the sensor list.

import type { Instant } from '@anlan/kernel';
import type { Reading, Sensor, VesselState } from './types.ts';

export interface ObservationStore {
  /**
   * Resolves only after COMMIT; throws AdapterError (retryable) when nothing was kept. Answers the
   * readings that were known already (same sensor, instant and value): they are not stored again, so
   * that a batch may be sent twice. Another value for the same instant is a correction and is kept.
   */
  appendReadings(readings: readonly Reading[]): Promise<readonly Reading[]>;
  appendVesselStates(states: readonly VesselState[]): Promise<void>;
  /** Newest reading of each sensor by observedAt. */
  latestReadings(): Promise<readonly Reading[]>;
  latestVesselStates(options: { readonly sinceAt: Instant; readonly limitCount: number }): Promise<readonly VesselState[]>;
  /** Ordered by observedAt, at most `limitCount`, newest kept when there are more. */
  readingSeries(query: { readonly sensorId: string; readonly fromAt: Instant; readonly toAt: Instant; readonly limitCount: number }): Promise<readonly Reading[]>;
  vesselTrack(query: { readonly mmsi: string; readonly fromAt: Instant; readonly toAt: Instant; readonly limitCount: number }): Promise<readonly VesselState[]>;
  countReadings(): Promise<number>;
}

/** Bytes by content: photos, forecast frames, exports. Ids are `sha256-<hex>`. */
export interface ArtefactStore {
  put(bytes: Uint8Array, mediaType: string): Promise<string>;
  get(artefactId: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined>;
}

export interface SensorList {
  findSensor(sensorId: string): Sensor | undefined;
  listSensors(): readonly Sensor[];
}
