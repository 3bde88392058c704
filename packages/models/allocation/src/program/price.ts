// Sifting: solve over the kept columns, price every column of the unreduced problem at the prices found,
// add those worth more than their stock's price, solve again, until the bound is as close as asked or no
// column is missing (Bixby, Gregory, Lustig, Marsten and Shanno 1992, Operations Research 40).

import type { Bound, Prices } from '../certify/bound.ts';
import type { LpAnswer, LpSolver } from '../spi/lp-solver.ts';
import type { BuildOptions, StageProgram } from './build.ts';
import { buildProgram } from './build.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import { lagrangianBound } from '../certify/bound.ts';

export interface Sifted {
  readonly answer: LpAnswer;
  readonly program: StageProgram;
  readonly kept: Int32Array;
  readonly bound: Bound;
  readonly pricingCount: number;
  /** Columns still worth more than their price at the last pricing. */
  readonly violatedCount: number;
}

export interface SiftOptions {
  readonly build: BuildOptions;
  readonly secondsLeft: () => number;
  /** Stop when bound and value are this close. */
  readonly gapRatio: number;
  readonly roundCountMax: number;
}

export async function sift(frame: Frame, columns: Columns, isKept: Uint8Array, solver: LpSolver, options: SiftOptions): Promise<Sifted | null> {
  let best: Bound | undefined;
  let done: Sifted | null = null;
  for (let round = 1; round <= options.roundCountMax; round++) {
    const kept = keptIndices(isKept);
    const program = buildProgram(frame, columns, kept, options.build);
    const answer = await solver.solve(program.lp, { method: kept.length > SIMPLEX_COUNT ? 'interior-point' : 'choose', timeLimitS: Math.max(0.1, options.secondsLeft()) });
    if (answer.columnValue.length === 0) return done;
    const bound = lagrangianBound(frame, columns, pricesOf(frame, columns, program, answer));
    if (best === undefined || bound.boundValue > best.boundValue) best = bound;
    const violated = addViolated(columns, bound, isKept, answer.value);
    done = { answer, program, kept, bound: best, pricingCount: round, violatedCount: violated };
    if (violated === 0 || answer.value - best.boundValue <= options.gapRatio * Math.max(1, answer.value) || options.secondsLeft() <= 0) break;
  }
  return done;
}

/** Up to here the simplex method is as fast. Above it, interior points: their prices lie in the middle, so that few pricings are needed. */
const SIMPLEX_COUNT = 6000;

export function keptIndices(isKept: Uint8Array): Int32Array {
  const out: number[] = [];
  for (let c = 0; c < isKept.length; c++) if (isKept[c] === 1) out.push(c);
  return Int32Array.from(out);
}

/** The duals of the reduced program, in the form that the bound takes. */
export function pricesOf(frame: Frame, columns: Columns, program: StageProgram, answer: LpAnswer): Prices {
  const { bucketCount: T } = frame;
  const carrier = new Float64Array(frame.carriers.vehicles.length * T * 3);
  for (const [key, row] of program.carrierRows) carrier[Number(key)] = -answer.rowDual[row]!;
  const quay = new Float64Array(frame.problem.quays.length * T);
  for (const [key, row] of program.quayRows) quay[Number(key)] = -answer.rowDual[row]!;
  return {
    need: answer.rowDual.slice(program.needRowIndex, program.needRowIndex + frame.needCount * T),
    part: answer.rowDual.slice(program.partRowIndex, program.partRowIndex + columns.parts.length * T),
    carrier, quay,
  };
}

/**
 * A column left out that is worth more than its stock's price among the kept ones could better the plan.
 * Of each stock the few that are worth most enter; the others show again at the next pricing if they must.
 */
function addViolated(columns: Columns, bound: Bound, isKept: Uint8Array, planValue: number): number {
  const slack = (1e-7 * Math.max(1, planValue)) / Math.max(1, columns.count) + 1e-7;
  let count = 0;
  for (let s = 0; s + 1 < columns.byStockStart.length; s++) {
    const better = columns.productionOrder.has(s) ? betterProduction(columns, bound, isKept, s, slack) : betterStock(columns, bound, isKept, s, slack);
    count += better.length;
    better.sort((a, b) => bound.worth[b]! - bound.worth[a]! || a - b);
    for (const c of better.slice(0, ENTERING_COUNT)) isKept[c] = 1;
  }
  return count;
}

function betterStock(columns: Columns, bound: Bound, isKept: Uint8Array, s: number, slack: number): number[] {
  let price = 0;
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (isKept[c] === 1 && bound.worth[c]! > price) price = bound.worth[c]!;
  const better: number[] = [];
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (isKept[c] === 0 && bound.worth[c]! > price + slack) better.push(c);
  return better;
}

/** What is made late cannot leave early: the price at a departure is the best of what is kept from then on. */
function betterProduction(columns: Columns, bound: Bound, isKept: Uint8Array, s: number, slack: number): number[] {
  const order = columns.productionOrder.get(s)!;
  const better: number[] = [];
  let price = 0;
  for (let i = 0; i < order.length;) {
    let next = i;
    for (; next < order.length && columns.departS[order[next]!] === columns.departS[order[i]!]; next++) if (isKept[order[next]!] === 1) price = Math.max(price, bound.worth[order[next]!]!);
    for (; i < next; i++) if (isKept[order[i]!] === 0 && bound.worth[order[i]!]! > price + slack) better.push(order[i]!);
  }
  return better;
}

/** Columns of one stock that enter at one pricing. */
const ENTERING_COUNT = 6;
