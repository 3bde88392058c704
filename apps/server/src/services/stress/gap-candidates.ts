// Which local product or enterprise could close a gap of a stress run: products of the kinds of goods
// that serve the need. Only here, as in the gap report, do the reserves meet the industry.

import { itemKinds, matchGap, offeredCode, recordOf } from '@anlan/domain';
import type { RecordBody, StressGap, StressResult } from '@anlan/domain';
import { recordsOf } from '../../register-lists.ts';
import type { ServiceBase } from '../../services.ts';

export async function withCandidates(base: Pick<ServiceBase, 'views' | 'realm'>, result: StressResult): Promise<object> {
  const [kinds, products, enterprises] = (await Promise.all(['item-kinds', 'products', 'enterprises'].map((id) => recordsOf(base.views, base.realm, id)))) as [Bodies, Bodies, Bodies];
  return {
    ...result,
    scenarios: result.scenarios.map((scenario) => ({ ...scenario, gaps: scenario.gaps.map((gap) => ({ ...gap, candidates: candidatesOf(gap, scenario.demands.find(({ id }) => id === gap.demandId)?.accepts ?? [], { kinds, products, enterprises }) })) })),
  };
}

type Bodies = readonly RecordBody[];

function candidatesOf(gap: StressGap, accepts: readonly string[], { kinds, products, enterprises }: { readonly kinds: Bodies; readonly products: Bodies; readonly enterprises: Bodies }): readonly object[] {
  return kinds.map((body) => recordOf(itemKinds, body)).filter(({ id, values }) => accepts.includes(offeredCode({ id, capabilityCode: values.capabilityCode })))
    .flatMap(({ id, values }) => matchGap({ itemKindId: id, shortValue: gap.worstShortValue }, { products, enterprises }).map((one) => ({ ...one, itemKindId: id, itemKindTitles: values.name })));
}
