// What a works has made t hours after it was asked: nothing during the start-up time, then the
// output of the ramp's step in force, until the raw material is used up (S-449). The integral is
// the allocation model's, so that a contract's page and a plan cannot differ. A works with shifts makes
// nothing between them: its ramp runs by the hours worked, not by the clock.

import { rampOutput } from '@anlan/allocation';
import type { Instant } from '@anlan/kernel';

export interface RampStep {
  readonly fromHours: number;
  readonly ratePerHourValue: number;
}

export interface Shift {
  /** Hour of the local day. */
  readonly startLocalHours: number;
  readonly workedHours: number;
}

export interface CapacityTerms {
  readonly startLeadS: number;
  /** Rising `fromHours`, counted from the end of the start-up time. */
  readonly ramp: readonly RampStep[];
  readonly rawMaterialCapValue: number;
  /** Empty, null or left out: round the clock. */
  readonly shifts?: readonly Shift[] | null;
}

/** When the works is asked, in local hours of its day; needed as soon as it has shifts. */
export interface CapacityStart {
  readonly startLocalHours: number;
}

/** Cumulative quantity `afterHours` after activation. Without `start` a works with shifts is asked at midnight. */
export function producedValue({ startLeadS, ramp, rawMaterialCapValue, shifts }: CapacityTerms, afterHours: number, start: CapacityStart = MIDNIGHT): number {
  const steps = ramp.map((step) => ({ ...step, unitCode: '' }));
  const leadHours = startLeadS / SECONDS_PER_HOUR;
  if (shifts === undefined || shifts === null || shifts.length === 0) return rampOutput({ ramp: steps, rawMaterialCapValue }, afterHours - leadHours);
  const fromHours = start.startLocalHours + leadHours;
  return rampOutput({ ramp: steps, rawMaterialCapValue }, workedHours(shifts, fromHours, start.startLocalHours + afterHours));
}

/** Points of the cumulative curve at whole hours, from 0 to `untilHours` inclusive. */
export function capacityCurve(terms: CapacityTerms, untilHours: number, start: CapacityStart = MIDNIGHT): readonly { readonly afterHours: number; readonly quantityValue: number }[] {
  const count = Math.floor(untilHours) + 1;
  return Array.from({ length: count }, (_, afterHours) => ({ afterHours, quantityValue: producedValue(terms, afterHours, start) }));
}

/**
 * The ramp by the clock, for whoever knows no shifts: the same output, standing still while nobody works.
 * `fromHours` is counted from the end of the start-up time, as in the contract; nothing is said past `untilHours`.
 */
export function clockRamp(terms: CapacityTerms, untilHours: number, start: CapacityStart): readonly RampStep[] {
  const { ramp, shifts, startLeadS } = terms;
  if (shifts === undefined || shifts === null || shifts.length === 0) return ramp;
  const fromHours = start.startLocalHours + startLeadS / SECONDS_PER_HOUR;
  const steps: RampStep[] = [];
  for (const hours of clockMarks(terms, untilHours, fromHours)) {
    const isWorked = workedHours(shifts, fromHours + hours, fromHours + hours + INSTANT_HOURS) > 0;
    const workedBefore = workedHours(shifts, fromHours, fromHours + hours);
    const ratePerHourValue = isWorked ? (ramp.findLast((step) => step.fromHours <= workedBefore + INSTANT_HOURS)?.ratePerHourValue ?? 0) : 0;
    if (steps.at(-1)?.ratePerHourValue !== ratePerHourValue) steps.push({ fromHours: hours, ratePerHourValue });
  }
  return steps;
}

/** Hours since the works was ready at which its rate may change: shifts begin and end, and steps of the ramp are reached. */
function clockMarks({ shifts, ramp }: CapacityTerms, untilHours: number, fromHours: number): readonly number[] {
  const marks = new Set<number>([0]);
  for (let day = Math.floor(fromHours / DAY_HOURS) - 1; day * DAY_HOURS <= fromHours + untilHours; day += 1) {
    for (const { startLocalHours, workedHours: hours } of shifts ?? []) {
      for (const mark of [day * DAY_HOURS + startLocalHours, day * DAY_HOURS + startLocalHours + hours]) marks.add(mark - fromHours);
    }
  }
  const inside = [...marks].filter((mark) => mark >= 0 && mark <= untilHours).sort((a, b) => a - b);
  for (const { fromHours: worked } of ramp) {
    const last = inside.findLast((mark) => workedHours(shifts ?? [], fromHours, fromHours + mark) <= worked) ?? 0;
    marks.add(last + worked - workedHours(shifts ?? [], fromHours, fromHours + last));
  }
  return [...marks].filter((mark) => mark >= 0 && mark <= untilHours).sort((a, b) => a - b);
}

/** Hours worked in [fromHours, toHours) of a clock that began at a local midnight. Overlapping shifts are one works, counted once. */
export function workedHours(shifts: readonly Shift[], fromHours: number, toHours: number): number {
  if (toHours <= fromHours) return 0;
  const spans: [number, number][] = [];
  for (let day = Math.floor(fromHours / DAY_HOURS) - 1; day <= Math.floor(toHours / DAY_HOURS); day += 1) {
    for (const { startLocalHours, workedHours: hours } of shifts) {
      const begin = Math.max(fromHours, day * DAY_HOURS + startLocalHours);
      const end = Math.min(toHours, day * DAY_HOURS + startLocalHours + hours);
      if (end > begin) spans.push([begin, end]);
    }
  }
  let total = 0;
  let reached = fromHours;
  for (const [begin, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    total += Math.max(0, end - Math.max(begin, reached));
    reached = Math.max(reached, end);
  }
  return total;
}

/** Hour of the local day at an instant. */
export function localHours(at: Instant, utcOffsetMinutes: number): number {
  return ((((at + utcOffsetMinutes * 60_000) % DAY_MS) + DAY_MS) % DAY_MS) / 3_600_000;
}

const SECONDS_PER_HOUR = 3600;
const DAY_HOURS = 24;
const DAY_MS = 86_400_000;
/** A moment after a mark, to see which side of it is meant; a shift is hours. */
const INSTANT_HOURS = 1e-6;
const MIDNIGHT: CapacityStart = { startLocalHours: 0 };
