// A demand line of a spill with what was assumed for it, and the rules for its deadline.

import type { Assumption, Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { OilDemandInput } from '../api/oil.ts';

export interface OilLine {
  readonly demand: Demand;
  /** In the unit of the demand, at the end of its need. */
  readonly unitCode: string;
  readonly quantityValue: number;
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly Assumption[];
}

/** All of it at the deadline, and all of it is the adequate package. */
export function singleStep(rest: Omit<Demand, 'need' | 'adequateValue'>, q: number): Pick<OilLine, 'demand' | 'unitCode' | 'quantityValue'> {
  const { unitCode } = rest;
  const need = [{ at: rest.deadlineAt, quantityValue: q, unitCode }];
  return { demand: { ...rest, need, adequateValue: q }, unitCode, quantityValue: q };
}

/** A deadline that lies in the past becomes now, with a warning. */
export function deadlineFrom(input: OilDemandInput, wantedAt: Instant, demandId: string): { readonly deadlineAt: Instant; readonly warnings: readonly Assumption[] } {
  if (wantedAt >= input.now) return { deadlineAt: wantedAt, warnings: [] };
  const minutes = Math.round((input.now - wantedAt) / 60_000);
  return { deadlineAt: input.now, warnings: [{ code: 'ALLOCATION_DEADLINE_ALREADY_LATE', params: { demandId, minutes } }] };
}

export function afterSpill(input: OilDemandInput, durationS: number): Instant {
  return addS(input.spilledAt, durationS);
}
