// Cover that counts more than once: MEXCLP (Daskin 1983: the c-th cover of a demand is worth
// (1−q)·q^(c−1) of it, q the share of time that a unit is busy) and maximal cover with backup (a
// second site by an independent way). Swaps with gains kept up to date, prices for the bound.

import type { CorridorTable } from './corridors.ts';
import type { CountLimits, Relaxation } from './lagrange.ts';
import type { SitingOptions } from './types.ts';
import type { SearchOutcome } from './median-search.ts';
import { createRng } from '@anlan/kernel';
import { outOfTime, sitesOf } from './median-search.ts';
import { cannotBeat, searchTree } from './tree.ts';

export interface TierRows {
  readonly siteCount: number;
  /** Sites that cover a row. */
  readonly rowSites: readonly Int32Array[];
  /** Worth of the first, second … cover of a row: entry row · tierCount + tier; not rising. */
  readonly tierWorth: Float64Array;
  readonly tierCount: number;
  /** Set when the second tier counts only over independent ways; then there are two tiers. */
  readonly independent?: { readonly table: CorridorTable; readonly demandOfRow: (rowIndex: number) => number; readonly demandCount: number };
}

export interface TierInput {
  readonly rows: TierRows;
  readonly siteCount: number;
  readonly mayEnter: Uint8Array;
  readonly mayLeave: Uint8Array;
  readonly options: SitingOptions;
}

/** Maximises; the outcome's value and bound are the negative, as everything here minimises. */
export function searchTiers({ rows, siteCount, mayEnter, mayLeave, options }: TierInput): SearchOutcome {
  const state = new TierState(rows);
  const isOutOfTime = outOfTime(options);
  const stepValue = rows.tierWorth.every((worth) => Number.isInteger(worth)) ? 1 : 0;
  let [chosen, value]: [Uint8Array, number] = [new Uint8Array(rows.siteCount), 1];
  const keep = (): void => {
    const next = -state.worth();
    if (next < value) [chosen, value] = [state.chosen.slice(), next];
  };
  const rules = { mayEnter, mayLeave, siteCount };
  state.reset(Array.from(mayLeave.keys()).filter((i) => mayLeave[i] === 0));
  fill(state, rules);
  descend(state, rules);
  keep();
  const seen = new Set<string>();
  const offer = (next: Uint8Array, isLast: boolean): number => {
    const sites = sitesOf(next);
    const key = sites.join();
    if (isLast || (seen.size < 40 && !seen.has(key))) {
      seen.add(key);
      state.reset(sites);
      if (-state.worth() < value * 0.97) descend(state, rules);
      keep();
    }
    return value;
  };
  const limits: CountLimits = { minCount: siteCount, maxCount: siteCount };
  const fixing = Int8Array.from(mayEnter, (may, i) => (mayLeave[i] === 0 ? 1 : may === 0 ? -1 : 0));
  const relaxation = tierRelaxation(rows);
  const common = { relaxation, limits, stepValue, offer, isOutOfTime };
  const root = searchTree({ ...common, fixing: fixing.slice(), multiplier: firstPrices(rows, relaxation.multiplierCount), bestValue: value, rootIterationCount: 500, nodeIterationCount: 0, nodeCount: 1 });
  let [boundValue, isProven, nodeCount] = [root.boundValue, root.isProven, 1];
  kick(state, rules, options, { current: () => chosen, isDone: () => isProven || cannotBeat(boundValue, value, stepValue) || isOutOfTime(), keep });
  isProven ||= cannotBeat(boundValue, value, stepValue);
  if (!isProven && options.nodeCount > 1) {
    const tree = searchTree({ ...common, fixing, multiplier: firstPrices(rows, relaxation.multiplierCount), bestValue: value, rootIterationCount: 500, nodeIterationCount: 60, nodeCount: options.nodeCount });
    [boundValue, isProven, nodeCount] = [Math.max(boundValue, tree.boundValue), tree.isProven, tree.nodeCount];
  }
  return { chosen, value, unit: 'objective', boundValue: isProven ? value : Math.min(boundValue, value), isProven, methods: ['interchange', 'lagrangian', ...(nodeCount > 1 ? ['branch-and-bound' as const] : [])], nodeCount };
}

interface TierRules {
  readonly mayEnter: Uint8Array;
  readonly mayLeave: Uint8Array;
  readonly siteCount: number;
}

function fill(state: TierState, { mayEnter, siteCount }: TierRules): void {
  while (state.openCount < siteCount) {
    let [best, gain] = [-1, -Infinity];
    for (let i = 0; i < mayEnter.length; i++) if (mayEnter[i] === 1 && state.chosen[i] === 0 && state.gain[i]! > gain) [best, gain] = [i, state.gain[i]!];
    if (best === -1) return;
    state.toggle(best);
  }
}

/** For every site that may leave: out with it, in with the best; kept when that pays. */
function descend(state: TierState, { mayEnter, mayLeave }: TierRules): void {
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const out of sitesOf(state.chosen)) {
      if (mayLeave[out] === 0) continue;
      state.toggle(out);
      let [best, gain] = [out, state.gain[out]! + 1e-9 * Math.max(1, Math.abs(state.gain[out]!))];
      for (let i = 0; i < mayEnter.length; i++) if (mayEnter[i] === 1 && state.chosen[i] === 0 && state.gain[i]! > gain) [best, gain] = [i, state.gain[i]!];
      state.toggle(best);
      hasMoved ||= best !== out;
    }
  }
}

function kick(state: TierState, rules: TierRules, options: SitingOptions, run: { current: () => Uint8Array; isDone: () => boolean; keep: () => void }): void {
  const rng = createRng(options.randomSeed);
  for (let round = 0; round < options.roundCount && !run.isDone(); round++) {
    state.reset(sitesOf(run.current()));
    const leavable = sitesOf(state.chosen).filter((i) => rules.mayLeave[i] === 1);
    const outCount = Math.min(leavable.length, 2 + Math.floor(rng.nextUnit() * (1 + leavable.length / 4)));
    for (let k = 0; k < outCount; k++) state.toggle(leavable.splice(Math.floor(rng.nextUnit() * leavable.length), 1)[0]!);
    const enterable = Array.from(rules.mayEnter.keys()).filter((i) => rules.mayEnter[i] === 1 && state.chosen[i] === 0);
    for (let k = 0; k < outCount && enterable.length > 0; k++) state.toggle(enterable.splice(Math.floor(rng.nextUnit() * enterable.length), 1)[0]!);
    descend(state, rules);
    run.keep();
  }
}

/** A choice with, for every site, what taking it in would add (or, when it is in, what it added last). */
class TierState {
  readonly chosen: Uint8Array;
  readonly gain: Float64Array;
  openCount = 0;
  private readonly count: Int32Array;
  private readonly siteRows: Int32Array[];
  private readonly rows: TierRows;

  constructor(rows: TierRows) {
    this.rows = rows;
    this.chosen = new Uint8Array(rows.siteCount);
    this.gain = new Float64Array(rows.siteCount);
    this.count = new Int32Array(rows.rowSites.length);
    const lists: number[][] = Array.from({ length: rows.siteCount }, () => []);
    rows.rowSites.forEach((sites, r) => sites.forEach((i) => lists[i]!.push(r)));
    this.siteRows = lists.map((list) => Int32Array.from(list));
  }

  reset(sites: readonly number[]): void {
    this.chosen.fill(0);
    this.count.fill(0);
    this.gain.fill(0);
    this.openCount = 0;
    this.rows.rowSites.forEach((sitesOfRow, r) => sitesOfRow.forEach((i) => (this.gain[i]! += this.marginal(i, r))));
    for (const site of sites) this.toggle(site);
  }

  toggle(site: number): void {
    const { rowSites } = this.rows;
    const sign = this.chosen[site] === 1 ? -1 : 1;
    for (const r of this.siteRows[site]!) for (const i of rowSites[r]!) this.gain[i]! -= this.marginal(i, r);
    this.chosen[site] = sign === 1 ? 1 : 0;
    this.openCount += sign;
    for (const r of this.siteRows[site]!) {
      this.count[r]! += sign;
      for (const i of rowSites[r]!) this.gain[i]! += this.marginal(i, r);
    }
  }

  worth(): number {
    let sum = 0;
    for (let r = 0; r < this.count.length; r++) sum += rowWorth(this.rows, r, this.chosen);
    return sum;
  }

  /** What a site that is out would add to a row; 0 for one that is in. */
  private marginal(site: number, row: number): number {
    if (this.chosen[site] === 1) return 0;
    const { tierCount, tierWorth, independent } = this.rows;
    const count = this.count[row]!;
    if (independent === undefined) return count < tierCount ? tierWorth[row * tierCount + count]! : 0;
    if (count === 0) return tierWorth[row * 2]!;
    this.chosen[site] = 1;
    const isBacked = hasBackup(this.rows, row, this.chosen);
    this.chosen[site] = 0;
    return isBacked && !hasBackup(this.rows, row, this.chosen) ? tierWorth[row * 2 + 1]! : 0;
  }
}

/** Worth of one row under a choice. */
export function rowWorth(rows: TierRows, rowIndex: number, chosen: Uint8Array): number {
  const { rowSites, tierWorth, tierCount, independent } = rows;
  let count = 0;
  for (const i of rowSites[rowIndex]!) count += chosen[i]!;
  if (independent !== undefined) return count === 0 ? 0 : tierWorth[rowIndex * 2]! + (hasBackup(rows, rowIndex, chosen) ? tierWorth[rowIndex * 2 + 1]! : 0);
  let sum = 0;
  for (let c = 0; c < Math.min(count, tierCount); c++) sum += tierWorth[rowIndex * tierCount + c]!;
  return sum;
}

function hasBackup({ rowSites, independent }: TierRows, row: number, chosen: Uint8Array): boolean {
  const { table, demandOfRow, demandCount } = independent!;
  const demand = demandOfRow(row);
  let [common, count]: [number[] | null, number] = [null, 0];
  for (const i of rowSites[row]!) {
    if (chosen[i] === 0) continue;
    const corridors = table.ofPair[i * demandCount + demand]!;
    common = common === null ? [...corridors] : common.filter((corridor) => corridors.includes(corridor));
    if (++count >= 2 && common.length === 0) return true;
  }
  return false;
}

/** max Σ worth·y with Σ y of a row at most the sites that cover it; for backup also y₂ at most the sites that avoid each corridor. */
function tierRelaxation(rows: TierRows): Relaxation {
  const { siteCount, rowSites, tierWorth, tierCount } = rows;
  const extra = rowSites.map((sites, r) => avoidRows(rows, sites, r));
  const extraStart = new Int32Array(rowSites.length + 1);
  extra.forEach((list, r) => (extraStart[r + 1] = extraStart[r]! + list.length));
  const main = rowSites.length;
  const takes = (r: number, c: number, multiplier: Float64Array): number => {
    let worth = tierWorth[r * tierCount + c]! - multiplier[r]!;
    if (c === 1) for (let e = extraStart[r]!; e < extraStart[r + 1]!; e++) worth -= multiplier[main + e]!;
    return worth;
  };
  return {
    siteCount, multiplierCount: main + extraStart[main]!, isSigned: true,
    price(multiplier, score) {
      score.fill(0);
      let constant = 0;
      rowSites.forEach((sites, r) => {
        for (let c = 0; c < tierCount; c++) constant -= Math.max(0, takes(r, c, multiplier));
        for (const i of sites) score[i]! -= multiplier[r]!;
        extra[r]!.forEach((list, e) => list.forEach((i) => (score[i]! -= multiplier[main + extraStart[r]! + e]!)));
      });
      return constant;
    },
    slope(multiplier, chosen, out) {
      rowSites.forEach((sites, r) => {
        let takenCount = 0;
        for (let c = 0; c < tierCount; c++) takenCount += takes(r, c, multiplier) > 0 ? 1 : 0;
        const second = tierCount > 1 && takes(r, 1, multiplier) > 0 ? 1 : 0;
        out[r] = takenCount - sites.reduce((sum, i) => sum + chosen[i]!, 0);
        extra[r]!.forEach((list, e) => (out[main + extraStart[r]! + e] = second - list.reduce((sum, i) => sum + chosen[i]!, 0)));
      });
    },
  };
}

/** For each corridor in use at a row, the sites that avoid it; none where ways need not be independent. */
export function avoidRows({ independent }: TierRows, sites: Int32Array, rowIndex: number): Int32Array[] {
  if (independent === undefined) return [];
  const { table, demandOfRow, demandCount } = independent;
  const of = (i: number): Int32Array => table.ofPair[i * demandCount + demandOfRow(rowIndex)]!;
  const used = new Set<number>();
  for (const i of sites) for (const corridor of of(i)) used.add(corridor);
  return [...used].map((corridor) => sites.filter((i) => !of(i).includes(corridor)));
}

function firstPrices({ rowSites, tierWorth, tierCount }: TierRows, multiplierCount: number): Float64Array {
  const multiplier = new Float64Array(multiplierCount);
  rowSites.forEach((sites, r) => (multiplier[r] = sites.length === 0 ? 0 : tierWorth[r * tierCount]! / 2));
  return multiplier;
}
