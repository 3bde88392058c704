// Plans against closures that may come: what leaves in the first bucket is decided now and the same in
// every scenario, the rest is decided when the closure is known (two-stage, all scenarios in one program).
// Either the expected shortage plus CVaR of what is unmet at the deadlines (Rockafellar and Uryasev 2000,
// J. Risk 2), or the worst over every set of at most Gamma closures (Bertsimas and Sim 2004, Oper. Res. 52).

import type { Result } from '@anlan/kernel';
import type { AllocationProblem } from '../api/allocate.ts';
import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import type { LinearProgram, LpSolver } from '../spi/lp-solver.ts';
import { ok, refuse } from '@anlan/kernel';
import { buildProgram } from '../program/build.ts';
import { checkProblem } from '../program/check-problem.ts';
import { columnsOf } from '../program/columns.ts';
import { frameOf } from '../program/frame.ts';
import { createProgramWriter } from '../program/sparse.ts';

/** Lanes that close from a bucket on (1 or later: what is closed now is in the problem). */
export interface Closure {
  readonly id: string;
  readonly laneIds: readonly string[];
  readonly fromIndex: number;
}

export interface ClosureScenario {
  readonly id: string;
  readonly chanceRatio: number;
  readonly closureIds: readonly string[];
}

export interface RobustResult {
  /** Expected shortage plus CVaR, or the worst shortage. */
  readonly robustValue: number;
  /** Shortage of the best plan if nothing closes. */
  readonly nominalValue: number;
  /** Shortage, if nothing closes, of the plan whose first departures are the robust ones; the difference is the price. */
  readonly robustNominalValue: number;
  readonly priceValue: number;
  readonly unit: string;
  readonly scenarioCount: number;
  readonly departNow: readonly { readonly stockId: string; readonly needId: string; readonly laneId: string; readonly quantityValue: number; readonly unitCode: string }[];
}

/** Tail of CVaR: the worst tenth. */
const CVAR_RATIO = 0.9;

interface Block {
  readonly columns: Columns;
  readonly lp: LinearProgram;
  readonly shortIndex: number;
  readonly frame: Frame;
  readonly chanceRatio: number;
}

/** Minimises expected shortage plus CVaR of what is unmet at the deadlines of life-safety and critical needs. */
export function planForScenarios(problem: AllocationProblem, closures: readonly Closure[], scenarios: readonly ClosureScenario[], solver: LpSolver): Promise<Result<RobustResult>> {
  return solveRobust(problem, closures, scenarios, solver, 'expected');
}

/** Minimises the worst shortage when at most `gammaCount` of the closures come. */
export function planForBudget(problem: AllocationProblem, closures: readonly Closure[], gammaCount: number, solver: LpSolver): Promise<Result<RobustResult>> {
  const sets = subsets(closures.map((closure) => closure.id), gammaCount);
  return solveRobust(problem, closures, sets.map((closureIds) => ({ id: closureIds.join('+'), chanceRatio: 1 / sets.length, closureIds })), solver, 'worst');
}

async function solveRobust(problem: AllocationProblem, closures: readonly Closure[], scenarios: readonly ClosureScenario[], solver: LpSolver, aim: 'expected' | 'worst'): Promise<Result<RobustResult>> {
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const early = closures.find((closure) => closure.fromIndex < 1);
  if (early !== undefined) return refuse('ALLOCATE_NUMBER_WRONG', { place: early.id, name: 'fromIndex', given: early.fromIndex, expected: '≥ 1' });
  const chance = scenarios.reduce((sum, scenario) => sum + scenario.chanceRatio, 0);
  if (Math.abs(chance - 1) > 1e-6) return refuse('ALLOCATE_NUMBER_WRONG', { place: 'scenarios', name: 'chanceRatio', given: chance, expected: 'Σ = 1' });
  const blocks = scenarios.map((scenario) => blockOf(closed(problem, closures.filter((closure) => scenario.closureIds.includes(closure.id))), scenario.chanceRatio));
  const nominal = blockOf(problem, 1);
  const options = { method: 'choose', timeLimitS: 60 } as const;
  const [joint, alone] = [await solver.solve(stack(blocks, aim), options), await solver.solve(nominal.lp, options)];
  const now = new Map(blocks[0] === undefined ? [] : nowKeys(blocks[0]).map(([key, c]) => [key, joint.columnValue[c]!] as const));
  const fixed = await solver.solve(withNow(nominal, now), options);
  return ok({
    robustValue: joint.value, nominalValue: alone.value, robustNominalValue: fixed.value, priceValue: fixed.value - alone.value, unit: 'weighted units × buckets', scenarioCount: scenarios.length,
    departNow: nowKeys(nominal).flatMap(([key, c]) => ((now.get(key) ?? 0) > 1e-6 ? [{ stockId: problem.stocks[nominal.columns.stock[c]!]!.id, needId: problem.needs[nominal.columns.need[c]!]!.id, laneId: problem.lanes[nominal.columns.lane[c]!]!.id, quantityValue: now.get(key)!, unitCode: problem.stocks[nominal.columns.stock[c]!]!.unitCode }] : [])),
  });
}

function closed(problem: AllocationProblem, closures: readonly Closure[]): AllocationProblem {
  return { ...problem, lanes: problem.lanes.map((lane) => {
    const from = Math.min(Infinity, ...closures.filter((closure) => closure.laneIds.includes(lane.id)).map((closure) => closure.fromIndex));
    return { ...lane, travelS: lane.travelS.map((travelS, t) => (t >= from ? null : travelS)) };
  }) };
}

function blockOf(problem: AllocationProblem, chanceRatio: number): Block {
  const frame = frameOf(problem);
  const columns = columnsOf(frame);
  const { lp, shortIndex } = buildProgram(frame, columns, Int32Array.from({ length: columns.count }, (_, c) => c), { stage: 'shortage-area', caps: [] });
  return { columns, lp, shortIndex, frame, chanceRatio };
}

/** Columns that leave in the first bucket, by what they are. */
function nowKeys({ columns }: Block): readonly (readonly [string, number])[] {
  const out: [string, number][] = [];
  for (let c = 0; c < columns.count; c++) if (columns.departIndex[c] === 0) out.push([`${columns.stock[c]!}|${columns.need[c]!}|${columns.part[c]!}|${columns.lane[c]!}|${columns.departS[c]!}`, c]);
  return out;
}

/** All scenarios side by side, first departures tied together. */
function stack(blocks: readonly Block[], aim: 'expected' | 'worst'): LinearProgram {
  const w = createProgramWriter();
  const bases = blocks.map(({ lp, chanceRatio }) => {
    const base = w.columnCount();
    for (let c = 0; c < lp.columnCount; c++) w.column(aim === 'expected' ? chanceRatio * lp.objective[c]! : 0, lp.columnLower[c]!, lp.columnUpper[c]!);
    return base;
  });
  blocks.forEach(({ lp }, b) => {
    for (let r = 0; r < lp.rowCount; r++) {
      w.row(lp.rowLower[r]!, lp.rowUpper[r]!);
      for (let e = lp.rowStart[r]!; e < lp.rowStart[r + 1]!; e++) w.entry(bases[b]! + lp.columnIndex[e]!, lp.coefficient[e]!);
    }
  });
  const first = new Map(blocks[0] === undefined ? [] : nowKeys(blocks[0]));
  blocks.slice(1).forEach((block, b) => {
    for (const [key, c] of nowKeys(block)) { w.row(0, 0); w.entry(bases[b + 1]! + c, 1); w.entry(first.get(key)!, -1); }
  });
  if (aim === 'worst') worstRows(w, blocks, bases);
  else tailRows(w, blocks, bases);
  return w.done();
}

function worstRows(w: ReturnType<typeof createProgramWriter>, blocks: readonly Block[], bases: readonly number[]): void {
  const worst = w.column(1, 0, Infinity);
  blocks.forEach(({ lp }, b) => {
    w.row(0, Infinity);
    w.entry(worst, 1);
    lp.objective.forEach((cost, c) => { if (cost !== 0) w.entry(bases[b]! + c, -cost); });
  });
}

/** CVaR = η + Σ chance · max(0, L1 − η) / (1 − α). */
function tailRows(w: ReturnType<typeof createProgramWriter>, blocks: readonly Block[], bases: readonly number[]): void {
  const eta = w.column(1, 0, Infinity);
  blocks.forEach((block, b) => {
    const over = w.column(block.chanceRatio / (1 - CVAR_RATIO), 0, Infinity);
    w.row(0, Infinity);
    w.entry(over, 1);
    w.entry(eta, 1);
    block.frame.problem.needs.forEach((need, n) => {
      if (need.urgency === 'life' || need.urgency === 'critical') w.entry(bases[b]! + block.shortIndex + n * block.frame.bucketCount + block.frame.deadlineIndex[n]!, -need.priorityValue);
    });
  });
}

/** The nominal program with its first departures as given. */
function withNow(nominal: Block, now: ReadonlyMap<string, number>): LinearProgram {
  const [columnLower, columnUpper] = [nominal.lp.columnLower.slice(), nominal.lp.columnUpper.slice()];
  for (const [key, c] of nowKeys(nominal)) {
    const q = Math.max(0, now.get(key) ?? 0);
    [columnLower[c], columnUpper[c]] = [Math.max(0, q - 1e-7), q + 1e-7];
  }
  return { ...nominal.lp, columnLower, columnUpper };
}

/** All sets of at most `count` ids, the empty one first. */
function subsets(ids: readonly string[], count: number): readonly (readonly string[])[] {
  const out: (readonly string[])[] = [[]];
  for (const id of ids) out.push(...out.filter((set) => set.length < count).map((set) => [...set, id]));
  return out;
}
