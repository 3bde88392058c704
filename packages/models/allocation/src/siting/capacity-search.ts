// Sites with capacities, demands that may be split: opening costs and serving costs, or a given
// number of sites. Bound: serving all demands is priced, each site then fills its capacity with what
// pays most per unit (Cornuéjols, Sridharan & Thizy 1991). Choices are judged by the cheapest flow.

import type { CostTable } from './cost-table.ts';
import type { InterchangeRules } from './interchange.ts';
import type { Relaxation } from './lagrange.ts';
import type { SearchOutcome } from './median-search.ts';
import type { TransportInput } from './transport.ts';
import { sitesOf } from './median-search.ts';
import { transport } from './transport.ts';
import { searchTree } from './tree.ts';

export interface CapacityInput {
  readonly table: CostTable;
  readonly rules: InterchangeRules;
  readonly demandValue: Float64Array;
  readonly capacityValue: Float64Array;
  readonly nodeCount: number;
  readonly isOutOfTime: () => boolean;
  /** Moves between choices end here; what is left of the time is for the bound. */
  readonly isSearchOver: () => boolean;
  /** Only one thing is asked: is there a choice below this? Then nothing better is looked for. */
  readonly askedValue?: number;
  /** All values of full service are multiples of it; 0: any. */
  readonly stepValue: number;
}

export function transportInput({ table, demandValue, capacityValue }: Pick<CapacityInput, 'table' | 'demandValue' | 'capacityValue'>): TransportInput {
  return { siteCount: table.siteCount, demandCount: table.demandCount, cost: table.cost, demandValue, capacityValue, noWayValue: table.noWayValue };
}

export function searchCapacity(input: CapacityInput): SearchOutcome {
  const { rules, table, isOutOfTime } = input;
  const asked = (value: number): number => (input.askedValue === undefined ? value : Math.min(value, input.askedValue));
  const best = new CapacityIncumbent(input);
  best.start();
  best.improve(input.isSearchOver);
  const limits = { minCount: Math.max(rules.minCount, leastCount(input)), maxCount: rules.maxCount };
  const fixing = Int8Array.from(rules.mayEnter, (may, i) => (rules.mayLeave[i] === 0 ? 1 : may === 0 ? -1 : 0));
  const tree = searchTree({
    relaxation: capacityRelaxation(input), limits, fixing, multiplier: Float64Array.from({ length: table.demandCount }, (_price, j) => table.orderCost[j * table.siteCount + Math.min(1, table.siteCount - 1)]!),
    stepValue: input.stepValue, offer: (chosen, isLast) => asked(best.offer(chosen, isLast, input.isSearchOver)), bestValue: asked(best.value), rootIterationCount: 600, nodeIterationCount: 80, nodeCount: Math.max(1, input.nodeCount), isOutOfTime,
  });
  return {
    chosen: best.chosen, value: best.value, unit: 'objective', boundValue: tree.isProven ? asked(best.value) : Math.min(best.value, tree.boundValue), isProven: tree.isProven,
    methods: ['interchange', 'lagrangian', ...(tree.nodeCount > 1 ? ['branch-and-bound' as const] : [])], nodeCount: tree.nodeCount,
  };
}

/** Fewest sites whose capacities could hold all demand. */
export function leastCount({ rules, capacityValue, demandValue }: Pick<CapacityInput, 'rules' | 'capacityValue' | 'demandValue'>): number {
  let need = demandValue.reduce((sum, value) => sum + value, 0) * (1 - 1e-9);
  const usable = Array.from(capacityValue.keys()).filter((i) => rules.mayEnter[i] === 1).sort((a, b) => capacityValue[b]! - capacityValue[a]!);
  let count = 0;
  while (need > 0 && count < usable.length) need -= capacityValue[usable[count++]!]!;
  return count;
}

class CapacityIncumbent {
  chosen: Uint8Array;
  value = Infinity;
  private flowCount = 0;
  private offerCount = 0;
  private readonly seen = new Map<string, number>();
  private readonly input: CapacityInput;
  private readonly flows: TransportInput;

  constructor(input: CapacityInput) {
    this.input = input;
    this.flows = transportInput(input);
    this.chosen = new Uint8Array(input.table.siteCount);
  }

  /** Existing sites, then the largest capacities, until everything fits and the count holds. */
  start(): void {
    const { rules, capacityValue } = this.input;
    const order = Array.from(capacityValue.keys()).filter((i) => rules.mayEnter[i] === 1);
    order.sort((a, b) => rules.mayLeave[a]! - rules.mayLeave[b]! || capacityValue[b]! - capacityValue[a]! || a - b);
    const existingCount = rules.mayLeave.reduce((sum, may) => sum + 1 - may, 0);
    this.judge(order.slice(0, Math.min(rules.maxCount, Math.max(rules.minCount, existingCount, leastCount(this.input)))));
  }

  offer(chosen: Uint8Array, isLast: boolean, isOutOfTime: () => boolean): number {
    const before = this.value;
    const isLarge = this.input.table.cost.length > LARGE_PAIRS;
    const isDue = !isLarge || this.offerCount++ % LARGE_EVERY === 0;
    if (isLast || (isDue && this.flowCount < FLOW_LIMIT && !isOutOfTime())) this.judge(sitesOf(chosen));
    if (this.value < before) this.improve(isOutOfTime);
    return this.value;
  }

  /** In, out or swap, the first that saves, until none does or the allowance of flows is used. */
  improve(isOutOfTime: () => boolean): void {
    for (let hasMoved = true; hasMoved; ) {
      hasMoved = false;
      for (const sites of this.neighbours()) {
        if (this.flowCount >= FLOW_LIMIT || isOutOfTime() || this.value < (this.input.askedValue ?? 0)) return;
        if (!this.judge(sites)) continue;
        hasMoved = true;
        break;
      }
    }
  }

  private neighbours(): number[][] {
    const { rules, table } = this.input;
    const inside = sitesOf(this.chosen);
    const outside = Array.from({ length: table.siteCount }, (_site, i) => i).filter((i) => this.chosen[i] === 0 && rules.mayEnter[i] === 1);
    const leavable = inside.filter((i) => rules.mayLeave[i] === 1);
    const without = (site: number): number[] => inside.filter((i) => i !== site);
    return [
      ...(inside.length > rules.minCount ? leavable.map(without) : []),
      ...(inside.length < rules.maxCount ? outside.map((i) => [...inside, i]) : []),
      ...leavable.flatMap((out) => outside.map((i) => [...without(out), i])),
    ];
  }

  private judge(sites: readonly number[]): boolean {
    const key = [...sites].sort((a, b) => a - b).join();
    if (this.seen.has(key)) return false;
    this.flowCount++;
    const opening = sites.reduce((sum, i) => sum + this.input.rules.openingCost[i]!, 0);
    const value = opening + transport(this.flows, sites).value;
    this.seen.set(key, value);
    if (!(value < this.value - 1e-10 * Math.abs(this.value === Infinity ? 0 : this.value))) return false;
    this.value = value;
    this.chosen = new Uint8Array(this.input.table.siteCount);
    for (const i of sites) this.chosen[i] = 1;
    return true;
  }
}

function capacityRelaxation({ table, rules, demandValue, capacityValue }: CapacityInput): Relaxation {
  const { siteCount, demandCount, cost } = table;
  const share = new Float64Array(siteCount * demandCount);
  const rate = new Float64Array(demandCount);
  return {
    siteCount, multiplierCount: demandCount, isSigned: false,
    price(multiplier, score) {
      share.fill(0);
      for (let i = 0; i < siteCount; i++) {
        const paying: number[] = [];
        const row = i * demandCount;
        let total = rules.openingCost[i]!;
        for (let j = 0; j < demandCount; j++) {
          const worth = multiplier[j]! - cost[row + j]!;
          if (worth <= 0) continue;
          rate[j] = demandValue[j]! > 0 ? worth / demandValue[j]! : Infinity;
          paying.push(j);
        }
        if (capacityValue[i] !== Infinity) paying.sort((a, b) => rate[b]! - rate[a]!);
        let left = capacityValue[i]!;
        for (const j of paying) {
          const part = demandValue[j]! <= left ? 1 : left / demandValue[j]!;
          share[row + j] = part;
          total -= part * (multiplier[j]! - cost[row + j]!);
          left -= part * demandValue[j]!;
          if (part < 1) break;
        }
        score[i] = total;
      }
      return multiplier.reduce((sum, price) => sum + price, 0);
    },
    slope(_multiplier, chosen, out) {
      out.fill(1);
      for (let i = 0; i < siteCount; i++) {
        if (chosen[i] === 0) continue;
        for (let j = 0; j < demandCount; j++) out[j]! -= share[i * demandCount + j]!;
      }
    },
  };
}

/** Flows that a search may ask for, apart from those that a proof needs. */
const FLOW_LIMIT = 6000;
/** In tables larger than this only every tenth choice of the priced problem is judged by a flow. */
const LARGE_PAIRS = 20_000;
const LARGE_EVERY = 10;
