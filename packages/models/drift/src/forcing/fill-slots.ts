// Sets a prepared field to the moments of one step: which terms count at each slot, and how much.
// Harmonic signals are evaluated exactly; snapshots by the polynomial (Lagrange) through the
// nearest ones, cubic through four or linear through two; stations by the vector between readings.

import { assert } from '@anlan/kernel';
import type { FieldClock, PreparedField } from './prepared-field.ts';
import { SLOT_COUNT } from './prepared-field.ts';

/** Fills all slots for the step that starts at `stepStartAt` (epoch ms) and lasts `stepS`. */
export function fillSlots(field: PreparedField, stepStartAt: number, stepS: number): void {
  for (let slot = 0; slot < SLOT_COUNT; slot++) fillSlot(field, slot, stepStartAt + (slot / (SLOT_COUNT - 1)) * stepS * 1000);
}

function fillSlot(field: PreparedField, slot: number, at: number): void {
  const { clock } = field;
  if (clock.kind === 'constant') {
    field.slotEastMps[slot] = clock.eastMps;
    field.slotNorthMps[slot] = clock.northMps;
  } else if (clock.kind === 'station') fillStation(field, slot, at, clock);
  else if (clock.kind === 'harmonic') fillHarmonic(field, slot, at, clock);
  else fillSnapshots(field, slot, at, clock.times);
}

function fillHarmonic(field: PreparedField, slot: number, at: number, clock: Extract<FieldClock, { kind: 'harmonic' }>): void {
  const elapsedS = (at - clock.epochAt) / 1000;
  for (let term = 0; term < field.termCount; term++) {
    let signal = 0;
    for (const c of clock.constituents[term]!) signal += c.amplitudeRatio * Math.cos(c.speedRadPerS * elapsedS - c.phaseRad);
    field.slotTerm[slot * field.termCount + term] = term;
    field.slotWeight[slot * field.termCount + term] = signal;
  }
}

/** Beyond the ends the nearest reading holds; whether that is allowed was decided before the run. */
function fillStation(field: PreparedField, slot: number, at: number, clock: Extract<FieldClock, { kind: 'station' }>): void {
  const { times, eastMps, northMps } = clock;
  const upper = upperIndex(times, at);
  const lower = Math.max(0, upper - 1);
  const spanMs = times[upper]! - times[lower]!;
  const share = spanMs > 0 ? Math.min(1, Math.max(0, (at - times[lower]!) / spanMs)) : 0;
  field.slotEastMps[slot] = eastMps[lower]! + share * (eastMps[upper]! - eastMps[lower]!);
  field.slotNorthMps[slot] = northMps[lower]! + share * (northMps[upper]! - northMps[lower]!);
}

function fillSnapshots(field: PreparedField, slot: number, at: number, times: readonly number[]): void {
  const { termCount } = field;
  assert(at >= times[0]! - 1 && at <= times[times.length - 1]! + 1, 'a run lies within its snapshots');
  const first = Math.min(Math.max(0, upperIndex(times, at) - termCount / 2), times.length - termCount);
  const from = Math.floor(first);
  for (let term = 0; term < termCount; term++) {
    let weight = 1;
    const own = times[from + term]!;
    for (let other = 0; other < termCount; other++) {
      if (other !== term) weight *= (at - times[from + other]!) / (own - times[from + other]!);
    }
    field.slotTerm[slot * termCount + term] = from + term;
    field.slotWeight[slot * termCount + term] = weight;
  }
}

/** Index of the first time that is not before `at`, or the last. */
function upperIndex(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
