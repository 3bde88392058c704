// Which station speaks for a place: the nearest live one within reach. Wind needs speed and
// direction of the same mast; half a wind is no wind.

import type { Instant, LonLat } from '@anlan/kernel';
import { degCToK, distanceM } from '@anlan/kernel';
import type { Reading, Sensor, Titles } from '../signal/index.ts';
import { judgeLatest } from '../signal/index.ts';
import type { StationTemperature, StationWind } from './ports.ts';

export interface Stations {
  readonly sensors: readonly Sensor[];
  /** Newest reading of each sensor. */
  readonly readings: readonly Reading[];
}

/** Quantities as the sensors' records name them: `wind-speed` (m/s) and `wind-from` (degTrue). */
export function pickStationWind(stations: Stations, position: LonLat, now: Instant): StationWind | undefined {
  const live = liveOf(stations, now);
  for (const speed of nearest(live, 'wind-speed', 'm/s', position)) {
    const from = nearest(live, 'wind-from', 'degTrue', speed.sensor.position).find((other) => distanceM(other.sensor.position, speed.sensor.position) <= SAME_MAST_M);
    if (from === undefined) continue;
    return { speedMps: speed.reading.readingValue, windFromDegTrue: from.reading.readingValue % 360, observedAt: speed.reading.observedAt, sourceText: named(speed) };
  }
  return undefined;
}

/** Quantity `water-temperature` (degC). */
export function pickStationTemperature(stations: Stations, position: LonLat, now: Instant): StationTemperature | undefined {
  const found = nearest(liveOf(stations, now), 'water-temperature', 'degC', position)[0];
  if (found === undefined) return undefined;
  return { temperatureK: degCToK(found.reading.readingValue), observedAt: found.reading.observedAt, sourceText: named(found) };
}

/** A simulated reading says so wherever its value goes. */
function named({ sensor: { titles }, reading: { simulated } }: Live): Titles {
  return simulated ? { zh: `${titles.zh}（模拟）`, en: `${titles.en} (simulated)` } : { zh: titles.zh, en: titles.en };
}

interface Live {
  readonly sensor: Sensor;
  readonly reading: Reading;
}

function liveOf({ sensors, readings }: Stations, now: Instant): readonly Live[] {
  const bySensor = new Map(readings.map((reading) => [reading.sensorId, reading]));
  return sensors.flatMap((sensor): readonly Live[] => {
    const { quality, reading } = judgeLatest(sensor, bySensor.get(sensor.id), now);
    return quality === 'live' && reading !== undefined ? [{ sensor, reading }] : [];
  });
}

function nearest(live: readonly Live[], quantity: string, unitCode: string, position: LonLat): readonly Live[] {
  return live
    .filter(({ sensor }) => sensor.quantity === quantity && sensor.unitCode === unitCode)
    .map((one) => ({ ...one, awayM: distanceM(one.sensor.position, position) }))
    .filter((one) => one.awayM <= REACH_M)
    .toSorted((a, b) => a.awayM - b.awayM || (a.sensor.id < b.sensor.id ? -1 : 1));
}

/** Beyond this a station does not speak for a place among islands, m. Ours. */
const REACH_M = 30_000;
/** Speed and direction within this distance are one mast, m. Ours. */
const SAME_MAST_M = 200;
