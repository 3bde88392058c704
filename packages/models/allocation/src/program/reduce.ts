// Which columns the solver is given at first: those that a short ascent of prices finds worth most for their
// stock, those its mean answer uses, and those of the greedy plan. Nothing is lost by leaving the others
// out: price.ts prices every one of them and adds what was wrongly left out.

import type { Ascent } from '../certify/ascend.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import { columnOfOrder } from './build.ts';

/** Up to here everything is kept: the program is small enough as it is. */
const COMPLETE_COUNT = 6000;
const BEST_COUNT = 5;
/** Share of a stock that the mean answer must give a column. */
const MEAN_SHARE = 0.03;

/** 1 where the column is kept. */
export function keepBest(frame: Frame, columns: Columns, guide: Ascent, used: Float64Array): Uint8Array {
  const kept = new Uint8Array(columns.count);
  if (columns.count <= COMPLETE_COUNT) return kept.fill(1);
  const { worth } = guide.bound;
  for (let s = 0; s < frame.stockCount; s++) {
    const isProduced = columns.productionOrder.has(s);
    for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (used[c]! > 0 || guide.meanQuantity[c]! > MEAN_SHARE * frame.totalValue[s]!) kept[c] = 1;
    if (isProduced) keepProduction(columns, worth, s, kept);
    else keepStock(columns, worth, s, kept);
  }
  frame.problem.orders.forEach((_, o) => {
    const c = columnOfOrder(frame, columns, o);
    if (c !== -1) kept[c] = 1;
  });
  return kept;
}

function keepStock(columns: Columns, worth: Float64Array, s: number, kept: Uint8Array): void {
  const best: number[] = [];
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) {
    if (worth[c]! <= 0) continue;
    let at = best.length;
    while (at > 0 && worth[best[at - 1]!]! < worth[c]!) at--;
    if (at < BEST_COUNT) best.splice(at, 0, c);
    if (best.length > BEST_COUNT) best.pop();
  }
  for (const c of best) kept[c] = 1;
}

/** Of production, the best of each departure that is not worse than what leaves later. */
function keepProduction(columns: Columns, worth: Float64Array, s: number, kept: Uint8Array): void {
  const order = columns.productionOrder.get(s)!;
  let price = 0;
  for (let i = 0; i < order.length;) {
    let best = order[i]!;
    let next = i;
    for (; next < order.length && columns.departS[order[next]!] === columns.departS[order[i]!]; next++) if (worth[order[next]!]! > worth[best]!) best = order[next]!;
    if (worth[best]! > price * NEAR_RATIO) kept[best] = 1;
    price = Math.max(price, worth[best]!);
    i = next;
  }
}

/** A departure this close to the best later one is kept too. */
const NEAR_RATIO = 0.9;
