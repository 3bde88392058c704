// The memory in memory: the same promises as the one in PostgreSQL, kept by the same contract
// suite, with nothing behind it. A copy of everything goes in and out, so that no caller can
// change the past by keeping a reference.

import type {
  AppendRequest, EventEnvelope, EventLog, Folds, Holding, HoldingMove, LogVerification, NewEvent, Realm, StreamKind, View, ViewQuery, ViewStore,
} from '@anlan/domain';
import { GENESIS_HASH, hashEvent } from '@anlan/domain';
import type { Refusal, Result } from '@anlan/kernel';
import { assert, canonicalJson, ok, refuse } from '@anlan/kernel';

export interface FakeMemory extends EventLog, ViewStore {
  /** Changes a stored event behind the log's back, as an intruder with disk access would. */
  tamper(positionIndex: number, patch: Partial<EventEnvelope>): void;
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
    verify: (realm) => Promise.resolve(verify(state.events, realm)),
    listRealms: () => Promise.resolve([...new Set(state.events.map((e) => e.realm))].sort()),
    find: <Body>(realm: Realm, kind: StreamKind, id: string) => {
      const found = state.views.get(viewKey(realm, `${kind}:${id}`));
      return Promise.resolve(found === undefined ? undefined : copy(found.view as View<Body>));
    },
    list: <Body>(query: ViewQuery) => Promise.resolve(copy(listViews(state, query) as View<Body>[])),
    findHolding: (realm, holdingId) => Promise.resolve(toHolding(realm, holdingId, state.holdings.get(viewKey(realm, holdingId)))),
    listHoldings(realm) {
      const ids = [...state.holdings.keys()].filter((key) => key.startsWith(`${realm}\u0000`)).map((key) => key.slice(realm.length + 1)).sort();
      return Promise.resolve(ids.flatMap((id) => toHolding(realm, id, state.holdings.get(viewKey(realm, id))) ?? []));
    },
    rebuild() {
      state = { ...state, views: new Map() };
      for (const event of state.events) foldInto(state, folds, event);
      return Promise.resolve({ eventCount: state.events.length, viewCount: state.views.size });
    },
    tamper(positionIndex, patch) {
      state = { ...state, events: state.events.map((e) => (e.positionIndex === positionIndex ? { ...e, ...patch } : e)) };
    },
  };
}

interface Amounts {
  /** Whole millionths of the holding's unit, so that sums are exact. */
  readonly onHandMillionths: number;
  readonly heldMillionths: number;
}

interface State {
  readonly events: EventEnvelope[];
  readonly views: Map<string, { readonly view: View; readonly updatedPosition: number }>;
  readonly holdings: Map<string, Amounts>;
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
  for (const move of request.holdings ?? []) {
    const refusal = moveHolding(draft, request.realm, move);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  return ok(copy(added));
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

function moveHolding(draft: State, realm: Realm, { holdingId, move, quantityValue }: HoldingMove): Refusal | undefined {
  const key = viewKey(realm, holdingId);
  const seen = draft.holdings.get(key);
  const q = Math.round(quantityValue * 1e6);
  assert(Number.isSafeInteger(q) && (move === 'open' ? q >= 0 : q > 0), `not a quantity: ${quantityValue}`);
  if (move === 'open') {
    assert(seen === undefined, `holding ${holdingId} is opened twice`);
    draft.holdings.set(key, { onHandMillionths: q, heldMillionths: 0 });
    return undefined;
  }
  if (seen === undefined) return { code: 'LOG_HOLDING_UNKNOWN', params: { holdingId } };
  const { onHandMillionths, heldMillionths } = seen;
  const available = move === 'receive' ? Infinity : move === 'hold' ? onHandMillionths - heldMillionths : heldMillionths;
  if (q > available) return { code: 'LOG_HOLDING_SHORT', params: { holdingId, wanted: quantityValue, available: available / 1e6 } };
  draft.holdings.set(key, {
    onHandMillionths: onHandMillionths + (move === 'receive' ? q : move === 'draw' ? -q : 0),
    heldMillionths: heldMillionths + (move === 'hold' ? q : move === 'receive' ? 0 : -q),
  });
  return undefined;
}

function toHolding(realm: Realm, holdingId: string, amounts: Amounts | undefined): Holding | undefined {
  return amounts === undefined ? undefined : { holdingId, realm, onHandValue: amounts.onHandMillionths / 1e6, heldValue: amounts.heldMillionths / 1e6 };
}

function verify(events: readonly EventEnvelope[], realm: Realm): LogVerification {
  let headHash = GENESIS_HASH;
  let eventCount = 0;
  for (const event of events.filter((e) => e.realm === realm)) {
    const { stream, streamVersion, recordedAt, positionIndex } = event;
    const hash = hashEvent(headHash, { realm, stream, streamVersion, recordedAt, event });
    if (event.prevHash !== headHash || event.hash !== hash) return { realm, eventCount, headHash, brokenAtPositionIndex: positionIndex };
    headHash = hash;
    eventCount += 1;
  }
  return { realm, eventCount, headHash, brokenAtPositionIndex: undefined };
}

function viewKey(realm: Realm, id: string): string {
  return `${realm}\u0000${id}`;
}

/** Through JSON, as a database would. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

