// Simulated instruments: tide from the tide model, wind and the rest as smooth wandering around a
// normal value, well inside the alarm limits. A pure function of sensor and time.

import type { Sensor } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { randomUnit } from '@anlan/kernel';

export interface GaugeInputs {
  /** Tide height at the region's port, m. */
  readonly tideHeightM: (at: Instant) => number;
}

/** A value in the sensor's own unit, inside its valid range. */
export function gaugeValue(sensor: Sensor, at: Instant, inputs: GaugeInputs): number {
  const wander = smoothUnit(textSeed(sensor.id), at);
  const value = NORMAL[sensor.quantity]?.(wander, at, inputs) ?? middle(sensor, wander);
  const rounded = Math.round(value * 1000) / 1000;
  return Math.min(sensor.validMaxValue, Math.max(sensor.validMinValue, rounded));
}

/** 0…1, smooth over about a quarter of an hour. */
function smoothUnit(seed: number, at: Instant): number {
  const x = at / PERIOD_MS;
  const cell = Math.floor(x);
  const share = x - cell;
  const ease = share * share * (3 - 2 * share);
  return randomUnit(seed, cell, 1, 0) * (1 - ease) + randomUnit(seed, cell + 1, 1, 0) * ease;
}

function middle(sensor: Sensor, wander: number): number {
  return sensor.validMinValue + (sensor.validMaxValue - sensor.validMinValue) * (0.3 + 0.1 * wander);
}

function textSeed(text: string): number {
  let seed = 7;
  for (const character of text) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return seed;
}

/** Normal values by quantity; demonstration figures around the climate of the region facts. */
const NORMAL: Readonly<Record<string, (wander: number, at: Instant, inputs: GaugeInputs) => number>> = {
  'tide-height': (_wander, at, inputs) => inputs.tideHeightM(at),
  'wind-speed': (wander) => 4 + 5 * wander,
  'wind-from': (wander) => (330 + 50 * wander) % 360,
  'wave-height': (wander) => 0.4 + 0.4 * wander,
  visibility: (wander) => 6000 + 4000 * wander,
  'water-temperature': (wander) => 17 + wander,
  'mooring-tension': (wander) => 180 + 60 * wander,
  'arm-pressure': (wander) => 600 + 80 * wander,
  'oil-in-water': (wander) => 0.02 + 0.02 * wander,
  'tank-level': (wander) => 9 + 0.2 * wander,
  'current-speed': (wander) => 0.3 + 0.8 * wander,
  'current-to': (wander) => (100 + 30 * wander) % 360,
  'esd-state': () => 0,
  ammonia: (wander) => 1 + wander,
  'combustible-gas': (wander) => 1 + 2 * wander,
};
const PERIOD_MS = 15 * 60 * 1000;
