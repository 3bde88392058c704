// The memory in memory: the same promises as the one in PostgreSQL, kept by the same contract
// suite, with nothing behind it. A copy of everything goes in and out, so that no caller can
// change the past by keeping a reference.

import type {
  AppendRequest, EventEnvelope, EventLog, Folds, Holding, HoldingAmounts, HoldingMove, HoldingSums, LogHead, LogVerification, NewEvent, Realm, StreamKind, View, ViewQuery, ViewStore,
} from '@anlan/domain';
import { addMove, createLogWalk, foldHoldings, GENESIS_HASH, hashEvent, holdingOf, holdingsOf, listMovesOf, moveHolding } from '@anlan/domain';
import type { Refusal, Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse } from '@anlan/kernel';

export interface FakeMemory extends EventLog, ViewStore {
  /** Changes the stored events behind the log's back, as an intruder with disk access would. */
  tamperLog(change: (events: readonly EventEnvelope[]) => readonly EventEnvelope[]): void;
  tamperHolding(holding: Holding): void;
}

export function createFakeMemory(folds: Folds): FakeMemory {
  let state: State = { events: [], views: new Map(), holdings: new Map() };
  return {
    append(request) {
      const draft: State = { events: [...state.events], views: new Map(state.views), holdings: new Map(state.holdings) };
      const result = appendTo(draft, folds, request);
      if (result.ok) state = draft;
      return Promise.resolve(result);
    },
    readStream: (realm, stream, options) =>
      Promise.resolve(copy(state.events.filter((e) => e.realm === realm && e.stream === stream && e.recordedAt <= (options?.knownAt ?? Infinity)))),
    readAll: ({ realm, afterPositionIndex, limitCount }) =>
      Promise.resolve(copy(state.events.filter((e) => e.positionIndex > afterPositionIndex && (realm === undefined || e.realm === realm)).slice(0, limitCount))),
    listMoves: (realm, query) => Promise.resolve(copy(listMovesOf(state.events.filter((e) => e.realm === realm), query))),
    verify: (realm, options) => Promise.resolve(verify(state, realm, options?.hashes)),
    head: (realm) => Promise.resolve(headOf(state, realm)),
    listRealms: () => Promise.resolve([...new Set(state.events.map((e) => e.realm))].sort()),
    find: <Body>(realm: Realm, kind: StreamKind, id: string) => {
      const found = state.views.get(viewKey(realm, `${kind}:${id}`));
      return Promise.resolve(found === undefined ? undefined : copy(found.view as View<Body>));
    },
    list: <Body>(query: ViewQuery) => Promise.resolve(copy(listViews(state, query) as View<Body>[])),
    findHolding: (realm, holdingId) => Promise.resolve(holdingOf(realm, holdingId, sumsOf(state, realm).get(holdingId))),
    listHoldings(realm, options) {
      const { knownAt } = options ?? {};
      if (knownAt === undefined) return Promise.resolve(holdingsOf(realm, sumsOf(state, realm)));
      return Promise.resolve(foldHoldings(realm, state.events.filter((e) => e.realm === realm && e.recordedAt <= knownAt)));
    },
    rebuild() {
      state = { ...state, views: new Map(), holdings: sumAll(state.events) };
      for (const event of state.events) foldInto(state, folds, event);
      const holdingCount = [...state.holdings.values()].reduce((sum, ofRealm) => sum + ofRealm.size, 0);
      return Promise.resolve({ eventCount: state.events.length, viewCount: state.views.size, holdingCount });
    },
    tamperLog(change) {
      state = { ...state, events: [...change(copy(state.events))] };
    },
    tamperHolding({ realm, holdingId, onHandValue, heldValue }) {
      const sums = new Map(sumsOf(state, realm)).set(holdingId, { onHandMillionths: BigInt(Math.round(onHandValue * 1e6)), heldMillionths: BigInt(Math.round(heldValue * 1e6)) });
      state = { ...state, holdings: new Map(state.holdings).set(realm, sums) };
    },
  };
}

interface State {
  readonly events: EventEnvelope[];
  readonly views: Map<string, { readonly view: View; readonly updatedPosition: number }>;
  readonly holdings: Map<Realm, HoldingSums>;
}

function appendTo(draft: State, folds: Folds, request: AppendRequest): Result<readonly EventEnvelope[]> {
  const added: EventEnvelope[] = [];
  for (const { stream, expectedVersion, events } of request.appends) {
    const actualVersion = draft.events.filter((e) => e.realm === request.realm && e.stream === stream).length;
    if (actualVersion !== expectedVersion) return refuse('LOG_VERSION_CONFLICT', { stream, expectedVersion, actualVersion });
    for (const [index, event] of events.entries()) {
      const envelope = envelop(draft, request, stream, actualVersion + index + 1, event);
      draft.events.push(envelope);
      foldInto(draft, folds, envelope);
      added.push(envelope);
    }
  }
  const refusal = moveAll(draft, request.realm, added.flatMap((event) => event.moves ?? []));
  return refusal === undefined ? ok(copy(added)) : { ok: false, refusal };
}

function envelop(draft: State, request: AppendRequest, stream: EventEnvelope['stream'], streamVersion: number, given: NewEvent): EventEnvelope {
  const { realm, recordedAt } = request;
  const event = JSON.parse(canonicalJson({ ...given, payload: given.payload ?? null })) as NewEvent;
  const prevHash = draft.events.findLast((e) => e.realm === realm)?.hash ?? GENESIS_HASH;
  const hash = hashEvent(prevHash, { realm, stream, streamVersion, recordedAt, event });
  return { ...event, positionIndex: draft.events.length + 1, realm, stream, streamVersion, recordedAt, prevHash, hash };
}

function foldInto(draft: State, folds: Folds, event: EventEnvelope): void {
  const colon = event.stream.indexOf(':');
  const kind = event.stream.slice(0, colon) as StreamKind;
  const fold = folds[kind];
  if (fold === undefined) return;
  const key = viewKey(event.realm, event.stream);
  const body = fold.apply(copy(draft.views.get(key)?.view.body), event);
  if (body === undefined) draft.views.delete(key);
  else {
    const view: View = { realm: event.realm, kind, id: event.stream.slice(colon + 1), streamVersion: event.streamVersion, updatedAt: event.recordedAt, body: copy(body) };
    draft.views.set(key, { view, updatedPosition: event.positionIndex });
  }
}

function listViews(state: State, query: ViewQuery): View[] {
  const found = [...state.views.values()].filter(({ view }) => {
    if (view.realm !== query.realm || view.kind !== query.kind || !view.id.startsWith(query.idPrefix ?? '')) return false;
    const body = view.body as Record<string, unknown>;
    return Object.entries(query.where ?? {}).every(([name, wanted]) =>
      (Array.isArray(wanted) ? (wanted as readonly unknown[]) : [wanted]).includes(body[name]));
  });
  found.sort((a, b) => (query.newestFirst === true ? b.updatedPosition - a.updatedPosition : a.updatedPosition - b.updatedPosition));
  return found.slice(0, query.limitCount ?? found.length).map(({ view }) => view);
}

function verify(state: State, realm: Realm, hashes: readonly string[] | undefined): LogVerification {
  const walk = createLogWalk(realm, hashes);
  for (const event of state.events.filter((e) => e.realm === realm)) walk.take(event);
  return walk.end(holdingsOf(realm, sumsOf(state, realm)));
}

function headOf(state: State, realm: Realm): LogHead {
  const own = state.events.filter((e) => e.realm === realm);
  return { realm, positionIndex: own.at(-1)?.positionIndex ?? 0, hash: own.at(-1)?.hash ?? GENESIS_HASH, eventCount: own.length };
}

function sumsOf(state: State, realm: Realm): HoldingSums {
  return state.holdings.get(realm) ?? new Map<string, HoldingAmounts>();
}

/** Copies the sums of the realm, so that a refused append leaves those of the state as they were. */
function moveAll(draft: State, realm: Realm, moves: readonly HoldingMove[]): Refusal | undefined {
  const sums: HoldingSums = new Map(sumsOf(draft, realm));
  for (const move of moves) {
    const refusal = moveHolding(sums, move);
    if (refusal !== undefined) return refusal;
  }
  draft.holdings.set(realm, sums);
  return undefined;
}

function sumAll(events: readonly EventEnvelope[]): Map<Realm, HoldingSums> {
  const holdings = new Map<Realm, HoldingSums>();
  for (const { realm, moves } of events) {
    if (moves === undefined) continue;
    const sums: HoldingSums = holdings.get(realm) ?? new Map<string, HoldingAmounts>();
    for (const move of moves) addMove(sums, move);
    holdings.set(realm, sums);
  }
  return holdings;
}

function viewKey(realm: Realm, id: string): string {
  return `${realm}\u0000${id}`;
}

/** Through JSON, as a database would. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

