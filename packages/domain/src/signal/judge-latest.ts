// Staleness is data: what a sensor last said, judged against its own update contract. A sensor that
// speaks only on events is never stale by silence; one that never spoke is missing, not zero.

import type { Instant } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import type { LatestReading, Reading, Sensor } from './types.ts';

export function judgeLatest(sensor: Sensor, reading: Reading | undefined, now: Instant): LatestReading {
  if (reading === undefined) return { sensorId: sensor.id, quality: 'missing', reading: undefined, lastGoodAt: undefined };
  const silentTooLong = sensor.updateContract === 'periodic' && secondsBetween(reading.observedAt, now) > sensor.staleAfterS;
  return { sensorId: sensor.id, quality: silentTooLong ? 'stale' : 'live', reading, lastGoodAt: reading.observedAt };
}

/** One judgement for each sensor of the list, also for those that never spoke. */
export function judgeAllLatest(sensors: readonly Sensor[], readings: readonly Reading[], now: Instant): readonly LatestReading[] {
  const bySensor = new Map(readings.map((reading) => [reading.sensorId, reading]));
  return sensors.map((sensor) => judgeLatest(sensor, bySensor.get(sensor.id), now));
}
