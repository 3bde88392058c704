// A memory in an array, for the unit tests of the stages: versions, holdings and folds as the ports
// promise them. It is not the fake of the testkit, which also runs the contract suites.

import type { Instant, Result } from '@anlan/kernel';
import { createIdSource, createRng, instant, ok, refuse } from '@anlan/kernel';
import { addMove, createLogWalk, foldHoldings, GENESIS_HASH, hashEvent, holdingOf, holdingsOf, listMovesOf, moveHolding } from '../../log/index.ts';
import type {
  Actor, AppendRequest, Context, EventEnvelope, EventLog, Fold, HoldingSums, Realm, Role, StreamKind, View, ViewQuery, ViewStore,
} from '../../log/index.ts';

export interface FakeMemory {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly events: readonly EventEnvelope[];
}

export function createFakeMemory(folds: readonly Fold[]): FakeMemory {
  const events: EventEnvelope[] = [];
  const holdings: HoldingSums = new Map();
  const byKind = new Map(folds.map((fold) => [fold.kind, fold]));
  const streamOf = (realm: Realm, stream: string) => events.filter((event) => event.realm === realm && event.stream === stream);
  const log: EventLog = {
    append: async (request) => {
      await Promise.resolve();
      return append(request, events, holdings, streamOf);
    },
    readStream: async (realm, stream, options) => streamOf(realm, stream).filter((event) => options?.knownAt === undefined || event.recordedAt <= options.knownAt),
    readAll: async ({ realm, afterPositionIndex, limitCount }) => events.filter((event) => event.positionIndex > afterPositionIndex && (realm === undefined || event.realm === realm)).slice(0, limitCount),
    listMoves: async (realm, query) => listMovesOf(events.filter((event) => event.realm === realm), query),
    verify: async (realm, options) => {
      const walk = createLogWalk(realm, options?.hashes);
      for (const event of events) walk.take(event);
      return walk.end(holdingsOf(realm, holdings));
    },
    head: async (realm) => ({ realm, positionIndex: events.length, hash: events.at(-1)?.hash ?? GENESIS_HASH, eventCount: events.length }),
    listRealms: async () => ['real'],
  };
  const viewOf = (realm: Realm, kind: StreamKind, stream: string): View | undefined => {
    const own = streamOf(realm, stream);
    const fold = byKind.get(kind);
    const body = own.reduce<unknown>((before, event) => fold?.apply(before, event), undefined);
    const last = own.at(-1);
    return body === undefined || last === undefined ? undefined : { realm, kind, id: stream.slice(kind.length + 1), streamVersion: own.length, updatedAt: last.recordedAt, body };
  };
  const views: ViewStore = {
    find: async <Body>(realm: Realm, kind: StreamKind, id: string) => viewOf(realm, kind, `${kind}:${id}`) as View<Body> | undefined,
    list: async <Body>(query: ViewQuery) => listViews(query, events, viewOf) as readonly View<Body>[],
    findHolding: async (realm, holdingId) => holdingOf(realm, holdingId, holdings.get(holdingId)),
    listHoldings: async (realm, options) => (options?.knownAt === undefined ? holdingsOf(realm, holdings) : foldHoldings(realm, events.filter((event) => event.recordedAt <= (options.knownAt ?? 0)))),
    rebuild: async () => {
      holdings.clear();
      for (const move of events.flatMap((event) => event.moves ?? [])) addMove(holdings, move);
      return { eventCount: events.length, viewCount: 0, holdingCount: holdings.size };
    },
  };
  return { log, views, events };
}

export function testContext(roles: readonly Role[], at = '2026-11-24T01:00:00Z', organisationId = 'org-a', id = 'person-1'): Context {
  const actor: Actor = { kind: 'person', id, name: id, roles, organisationId };
  return { realm: 'real', actor, now: instant(at) };
}

export const testIds = () => createIdSource(createRng(7));

export function later(context: Context, durationS: number): Context {
  return { ...context, now: (context.now + durationS * 1000) as Instant };
}

function append(request: AppendRequest, events: EventEnvelope[], holdings: HoldingSums, streamOf: (realm: Realm, stream: string) => readonly EventEnvelope[]): Result<readonly EventEnvelope[]> {
  const { realm, recordedAt } = request;
  for (const { stream, expectedVersion } of request.appends) {
    const actualVersion = streamOf(realm, stream).length;
    if (actualVersion !== expectedVersion) return refuse('LOG_VERSION_CONFLICT', { stream, expectedVersion, actualVersion });
  }
  const next: HoldingSums = new Map(holdings);
  for (const move of request.appends.flatMap((one) => one.events).flatMap((event) => event.moves ?? [])) {
    const refusal = moveHolding(next, move);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  for (const [key, value] of next) holdings.set(key, value);
  const written: EventEnvelope[] = [];
  for (const { stream, expectedVersion, events: added } of request.appends) {
    for (const [i, event] of added.entries()) {
      const prevHash = events.at(-1)?.hash ?? GENESIS_HASH;
      const streamVersion = expectedVersion + i + 1;
      const hash = hashEvent(prevHash, { realm, stream, streamVersion, recordedAt, event });
      const envelope: EventEnvelope = { ...event, positionIndex: events.length + 1, realm, stream, streamVersion, recordedAt, prevHash, hash };
      events.push(envelope);
      written.push(envelope);
    }
  }
  return ok(written);
}

function listViews(query: ViewQuery, events: readonly EventEnvelope[], viewOf: (realm: Realm, kind: StreamKind, stream: string) => View | undefined): readonly View[] {
  const prefix = `${query.kind}:${query.idPrefix ?? ''}`;
  const streams = new Set(events.filter((event) => event.realm === query.realm && event.stream.startsWith(prefix)).map((event) => event.stream));
  return [...streams]
    .map((stream) => viewOf(query.realm, query.kind, stream))
    .filter((view): view is View => view !== undefined)
    .filter((view) => Object.entries(query.where ?? {}).every(([key, wanted]) => {
      const value = (view.body as Record<string, unknown>)[key];
      return Array.isArray(wanted) ? wanted.includes(value as string) : value === wanted;
    }))
    .slice(0, query.limitCount ?? Infinity);
}
