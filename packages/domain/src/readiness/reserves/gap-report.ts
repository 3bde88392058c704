// The three reserves against a class of clean-up unit: for each capability what is asked, what
// stands usable in stock, under agreement and as production within a time, and what is missing.
// A supply that does not count is listed with its reason instead of silently left out.

import type { Instant, Refusal } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { localHours, producedValue } from './capacity-curve.ts';
import { capacityContracts } from './capacity-contracts.ts';
import { CLEAN_UP_CLASSES, reachedClass } from './capability-classes.ts';
import type { ClassIndex } from './capability-classes.ts';
import { itemKinds } from './item-kinds.ts';
import { availableValue } from './pick-fefo.ts';
import { socialAgreements } from './social-agreements.ts';
import { stockLots } from './stock-lots.ts';
import { checkContractUsable, checkLotUsable } from './usable.ts';

export interface ReserveRecords {
  readonly itemKinds: readonly RecordBody[];
  readonly stockLots: readonly RecordBody[];
  readonly socialAgreements: readonly RecordBody[];
  readonly capacityContracts: readonly RecordBody[];
  readonly holdings: readonly Holding[];
}

export interface GapLine {
  readonly capabilityCode: string;
  readonly unitCode: string;
  readonly targetValue: number | null;
  readonly stockValue: number;
  readonly socialValue: number;
  readonly capacityValue: number;
  /** What is missing of the target; 0 when nothing is. */
  readonly gapValue: number;
}

export interface GapReport {
  readonly classIndex: ClassIndex;
  readonly at: Instant;
  readonly reachedClassIndex: ClassIndex | null;
  readonly lines: readonly GapLine[];
  readonly notCounted: readonly { readonly registerId: string; readonly id: string; readonly refusal: Refusal }[];
  readonly sourceText: string;
}

/** `now`: when calls would go out; `at`: when the goods are to be used. */
export function gapReport(records: ReserveRecords, query: { readonly classIndex: ClassIndex; readonly now: Instant; readonly at: Instant; readonly utcOffsetMinutes: number }): GapReport {
  const { classIndex, at } = query;
  const { totals, notCounted } = countReserves(records, query);
  const lines = CLEAN_UP_CLASSES.targets.map((target): GapLine => {
    const have = totals.get(target.capabilityCode) ?? NOTHING;
    const targetValue = target.byClassValue[classIndex - 1] ?? null;
    const gapValue = Math.max(0, (targetValue ?? 0) - have.stockValue - have.socialValue - have.capacityValue);
    return { capabilityCode: target.capabilityCode, unitCode: target.unitCode, targetValue, ...have, gapValue };
  });
  const have = Object.fromEntries([...totals].map(([code, one]) => [code, one.stockValue + one.socialValue + one.capacityValue]));
  return { classIndex, at, reachedClassIndex: reachedClass(have), lines, notCounted, sourceText: CLEAN_UP_CLASSES.sourceText };
}

interface Total {
  readonly stockValue: number;
  readonly socialValue: number;
  readonly capacityValue: number;
}

function countReserves(records: ReserveRecords, { now, at, utcOffsetMinutes }: { readonly now: Instant; readonly at: Instant; readonly utcOffsetMinutes: number }): { readonly totals: ReadonlyMap<string, Total>; readonly notCounted: GapReport['notCounted'] } {
  const capabilityOf = new Map(records.itemKinds.map((body) => [body.id, recordOf(itemKinds, body).values.capabilityCode]));
  const free = new Map(records.holdings.map((holding) => [holding.holdingId, availableValue(holding)]));
  const totals = new Map<string, Total>();
  const notCounted: { registerId: string; id: string; refusal: Refusal }[] = [];
  const add = (itemKindId: string, part: Partial<Total>): void => {
    const code = capabilityOf.get(itemKindId) ?? '';
    const known = totals.get(code) ?? NOTHING;
    totals.set(code, {
      stockValue: known.stockValue + (part.stockValue ?? 0), socialValue: known.socialValue + (part.socialValue ?? 0), capacityValue: known.capacityValue + (part.capacityValue ?? 0),
    });
  };
  for (const lot of records.stockLots.map((body) => recordOf(stockLots, body))) {
    const check = checkLotUsable(lot, at);
    if (check.ok) add(lot.values.itemKindId, { stockValue: free.get(recordKey('stock-lots', lot.id)) ?? 0 });
    else notCounted.push({ registerId: 'stock-lots', id: lot.id, refusal: check.refusal });
  }
  for (const agreement of records.socialAgreements.map((body) => recordOf(socialAgreements, body))) {
    const check = checkContractUsable(agreement, now);
    const inTime = secondsBetween(now, at) >= agreement.values.callUpLeadS;
    if (check.ok) add(agreement.values.itemKindId, { socialValue: inTime ? (free.get(recordKey('social-agreements', agreement.id)) ?? 0) : 0 });
    else notCounted.push({ registerId: 'social-agreements', id: agreement.id, refusal: check.refusal });
  }
  for (const contract of records.capacityContracts.map((body) => recordOf(capacityContracts, body))) {
    const check = checkContractUsable(contract, now);
    const left = free.get(recordKey('capacity-contracts', contract.id)) ?? 0;
    const terms = { ...contract.values, rawMaterialCapValue: left };
    if (check.ok) add(contract.values.itemKindId, { capacityValue: producedValue(terms, Math.max(0, secondsBetween(now, at)) / 3600, { startLocalHours: localHours(now, utcOffsetMinutes) }) });
    else notCounted.push({ registerId: 'capacity-contracts', id: contract.id, refusal: check.refusal });
  }
  return { totals, notCounted };
}

const NOTHING: Total = { stockValue: 0, socialValue: 0, capacityValue: 0 };
