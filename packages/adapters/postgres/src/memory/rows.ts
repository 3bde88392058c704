// Between rows and the domain's types. Payloads go through canonical JSON, so that what is read
// back, what was hashed and what the caller gets are the same value.

import type { Actor, Basis, EventEnvelope, HoldingMove, NewEvent, Realm, StreamId, StreamKind, View } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { assert, canonicalJson, instantFromMs } from '@anlan/kernel';

export interface EventRow {
  readonly position: string;
  readonly realm: string;
  readonly stream: string;
  readonly stream_version: number;
  readonly type: string;
  readonly payload: unknown;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly actor: Actor;
  readonly basis: readonly Basis[];
  readonly moves: readonly HoldingMove[] | null;
  readonly prev_hash: string;
  readonly hash: string;
}

export const EVENT_COLUMNS =
  'position, realm, stream, stream_version, type, payload, happened_at, recorded_at, actor, basis, moves, prev_hash, hash';

export function rowToEvent(row: EventRow): EventEnvelope {
  return {
    positionIndex: Number(row.position),
    realm: row.realm as Realm,
    stream: row.stream as StreamId,
    streamVersion: row.stream_version,
    type: row.type,
    payload: row.payload,
    happenedAt: instantFromMs(row.happened_at.getTime()),
    recordedAt: instantFromMs(row.recorded_at.getTime()),
    actor: row.actor,
    basis: row.basis,
    ...(row.moves === null ? {} : { moves: row.moves }),
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/** The event as it will be read back: plain JSON values, undefined members dropped. */
export function normalised(event: NewEvent): NewEvent {
  const { payload, actor, basis } = JSON.parse(
    canonicalJson({ payload: event.payload, actor: event.actor, basis: event.basis }),
  ) as Pick<NewEvent, 'payload' | 'actor' | 'basis'>;
  const moves = (event.moves ?? []).map(({ holdingId, move, quantityValue }): HoldingMove => ({ holdingId, move, quantityValue }));
  return { type: event.type, payload: payload ?? null, happenedAt: event.happenedAt, actor, basis, ...(moves.length === 0 ? {} : { moves }) };
}

export interface ViewRow {
  readonly realm: string;
  readonly kind: string;
  readonly id: string;
  readonly stream_version: number;
  readonly updated_at: Date;
  readonly body: unknown;
}

export const VIEW_COLUMNS = 'realm, kind, id, stream_version, updated_at, body';

export function rowToView<Body>(row: ViewRow): View<Body> {
  return {
    realm: row.realm as Realm,
    kind: row.kind as StreamKind,
    id: row.id,
    streamVersion: row.stream_version,
    updatedAt: instantFromMs(row.updated_at.getTime()),
    body: row.body as Body,
  };
}

export function splitStream(stream: string): { readonly kind: StreamKind; readonly id: string } {
  const colon = stream.indexOf(':');
  assert(colon > 0 && colon < stream.length - 1 && !stream.includes('\u0000'), `not a stream id: ${stream}`);
  return { kind: stream.slice(0, colon) as StreamKind, id: stream.slice(colon + 1) };
}

/** The queryable part of a body: its top-level texts, numbers and truth values, as jsonb takes them. */
export function queryKeys(body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return '{}';
  const members = Object.entries(body).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return storableJson(Object.fromEntries(members));
}

/** JSON that jsonb accepts: U+0000 and lone surrogates become U+FFFD, on both sides of a query. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === 'string') return storableText(member);
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).map(([key, inner]) => [storableText(key), inner as unknown]));
  });
}

/** Exact for every Instant: the driver would write dates in local time. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

function storableText(text: string): string {
  return text.replace(/\u0000|\p{Surrogate}/gu, '\ufffd');
}
