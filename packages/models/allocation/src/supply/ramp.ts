// What a works has made so many hours after the start: the integral of its ramp, stopped at the
// raw material in the yard (S-449).

import type { CapacitySupply } from '../api/supply.ts';

/** Cumulative output in the unit of the item. */
export function rampOutput(contract: Pick<CapacitySupply, 'ramp' | 'rawMaterialCapValue'>, sinceStartHours: number): number {
  let total = 0;
  contract.ramp.forEach((step, i) => {
    const untilHours = Math.min(sinceStartHours, contract.ramp[i + 1]?.fromHours ?? Infinity);
    if (untilHours > step.fromHours) total += (untilHours - step.fromHours) * step.ratePerHourValue;
  });
  return Math.min(total, contract.rawMaterialCapValue);
}

export interface Shipment {
  /** Since the order. */
  readonly readyS: number;
  readonly quantityValue: number;
  readonly unitCode: string;
}

/** What leaves at each interval until `untilS`, whole steps only; the rest waits for the next one. */
export function shipmentsOf(supply: CapacitySupply, untilS: number): readonly Shipment[] {
  const shipments: Shipment[] = [];
  let shipped = 0;
  for (let k = 1; supply.leadS + k * supply.shipEveryS <= untilS; k++) {
    const readyS = supply.leadS + k * supply.shipEveryS;
    const made = rampOutput(supply, (k * supply.shipEveryS) / 3600);
    const whole = wholeSteps(made, supply.stepValue);
    if (whole > shipped) shipments.push({ readyS, quantityValue: whole - shipped, unitCode: supply.unitCode });
    shipped = Math.max(shipped, whole);
    if (made >= supply.rawMaterialCapValue) break;
  }
  return shipments;
}

/** The largest multiple of step s that is not above amount q (a hair of tolerance for sums); s = 0: q. */
export function wholeSteps(q: number, s: number): number {
  return s > 0 ? Math.floor(q / s + ROUNDING) * s : q;
}

/** Relative: sums of decimal quantities differ from the decimal by less than this. */
const ROUNDING = 1e-9;
