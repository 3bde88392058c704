// What a works has made t hours after it was asked: nothing during the start-up time, then the
// output of the ramp's step in force, until the raw material is used up (S-449).

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
export function producedValue(terms: CapacityTerms, afterHours: number): number {
  const runningHours = afterHours - terms.startLeadS / SECONDS_PER_HOUR;
  let madeValue = 0;
  for (const [i, step] of terms.ramp.entries()) {
    const untilHours = Math.min(runningHours, terms.ramp[i + 1]?.fromHours ?? Infinity);
    if (untilHours > step.fromHours) madeValue += (untilHours - step.fromHours) * step.ratePerHourValue;
  }
  return Math.min(madeValue, terms.rawMaterialCapValue);
}

/** Points of the cumulative curve at whole hours, from 0 to `untilHours` inclusive. */
export function capacityCurve(terms: CapacityTerms, untilHours: number): readonly { readonly afterHours: number; readonly quantityValue: number }[] {
  const count = Math.floor(untilHours) + 1;
  return Array.from({ length: count }, (_, afterHours) => ({ afterHours, quantityValue: producedValue(terms, afterHours) }));
}

const SECONDS_PER_HOUR = 3600;
