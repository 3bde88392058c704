// Any past minute as it was known then: the same folds over the events recorded by that time.

import { foldAll, folds } from '@anlan/domain';
import type { Fold, Holding, Realm, StreamKind, View, ViewQuery, ViewStore } from '@anlan/domain';
import { assert } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { App } from './app.ts';

/** The view of one stream as it was known at `knownAt`; undefined when it did not exist yet. */
export async function viewKnownAt<Body>(app: App, kind: StreamKind, fold: Fold<Body>, id: string, knownAt: Instant): Promise<View<Body> | undefined> {
  const events = await app.log.readStream(app.realm, `${kind}:${id}`, { knownAt });
  const body = foldAll(fold, events);
  const last = events.at(-1);
  if (body === undefined || last === undefined) return undefined;
  return { realm: app.realm, kind, id, streamVersion: last.streamVersion, updatedAt: last.recordedAt, body };
}

/** The same for a list; streams that began later are left out. */
export async function viewsKnownAt<Body>(app: App, kind: StreamKind, fold: Fold<Body>, views: readonly View<Body>[], knownAt: Instant): Promise<readonly View<Body>[]> {
  const known = await Promise.all(views.map((view) => viewKnownAt(app, kind, fold, view.id, knownAt)));
  return known.filter((view) => view !== undefined);
}

/** The views and holdings as they were known then, for everything that reads them through the port: registers with search and page. */
export function storeKnownAt(app: App, knownAt: Instant): ViewStore {
  const holdings = new Map<Realm, Promise<readonly Holding[]>>();
  const holdingsOf = (realm: Realm): Promise<readonly Holding[]> => {
    const folded = holdings.get(realm) ?? app.views.listHoldings(realm, { knownAt });
    holdings.set(realm, folded);
    return folded;
  };
  const foldOf = <Body>(kind: StreamKind): Fold<Body> => {
    const fold = folds[kind];
    assert(fold !== undefined, `${kind} has no fold`);
    return fold as Fold<Body>;
  };
  return {
    find: <Body>(_realm: Realm, kind: StreamKind, id: string) => viewKnownAt(app, kind, foldOf<Body>(kind), id, knownAt),
    async list<Body>(query: ViewQuery) {
      const { where, limitCount, ...all } = query;
      const known = await viewsKnownAt(app, query.kind, foldOf<Body>(query.kind), await app.views.list<Body>(all), knownAt);
      return known.filter(({ body }) => fits(body, where)).slice(0, limitCount ?? known.length);
    },
    findHolding: async (realm, holdingId) => (await holdingsOf(realm)).find((holding) => holding.holdingId === holdingId),
    listHoldings: (realm) => holdingsOf(realm),
    rebuild: () => app.views.rebuild(),
  };
}

function fits(body: unknown, where: ViewQuery['where']): boolean {
  return Object.entries(where ?? {}).every(([name, wanted]) => {
    const found = (body as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(wanted) ? (wanted as readonly unknown[]).includes(found) : found === wanted;
  });
}
