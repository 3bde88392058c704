// Figures over the members of an ensemble. Percentiles are interpolated linearly between ranks
// (R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361-365, type 7).

import type { Instant } from '@anlan/kernel';
import { addMs, addS } from '@anlan/kernel';
import type { MassBand, MassBudgetPoint, SiteArrival } from '../api/outcome.ts';
import { AFLOAT_KG, BUDGET_COLUMN_COUNT, EAST_M, EVAPORATED_KG, NORTH_M, OUTSIDE_KG, PENDING_KG, SLICK_AREA_M2, STRANDED_KG } from '../run/collect.ts';

/** `rows` are the members' budget rows at one time, in the order of the members. */
export function budgetPoint(rows: Float64Array, startAt: Instant, leadTimeS: number): MassBudgetPoint {
  const memberCount = rows.length / BUDGET_COLUMN_COUNT;
  const column = (k: number): number[] => Array.from({ length: memberCount }, (_, m) => rows[m * BUDGET_COLUMN_COUNT + k]!);
  const area = sorted(column(SLICK_AREA_M2));
  return {
    validAt: addS(startAt, leadTimeS),
    leadTimeS,
    pending: massBand(column(PENDING_KG)),
    afloat: massBand(column(AFLOAT_KG)),
    evaporated: massBand(column(EVAPORATED_KG)),
    stranded: massBand(column(STRANDED_KG)),
    outside: massBand(column(OUTSIDE_KG)),
    slickAreaM2Mean: mean(area),
    slickAreaM2P05: percentile(area, 0.05),
    slickAreaM2P95: percentile(area, 0.95),
    displacementEastMMean: mean(column(EAST_M)),
    displacementNorthMMean: mean(column(NORTH_M)),
  };
}

export interface MemberArrivals {
  readonly siteId: string;
  /** Of each member, ms since the start; Infinity: not reached. */
  readonly arrivalMs: readonly number[];
  readonly massRatios: readonly number[];
}

export function siteArrival({ siteId, arrivalMs, massRatios }: MemberArrivals, startAt: Instant): SiteArrival {
  const reached = sorted(arrivalMs.filter((ms) => ms < Infinity));
  return {
    siteId,
    probabilityRatio: reached.length / arrivalMs.length,
    earliestAt: reached.length === 0 ? null : addMs(startAt, reached[0]!),
    medianAt: reached.length === 0 ? null : addMs(startAt, percentile(reached, 0.5)),
    massRatioMax: massRatios.reduce((most, ratio) => Math.max(most, ratio), 0),
    massRatioMean: mean(massRatios),
  };
}

/** Of ascending values. */
export function percentile(ascending: readonly number[], shareRatio: number): number {
  const at = shareRatio * (ascending.length - 1);
  const low = Math.floor(at);
  const high = Math.min(ascending.length - 1, low + 1);
  return ascending[low]! + (at - low) * (ascending[high]! - ascending[low]!);
}

function massBand(masses: readonly number[]): MassBand {
  const ascending = sorted(masses);
  return { meanKg: mean(masses), p05Kg: percentile(ascending, 0.05), p50Kg: percentile(ascending, 0.5), p95Kg: percentile(ascending, 0.95) };
}

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
