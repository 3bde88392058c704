// The gap report with, for every line that is short, the local products that could fill it.

import { findRegister, gapReport, itemKinds, matchGap, recordOf, recordTitles } from '@anlan/domain';
import type { ClassIndex, Context, GapLine, Holding, RecordBody, Titles } from '@anlan/domain';
import { addS } from '@anlan/kernel';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';

export async function gapReportOf(base: Pick<ServiceBase, 'views' | 'realm'>, query: { readonly classIndex: ClassIndex; readonly afterHours: number }, context: Context): Promise<object> {
  const { views, realm } = base;
  const [kinds, stockLots, socialAgreements, capacityContracts, products, enterprises] = await Promise.all(
    ['item-kinds', 'stock-lots', 'social-agreements', 'capacity-contracts', 'products', 'enterprises'].map((id) => recordsOf(views, realm, id)),
  ) as [Bodies, Bodies, Bodies, Bodies, Bodies, Bodies];
  const holdings: readonly Holding[] = await views.listHoldings(realm);
  const at = addS(context.now, query.afterHours * 3600);
  const report = gapReport({ itemKinds: kinds, stockLots, socialAgreements, capacityContracts, holdings }, { classIndex: query.classIndex, now: context.now, at, utcOffsetMinutes: UTC_OFFSET_MINUTES });
  const supplies = new Map([...stockLots, ...socialAgreements, ...capacityContracts].map((body) => [`${body.registerId}/${body.id}`, body]));
  return {
    ...report,
    lines: report.lines.map((line) => ({ ...line, titles: capabilityTitles(line.capabilityCode), candidates: candidatesOf(line, kinds, { products, enterprises }) })),
    notCounted: report.notCounted.map(({ registerId, id, refusal }) => ({ registerId, id, titles: titlesOf(supplies.get(`${registerId}/${id}`), id), reason: refusal })),
  };
}

type Bodies = readonly RecordBody[];

function candidatesOf(line: GapLine, kinds: Bodies, records: { readonly products: Bodies; readonly enterprises: Bodies }): readonly object[] {
  if (line.gapValue <= 0) return [];
  return kinds
    .map((body) => recordOf(itemKinds, body))
    .filter((kind) => kind.values.capabilityCode === line.capabilityCode && kind.values.unitCode === line.unitCode)
    .flatMap((kind) => matchGap({ itemKindId: kind.id, shortValue: line.gapValue }, records).map((one) => ({ ...one, itemKindId: kind.id, itemKindTitles: kind.values.name })));
}

function capabilityTitles(code: string): Titles {
  const field = itemKinds.fields.find((known) => known.id === 'capabilityCode');
  const list: readonly { readonly code: string; readonly titles: Titles }[] = field !== undefined && 'codeList' in field ? field.codeList : [];
  return list.find((entry) => entry.code === code)?.titles ?? { zh: code, en: code };
}

function titlesOf(body: RecordBody | undefined, id: string): Titles {
  const register = body === undefined ? undefined : findRegister(body.registerId);
  return body === undefined || register === undefined ? { zh: id, en: id } : recordTitles(register, body);
}

/** Asia/Shanghai has no summer time. */
const UTC_OFFSET_MINUTES = 480;
