// Reads the records and computes the page of targets for a person who may see it.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import { mayDo } from '../../access/index.ts';
import type { Context, ViewStore } from '../../log/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { computeIndicators } from './compute-indicators.ts';
import type { IndicatorResult } from './compute-indicators.ts';

export async function listIndicators(deps: { readonly views: ViewStore }, zone: { readonly utcOffsetMinutes: number }, context: Context): Promise<Result<readonly IndicatorResult[]>> {
  const may = mayDo(context.actor, 'indicator.read');
  if (!may.ok) return may;
  const bodiesOf = async (registerId: string): Promise<readonly RecordBody[]> =>
    (await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${registerId}/` })).map((view) => view.body).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const documents = await deps.views.list<{ readonly id: string }>({ realm: context.realm, kind: 'document' });
  return ok(computeIndicators({ documentIds: new Set(documents.map((view) => view.id)), indicators: await bodiesOf('indicators'), enterprises: await bodiesOf('enterprises') }, zone));
}
