// Any past minute as it was known then: the same folds over the events recorded by that time.

import { foldAll } from '@anlan/domain';
import type { Fold, StreamKind, View } from '@anlan/domain';
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
