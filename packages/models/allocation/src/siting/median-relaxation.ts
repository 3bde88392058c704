// p-median and uncapacitated location with "every demand is served once" priced. Price u of a demand
// is what it is ready to pay; a site earns the part of u above its cost. Cornuéjols, Fisher &
// Nemhauser (1977). Sites dearer than u never matter, so each demand looks at a few sites only.

import type { CostTable } from './cost-table.ts';
import type { Relaxation } from './lagrange.ts';

export function medianRelaxation(table: CostTable, openingCost: Float64Array): Relaxation {
  const { siteCount, demandCount, orderSite, orderCost } = table;
  return {
    siteCount,
    multiplierCount: demandCount,
    isSigned: false,
    price(multiplier, score) {
      score.set(openingCost);
      let constant = 0;
      for (let j = 0; j < demandCount; j++) {
        const pays = multiplier[j]!;
        constant += pays;
        const end = (j + 1) * siteCount;
        for (let k = j * siteCount; k < end; k++) {
          const cost = orderCost[k]!;
          if (cost >= pays) break;
          score[orderSite[k]!]! += cost - pays;
        }
      }
      return constant;
    },
    slope(multiplier, chosen, out) {
      for (let j = 0; j < demandCount; j++) {
        const pays = multiplier[j]!;
        let servedCount = 0;
        const end = (j + 1) * siteCount;
        for (let k = j * siteCount; k < end && orderCost[k]! < pays; k++) servedCount += chosen[orderSite[k]!]!;
        out[j] = 1 - servedCount;
      }
    },
  };
}

/** Prices to begin with: the cost of the site as far down the list as a plan of p sites would leave a demand. */
export function firstPrices(table: CostTable, siteCount: number): Float64Array {
  const rank = Math.min(table.siteCount - 1, Math.max(1, Math.round(table.siteCount / Math.max(1, siteCount) / 2)));
  return Float64Array.from({ length: table.demandCount }, (_price, j) => table.orderCost[j * table.siteCount + rank]!);
}

/** Cost of a choice: every demand at its cheapest chosen site, and what the sites cost. */
export function medianValue(table: CostTable, openingCost: Float64Array, chosen: Uint8Array): number {
  const { siteCount, demandCount, orderSite, orderCost, noWayValue } = table;
  let sum = 0;
  for (let i = 0; i < siteCount; i++) if (chosen[i] === 1) sum += openingCost[i]!;
  for (let j = 0; j < demandCount; j++) {
    let k = j * siteCount;
    const end = k + siteCount;
    while (k < end && chosen[orderSite[k]!] === 0) k++;
    sum += k < end ? orderCost[k]! : noWayValue;
  }
  return sum;
}
