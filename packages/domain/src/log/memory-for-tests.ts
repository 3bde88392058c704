// A memory for this package's own tests, whole enough to keep the port's promises: version checks,
// all or nothing, hash chain, views folded in the append. The fakes of the testkit stand above the
// domain and cannot be imported from below it.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Fold } from './fold.ts';
import { GENESIS_HASH, hashEvent } from './hash.ts';
import { foldHoldings, listMovesOf } from './holdings.ts';
import type { AppendRequest, EventLog, View, ViewQuery, ViewStore } from './ports.ts';
import type { EventEnvelope, Realm, StreamId } from './types.ts';
import { createLogWalk } from './verify.ts';

export interface TestMemory {
  readonly log: EventLog;
  readonly views: ViewStore;
  /** Every event so far, in order. */
  readonly events: EventEnvelope[];
}

/** `folds` as the stages export them. */
export function createTestMemory(folds: readonly Fold[]): TestMemory {
  const events: EventEnvelope[] = [];
  const views = new Map<string, View>();
  const versionOf = (realm: Realm, stream: StreamId): number => events.filter((event) => event.realm === realm && event.stream === stream).length;

  const keep = (event: EventEnvelope): void => {
    events.push(event);
    const kind = event.stream.slice(0, event.stream.indexOf(':'));
    const fold = folds.find((known) => known.kind === kind);
    const id = event.stream.slice(kind.length + 1);
    const key = `${event.realm} ${event.stream}`;
    const body = fold?.apply(views.get(key)?.body, event);
    if (fold !== undefined && body !== undefined) {
      views.set(key, { realm: event.realm, kind: fold.kind, id, streamVersion: event.streamVersion, updatedAt: event.recordedAt, body });
    }
  };

  const append = (request: AppendRequest): Result<readonly EventEnvelope[]> => {
    const { realm, recordedAt, appends } = request;
    for (const { stream, expectedVersion } of appends) {
      const actualVersion = versionOf(realm, stream);
      if (actualVersion !== expectedVersion) return refuse('LOG_VERSION_CONFLICT', { stream, expectedVersion, actualVersion });
    }
    const from = events.length;
    for (const { stream, events: fresh } of appends) {
      for (const event of fresh) {
        const streamVersion = versionOf(realm, stream) + 1;
        const prevHash = events.findLast((known) => known.realm === realm)?.hash ?? GENESIS_HASH;
        const hash = hashEvent(prevHash, { realm, stream, streamVersion, recordedAt, event });
        keep({ ...event, realm, stream, streamVersion, recordedAt, positionIndex: events.length + 1, prevHash, hash });
      }
    }
    return ok(events.slice(from));
  };

  return { events, log: createLog(events, append), views: createViews(views) };
}

function createLog(events: readonly EventEnvelope[], append: (request: AppendRequest) => Result<readonly EventEnvelope[]>): EventLog {
  return {
    append: async (request) => append(request),
    readStream: async (realm, stream, options) =>
      events.filter((event) => event.realm === realm && event.stream === stream && (options?.knownAt === undefined || event.recordedAt <= options.knownAt)),
    readAll: async ({ realm, afterPositionIndex, limitCount }) =>
      events.filter((event) => event.positionIndex > afterPositionIndex && (realm === undefined || event.realm === realm)).slice(0, limitCount),
    listMoves: async (realm, query) => listMovesOf(events.filter((event) => event.realm === realm), query),
    verify: async (realm, options) => {
      const own = events.filter((event) => event.realm === realm);
      const walk = createLogWalk(realm, options?.hashes);
      for (const event of own) walk.take(event);
      return walk.end(foldHoldings(realm, own));
    },
    head: async (realm) => {
      const own = events.filter((event) => event.realm === realm);
      return { realm, positionIndex: own.at(-1)?.positionIndex ?? 0, hash: own.at(-1)?.hash ?? GENESIS_HASH, eventCount: own.length };
    },
    listRealms: async () => [...new Set(events.map((event) => event.realm))],
  };
}

function createViews(views: ReadonlyMap<string, View>): ViewStore {
  const matches = (view: View, { where, idPrefix }: ViewQuery): boolean =>
    (idPrefix === undefined || view.id.startsWith(idPrefix)) &&
    Object.entries(where ?? {}).every(([member, wanted]) => {
      const found = (view.body as Record<string, unknown>)[member];
      return Array.isArray(wanted) ? wanted.includes(found) : found === wanted;
    });
  return {
    find: async <Body>(realm: Realm, kind: string, id: string) => views.get(`${realm} ${kind}:${id}`) as View<Body> | undefined,
    list: async <Body>(query: ViewQuery) => {
      const found = [...views.values()].filter((view) => view.realm === query.realm && view.kind === query.kind && matches(view, query));
      const ordered = query.newestFirst === true ? found.sort((a, b) => b.updatedAt - a.updatedAt) : found;
      return ordered.slice(0, query.limitCount ?? found.length) as unknown as readonly View<Body>[];
    },
    findHolding: async () => undefined,
    listHoldings: async () => [],
    rebuild: async () => ({ eventCount: 0, viewCount: views.size, holdingCount: 0 }),
  };
}

/** A caller at a moment, for tests. */
export function testContext(now: Instant, actor: Partial<EventEnvelope['actor']> = {}, realm: Realm = 'real') {
  const known = { kind: 'person', id: 'p-duty', name: '值班员', roles: ['duty'], organisationId: 'org-command', ...actor } as const;
  return { realm, now, actor: known };
}
