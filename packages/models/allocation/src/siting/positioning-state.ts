// A purchase in the making: classes of room, steps of stock, money spent, and what stays unmet item by
// item. Buying, taking back, and telling it all at the end; positioning.ts decides when.

import type { Rng } from '@anlan/kernel';
import type { FlowNeed } from './stock-flow.ts';
import type { PositioningAnswer, PositioningProblem } from './positioning-types.ts';
import { stockFlow } from './stock-flow.ts';

export interface PositioningSnapshot {
  readonly classIndex: Int32Array;
  readonly bought: Float64Array;
  readonly unmetValue: number;
  readonly costFen: number;
}

interface ScenarioNeeds {
  readonly scenarioId: string;
  readonly probabilityRatio: number;
  readonly needs: readonly FlowNeed[];
  readonly ids: readonly string[];
}

interface Offer {
  readonly siteIndex: number;
  readonly itemIndex: number;
  readonly quantityValue: number;
  readonly classIndex: number;
  readonly costFen: number;
  readonly savedValue: number;
  /** Saved per fen, room paid by the part that is used. */
  readonly rateValue: number;
}

export class PositioningState {
  private classIndex: Int32Array;
  private bought: Float64Array;
  private readonly problem: PositioningProblem;
  private readonly present: Float64Array;
  private readonly byItem: readonly (readonly ScenarioNeeds[])[];
  private readonly unmetOfItem: Float64Array;

  constructor(problem: PositioningProblem) {
    const { sites, items, scenarios, present } = problem;
    const [siteIndex, itemIndex] = [new Map(sites.map((site, i) => [site.id, i])), new Map(items.map((item, k) => [item.id, k]))];
    this.problem = problem;
    this.classIndex = Int32Array.from(sites, (site) => (site.state === 'existing' ? 0 : -1));
    this.bought = new Float64Array(sites.length * items.length);
    this.present = new Float64Array(sites.length * items.length);
    for (const lot of present) this.present[itemIndex.get(lot.itemId)! * sites.length + siteIndex.get(lot.siteId)!]! += lot.quantityValue;
    this.byItem = items.map((item) => scenarios.flatMap((scenario) => {
      const needs = scenario.needs.filter((need) => need.itemId === item.id && need.quantityValue > 0).sort((a, b) => b.priorityCount - a.priorityCount);
      return needs.length === 0 ? [] : [{ scenarioId: scenario.id, probabilityRatio: scenario.probabilityRatio, ids: needs.map((need) => need.id), needs: needs.map((need) => ({ quantityValue: need.quantityValue, priorityCount: need.priorityCount, sites: need.siteIds.map((id) => siteIndex.get(id)!) })) }];
    }));
    this.unmetOfItem = Float64Array.from(items, (_item, k) => this.unmetOf(k));
  }

  unmet(): number {
    return this.unmetOfItem.reduce((sum, value) => sum + value, 0);
  }

  costFen(): number {
    const { sites, items } = this.problem;
    const rooms = sites.reduce((sum, _site, i) => sum + this.roomFen(i, this.classIndex[i]!), 0);
    return this.bought.reduce((sum, quantity, at) => sum + quantity * items[Math.floor(at / sites.length)]!.priceFen, rooms);
  }

  snapshot(): PositioningSnapshot {
    return { classIndex: this.classIndex.slice(), bought: this.bought.slice(), unmetValue: this.unmet(), costFen: this.costFen() };
  }

  restore(snapshot: PositioningSnapshot): void {
    this.classIndex = snapshot.classIndex.slice();
    this.bought = snapshot.bought.slice();
    this.unmetOfItem.forEach((_value, k) => (this.unmetOfItem[k] = this.unmetOf(k)));
  }

  /** Buys the best offer again and again, large parts first, then single steps. */
  spend(): void {
    for (const partCount of [PARTS, Infinity]) {
      const offers: (Offer | null)[] = [];
      for (let item = 0; item < this.problem.items.length; item++) for (let site = 0; site < this.problem.sites.length; site++) offers.push(this.offer(site, item, partCount));
      for (;;) {
        const at = bestOf(offers);
        if (at === -1) break;
        const stale = offers[at]!;
        const fresh = this.offer(stale.siteIndex, stale.itemIndex, partCount);
        offers[at] = fresh;
        // Gains only shrink: an offer that is still the best when computed anew is the best of all.
        if (fresh === null || bestOf(offers) !== at) continue;
        this.buy(fresh);
        offers[at] = this.offer(fresh.siteIndex, fresh.itemIndex, partCount);
      }
    }
    this.shrinkRooms();
  }

  /** Gives back one site's purchase, or some of the purchases; false when nothing was bought. */
  takeBack(rng: Rng): boolean {
    const { sites } = this.problem;
    const held = Array.from(this.bought.keys()).filter((at) => this.bought[at]! > 0);
    if (held.length === 0) return false;
    const pick = (): number => held[Math.floor(rng.nextUnit() * held.length)]!;
    const first = pick();
    const isWhole = rng.nextUnit() < 0.4;
    const out = isWhole ? held.filter((at) => at % sites.length === first % sites.length) : [first, ...Array.from({ length: Math.floor(rng.nextUnit() * 3) }, pick)];
    for (const at of out) {
      const step = this.problem.items[Math.floor(at / sites.length)]!.stepValue;
      this.bought[at] = isWhole ? 0 : Math.floor((this.bought[at]! * rng.nextUnit()) / step) * step;
    }
    this.shrinkRooms();
    for (const k of new Set(out.map((at) => Math.floor(at / sites.length)))) this.unmetOfItem[k] = this.unmetOf(k);
    return true;
  }

  answer(): Pick<PositioningAnswer, 'sites' | 'bought' | 'costFen' | 'flows' | 'nextPurchase'> {
    const { sites, items } = this.problem;
    const next = items.flatMap((_item, k) => sites.map((_site, i) => this.offer(i, k, Infinity, Infinity))).reduce<Offer | null>((best, offer) => (offer !== null && (best === null || offer.rateValue > best.rateValue) ? offer : best), null);
    return {
      sites: sites.flatMap((site, i) => (this.classIndex[i] === -1 ? [] : [{ siteId: site.id, classId: site.classes[this.classIndex[i]!]!.id, costFen: this.roomFen(i, this.classIndex[i]!) }])),
      bought: items.flatMap((item, k) => sites.flatMap((site, i) => {
        const quantityValue = this.bought[k * sites.length + i]!;
        return quantityValue > 0 ? [{ siteId: site.id, itemId: item.id, quantityValue, costFen: quantityValue * item.priceFen }] : [];
      })),
      costFen: this.costFen(), flows: this.flows(),
      nextPurchase: next === null ? null : { siteId: sites[next.siteIndex]!.id, itemId: items[next.itemIndex]!.id, unmetValue: next.savedValue, costFen: next.costFen },
    };
  }

  private flows(): PositioningAnswer['flows'] {
    const { sites } = this.problem;
    return this.byItem.flatMap((scenarios, k) => scenarios.flatMap(({ scenarioId, needs, ids }) => {
      const { flow } = stockFlow(this.stockOf(k), needs);
      return ids.flatMap((needId, n) => sites.flatMap((site, i) => (flow[n * sites.length + i]! > 1e-9 ? [{ scenarioId, needId, siteId: site.id, quantityValue: flow[n * sites.length + i]! }] : [])));
    }));
  }

  /** One part (or step) more of an item at a site, with the room that it needs; null when it saves nothing or cannot be paid. */
  private offer(site: number, item: number, partCount: number, moneyFen = this.problem.budgetFen - this.costFen()): Offer | null {
    const { sites, items } = this.problem;
    const { stepValue, priceFen, roomM3 } = items[item]!;
    if (sites[site]!.state === 'forbidden') return null;
    const most = Math.max(0, ...this.byItem[item]!.map(({ needs }) => needs.reduce((sum, need) => sum + need.quantityValue, 0)));
    const wanted = stepValue * Math.max(1, partCount === Infinity ? 1 : Math.floor(most / partCount / stepValue));
    for (let classIndex = Math.max(0, this.classIndex[site]!); classIndex < sites[site]!.classes.length; classIndex++) {
      const free = sites[site]!.classes[classIndex]!.roomM3 - this.usedM3(site);
      const openingFen = this.roomFen(site, classIndex) - this.roomFen(site, this.classIndex[site]!);
      const affordable = Math.floor((moneyFen - openingFen) / priceFen / stepValue + 1e-9) * stepValue;
      const quantityValue = Math.min(wanted, affordable, roomM3 === 0 ? Infinity : Math.floor(free / roomM3 / stepValue + 1e-9) * stepValue);
      if (!(quantityValue > 0)) continue;
      const at = item * sites.length + site;
      this.bought[at]! += quantityValue;
      const savedValue = this.unmetOfItem[item]! - this.unmetOf(item);
      this.bought[at]! -= quantityValue;
      if (savedValue <= 1e-12) return null;
      const share = roomM3 === 0 ? 1 / PARTS : Math.min(1, (quantityValue * roomM3) / free);
      return { siteIndex: site, itemIndex: item, quantityValue, classIndex, costFen: quantityValue * priceFen + openingFen, savedValue, rateValue: savedValue / (quantityValue * priceFen + openingFen * share) };
    }
    return null;
  }

  private buy({ siteIndex, itemIndex, quantityValue, classIndex }: Offer): void {
    this.bought[itemIndex * this.problem.sites.length + siteIndex]! += quantityValue;
    this.classIndex[siteIndex] = classIndex;
    this.unmetOfItem[itemIndex] = this.unmetOf(itemIndex);
  }

  /** The smallest class that still holds everything; none where nothing lies at a candidate. */
  private shrinkRooms(): void {
    const { sites, items } = this.problem;
    sites.forEach((site, i) => {
      const isEmpty = items.every((_item, k) => this.bought[k * sites.length + i] === 0);
      const base = site.state === 'existing' ? 0 : -1;
      const least = isEmpty ? base : site.classes.findIndex((room) => room.roomM3 >= this.usedM3(i) - 1e-9);
      this.classIndex[i] = Math.max(base, least);
    });
  }

  private stockOf(item: number): Float64Array {
    const siteCount = this.problem.sites.length;
    return Float64Array.from({ length: siteCount }, (_site, i) => this.present[item * siteCount + i]! + this.bought[item * siteCount + i]!);
  }

  private unmetOf(item: number): number {
    const stock = this.stockOf(item);
    return this.byItem[item]!.reduce((sum, { probabilityRatio, needs }) => sum + probabilityRatio * stockFlow(stock, needs).unmetValue, 0);
  }

  private usedM3(site: number): number {
    const { sites, items } = this.problem;
    return items.reduce((sum, item, k) => sum + item.roomM3 * (this.present[k * sites.length + site]! + this.bought[k * sites.length + site]!), 0);
  }

  private roomFen(site: number, classIndex: number): number {
    const { state, classes } = this.problem.sites[site]!;
    return classIndex === -1 ? 0 : classes[classIndex]!.openingFen - (state === 'existing' ? classes[0]!.openingFen : 0);
  }
}

function bestOf(offers: readonly (Offer | null)[]): number {
  let [best, rate] = [-1, 0];
  offers.forEach((offer, at) => {
    if (offer !== null && offer.rateValue > rate) [best, rate] = [at, offer.rateValue];
  });
  return best;
}

/** Large parts: a fortieth of what the neediest scenario asks for. */
const PARTS = 40;
