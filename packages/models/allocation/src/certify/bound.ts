// A bound that needs no trust in the solver. For any prices of needs (λ, between 0 and the weight of a
// unit short) and of shared carriage (μ ≥ 0), Lagrangian duality gives
//   Σ λ·D − Σ over stocks (best use of the stock at these prices) − Σ μ·room  ≤  every plan's value,
// where the best use is priced over every column of the unreduced problem, whether the reduced program
// held it or not (Lagrange relaxation: Fisher 1981, Management Science 27). Good prices come from the
// reduced program; columns that are worth more than their stock's price there are what it lacked.

import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import { madeBy } from '../program/frame.ts';
import { shortWeight } from '../program/stages.ts';

/** All ≥ 0; absent keys cost nothing. */
export interface Prices {
  /** need × bucket. */
  readonly need: Float64Array;
  /** part × bucket of the kits. */
  readonly part: Float64Array;
  /** (carrier × T + bucket) × 3 + dimension. */
  readonly carrier: Float64Array;
  /** quay × T + bucket. */
  readonly quay: Float64Array;
}

export interface Bound {
  readonly boundValue: number;
  readonly unit: string;
  /** For each column what a unit of it is worth at these prices (may be below 0). */
  readonly worth: Float64Array;
  readonly stockPrice: Float64Array;
}

export function lagrangianBound(frame: Frame, columns: Columns, given: Prices): Bound {
  const worth = new Float64Array(columns.count);
  const stockPrice = new Float64Array(frame.stockCount);
  let bound = worthInto(frame, columns, clippedPrices(frame, columns, given), worth);
  for (let s = 0; s < frame.stockCount; s++) {
    const { totalValue, priceValue } = bestUse(frame, columns, worth, s);
    bound -= totalValue;
    stockPrice[s] = priceValue;
  }
  return { boundValue: Math.max(0, bound), unit: 'weighted units × buckets', worth, stockPrice };
}

/** Prices that duality allows: 0 ≤ λ ≤ weight; a kit's parts together at least worth the kit, at every bucket. */
export function clippedPrices(frame: Frame, columns: Columns, given: Prices): Prices {
  const { bucketCount: T } = frame;
  const need = given.need.map((v, i) => Math.min(Math.max(0, v), shortWeight(frame.weightValue[Math.floor(i / T)]!)));
  const part = given.part.map((v) => Math.max(0, v));
  columns.kits.forEach((kit) => {
    for (let t = 0; t < T; t++) {
      const wanted = need[kit.needIndex * T + t]! * kit.effectValue;
      const held = kit.partIndices.reduce((sum, p) => sum + part[p * T + t]! * columns.parts[p]!.perKitValue, 0);
      if (held >= wanted) continue;
      if (held > 0) for (const p of kit.partIndices) part[p * T + t] = (part[p * T + t]! * wanted) / held;
      else for (const p of kit.partIndices) part[p * T + t] = wanted / kit.partIndices.length / columns.parts[p]!.perKitValue;
    }
  });
  return { need, part, carrier: given.carrier.map((v) => Math.max(0, v)), quay: given.quay.map((v) => Math.max(0, v)) };
}

/** Fills in what a unit of each column is worth, and gives Σ λ·D − Σ μ·room. Sums of prices from the first bucket on make a column a few operations. */
export function worthInto(frame: Frame, columns: Columns, prices: Prices, worth: Float64Array): number {
  const { bucketCount: T } = frame;
  const [need, part] = [cumulated(prices.need, T), cumulated(prices.part, T)];
  const carrier = carrierSums(prices.carrier, T);
  const isPlain = frame.problem.quays.length === 0;
  for (let s = 0; s < frame.stockCount; s++) {
    const { massKg, volumeM3, seatCount } = frame.problem.items[frame.stockItem[s]!]!;
    for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) {
      const p = columns.part[c]!;
      const sums = p === -1 ? need : part;
      const base = (p === -1 ? columns.need[c]! : p) * (T + 1);
      let value = columns.effectRatio[c]! * (sums[base + columns.untilIndex[c]! + 1]! - sums[base + columns.fromIndex[c]!]!);
      const k = columns.carrier[c]!;
      if (k !== -1) {
        const depart = (k * (T + 1) + columns.departIndex[c]!) * 3;
        const back = (k * (T + 1) + columns.boundUntilIndex[c]! + 1) * 3;
        value -= massKg * (carrier[back]! - carrier[depart]!) + volumeM3 * (carrier[back + 1]! - carrier[depart + 1]!) + seatCount * (carrier[back + 2]! - carrier[depart + 2]!);
      }
      worth[c] = value;
    }
  }
  if (!isPlain) chargeQuays(frame, columns, prices, worth);
  let total = -roomCost(frame, prices);
  for (let i = 0; i < prices.need.length; i++) total += prices.need[i]! * frame.demandValue[i]!;
  return total;
}

function chargeQuays(frame: Frame, columns: Columns, prices: Prices, worth: Float64Array): void {
  const { problem, bucketCount: T } = frame;
  const quayIndex = new Map(problem.quays.map((quay, q) => [quay.id, q]));
  const laneQuays = problem.lanes.map((lane) => lane.quays.map((quay) => ({ base: quayIndex.get(quay.quayId)! * T, atDeparture: quay.passedAtText === 'departure' })));
  for (let c = 0; c < columns.count; c++) {
    const { massKg } = problem.items[frame.stockItem[columns.stock[c]!]!]!;
    for (const quay of laneQuays[columns.lane[c]!]!) worth[c]! -= massKg * prices.quay[quay.base + (quay.atDeparture ? columns.departIndex[c]! : columns.fromIndex[c]!)]!;
  }
}

function cumulated(prices: Float64Array, T: number): Float64Array {
  const rows = prices.length / T;
  const out = new Float64Array(rows * (T + 1));
  for (let r = 0; r < rows; r++) for (let t = 0; t < T; t++) out[r * (T + 1) + t + 1] = out[r * (T + 1) + t]! + prices[r * T + t]!;
  return out;
}

function carrierSums(prices: Float64Array, T: number): Float64Array {
  const rows = prices.length / (T * 3);
  const out = new Float64Array(rows * (T + 1) * 3);
  for (let r = 0; r < rows; r++) for (let t = 0; t < T; t++) for (let d = 0; d < 3; d++) out[(r * (T + 1) + t + 1) * 3 + d] = out[(r * (T + 1) + t) * 3 + d]! + prices[(r * T + t) * 3 + d]!;
  return out;
}

function roomCost(frame: Frame, prices: Prices): number {
  const { carriers, bucketCount: T, problem } = frame;
  let total = 0;
  for (let k = 0; k < carriers.vehicles.length; k++) {
    for (let t = 0; t < T; t++) {
      const base = (k * T + t) * 3;
      total += prices.carrier[base]! * carriers.massKg[k]! + prices.carrier[base + 1]! * carriers.volumeM3[k]! + prices.carrier[base + 2]! * carriers.seatCount[k]!;
    }
  }
  problem.quays.forEach((quay, q) => { quay.massKgMax.forEach((room, t) => { total += prices.quay[q * T + t]! * room; }); });
  return total;
}

/**
 * The most that a stock can be worth: its total at the best column. Production is nested in time, so
 * what is made by each departure goes to the best column from then on. (Lots that end are left out: that
 * can only raise what the stock is worth, and so only lower the bound.)
 */
function bestUse(frame: Frame, columns: Columns, worth: Float64Array, s: number): { readonly totalValue: number; readonly priceValue: number } {
  const from = columns.byStockStart[s]!;
  const to = columns.byStockStart[s + 1]!;
  let price = 0;
  for (let c = from; c < to; c++) if (worth[c]! > price) price = worth[c]!;
  if (price === 0) return { totalValue: 0, priceValue: 0 };
  const stock = frame.problem.stocks[s]!;
  if (stock.reserve !== 'capacity') return { totalValue: price * frame.totalValue[s]!, priceValue: price };
  const order = (columns.productionOrder.get(s) ?? []).filter((c) => worth[c]! > 0);
  let value = 0;
  let best = 0;
  let lastS = Infinity;
  let ready = 0;
  for (const c of order) {
    if (columns.departS[c]! < lastS) {
      const now = madeBy(stock, columns.departS[c]!);
      if (lastS !== Infinity) value += best * (ready - now);
      lastS = columns.departS[c]!;
      ready = now;
    }
    best = Math.max(best, worth[c]!);
  }
  return { totalValue: value + best * ready, priceValue: price };
}
