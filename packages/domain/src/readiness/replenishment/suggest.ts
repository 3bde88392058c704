// When to order and how much. Consumables: reorder point s = μ_L + z σ_L, order up to S = μ_{L+R} + z σ_{L+R}
// with σ² = days·σ_d² + μ_d²·σ_L² (Silver, Pyke and Thomas 2017, ch. 6 and 7). Gear of low demand: base stock
// S, one for one, fill rate P(N_L ≤ S − 1) with Poisson demand in the lead time (Palm 1938; Feeney and
// Sherbrooke 1966). Never below the floor. What lapses before new goods could arrive is not counted.

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { Assumption } from '@anlan/kernel';
import { wholeMillionths } from '../../log/index.ts';
import type { RecordOf } from '../../register/index.ts';
import { normalCdf, normalQuantile, poissonCdf } from './chance.ts';
import type { DemandSeen } from './demand.ts';
import type { stockPolicies } from './stock-policies.ts';

export type StockPolicy = RecordOf<typeof stockPolicies>;

export interface StockNow {
  /** Free and usable today. */
  readonly availableValue: number;
  /** Of that, what will have lapsed when goods ordered today arrive. */
  readonly lapsingValue: number;
  /** On the way here, and returns that are not ready yet. */
  readonly incomingValue: number;
  /** Goods are ordered in multiples of this; null: any amount. */
  readonly stepValue: number | null;
}

export interface Suggestion {
  readonly policyId: string;
  readonly itemKindId: string;
  readonly facilityId: string;
  readonly reorderPointValue: number;
  readonly orderUpToValue: number;
  /** available − lapsing + incoming. */
  readonly positionValue: number;
  /** 0 when nothing has to be ordered. */
  readonly orderValue: number;
  /** Chance of meeting the demand of a lead time with today's position, under the model. */
  readonly coverRatio: number;
  readonly arrivesAt: Instant;
  readonly demand: { readonly perDayValue: number; readonly perDaySdValue: number; readonly seenDays: number; readonly issueCount: number };
  readonly reasons: readonly Assumption[];
  readonly assumed: readonly Assumption[];
}

export function suggestOrder(policy: StockPolicy, seen: DemandSeen, stock: StockNow, now: Instant): Suggestion {
  const { itemKindId, facilityId, demandCode, leadTimeS, floorValue } = policy.values;
  const { perDayValue, perDaySdValue, assumed } = demandOf(policy, seen);
  const levels = demandCode === 'gear' ? gearLevels(policy, perDayValue, seen) : consumableLevels(policy, perDayValue, perDaySdValue);
  const reorderPointValue = Math.max(levels.reorderPointValue, floorValue);
  const orderUpToValue = Math.max(levels.orderUpToValue, floorValue);
  const positionValue = wholeMillionths(stock.availableValue - stock.lapsingValue + stock.incomingValue);
  const due = demandCode === 'gear' ? positionValue < orderUpToValue : positionValue <= reorderPointValue && positionValue < orderUpToValue;
  const missing = due ? wholeMillionths(orderUpToValue - positionValue) : 0;
  const orderValue = stock.stepValue !== null && stock.stepValue > 0 ? wholeMillionths(Math.ceil(missing / stock.stepValue - 1e-9) * stock.stepValue) : missing;
  const reasons: Assumption[] = [];
  if (due) reasons.push({ code: 'REPLENISH_BELOW_REORDER_POINT', params: { position: positionValue, reorderPoint: round3(reorderPointValue), orderUpTo: round3(orderUpToValue) } });
  if (floorValue >= levels.orderUpToValue) reasons.push({ code: 'REPLENISH_FLOOR_DECIDES', params: { floor: floorValue } });
  if (stock.lapsingValue > 0) reasons.push({ code: 'REPLENISH_LAPSES_IN_LEAD_TIME', params: { lapsing: stock.lapsingValue } });
  if (stock.incomingValue > 0) reasons.push({ code: 'REPLENISH_INCOMING_COUNTED', params: { incoming: stock.incomingValue } });
  return {
    policyId: policy.id, itemKindId, facilityId, reorderPointValue: round3(reorderPointValue), orderUpToValue: round3(orderUpToValue), positionValue, orderValue,
    coverRatio: levels.coverRatio(positionValue), arrivesAt: addS(now, leadTimeS), demand: { perDayValue, perDaySdValue, seenDays: seen.seenDays, issueCount: seen.issueCount }, reasons, assumed,
  };
}

interface Levels {
  readonly reorderPointValue: number;
  readonly orderUpToValue: number;
  coverRatio(positionValue: number): number;
}

function consumableLevels(policy: StockPolicy, perDayValue: number, perDaySdValue: number): Levels {
  const { serviceRatio, leadTimeS, leadTimeSdS, reviewPeriodS } = policy.values;
  const z = normalQuantile(serviceRatio);
  const spread = (days: number): number => Math.sqrt(days * perDaySdValue ** 2 + (perDayValue * ((leadTimeSdS ?? 0) / DAY_S)) ** 2);
  const leadDays = leadTimeS / DAY_S;
  const bothDays = leadDays + reviewPeriodS / DAY_S;
  const level = (days: number): number => perDayValue * days + z * spread(days);
  return {
    reorderPointValue: level(leadDays), orderUpToValue: level(bothDays),
    coverRatio: (positionValue) => coverNormal(positionValue - perDayValue * leadDays, spread(leadDays)),
  };
}

/** Demand in pieces: as many as issues are seen, each of the mean size seen; without an issue, of one. */
function gearLevels(policy: StockPolicy, perDayValue: number, seen: DemandSeen): Levels {
  const { serviceRatio, leadTimeS } = policy.values;
  const sizeValue = seen.issueCount > 0 && seen.seenDays > 0 && perDayValue > 0 ? Math.max(1, (perDayValue * Math.ceil(seen.seenDays)) / seen.issueCount) : 1;
  const mean = (perDayValue / sizeValue) * (leadTimeS / DAY_S);
  let pieceCount = 1;
  while (poissonCdf(pieceCount - 1, mean) < serviceRatio && pieceCount < PIECE_COUNT_MAX) pieceCount += 1;
  const orderUpToValue = mean === 0 ? 0 : pieceCount * sizeValue;
  return {
    reorderPointValue: Math.max(0, orderUpToValue - sizeValue), orderUpToValue,
    coverRatio: (positionValue) => (mean === 0 ? 1 : poissonCdf(Math.floor(positionValue / sizeValue + 1e-9) - 1, mean)),
  };
}

/** The ledger's own figures once it has seen enough; else what the policy expects; else nothing, and it says so. */
function demandOf({ values }: StockPolicy, seen: DemandSeen): { readonly perDayValue: number; readonly perDaySdValue: number; readonly assumed: readonly Assumption[] } {
  if (seen.issueCount >= ISSUE_COUNT_ENOUGH) return { perDayValue: seen.perDayValue, perDaySdValue: seen.perDaySdValue, assumed: [] };
  const params = { issueCount: seen.issueCount, seenDays: Math.round(seen.seenDays) };
  if (values.perDayValueExpected === null) return { perDayValue: seen.perDayValue, perDaySdValue: seen.perDaySdValue, assumed: [{ code: 'REPLENISH_DEMAND_BARELY_SEEN', params }] };
  const perDaySdValue = values.perDayValueSdExpected ?? Math.sqrt(values.perDayValueExpected);
  const assumed: Assumption[] = [{ code: 'REPLENISH_DEMAND_EXPECTED', params: { ...params, perDay: values.perDayValueExpected } }];
  if (values.perDayValueSdExpected === null) assumed.push({ code: 'REPLENISH_SPREAD_POISSON', params: {} });
  return { perDayValue: values.perDayValueExpected, perDaySdValue, assumed };
}

function coverNormal(spareValue: number, sdValue: number): number {
  if (sdValue <= 0) return spareValue >= 0 ? 1 : 0;
  return normalCdf(spareValue / sdValue);
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const DAY_S = 86_400;
/** Fewer issues than this say nothing of a spread. Our choice. */
const ISSUE_COUNT_ENOUGH = 8;
const PIECE_COUNT_MAX = 10_000;
