// Readings and vessel states as rows. A vessel state is kept whole as JSON text beside its keys,
// because which members are known differs from ship to ship and nothing of it may be lost.

import type { Reading, VesselState } from '@anlan/domain';
import { instantFromMs } from '@anlan/kernel';
import { postgresError } from '../failures.ts';
import { createCopyWriter } from './copy-binary.ts';

export interface ReadingRow {
  readonly observed_at: Date;
  readonly received_at: Date;
  readonly sensor_id: string;
  readonly reading_value: number;
  readonly source_id: string;
  readonly simulated: boolean;
}

export interface VesselRow {
  readonly observed_at: Date;
  readonly received_at: Date;
  readonly mmsi: string;
  readonly state: string;
}

export const READING_COLUMNS = 'observed_at, received_at, sensor_id, reading_value, source_id, simulated';
export const VESSEL_COLUMNS = 'observed_at, received_at, mmsi, state';

export function rowToReading(row: ReadingRow): Reading {
  return {
    sensorId: row.sensor_id,
    readingValue: row.reading_value,
    observedAt: instantFromMs(row.observed_at.getTime()),
    receivedAt: instantFromMs(row.received_at.getTime()),
    sourceId: row.source_id,
    simulated: row.simulated,
  };
}

export function rowToVesselState(row: VesselRow): VesselState {
  return {
    ...(JSON.parse(row.state) as Omit<VesselState, 'mmsi' | 'observedAt' | 'receivedAt'>),
    mmsi: row.mmsi,
    observedAt: instantFromMs(row.observed_at.getTime()),
    receivedAt: instantFromMs(row.received_at.getTime()),
  };
}

/** What of a state is kept as JSON text. */
export function vesselStateText(state: VesselState): string {
  const { mmsi: _mmsi, observedAt: _observedAt, receivedAt: _receivedAt, ...rest } = state;
  return JSON.stringify(rest);
}

export function encodeReadings(readings: readonly Reading[]): Buffer {
  const writer = createCopyWriter(readings.length * READING_BYTES);
  for (const reading of readings) {
    writer.startRow(6);
    writer.addInstant(reading.observedAt);
    writer.addInstant(reading.receivedAt);
    writer.addText(reading.sensorId);
    writer.addDouble(reading.readingValue);
    writer.addText(reading.sourceId);
    writer.addBoolean(reading.simulated);
  }
  return writer.finish();
}

export function encodeVesselStates(states: readonly VesselState[]): Buffer {
  const writer = createCopyWriter(states.length * VESSEL_BYTES);
  for (const state of states) {
    writer.startRow(4);
    writer.addInstant(state.observedAt);
    writer.addInstant(state.receivedAt);
    writer.addText(state.mmsi);
    writer.addText(vesselStateText(state));
  }
  return writer.finish();
}

/** Throws for what the database could never hold, before it can spoil a group of others. */
export function checkStorable(readings: readonly Reading[], states: readonly VesselState[]): void {
  for (const { sensorId, sourceId, readingValue } of readings) {
    if (sensorId.includes('\0')) unstorable('sensorId', 'U+0000');
    if (sourceId.includes('\0')) unstorable('sourceId', 'U+0000');
    if (!Number.isFinite(readingValue)) unstorable('readingValue', String(readingValue));
  }
  for (const { mmsi } of states) if (mmsi.includes('\0')) unstorable('mmsi', 'U+0000');
}

function unstorable(field: string, detail: string): never {
  throw postgresError('POSTGRES_VALUE_UNSTORABLE', { field, detail }, { retryable: false });
}

/** First guesses for a buffer; it grows by itself. */
const READING_BYTES = 90;
const VESSEL_BYTES = 420;
