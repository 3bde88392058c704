// What a works has made t hours after it was asked: nothing during the start-up time, then the
// output of the ramp's step in force, until the raw material is used up (S-449). The integral is
// the allocation model's, so that a contract's page and a plan cannot differ.

import { rampOutput } from '@anlan/allocation';

export interface RampStep {
  readonly fromHours: number;
  readonly ratePerHourValue: number;
}

export interface CapacityTerms {
  readonly startLeadS: number;
  /** Rising `fromHours`, counted from the end of the start-up time. */
  readonly ramp: readonly RampStep[];
  readonly rawMaterialCapValue: number;
}

/** Cumulative quantity `afterHours` after activation. */
export function producedValue({ startLeadS, ramp, rawMaterialCapValue }: CapacityTerms, afterHours: number): number {
  const steps = ramp.map((step) => ({ ...step, unitCode: '' }));
  return rampOutput({ ramp: steps, rawMaterialCapValue }, afterHours - startLeadS / SECONDS_PER_HOUR);
}

/** Points of the cumulative curve at whole hours, from 0 to `untilHours` inclusive. */
export function capacityCurve(terms: CapacityTerms, untilHours: number): readonly { readonly afterHours: number; readonly quantityValue: number }[] {
  const count = Math.floor(untilHours) + 1;
  return Array.from({ length: count }, (_, afterHours) => ({ afterHours, quantityValue: producedValue(terms, afterHours) }));
}

const SECONDS_PER_HOUR = 3600;
