// What could come: three reserves. Every supply lies at an origin, counts in its own unit and
// says how much of a need one unit meets. Quantities are what is free now: reserved, loaned and
// failed stock has already been taken off by the caller.

import type { Instant, LocalName } from '@anlan/kernel';

export const RESERVES = ['stock', 'social', 'capacity'] as const;
export type Reserve = (typeof RESERVES)[number];

interface SupplyBase {
  readonly id: string;
  readonly name: LocalName;
  readonly originId: string;
  readonly itemKindId: string;
  readonly capabilityCode: string;
  readonly unitCode: string;
  /** Units of the need met by one unit of this item: 30 for a set of 30 m³/h, 1 for a metre of boom. */
  readonly effectValue: number;
  /** Only multiples are sent; 0: any amount. */
  readonly stepValue: number;
  /** Stock: until it can leave. Social: call-up time. Capacity: until production begins. */
  readonly leadS: number;
  /** Without these at the same scene it does not count. */
  readonly requires: readonly KitPart[];
  readonly unitCostFen?: number;
  /** Paid once when the supply is used at all. */
  readonly activationCostFen?: number;
}

/** `perUnitValue` units of that item kind for each unit sent. Parts serve one kit only. */
export interface KitPart {
  readonly itemKindId: string;
  readonly perUnitValue: number;
}

/** Lots of one item kind at one place; issued first-expired-first-out. */
export interface StockSupply extends SupplyBase {
  readonly reserve: 'stock';
  readonly unitCode: string;
  readonly lots: readonly Lot[];
  /** What should stay for the next incident. */
  readonly floorValue: number;
}

export interface Lot {
  readonly lotId: string;
  readonly quantityValue: number;
  /** null: does not expire. */
  readonly expiresAt: Instant | null;
  readonly inspection: 'passed' | 'failed' | 'not-inspected';
  /** null: the inspection has no end. */
  readonly inspectionValidUntilAt: Instant | null;
}

/** An agreement with a firm. */
export interface SocialSupply extends SupplyBase {
  readonly reserve: 'social';
  readonly unitCode: string;
  /** What counts: the agreed quantity after the audit, less what is called already. */
  readonly countedValue: number;
  /** Share of calls honoured; null: not known. */
  readonly acceptanceRatio: number | null;
}

/** A contract for production at need. */
export interface CapacitySupply extends SupplyBase {
  readonly reserve: 'capacity';
  readonly unitCode: string;
  /** In order of time; the rate holds until the next step. */
  readonly ramp: readonly RampStep[];
  /** Production ends when the raw material in the yard is used up. */
  readonly rawMaterialCapValue: number;
  /** Finished goods leave at this interval. */
  readonly shipEveryS: number;
}

/** From `fromHours` after the start of production on. */
export interface RampStep {
  readonly fromHours: number;
  readonly ratePerHourValue: number;
  readonly unitCode: string;
}

export type Supply = StockSupply | SocialSupply | CapacitySupply;
