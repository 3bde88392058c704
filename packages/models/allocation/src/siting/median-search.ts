// p-median and fixed-charge location: prices first (a bound and good starts), then swaps from those
// starts, then kicks and swaps for as many rounds as asked, then a search tree that closes what gap
// is left. The answer says how far it is from the bound.

import type { CostTable } from './cost-table.ts';
import type { InterchangeRules } from './interchange.ts';
import type { SitingMethod, SitingOptions } from './types.ts';
import { createRng } from '@anlan/kernel';
import { Interchange } from './interchange.ts';
import { firstPrices, medianRelaxation, medianValue } from './median-relaxation.ts';
import { cannotBeat, searchTree } from './tree.ts';

export interface MedianInput {
  readonly table: CostTable;
  readonly rules: InterchangeRules;
  readonly options: SitingOptions;
  /** Sites to begin with; left out: the existing ones and those that most demands find nearest. */
  readonly start?: readonly number[];
}

export interface SearchOutcome {
  readonly chosen: Uint8Array;
  /** Minimised. */
  readonly value: number;
  readonly unit: 'objective';
  readonly boundValue: number;
  readonly isProven: boolean;
  readonly methods: readonly SitingMethod[];
  readonly nodeCount: number;
}

export function searchMedian({ table, rules, options, start }: MedianInput): SearchOutcome {
  const multiplier = firstPrices(table, rules.minCount === rules.maxCount ? rules.minCount : Math.ceil(Math.sqrt(table.siteCount)));
  const relaxation = medianRelaxation(table, rules.openingCost);
  const best = new Incumbent(table, rules);
  best.improve(startSites(table, rules, start));
  const fixing = Int8Array.from(rules.mayEnter, (may, i) => (rules.mayLeave[i] === 0 ? 1 : may === 0 ? -1 : 0));
  const limits = { minCount: rules.minCount, maxCount: rules.maxCount };
  const isOutOfTime = outOfTime(options);
  const isKickOver = outOfTime(options, KICK_RATIO);
  const common = { relaxation, limits, stepValue: table.stepValue, offer: (chosen: Uint8Array) => best.offer(chosen), isOutOfTime };
  const root = searchTree({ ...common, fixing: fixing.slice(), multiplier, bestValue: best.value, rootIterationCount: ROOT_ITERATIONS, nodeIterationCount: 0, nodeCount: 1 });
  let [boundValue, isProven, nodeCount] = [root.boundValue, root.isProven, 1];
  if (!isProven) {
    best.improve(best.sites());
    best.kick(options, () => cannotBeat(boundValue, best.value, table.stepValue) || isKickOver());
    isProven = cannotBeat(boundValue, best.value, table.stepValue);
  }
  if (!isProven && options.nodeCount > 1) {
    const tree = searchTree({ ...common, fixing, multiplier, bestValue: best.value, rootIterationCount: REROOT_ITERATIONS, nodeIterationCount: NODE_ITERATIONS, nodeCount: options.nodeCount });
    [boundValue, isProven, nodeCount] = [Math.max(boundValue, tree.boundValue), tree.isProven, tree.nodeCount];
  }
  const methods: SitingMethod[] = ['interchange', 'lagrangian', ...(nodeCount > 1 ? ['branch-and-bound' as const] : [])];
  return { chosen: best.chosen, value: best.value, unit: 'objective', boundValue: isProven ? best.value : Math.min(boundValue, best.value), isProven, methods, nodeCount };
}

/** True once this share of the time is used; never without a clock. */
export function outOfTime({ nowCpuS, cpuLimitS }: SitingOptions, shareRatio = 1): () => boolean {
  if (nowCpuS === undefined || cpuLimitS === undefined) return () => false;
  const endS = nowCpuS() + shareRatio * cpuLimitS;
  return () => nowCpuS() >= endS;
}

/** The best choice so far, and the ways to better it. */
class Incumbent {
  chosen: Uint8Array;
  value = Infinity;
  private readonly seen = new Set<string>();
  private readonly table: CostTable;
  private readonly rules: InterchangeRules;
  private readonly swaps: Interchange;

  constructor(table: CostTable, rules: InterchangeRules) {
    this.table = table;
    this.rules = rules;
    this.swaps = new Interchange(table, rules);
    this.chosen = new Uint8Array(table.siteCount);
  }

  sites(): number[] {
    return sitesOf(this.chosen);
  }

  /** Swaps down from these sites and keeps the end if it is better. */
  improve(sites: readonly number[]): void {
    this.swaps.reset(sites);
    this.swaps.descend(this.leastValue());
    this.keep();
  }

  /** A choice of the priced problem; near the best it is also bettered by swaps, once each. */
  offer(chosen: Uint8Array): number {
    const value = medianValue(this.table, this.rules.openingCost, chosen);
    if (value < this.value) [this.chosen, this.value] = [chosen.slice(), value];
    if (value <= this.value + NEAR_RATIO * Math.abs(this.value)) {
      const key = sitesOf(chosen).join();
      if (!this.seen.has(key) && this.seen.size < SEEN_LIMIT) {
        this.seen.add(key);
        this.improve(sitesOf(chosen));
      }
    }
    return this.value;
  }

  /** Rounds of a few random swaps and a descent; a round that ends no worse is the next start. */
  kick(options: SitingOptions, isDone: () => boolean): void {
    const rng = createRng(options.randomSeed);
    const { rules, swaps } = this;
    let [current, value] = [this.sites(), this.value];
    const enterable = Array.from(rules.mayEnter.keys()).filter((i) => rules.mayEnter[i] === 1);
    const leavable = (): number[] => Array.from({ length: swaps.openCount }, (_s, slot) => slot).filter((slot) => rules.mayLeave[swaps.slotSite[slot]!] === 1);
    if (enterable.length === 0) return;
    for (let round = 0; round < options.roundCount && !isDone(); round++) {
      swaps.reset(current);
      const slots = leavable();
      if (slots.length === 0) return;
      const swapCount = 2 + Math.floor(rng.nextUnit() * Math.min(6, 1 + slots.length / 4));
      for (let k = 0; k < swapCount; k++) {
        const site = enterable[Math.floor(rng.nextUnit() * enterable.length)]!;
        if (swaps.chosen[site] === 0) swaps.move(slots[Math.floor(rng.nextUnit() * slots.length)]!, site);
      }
      swaps.descend(this.leastValue());
      const next = swaps.value();
      if (next <= value) [current, value] = [Array.from(swaps.slotSite.subarray(0, swaps.openCount)), next];
      else if (round % RESTART_ROUNDS === RESTART_ROUNDS - 1) [current, value] = [this.sites(), this.value];
      this.keep();
    }
  }

  private keep(): void {
    const value = medianValue(this.table, this.rules.openingCost, this.swaps.chosen);
    if (value < this.value) [this.chosen, this.value] = [this.swaps.chosen.slice(), value];
  }

  /** A saving below this is rounding. */
  private leastValue(): number {
    return this.table.stepValue > 0 ? 0.5 : 1e-10 * Math.max(1, this.value === Infinity ? 0 : Math.abs(this.value));
  }
}

/** The given or the existing sites, then those that most demands find nearest, up to the count. */
function startSites(table: CostTable, rules: InterchangeRules, given: readonly number[] | undefined): number[] {
  const start = given ?? Array.from(rules.mayLeave.keys()).filter((i) => rules.mayLeave[i] === 0);
  const demandCount = new Int32Array(table.siteCount);
  for (let j = 0; j < table.demandCount; j++) demandCount[table.orderSite[j * table.siteCount]!]!++;
  const others = Array.from(rules.mayEnter.keys()).filter((i) => rules.mayEnter[i] === 1 && !start.includes(i));
  others.sort((a, b) => demandCount[b]! - demandCount[a]! || a - b);
  return [...start, ...others.slice(0, Math.max(0, Math.max(1, rules.minCount) - start.length))];
}

export function sitesOf(chosen: Uint8Array): number[] {
  const sites: number[] = [];
  for (let i = 0; i < chosen.length; i++) if (chosen[i] === 1) sites.push(i);
  return sites;
}

/** Kicks stop when so much of the time is used; the rest is for the proof. */
const KICK_RATIO = 0.65;
const ROOT_ITERATIONS = 800;
const REROOT_ITERATIONS = 200;
const NODE_ITERATIONS = 60;
/** Choices this near to the best are worth a descent. */
const NEAR_RATIO = 0.02;
const SEEN_LIMIT = 60;
const RESTART_ROUNDS = 50;
