// Which local products could close a gap in the reserves: those of the same item kind that are
// still offered, soonest first. The reason of the order is in the figures shown beside each.

import { recordOf } from '../../register/index.ts';
import type { RecordBody, RecordOf } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import { enterprises } from '../enterprises/enterprises.ts';
import { products } from './products.ts';

export interface GapCandidate {
  readonly productId: string;
  readonly titles: Titles;
  readonly enterpriseId: string;
  readonly enterpriseTitles: Titles;
  readonly leadDays: number | null;
  /** For the whole gap; null when no price is known. */
  readonly costFen: number | null;
}

export interface ReserveGap {
  readonly itemKindId: string;
  /** In the unit of the item kind. */
  readonly shortValue: number;
}

/** Known lead times first, then the shortest, then the cheapest, then by id. */
export function matchGap(gap: ReserveGap, records: { readonly products: readonly RecordBody[]; readonly enterprises: readonly RecordBody[] }): readonly GapCandidate[] {
  const firms = new Map(records.enterprises.map((body) => [body.id, recordOf(enterprises, body)]));
  return records.products
    .map((body) => recordOf(products, body))
    .filter((product) => product.values.itemKindId === gap.itemKindId && product.state === 'offered' && !product.archived)
    .flatMap((product) => candidate(product, firms.get(product.values.enterpriseId), gap.shortValue))
    .toSorted((a, b) => (a.leadDays ?? Infinity) - (b.leadDays ?? Infinity) || (a.costFen ?? Infinity) - (b.costFen ?? Infinity) || (a.productId < b.productId ? -1 : 1));
}

function candidate(product: RecordOf<typeof products>, firm: RecordOf<typeof enterprises> | undefined, shortValue: number): readonly GapCandidate[] {
  if (firm === undefined || firm.archived) return [];
  const { name, enterpriseId, leadDays, unitPriceFen } = product.values;
  const costFen = unitPriceFen === null ? null : Math.ceil(unitPriceFen * shortValue);
  return [{ productId: product.id, titles: name, enterpriseId, enterpriseTitles: firm.values.name, leadDays, costFen }];
}
