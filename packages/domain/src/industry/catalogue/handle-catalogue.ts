// The city's catalogue is kept as one stream: each version is one event, so that two people who
// publish at once cannot both be version 5. Lines are drawn from the register of products: what is
// offered there is the draft, and publishing one entry takes only that one over.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../../access/index.ts';
import type { Context, EventEnvelope, EventLog, Fold, ViewStore } from '../../log/index.ts';
import { appendOne, newEvent } from '../../log/index.ts';
import { recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { nationalTrees } from './national-trees.ts';
import { products } from './products.ts';
import { decidePublishCatalogue, diffCatalogues } from './publish.ts';
import type { CatalogueDiff, CatalogueLine, CatalogueVersion } from './publish.ts';

export interface CatalogueBody {
  readonly versions: readonly CatalogueVersion[];
}

export interface CatalogueEvent {
  readonly type: 'catalogue.published';
  readonly payload: CatalogueVersion;
}

export const catalogueFold: Fold<CatalogueBody> = {
  kind: 'catalogue',
  apply: (body, event) => ({ versions: [...(body?.versions ?? []), (event as EventEnvelope & CatalogueEvent).payload] }),
};

export interface CatalogueDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
}

export interface CataloguePage {
  readonly versions: readonly CatalogueVersion[];
  /** What publishing everything now would change. */
  readonly draft: CatalogueDiff;
  readonly streamVersion: number;
}

export async function readCatalogue(deps: Pick<CatalogueDeps, 'views'>, context: Context): Promise<Result<CataloguePage>> {
  const may = mayDo(context.actor, 'catalogue.read');
  if (!may.ok) return may;
  const { versions, streamVersion } = await load(deps, context);
  return ok({ versions, draft: diffCatalogues(versions.at(-1)?.lines ?? [], await draftLines(deps, context)), streamVersion });
}

export interface PublishCatalogue {
  /** Only these entries are taken over or taken out; left out: all. */
  readonly codes?: readonly string[];
  readonly seenVersion?: number;
}

export async function handlePublishCatalogue(deps: CatalogueDeps, { codes, seenVersion }: PublishCatalogue, context: Context): Promise<Result<CatalogueVersion>> {
  const may = mayDo(context.actor, 'catalogue.publish');
  if (!may.ok) return may;
  const { versions, streamVersion } = await load(deps, context);
  const draft = await draftLines(deps, context);
  const current = versions.at(-1)?.lines ?? [];
  const unknown = codes?.find((code) => !draft.some((line) => line.code === code) && !current.some((line) => line.code === code));
  if (unknown !== undefined) return refuse('INDUSTRY_CATALOGUE_ENTRY_UNKNOWN', { code: unknown });
  const lines = codes === undefined ? draft : [...current.filter((line) => !codes.includes(line.code)), ...draft.filter((line) => codes.includes(line.code))];
  const decision = decidePublishCatalogue(versions, lines, nationalTrees, context);
  if (!decision.ok) return decision;
  const appended = await appendOne(deps.log, context, { stream: STREAM, expectedVersion: seenVersion ?? streamVersion }, [newEvent(context, 'catalogue.published', decision.value)]);
  return appended.ok ? decision : appended;
}

/** One line for each product that is offered, under the product's own id. */
async function draftLines(deps: Pick<CatalogueDeps, 'views'>, context: Context): Promise<readonly CatalogueLine[]> {
  const views = await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${products.id}/` });
  return views
    .map((view) => recordOf(products, view.body))
    .filter((product) => !product.archived && product.state === 'offered')
    .map(({ id, values }): CatalogueLine => ({ code: id, titles: values.name, kind: values.kindCode, leaf2021Code: values.leaf2021Code, leaf2015Code: values.leaf2015Code, note: values.description ?? '' }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

async function load(deps: Pick<CatalogueDeps, 'views'>, context: Context): Promise<CatalogueBody & { readonly streamVersion: number }> {
  const view = await deps.views.find<CatalogueBody>(context.realm, 'catalogue', CATALOGUE_ID);
  return { versions: view?.body.versions ?? [], streamVersion: view?.streamVersion ?? 0 };
}

const CATALOGUE_ID = 'city';
const STREAM = `catalogue:${CATALOGUE_ID}` as const;
