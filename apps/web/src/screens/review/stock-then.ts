// What was in stock at a minute, as a reader wants it: one row a kind of item over all three reserves,
// then teams and vessels as how many there were and how many were out.

import type { HoldingsThen } from '@anlan/contracts';

type Titles = HoldingsThen['holdings'][number]['titles'];

export interface StockRow {
  readonly key: string;
  /** null: a kind of unit, named by its register. */
  readonly titles: Titles | null;
  readonly unitCode: string;
  readonly onHandValue: number;
  readonly heldValue: number;
}

/** What is promised first, then by name of the kind; units last. */
export function stockRows(holdings: HoldingsThen['holdings']): readonly StockRow[] {
  const rows = new Map<string, StockRow>();
  for (const one of holdings) {
    const key = one.isUnit ? one.registerId : (one.itemKindId ?? `${one.registerId}/${one.recordId}`);
    const seen = rows.get(key);
    // A unit whose trips share it is out as long as one of them is.
    const heldValue = one.isUnit ? Math.ceil(one.heldValue) : one.heldValue;
    rows.set(key, {
      key, titles: one.isUnit ? null : (one.itemTitles ?? one.titles), unitCode: one.unitCode,
      onHandValue: tidy((seen?.onHandValue ?? 0) + one.onHandValue), heldValue: tidy((seen?.heldValue ?? 0) + heldValue),
    });
  }
  const rank = (row: StockRow): number => (row.titles === null ? 2 : row.heldValue > 0 ? 0 : 1);
  return [...rows.values()].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

/** Holdings are kept to a millionth. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
