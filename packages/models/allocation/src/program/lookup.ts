// Which columns belong to what: those of a stock, those that an issued order is.

import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';

/** 9. Pinned orders stand: their column is at least what was ordered. */
export function pinnedQuantities(frame: Frame, columns: Columns): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  frame.problem.orders.forEach((order, i) => {
    if (!order.isPinned) return;
    const c = columnOfOrder(frame, columns, i);
    if (c !== -1) out.set(c, (out.get(c) ?? 0) + order.quantityValue);
  });
  return out;
}

/** The column that an issued order is; -1: it cannot be carried out any more. */
export function columnOfOrder(frame: Frame, columns: Columns, orderIndex: number): number {
  const order = frame.problem.orders[orderIndex]!;
  const { problem } = frame;
  const s = problem.stocks.findIndex((stock) => stock.id === order.stockId);
  if (s === -1) return -1;
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) {
    if (problem.needs[columns.need[c]!]!.id === order.needId && problem.lanes[columns.lane[c]!]!.id === order.laneId && columns.departIndex[c] === order.departIndex) return c;
  }
  return -1;
}

export function byStock(columns: Columns, kept: Int32Array): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  kept.forEach((c, i) => {
    const s = columns.stock[c]!;
    const list = out.get(s);
    if (list === undefined) out.set(s, [i]);
    else list.push(i);
  });
  return out;
}
