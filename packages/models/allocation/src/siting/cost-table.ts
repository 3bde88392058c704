// Costs as the searches need them: by site, and for each demand its sites from cheap to dear.
// A pair without a way costs `noWayValue`, more than any plan without such pairs, so that searches
// need no special case and an answer that uses one is recognised.

export interface CostTable {
  readonly siteCount: number;
  readonly demandCount: number;
  /** Entry site · demandCount + demand. */
  readonly cost: Float64Array;
  /** Entry demand · siteCount + k: the site that is k-th cheapest for the demand, and its cost. */
  readonly orderSite: Int32Array;
  readonly orderCost: Float64Array;
  readonly noWayValue: number;
  /** All costs are whole multiples of it; 0: they are not whole. */
  readonly stepValue: number;
}

/** `cost` may hold Infinity; it is replaced in place. */
export function costTable(cost: Float64Array, siteCount: number, demandCount: number, openingCost: Float64Array): CostTable {
  let [isWhole, dearSum] = [true, 1];
  for (const value of openingCost) {
    isWhole &&= Number.isInteger(value);
    dearSum += Math.max(0, value);
  }
  for (let j = 0; j < demandCount; j++) {
    let dear = 0;
    for (let i = 0; i < siteCount; i++) {
      const value = cost[i * demandCount + j]!;
      if (value === Infinity) continue;
      if (value > dear) dear = value;
      isWhole &&= Number.isInteger(value);
    }
    dearSum += dear;
  }
  const noWayValue = Math.ceil(dearSum);
  for (let k = 0; k < cost.length; k++) if (cost[k] === Infinity) cost[k] = noWayValue;
  return { siteCount, demandCount, cost, ...orderOf(cost, siteCount, demandCount), noWayValue, stepValue: isWhole ? 1 : 0 };
}

function orderOf(cost: Float64Array, siteCount: number, demandCount: number): { orderSite: Int32Array; orderCost: Float64Array } {
  const orderSite = new Int32Array(siteCount * demandCount);
  const orderCost = new Float64Array(siteCount * demandCount);
  const sites = Array.from({ length: siteCount }, (_site, i) => i);
  const column = new Float64Array(siteCount);
  const packed = new Float64Array(siteCount);
  for (let j = 0; j < demandCount; j++) {
    let isPackable = true;
    for (let i = 0; i < siteCount; i++) {
      const value = cost[i * demandCount + j]!;
      column[i] = value;
      packed[i] = value * siteCount + i;
      isPackable &&= Number.isInteger(value) && value >= 0 && value < PACK_LIMIT;
    }
    // Whole costs sort as one number with the site in it: native and quick.
    if (isPackable) packed.sort();
    else sites.sort((a, b) => column[a]! - column[b]! || a - b).forEach((site, k) => (packed[k] = site));
    for (let k = 0; k < siteCount; k++) {
      const site = isPackable ? packed[k]! % siteCount : packed[k]!;
      orderSite[j * siteCount + k] = site;
      orderCost[j * siteCount + k] = column[site]!;
    }
  }
  return { orderSite, orderCost };
}

/** value · siteCount stays exact below 2^53 for up to 8,192 sites. */
const PACK_LIMIT = 2 ** 40;
