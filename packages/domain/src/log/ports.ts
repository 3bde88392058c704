// What the domain needs of a memory. Kept small; one contract suite in the testkit runs against
// the fake and against PostgreSQL.

import type { Instant, Result } from '@anlan/kernel';
import type { EventEnvelope, NewEvent, Realm, StreamId, StreamKind } from './types.ts';

export interface StreamAppend {
  readonly stream: StreamId;
  /** Version the caller has seen; 0 for a stream that must not exist yet. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
}

/**
 * A change of a conserved quantity, executed in the same transaction as the events.
 * open: makes the holding with `quantityValue` on hand · hold: reserves · release: gives back a
 * reservation · draw: takes a held quantity away · receive: adds to what is on hand.
 */
export interface HoldingMove {
  readonly holdingId: string;
  readonly move: 'open' | 'hold' | 'release' | 'draw' | 'receive';
  /** In the holding's own unit, > 0 (≥ 0 for open). */
  readonly quantityValue: number;
}

export interface Holding {
  readonly holdingId: string;
  readonly realm: Realm;
  /** Physically there, held or not. Never negative, never below what is held. */
  readonly onHandValue: number;
  readonly heldValue: number;
}

export interface AppendRequest {
  readonly realm: Realm;
  readonly recordedAt: Instant;
  /** All or nothing. */
  readonly appends: readonly StreamAppend[];
  readonly holdings?: readonly HoldingMove[];
}

export interface EventLog {
  /**
   * Appends in one transaction and returns after COMMIT. Refuses with LOG_VERSION_CONFLICT
   * {stream, expectedVersion, actualVersion}, LOG_HOLDING_SHORT {holdingId, wanted, available},
   * LOG_HOLDING_UNKNOWN {holdingId}. Views are updated in the same transaction.
   */
  append(request: AppendRequest): Promise<Result<readonly EventEnvelope[]>>;
  /** Events of one stream in order; only those recorded by then when `knownAt` is given. */
  readStream(realm: Realm, stream: StreamId, options?: { readonly knownAt?: Instant }): Promise<readonly EventEnvelope[]>;
  /** A page of the whole log, in order. */
  readAll(options: { readonly realm?: Realm; readonly afterPositionIndex: number; readonly limitCount: number }): Promise<readonly EventEnvelope[]>;
  /** Walks the hash chain of a realm. */
  verify(realm: Realm): Promise<LogVerification>;
  listRealms(): Promise<readonly Realm[]>;
}

export interface LogVerification {
  readonly realm: Realm;
  readonly eventCount: number;
  /** Hash of the last event; 64 zeros for an empty realm. */
  readonly headHash: string;
  /** First position where the chain does not hold; undefined when it holds throughout. */
  readonly brokenAtPositionIndex: number | undefined;
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
  listHoldings(realm: Realm): Promise<readonly Holding[]>;
  /** Drops all views of all realms and folds the log again; returns how many events were folded. */
  rebuild(): Promise<{ readonly eventCount: number; readonly viewCount: number }>;
}
