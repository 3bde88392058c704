// What the domain needs of a memory. Kept small; one contract suite in the testkit runs against
// the fake and against PostgreSQL.

import type { Instant, Result } from '@anlan/kernel';
import type { EventEnvelope, Holding, HoldingMove, NewEvent, Realm, StreamId, StreamKind } from './types.ts';
import type { LogHead, LogVerification } from './verify.ts';

export interface StreamAppend {
  readonly stream: StreamId;
  /** Version the caller has seen; 0 for a stream that must not exist yet. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
}

export interface AppendRequest {
  readonly realm: Realm;
  readonly recordedAt: Instant;
  /** All or nothing. */
  readonly appends: readonly StreamAppend[];
}

export interface EventLog {
  /**
   * Appends in one transaction and returns after COMMIT. Refuses with LOG_VERSION_CONFLICT
   * {stream, expectedVersion, actualVersion}, LOG_HOLDING_SHORT {holdingId, wanted, available},
   * LOG_HOLDING_UNKNOWN {holdingId}. Views are updated and the events' moves executed in the same transaction.
   */
  append(request: AppendRequest): Promise<Result<readonly EventEnvelope[]>>;
  /** Events of one stream in order; only those recorded by then when `knownAt` is given. */
  readStream(realm: Realm, stream: StreamId, options?: { readonly knownAt?: Instant }): Promise<readonly EventEnvelope[]>;
  /** A page of the whole log, in order. */
  readAll(options: { readonly realm?: Realm; readonly afterPositionIndex: number; readonly limitCount: number }): Promise<readonly EventEnvelope[]>;
  /** Moves of holdings of which the id begins so, recorded in [fromAt, toAt), in order. */
  listMoves(realm: Realm, query: MoveQuery): Promise<readonly RecordedMove[]>;
  /** Walks the hash chain of a realm, sums its moves against the table of holdings, and looks for `hashes` in it; all of one moment. */
  verify(realm: Realm, options?: { readonly hashes?: readonly string[] }): Promise<LogVerification>;
  /** Where a realm stands, to be written down outside. */
  head(realm: Realm): Promise<LogHead>;
  listRealms(): Promise<readonly Realm[]>;
}

export interface MoveQuery {
  readonly holdingIdPrefix: string;
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** A move with the event that made it. */
export interface RecordedMove extends HoldingMove {
  readonly recordedAt: Instant;
  readonly eventType: string;
  readonly stream: StreamId;
  readonly actorName: string;
}

/** The current state of one stream, as folded from its events. */
export interface View<Body = unknown> {
  readonly realm: Realm;
  readonly kind: StreamKind;
  readonly id: string;
  readonly streamVersion: number;
  readonly updatedAt: Instant;
  readonly body: Body;
}

export interface ViewQuery {
  readonly realm: Realm;
  readonly kind: StreamKind;
  /** Equality on top-level members of the body, for example { incidentId, state }. */
  readonly where?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** For records: `registerId/` prefix of the id. */
  readonly idPrefix?: string;
  readonly limitCount?: number;
  readonly newestFirst?: boolean;
}

export interface ViewStore {
  find<Body>(realm: Realm, kind: StreamKind, id: string): Promise<View<Body> | undefined>;
  list<Body>(query: ViewQuery): Promise<readonly View<Body>[]>;
  findHolding(realm: Realm, holdingId: string): Promise<Holding | undefined>;
  /** In order of id; as the events recorded by then have them when `knownAt` is given. */
  listHoldings(realm: Realm, options?: { readonly knownAt?: Instant }): Promise<readonly Holding[]>;
  /** Drops all views and holdings of all realms and folds the log again; says how much of each. */
  rebuild(): Promise<Rebuilt>;
}

export interface Rebuilt {
  readonly eventCount: number;
  readonly viewCount: number;
  readonly holdingCount: number;
}
