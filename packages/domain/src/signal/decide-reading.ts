// Judges one raw reading against its sensor's contract. A reading that is refused is refused whole,
// with a code: no clamp into the range, no time put right, no unit guessed.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { describe, judgeObservedAt, readObservedAt } from './judge-time.ts';
import type { Reading, Sensor, SignalSource } from './types.ts';

/** As it came through a door; every member is still to be read. */
export interface RawReading {
  readonly sensorId: unknown;
  readonly value: unknown;
  readonly observedAt: unknown;
}

export function decideReading(
  sensor: Sensor | undefined, raw: RawReading, moment: { readonly source: SignalSource; readonly now: Instant },
): Result<Reading> {
  if (sensor === undefined) return refuse('SIGNAL_SENSOR_UNKNOWN', { sensorId: describe(raw.sensorId) });
  if (typeof raw.value !== 'number' || !Number.isFinite(raw.value)) {
    return refuse('SIGNAL_VALUE_NOT_FINITE', { sensorId: sensor.id, text: describe(raw.value) });
  }
  const { validMinValue, validMaxValue, unitCode } = sensor;
  if (raw.value < validMinValue || raw.value > validMaxValue) {
    return refuse('SIGNAL_VALUE_OUT_OF_RANGE', { sensorId: sensor.id, readingValue: raw.value, validMinValue, validMaxValue, unitCode });
  }
  const read = readObservedAt(raw.observedAt);
  const observed = read.ok ? judgeObservedAt(read.value, moment.now) : read;
  if (!observed.ok) return observed;
  const { source, now } = moment;
  return ok({
    sensorId: sensor.id, readingValue: raw.value, observedAt: observed.value, receivedAt: now,
    sourceId: source.id, simulated: source.simulated || sensor.simulated,
  });
}

/** An item of a batch as a raw reading; undefined when it is not even an object. */
export function rawReading(item: unknown): RawReading | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const { sensorId, value, observedAt } = item as Partial<RawReading>;
  return { sensorId, value, observedAt };
}
