// The hash chain: each event's hash covers its content and the hash before it, so that a changed,
// removed or inserted event breaks the chain from there on. Moves of holdings are covered where there are
// any. Chains are kept per realm.

import { canonicalJson, sha256Hex } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { NewEvent, Realm, StreamId } from './types.ts';

export const GENESIS_HASH = '0'.repeat(64);

export interface HashedContent {
  readonly realm: Realm;
  readonly stream: StreamId;
  readonly streamVersion: number;
  readonly recordedAt: Instant;
  readonly event: NewEvent;
}

/** SHA-256 of the previous hash and the canonical JSON of the content. */
export function hashEvent(prevHash: string, content: HashedContent): string {
  const { realm, stream, streamVersion, recordedAt, event } = content;
  const { type, payload, happenedAt, actor, basis, moves } = event;
  const covered = { realm, stream, streamVersion, recordedAt, type, payload, happenedAt, actor, basis };
  return sha256Hex(prevHash + canonicalJson(moves === undefined || moves.length === 0 ? covered : { ...covered, moves }));
}
