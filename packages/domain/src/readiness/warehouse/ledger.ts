// The ledger of a place read off the moves in the log: what went in and out on which day, and why. A pair
// of hold and draw is one issue, not two; a hold alone moves nothing.

import type { Instant } from '@anlan/kernel';
import { wholeMillionths } from '../../log/index.ts';
import type { RecordedMove } from '../../log/index.ts';

export const LEDGER_PURPOSES = ['use', 'transfer', 'loan', 'count', 'write-off', 'return', 'receipt', 'opening', 'other'] as const;
export type LedgerPurpose = (typeof LEDGER_PURPOSES)[number];

export interface LedgerEntry {
  readonly lotId: string;
  readonly at: Instant;
  readonly inValue: number;
  readonly outValue: number;
  readonly purpose: LedgerPurpose;
  readonly eventType: string;
  readonly stream: string;
  readonly by: string;
}

/** Entries of lots, in order. */
export function ledgerOf(moves: readonly RecordedMove[]): readonly LedgerEntry[] {
  return moves.flatMap(({ holdingId, move, quantityValue, recordedAt, eventType, stream, actorName }): LedgerEntry[] => {
    if (!holdingId.startsWith(LOTS) || move === 'hold' || move === 'release' || quantityValue === 0) return [];
    const isOut = move === 'draw';
    const purpose = move === 'open' && eventType === 'record.created' ? openingPurpose(stream) : purposeOf(eventType, stream);
    return [{ lotId: holdingId.slice(LOTS.length), at: recordedAt, inValue: isOut ? 0 : quantityValue, outValue: isOut ? quantityValue : 0, purpose, eventType, stream, by: actorName }];
  });
}

export interface DayThroughput {
  /** Local calendar day, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly inValue: number;
  readonly outValue: number;
  readonly inCount: number;
  readonly outCount: number;
}

/** By local day and item kind; days without a move are left out. Opening entries of seeded records are no throughput. */
export function throughputByDay(entries: readonly LedgerEntry[], { kindOfLot, utcOffsetMinutes }: { readonly kindOfLot: ReadonlyMap<string, string>; readonly utcOffsetMinutes: number }): readonly (DayThroughput & { readonly itemKindId: string })[] {
  const days = new Map<string, DayThroughput & { readonly itemKindId: string }>();
  for (const { lotId, at, inValue, outValue, purpose } of entries) {
    const itemKindId = kindOfLot.get(lotId);
    if (itemKindId === undefined || purpose === 'opening') continue;
    const day = localDay(at, utcOffsetMinutes);
    const key = `${day} ${itemKindId}`;
    const known = days.get(key) ?? { day, itemKindId, inValue: 0, outValue: 0, inCount: 0, outCount: 0 };
    days.set(key, {
      ...known, inValue: wholeMillionths(known.inValue + inValue), outValue: wholeMillionths(known.outValue + outValue),
      inCount: known.inCount + (inValue > 0 ? 1 : 0), outCount: known.outCount + (outValue > 0 ? 1 : 0),
    });
  }
  return [...days.keys()].sort().flatMap((key) => days.get(key) ?? []);
}

export function localDay(at: Instant, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

function purposeOf(eventType: string, stream: string): LedgerPurpose {
  if (stream.startsWith('slip:transfer/') || eventType === 'stock.sent') return 'transfer';
  if (stream.startsWith('slip:loan/')) return 'loan';
  if (stream.startsWith('slip:count/') || eventType === 'stock.count_approved') return 'count';
  if (stream.startsWith('slip:write-off/')) return 'write-off';
  if (stream.startsWith('slip:return/')) return 'return';
  if (stream.startsWith('slip:reservation/') || stream.startsWith('order:') || eventType === 'stock.issued') return 'use';
  return eventType === 'stock.received' ? 'receipt' : 'other';
}

/** A lot made by the receipt of a transfer opens with what arrived. */
function openingPurpose(stream: string): LedgerPurpose {
  return /\/transfer-[^/]*-\d+$/.test(stream) ? 'transfer' : 'opening';
}

const LOTS = 'stock-lots/';
