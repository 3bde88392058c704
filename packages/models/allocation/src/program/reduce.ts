// Which columns the solver is given at first: those that a short ascent of prices finds worth most for their
// stock, those its mean answer uses, and those of the greedy plan. Nothing is lost by leaving the others
// out: price.ts prices every one of them and adds what was wrongly left out.

import type { Ascent } from '../certify/ascend.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import { columnOfOrder } from './lookup.ts';

/** Up to here everything is kept: the program is small enough as it is. */
const COMPLETE_COUNT = 6000;
const BEST_COUNT = 5;
/** Above this, only the best way of each stock enters at first. */
const HUGE_COUNT = 300_000;
/** Share of a stock that the mean answer must give a column. */
const MEAN_SHARE = 0.03;

/** 1 where the column is kept. */
export function keepBest(frame: Frame, columns: Columns, guide: Ascent, used: Float64Array): Uint8Array {
  const kept = new Uint8Array(columns.count);
  if (columns.count <= COMPLETE_COUNT) return kept.fill(1);
  const { worth } = guide.bound;
  const bestCount = columns.count > HUGE_COUNT ? 1 : BEST_COUNT;
  for (let s = 0; s < frame.stockCount; s++) {
    const isProduced = columns.productionOrder.has(s);
    for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (used[c]! > 0 || (!isProduced && guide.meanQuantity[c]! > MEAN_SHARE * frame.totalValue[s]!)) kept[c] = 1;
    if (isProduced) keepProduction(columns, worth, s, kept);
    else keepStock(columns, worth, s, kept, bestCount);
  }
  frame.problem.orders.forEach((_, o) => {
    const c = columnOfOrder(frame, columns, o);
    if (c !== -1) kept[c] = 1;
  });
  return kept;
}

function keepStock(columns: Columns, worth: Float64Array, s: number, kept: Uint8Array, bestCount: number): void {
  const best: number[] = [];
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) {
    if (worth[c]! <= 0) continue;
    let at = best.length;
    while (at > 0 && worth[best[at - 1]!]! < worth[c]!) at--;
    if (at < bestCount) best.splice(at, 0, c);
    if (best.length > bestCount) best.pop();
  }
  for (const c of best) kept[c] = 1;
}

/** Of production, departures that are each worth more than all later ones, evenly over time. */
function keepProduction(columns: Columns, worth: Float64Array, s: number, kept: Uint8Array): void {
  const order = columns.productionOrder.get(s)!;
  const stairs: number[] = [];
  let price = 0;
  for (let i = 0; i < order.length;) {
    let best = order[i]!;
    let next = i;
    for (; next < order.length && columns.departS[order[next]!] === columns.departS[order[i]!]; next++) if (worth[order[next]!]! > worth[best]!) best = order[next]!;
    if (worth[best]! > price) stairs.push(best);
    price = Math.max(price, worth[best]!);
    i = next;
  }
  const stride = Math.max(1, stairs.length / PRODUCTION_COUNT);
  for (let i = 0; i < stairs.length; i += stride) kept[stairs[Math.floor(i)]!] = 1;
}

/** Each departure of a works costs the program two rows. */
const PRODUCTION_COUNT = 8;
