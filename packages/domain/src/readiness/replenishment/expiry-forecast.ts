// What will lapse, month by month: each lot is a cohort that is lost on the day it expires or its inspection
// runs out, if it is not used before. With a known use a day the earliest cohort is used first (FEFO), so the
// figure after use is what really would be thrown away; without one it says only what stands to lapse.

import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import { wholeMillionths } from '../../log/index.ts';
import { recordKey } from '../../register/index.ts';
import type { StockLot } from '../reserves/usable.ts';

export interface ExpiryCohort {
  /** Local month, 'YYYY-MM'; what lapsed already is in the month of now. */
  readonly month: string;
  readonly itemKindId: string;
  readonly facilityId: string | null;
  /** On hand and past its expiry in that month. */
  readonly expiresValue: number;
  /** On hand, and its inspection runs out in that month before it expires. A new inspection saves it. */
  readonly inspectionLapsesValue: number;
  /** Of `expiresValue`, what is left when the known use has taken its share. */
  readonly expiresAfterUseValue: number;
  readonly lots: readonly { readonly lotId: string; readonly lapsesAt: Instant; readonly why: 'expiry' | 'inspection'; readonly quantityValue: number }[];
}

export interface ExpiryQuery {
  readonly lots: readonly StockLot[];
  readonly holdings: readonly Holding[];
  readonly now: Instant;
  readonly monthCount: number;
  readonly utcOffsetMinutes: number;
  /** By `itemKindId facilityId`; left out: nothing is used. */
  readonly perDayValueByKey: ReadonlyMap<string, number>;
}

export function expiryForecast(query: ExpiryQuery): readonly ExpiryCohort[] {
  const { now, monthCount, utcOffsetMinutes } = query;
  const months = new Set(monthsFrom(now, monthCount, utcOffsetMinutes));
  const groups = new Map<string, Cohort[]>();
  for (const lot of query.lots) {
    const cohort = cohortOf(lot, query.holdings, now);
    if (cohort === undefined) continue;
    const key = demandKey(lot.values.itemKindId, lot.values.facilityId);
    groups.set(key, [...(groups.get(key) ?? []), cohort]);
  }
  const out = new Map<string, ExpiryCohort>();
  for (const [key, cohorts] of groups) {
    const left = afterUse(cohorts, query.perDayValueByKey.get(key) ?? 0, now);
    for (const [i, { lot, lapsesAt, why, quantityValue }] of cohorts.entries()) {
      const month = monthOf(lapsesAt < now ? now : lapsesAt, utcOffsetMinutes);
      if (!months.has(month)) continue;
      const { itemKindId, facilityId } = lot.values;
      const known = out.get(`${month} ${key}`) ?? { month, itemKindId, facilityId, expiresValue: 0, inspectionLapsesValue: 0, expiresAfterUseValue: 0, lots: [] };
      const isExpiry = why === 'expiry';
      out.set(`${month} ${key}`, {
        ...known, expiresValue: wholeMillionths(known.expiresValue + (isExpiry ? quantityValue : 0)), inspectionLapsesValue: wholeMillionths(known.inspectionLapsesValue + (isExpiry ? 0 : quantityValue)),
        expiresAfterUseValue: wholeMillionths(known.expiresAfterUseValue + (isExpiry ? (left[i] ?? 0) : 0)), lots: [...known.lots, { lotId: lot.id, lapsesAt, why, quantityValue }],
      });
    }
  }
  return [...out.keys()].sort().flatMap((key) => out.get(key) ?? []);
}

export function demandKey(itemKindId: string, facilityId: string | null): string {
  return `${itemKindId} ${facilityId ?? ''}`;
}

interface Cohort {
  readonly lot: StockLot;
  readonly lapsesAt: Instant;
  readonly why: 'expiry' | 'inspection';
  readonly quantityValue: number;
}

function cohortOf(lot: StockLot, holdings: readonly Holding[], now: Instant): Cohort | undefined {
  const quantityValue = holdings.find(({ holdingId }) => holdingId === recordKey('stock-lots', lot.id))?.onHandValue ?? 0;
  if (lot.archived || lot.state === 'scrapped' || quantityValue <= 0) return undefined;
  const { expiresAt, inspectionValidUntilAt } = lot.values;
  const expired = expiresAt !== null && expiresAt <= now;
  const inspectionFirst = !expired && inspectionValidUntilAt !== null && (expiresAt === null || inspectionValidUntilAt < expiresAt);
  if (inspectionFirst) return { lot, lapsesAt: inspectionValidUntilAt, why: 'inspection', quantityValue };
  return expiresAt === null ? undefined : { lot, lapsesAt: expiresAt, why: 'expiry', quantityValue };
}

/** What is left of each cohort on its day, when use takes the earliest first and nothing that has lapsed. */
function afterUse(cohorts: readonly Cohort[], perDayValue: number, now: Instant): readonly number[] {
  const left = cohorts.map(({ quantityValue }) => quantityValue);
  const order = cohorts.map((_cohort, i) => i).toSorted((a, b) => (cohorts[a]?.lapsesAt ?? 0) - (cohorts[b]?.lapsesAt ?? 0));
  let usedUntilMs: number = now;
  for (const i of order) {
    const cohort = cohorts[i];
    if (cohort === undefined || cohort.lapsesAt <= usedUntilMs || perDayValue <= 0) continue;
    const couldUse = ((cohort.lapsesAt - usedUntilMs) / DAY_MS) * perDayValue;
    const used = Math.min(couldUse, cohort.quantityValue);
    left[i] = cohort.quantityValue - used;
    usedUntilMs += (used / perDayValue) * DAY_MS;
  }
  return left;
}

function monthsFrom(now: Instant, monthCount: number, utcOffsetMinutes: number): readonly string[] {
  const [year, month] = monthOf(now, utcOffsetMinutes).split('-').map(Number) as [number, number];
  return Array.from({ length: monthCount }, (_, i) => new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 7));
}

function monthOf(at: Instant, utcOffsetMinutes: number): string {
  return new Date(instantFromMs(at + utcOffsetMinutes * 60_000)).toISOString().slice(0, 7);
}

const DAY_MS = 86_400_000;
