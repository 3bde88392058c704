// The swap search of p-median: which site in, which out, saves most, kept up to date from one swap
// to the next. Fast interchange: Whitaker (1983); gain, loss and extra per pair: Resende & Werneck
// (2007). Locked sites are never let out, forbidden ones never in. Where the number of sites is free
// (fixed-charge location) a site may also come in or leave alone.

import type { CostTable } from './cost-table.ts';

export interface InterchangeRules {
  /** 1 where a site may come in. */
  readonly mayEnter: Uint8Array;
  /** 1 where a site may leave. */
  readonly mayLeave: Uint8Array;
  readonly openingCost: Float64Array;
  readonly minCount: number;
  readonly maxCount: number;
}

/** -1 where nothing leaves or nothing comes in. */
interface Move {
  readonly slotIndex: number;
  readonly siteIndex: number;
}

export class Interchange {
  readonly table: CostTable;
  /** 1 where a site is in. */
  readonly chosen: Uint8Array;
  /** Sites that are in, by slot; the first `openCount` of them. */
  readonly slotSite: Int32Array;
  openCount = 0;
  private readonly rules: InterchangeRules;
  private readonly slotOf: Int32Array;
  private readonly nearSite: Int32Array;
  private readonly nearCost: Float64Array;
  private readonly secondCost: Float64Array;
  private readonly gain: Float64Array;
  private readonly loss: Float64Array;
  private readonly extra: Float64Array;

  constructor(table: CostTable, rules: InterchangeRules) {
    const { siteCount, demandCount } = table;
    const slotCount = Math.min(siteCount, rules.maxCount);
    this.table = table;
    this.rules = rules;
    this.chosen = new Uint8Array(siteCount);
    this.slotSite = new Int32Array(slotCount);
    this.slotOf = new Int32Array(siteCount);
    this.nearSite = new Int32Array(demandCount);
    this.nearCost = new Float64Array(demandCount);
    this.secondCost = new Float64Array(demandCount);
    this.gain = new Float64Array(siteCount);
    this.loss = new Float64Array(slotCount);
    this.extra = new Float64Array(siteCount * slotCount);
  }

  reset(sites: ArrayLike<number>): void {
    this.chosen.fill(0);
    this.openCount = sites.length;
    for (let slot = 0; slot < sites.length; slot++) this.place(slot, sites[slot]!);
    this.gain.fill(0);
    this.loss.fill(0);
    this.extra.fill(0);
    for (let j = 0; j < this.table.demandCount; j++) {
      this.walk(j);
      this.count(j, 1);
    }
  }

  /** Cost of all demands at their nearest chosen site, and of the sites. */
  value(): number {
    let sum = 0;
    for (let slot = 0; slot < this.openCount; slot++) sum += this.rules.openingCost[this.slotSite[slot]!]!;
    for (let j = 0; j < this.nearCost.length; j++) sum += this.nearCost[j]!;
    return sum;
  }

  /** Moves while that saves more than `leastValue`; the number of moves. */
  descend(leastValue: number): number {
    for (let moveCount = 0; ; moveCount++) {
      const best = this.bestMove(leastValue);
      if (best.slotIndex === -1 && best.siteIndex === -1) return moveCount;
      this.move(best.slotIndex, best.siteIndex);
    }
  }

  /** Lets the site of a slot leave (-1: none) and a site come in (-1: none). */
  move(slotIndex: number, siteIndex: number): void {
    const { demandCount, cost } = this.table;
    const out = slotIndex === -1 ? -1 : this.slotSite[slotIndex]!;
    const affected: number[] = [];
    for (let j = 0; j < demandCount; j++) {
      const second = this.secondCost[j]!;
      const isHit = (siteIndex !== -1 && cost[siteIndex * demandCount + j]! < second) || (out !== -1 && cost[out * demandCount + j]! <= second);
      if (!isHit) continue;
      affected.push(j);
      this.count(j, -1);
    }
    if (out !== -1) this.chosen[out] = 0;
    if (siteIndex !== -1) this.place(slotIndex === -1 ? this.openCount++ : slotIndex, siteIndex);
    else this.closeSlot(slotIndex);
    for (const j of affected) {
      this.walk(j);
      this.count(j, 1);
    }
  }

  private place(slot: number, site: number): void {
    this.chosen[site] = 1;
    this.slotSite[slot] = site;
    this.slotOf[site] = slot;
  }

  /** The last slot takes the place of a closed one, with all that is counted for it. */
  private closeSlot(slot: number): void {
    const last = --this.openCount;
    const stride = this.slotSite.length;
    if (slot !== last) {
      this.place(slot, this.slotSite[last]!);
      this.loss[slot] = this.loss[last]!;
      for (let at = 0; at < this.extra.length; at += stride) this.extra[at + slot] = this.extra[at + last]!;
    }
    this.loss[last] = 0;
    for (let at = 0; at < this.extra.length; at += stride) this.extra[at + last] = 0;
  }

  private bestMove(leastValue: number): Move {
    const { openCount } = this;
    const { mayEnter, openingCost, minCount, maxCount } = this.rules;
    const stride = this.slotSite.length;
    const release = this.releases();
    let [saving, bestSlot, bestSite] = [leastValue, -1, -1];
    for (let slot = 0; slot < openCount && openCount > minCount; slot++) if (release[slot]! > saving) [saving, bestSlot] = [release[slot]!, slot];
    for (let site = 0; site < this.chosen.length; site++) {
      if (this.chosen[site] === 1 || mayEnter[site] === 0) continue;
      const gain = this.gain[site]! - openingCost[site]!;
      if (openCount < maxCount && gain > saving) [saving, bestSlot, bestSite] = [gain, -1, site];
      const row = site * stride;
      for (let slot = 0; slot < openCount; slot++) {
        const profit = gain + release[slot]! + this.extra[row + slot]!;
        if (profit > saving) {
          saving = profit;
          bestSlot = slot;
          bestSite = site;
        }
      }
    }
    return { slotIndex: bestSlot, siteIndex: bestSite };
  }

  /** What leaving alone saves, by slot; -Infinity where the site must stay. */
  private releases(): Float64Array {
    const release = new Float64Array(this.openCount);
    for (let slot = 0; slot < this.openCount; slot++) {
      const site = this.slotSite[slot]!;
      release[slot] = this.rules.mayLeave[site] === 1 ? this.rules.openingCost[site]! - this.loss[slot]! : -Infinity;
    }
    return release;
  }

  /** Finds the nearest and the second nearest chosen site of a demand. */
  private walk(demand: number): void {
    const { siteCount, orderSite, orderCost, noWayValue } = this.table;
    const end = (demand + 1) * siteCount;
    let k = demand * siteCount;
    while (k < end && this.chosen[orderSite[k]!] === 0) k++;
    this.nearSite[demand] = k < end ? orderSite[k]! : -1;
    this.nearCost[demand] = k < end ? orderCost[k]! : noWayValue;
    k++;
    while (k < end && this.chosen[orderSite[k]!] === 0) k++;
    this.secondCost[demand] = k < end ? orderCost[k]! : noWayValue;
  }

  /** Adds (sign 1) or takes away (-1) what one demand says about every move. */
  private count(demand: number, sign: number): void {
    const { siteCount, orderSite, orderCost } = this.table;
    const { gain, extra } = this;
    const stride = this.slotSite.length;
    const [near, second] = [this.nearCost[demand]!, this.secondCost[demand]!];
    const slot = this.nearSite[demand] === -1 ? -1 : this.slotOf[this.nearSite[demand]!]!;
    if (slot !== -1) this.loss[slot]! += sign * (second - near);
    const end = (demand + 1) * siteCount;
    for (let k = demand * siteCount; k < end; k++) {
      const cost = orderCost[k]!;
      if (cost >= second) break;
      const other = orderSite[k]!;
      if (cost < near) gain[other]! += sign * (near - cost);
      if (slot !== -1) extra[other * stride + slot]! += sign * (second - (cost < near ? near : cost));
    }
  }
}
