// Prices from scratch, without a solver: the volume algorithm (Barahona and Anbil 2000, Mathematical
// Programming 87) on the Lagrangian of bound.ts. Each stock goes whole to its best column; the running
// mean of these answers tells what is still short or overfull, and prices move that way. It also
// tells which columns matter before any program is solved.

import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import type { Bound, Prices } from './bound.ts';
import { madeBy } from '../program/frame.ts';
import { clippedPrices, lagrangianBound, worthInto } from './bound.ts';

export interface Ascent {
  readonly prices: Prices;
  readonly bound: Bound;
  /** Running mean of what each column carries. */
  readonly meanQuantity: Float64Array;
}

export interface AscentOptions {
  readonly iterationCount: number;
  /** Value of a plan at hand: what the bound is compared with when steps are chosen. */
  readonly planValue: number;
  readonly unit: string;
}

export function ascend(frame: Frame, columns: Columns, start: Prices, options: AscentOptions): Ascent {
  const size = start.need.length + start.part.length + start.carrier.length + start.quay.length;
  const worth = new Float64Array(columns.count);
  let centre = clippedPrices(frame, columns, start);
  const answer = createAnswer(frame, columns);
  let bestValue = answer.solve(centre, worth);
  const mean = answer.quantity.slice();
  const gradient = new Float64Array(size);
  const scale = scalesOf(frame, start);
  let [step, idle] = [FIRST_STEP, 0];
  for (let k = 0; k < options.iterationCount; k++) {
    gradientOf(frame, columns, mean, gradient);
    const distance = Math.max(options.planValue - bestValue, 1e-4 * Math.abs(options.planValue));
    const trial = clippedPrices(frame, columns, moved(centre, gradient, scale, (step * distance) / normOf(centre, gradient, scale)));
    const value = answer.solve(trial, worth);
    const share = Math.max(MEAN_SHARE_MIN, MEAN_SHARE / (1 + k / 15));
    for (let c = 0; c < mean.length; c++) mean[c] = (1 - share) * mean[c]! + share * answer.quantity[c]!;
    if (value > bestValue) {
      if (value > bestValue + 1e-5 * Math.abs(bestValue)) idle = 0;
      [bestValue, centre, step] = [value, trial, Math.min(2, step * 1.1)];
    } else if (++idle >= IDLE_COUNT || value < bestValue - distance) [step, idle] = [step * 0.66, 0];
  }
  return { prices: centre, bound: lagrangianBound(frame, columns, centre), meanQuantity: mean };
}

/** Step factors after Barahona and Anbil (2000), tuned on random instances of several sizes. */
const FIRST_STEP = 1;
const IDLE_COUNT = 8;
const MEAN_SHARE = 0.6;
const MEAN_SHARE_MIN = 0.04;

interface Answer {
  readonly quantity: Float64Array;
  solve(prices: Prices, worth: Float64Array): number;
}

/** Every stock to its best column (production: by departure), and the value of the Lagrangian. */
function createAnswer(frame: Frame, columns: Columns): Answer {
  const quantity = new Float64Array(columns.count);
  return {
    quantity,
    solve(prices, worth) {
      let value = worthInto(frame, columns, prices, worth);
      quantity.fill(0);
      for (let s = 0; s < frame.stockCount; s++) value -= frame.problem.stocks[s]!.reserve === 'capacity' ? giveProduction(frame, columns, worth, s, quantity) : giveWhole(frame, columns, worth, s, quantity);
      return value;
    },
  };
}

function giveWhole(frame: Frame, columns: Columns, worth: Float64Array, s: number, quantity: Float64Array): number {
  let best = -1;
  let price = 0;
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (worth[c]! > price) { price = worth[c]!; best = c; }
  if (best !== -1) quantity[best] = frame.totalValue[s]!;
  return price * frame.totalValue[s]!;
}

function giveProduction(frame: Frame, columns: Columns, worth: Float64Array, s: number, quantity: Float64Array): number {
  const order = columns.productionOrder.get(s) ?? [];
  let [best, value, lastS, ready] = [-1, 0, Infinity, 0];
  const give = (amount: number): void => { if (best !== -1) { quantity[best]! += amount; value += worth[best]! * amount; } };
  for (const c of order) {
    if (worth[c]! <= (best === -1 ? 0 : worth[best]!)) continue;
    if (columns.departS[c]! < lastS) {
      const now = madeBy(frame.problem.stocks[s]!, columns.departS[c]!);
      if (lastS !== Infinity) give(ready - now);
      [lastS, ready] = [columns.departS[c]!, now];
    }
    best = c;
  }
  give(ready);
  return value;
}

/** What is missing of each need and too much on each carrier, at the mean answer. Order: needs, parts, carriers, quays. */
function gradientOf(frame: Frame, columns: Columns, mean: Float64Array, out: Float64Array): void {
  const { bucketCount: T, problem, carriers } = frame;
  const needs = frame.demandValue.length;
  const carrierBase = needs + columns.parts.length * T;
  const quayBase = carrierBase + carriers.vehicles.length * T * 3;
  out.fill(0);
  out.set(frame.demandValue);
  for (let k = 0; k < carriers.vehicles.length * T; k++) {
    const base = carrierBase + k * 3;
    const carrier = Math.floor(k / T);
    out[base] = -carriers.massKg[carrier]!;
    out[base + 1] = -carriers.volumeM3[carrier]!;
    out[base + 2] = -carriers.seatCount[carrier]!;
  }
  problem.quays.forEach((quay, q) => { quay.massKgMax.forEach((room, t) => { out[quayBase + q * T + t] = -room; }); });
  const quayIndex = new Map(problem.quays.map((quay, q) => [quay.id, q]));
  for (let c = 0; c < columns.count; c++) {
    const x = mean[c]!;
    if (x < 1e-9) continue;
    const p = columns.part[c]!;
    const base = p === -1 ? columns.need[c]! * T : needs + p * T;
    for (let t = columns.fromIndex[c]!; t <= columns.untilIndex[c]!; t++) out[base + t]! -= columns.effectRatio[c]! * x;
    const item = problem.items[frame.stockItem[columns.stock[c]!]!]!;
    const carrier = columns.carrier[c]!;
    if (carrier !== -1) for (let t = columns.departIndex[c]!; t <= columns.boundUntilIndex[c]!; t++) {
      const at = carrierBase + (carrier * T + t) * 3;
      out[at]! += item.massKg * x;
      out[at + 1]! += item.volumeM3 * x;
      out[at + 2]! += item.seatCount * x;
    }
    for (const quay of problem.lanes[columns.lane[c]!]!.quays) out[quayBase + quayIndex.get(quay.quayId)! * T + (quay.passedAtText === 'departure' ? columns.departIndex[c]! : columns.fromIndex[c]!)]! += item.massKg * x;
  }
}

/** Carriers and quays count in kg, m³ and seats, needs in units: prices of both move alike when sizes are told in units of a mean item. */
function scalesOf(frame: Frame, start: Prices): Float64Array {
  const { items } = frame.problem;
  const mean = (pick: (item: (typeof items)[number]) => number): number => items.length / Math.max(1e-9, items.reduce((sum, item) => sum + pick(item), 0));
  const sizes = [mean((item) => item.massKg), mean((item) => item.volumeM3), mean((item) => item.seatCount)];
  const needs = start.need.length + start.part.length;
  return Float64Array.from({ length: needs + start.carrier.length + start.quay.length }, (_, i) => (i < needs ? 1 : i < needs + start.carrier.length ? Math.min(1e6, sizes[(i - needs) % 3]!) : sizes[0]!));
}

/** Square of the gradient where a price can still move. */
function normOf(centre: Prices, gradient: Float64Array, scale: Float64Array): number {
  let [sum, at] = [1e-12, 0];
  for (const list of [centre.need, centre.part, centre.carrier, centre.quay]) for (const price of list) {
    const g = gradient[at]! * scale[at]!;
    at++;
    if (g > 0 || price > 0) sum += g * g;
  }
  return sum;
}

function moved(centre: Prices, gradient: Float64Array, scale: Float64Array, t: number): Prices {
  let at = 0;
  const shift = (list: Float64Array): Float64Array => { const out = list.map((price, i) => price + t * gradient[at + i]! * scale[at + i]! ** 2); at += list.length; return out; };
  return { need: shift(centre.need), part: shift(centre.part), carrier: shift(centre.carrier), quay: shift(centre.quay) };
}
