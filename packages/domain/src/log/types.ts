// The memory: one append-only log of events. An event is a decision or a fact that somebody stands
// for, with the time it happened and the time it was recorded. High-rate observations are not
// events; what is decided from them is an event that cites them.

import type { Instant } from '@anlan/kernel';

/** Every stream belongs to reality or to exactly one drill. */
export type Realm = 'real' | `drill-${string}`;

export const STREAM_KINDS = [
  'alert', 'report', 'incident', 'forecast', 'plan', 'order', 'review', 'record', 'account', 'notice', 'device', 'document', 'catalogue', 'forcing', 'slip', 'stress',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** `kind:id`, for example `incident:incident-7k3m…`; records are `record:<register>/<id>`. */
export type StreamId = `${StreamKind}:${string}`;

export type Role =
  | 'duty' | 'commander' | 'dispatcher' | 'responder' | 'enterprise' | 'reserve' | 'industry' | 'admin';

/** Who stands for an event. A device or the system acts under its own id, never under a person's. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'device' | 'public';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisationId: string;
}

/** What an event rests on: other events, readings, a report, a rule with its version, a model run. */
export interface Basis {
  readonly kind: 'event' | 'reading' | 'report' | 'rule' | 'model' | 'person' | 'record';
  readonly ref: string;
}

export interface NewEvent<Type extends string = string, Payload = unknown> {
  readonly type: Type;
  readonly payload: Payload;
  readonly happenedAt: Instant;
  readonly actor: Actor;
  readonly basis: readonly Basis[];
  /** What this event does to conserved quantities; executed in the transaction of the append, and hashed with it. */
  readonly moves?: readonly HoldingMove[];
}

/**
 * A change of a conserved quantity. open: makes the holding with `quantityValue` on hand · hold: reserves ·
 * release: gives back a reservation · draw: takes a held quantity away · receive: adds to what is on hand.
 */
export interface HoldingMove {
  readonly holdingId: string;
  readonly move: 'open' | 'hold' | 'release' | 'draw' | 'receive';
  /** In the holding's own unit, > 0 (≥ 0 for open), to a millionth. */
  readonly quantityValue: number;
}

/** Stock, an agreement, a capacity; or one unit that one order at a time may have: a holding of one. */
export interface Holding {
  readonly holdingId: string;
  readonly realm: Realm;
  /** Physically there, held or not. Never negative, never below what is held. */
  readonly onHandValue: number;
  readonly heldValue: number;
}

export interface EventEnvelope<Type extends string = string, Payload = unknown> extends NewEvent<Type, Payload> {
  /** Place in the whole log; grows, with no meaning beyond order. */
  readonly positionIndex: number;
  readonly realm: Realm;
  readonly stream: StreamId;
  /** 1 for the first event of a stream. */
  readonly streamVersion: number;
  readonly recordedAt: Instant;
  /** Hash of the previous event of the same realm; 64 zeros before the first. */
  readonly prevHash: string;
  readonly hash: string;
}

/** What a command knows of its caller and its moment. */
export interface Context {
  readonly realm: Realm;
  readonly actor: Actor;
  readonly now: Instant;
}
