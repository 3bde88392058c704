// Who serves whom when sites have capacities and a demand may be split: the cheapest flow, demand by
// demand along cheapest ways that may push earlier demands to other sites (successive shortest
// paths, Ford & Fulkerson 1962; no negative cycle ever arises). Nobody serves at a cost above all.

export interface TransportInput {
  readonly siteCount: number;
  readonly demandCount: number;
  /** Cost of all of a demand: site · demandCount + demand. */
  readonly cost: Float64Array;
  readonly demandValue: Float64Array;
  /** Infinity: no limit. */
  readonly capacityValue: Float64Array;
  readonly noWayValue: number;
}

export interface TransportPlan {
  readonly value: number;
  readonly unit: 'cost';
  /** Shares by chosen site in order, then by nobody: entry place · demandCount + demand. */
  readonly share: Float64Array;
  readonly unservedValue: number;
}

export function transport(input: TransportInput, sites: readonly number[]): TransportPlan {
  const flow = new Flow(input, sites);
  for (let j = 0; j < input.demandCount; j++) flow.serve(j);
  return flow.plan();
}

class Flow {
  private readonly placeCount: number;
  private readonly unitCost: Float64Array;
  private readonly amount: Float64Array;
  private readonly left: Float64Array;
  /** Cheapest push of something from one place to another, and the demand that goes. */
  private readonly push: Float64Array;
  private readonly pushDemand: Int32Array;
  private readonly input: TransportInput;
  private readonly sites: readonly number[];

  constructor(input: TransportInput, sites: readonly number[]) {
    const { demandCount, demandValue, cost, noWayValue } = input;
    this.input = input;
    this.sites = sites;
    this.placeCount = sites.length + 1;
    this.unitCost = new Float64Array(this.placeCount * demandCount);
    for (let s = 0; s < this.placeCount; s++) {
      for (let j = 0; j < demandCount; j++) this.unitCost[s * demandCount + j] = (s < sites.length ? cost[sites[s]! * demandCount + j]! : noWayValue) / (demandValue[j]! > 0 ? demandValue[j]! : 1);
    }
    this.amount = new Float64Array(this.placeCount * demandCount);
    this.left = Float64Array.from({ length: this.placeCount }, (_place, s) => (s < sites.length ? input.capacityValue[sites[s]!]! : Infinity));
    this.push = new Float64Array(this.placeCount ** 2).fill(Infinity);
    this.pushDemand = new Int32Array(this.placeCount ** 2).fill(-1);
  }

  serve(demand: number): void {
    const { demandCount, demandValue } = this.input;
    let open = demandValue[demand]!;
    if (open === 0) {
      // Nothing to carry: it is counted with the cheapest site, as one unit of no size.
      let best = this.placeCount - 1;
      for (let s = 0; s < this.placeCount; s++) if (this.unitCost[s * demandCount + demand]! < this.unitCost[best * demandCount + demand]!) best = s;
      this.amount[best * demandCount + demand] = 1;
      return;
    }
    const leastValue = LEAST_RATIO * open;
    while (open > leastValue) open -= this.augment(demand, open);
  }

  plan(): TransportPlan {
    const { demandCount, demandValue } = this.input;
    let [value, unservedValue] = [0, 0];
    const share = new Float64Array(this.amount.length);
    for (let at = 0; at < share.length; at++) {
      if (this.amount[at] === 0) continue;
      const size = demandValue[at % demandCount]!;
      const part = this.amount[at]! / (size > 0 ? size : 1);
      share[at] = part < LEAST_RATIO * 10 ? 0 : part;
      value += share[at]! * (at < this.sites.length * demandCount ? this.input.cost[this.sites[Math.floor(at / demandCount)]! * demandCount + (at % demandCount)]! : this.input.noWayValue);
      const isNobody = at >= this.sites.length * demandCount;
      if (isNobody || this.unitCost[at]! * (size > 0 ? size : 1) >= this.input.noWayValue * (1 - 1e-12)) unservedValue += size > 0 ? this.amount[at]! : 0;
    }
    return { value, unit: 'cost', share, unservedValue };
  }

  private augment(demand: number, openValue: number): number {
    const { demandCount } = this.input;
    const { from, toIndex: to } = this.cheapestWay(demand);
    const way: number[] = [];
    for (let s = to; s !== -1; s = from[s]!) way.unshift(s);
    let amount = Math.min(openValue, this.left[to]!);
    for (let k = 1; k < way.length; k++) amount = Math.min(amount, this.amount[way[k - 1]! * demandCount + this.pushDemand[way[k - 1]! * this.placeCount + way[k]!]!]!);
    const moves = way.slice(1).map((place, k) => ({ place, before: way[k]!, moved: this.pushDemand[way[k]! * this.placeCount + place]! }));
    this.add(way[0]!, demand, amount);
    for (const { place, before, moved } of moves) {
      this.add(place, moved, amount);
      this.drop(before, moved, amount);
    }
    this.left[to]! -= amount;
    return amount;
  }

  /** What comes to a place may be pushed on from there. */
  private add(place: number, demand: number, amount: number): void {
    const { demandCount } = this.input;
    const at = place * demandCount + demand;
    const isNew = this.amount[at] === 0;
    this.amount[at]! += amount;
    for (let t = 0; isNew && t < this.placeCount; t++) {
      const rise = t === place ? Infinity : this.unitCost[t * demandCount + demand]! - this.unitCost[at]!;
      if (rise >= this.push[place * this.placeCount + t]!) continue;
      this.push[place * this.placeCount + t] = rise;
      this.pushDemand[place * this.placeCount + t] = demand;
    }
  }

  private drop(place: number, demand: number, amount: number): void {
    const at = place * this.input.demandCount + demand;
    const rest = this.amount[at]! - amount;
    this.amount[at] = rest < LEAST_RATIO * amount ? 0 : rest;
    for (let t = 0; this.amount[at] === 0 && t < this.placeCount; t++) if (this.pushDemand[place * this.placeCount + t] === demand) this.renew(place, t);
  }

  /** Bellman–Ford over the places: pushes may save, so Dijkstra would not do. */
  private cheapestWay(demand: number): { from: Int32Array; toIndex: number } {
    const { demandCount } = this.input;
    const n = this.placeCount;
    const reach = Float64Array.from({ length: n }, (_place, s) => this.unitCost[s * demandCount + demand]!);
    const from = new Int32Array(n).fill(-1);
    const slack = 1e-12 * (1 + Math.abs(reach[n - 1]!));
    for (let round = 0, hasChanged = true; hasChanged && round < n; round++) {
      hasChanged = false;
      for (let s = 0; s < n; s++) {
        // A place with room left is an end: in a cheapest flow pushing on from it saves nothing.
        if (this.left[s]! > 0) continue;
        for (let t = 0; t < n; t++) {
          const next = reach[s]! + this.push[s * n + t]!;
          if (!(next < reach[t]! - slack)) continue;
          reach[t] = next;
          from[t] = s;
          hasChanged = true;
        }
      }
    }
    let to = n - 1;
    for (let s = 0; s < n; s++) if (this.left[s]! > 0 && reach[s]! < reach[to]!) to = s;
    return { from, toIndex: to };
  }

  /** The cheapest push anew, when the demand that was the cheapest has gone. */
  private renew(place: number, t: number): void {
    const { demandCount, demandValue } = this.input;
    let [best, demand] = [Infinity, -1];
    for (let j = 0; j < demandCount; j++) {
      if (this.amount[place * demandCount + j]! <= 0 || demandValue[j] === 0) continue;
      const rise = this.unitCost[t * demandCount + j]! - this.unitCost[place * demandCount + j]!;
      if (rise < best) [best, demand] = [rise, j];
    }
    this.push[place * this.placeCount + t] = best;
    this.pushDemand[place * this.placeCount + t] = demand;
  }
}

/** What is left of an amount after rounding. */
const LEAST_RATIO = 1e-12;
