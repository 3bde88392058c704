// Walks a realm from its first event to its last and says what an auditor needs: whether the chain
// holds, whether the holdings are the sum of its moves, and whether heads that were kept outside the
// table are in it. One walk for every store; a chain cannot vouch for its own tail, a head outside can.

import type { Instant, Refusal } from '@anlan/kernel';
import { isoFromInstant } from '@anlan/kernel';
import type { HoldingDifference, HoldingSums } from './holdings.ts';
import { addMove, compareHoldings, holdingsOf } from './holdings.ts';
import { GENESIS_HASH, hashEvent } from './hash.ts';
import type { EventEnvelope, Holding, Realm } from './types.ts';

/** Where the log of a realm stands. */
export interface LogHead {
  readonly realm: Realm;
  /** 0 for an empty realm. */
  readonly positionIndex: number;
  /** Hash of the last event; 64 zeros for an empty realm. */
  readonly hash: string;
  readonly eventCount: number;
}

/** A head that was written down outside the log. */
export interface LogCheckpoint extends LogHead {
  readonly at: Instant;
}

export interface LogVerification {
  readonly realm: Realm;
  readonly eventCount: number;
  /** Hash of the last event; 64 zeros for an empty realm. */
  readonly headHash: string;
  /** First position where the chain does not hold; undefined when it holds throughout. */
  readonly brokenAtPositionIndex: number | undefined;
  readonly holdingCount: number;
  /** Holdings whose table is not the sum of the moves in the chain. */
  readonly holdingDifferences: readonly HoldingDifference[];
  /** Hashes that were asked for and are in no event of this realm. */
  readonly missingHashes: readonly string[];
}

export interface LogWalk {
  /** Events of the realm, in order. */
  take(event: EventEnvelope): void;
  end(kept: readonly Holding[]): LogVerification;
}

export function createLogWalk(realm: Realm, hashes: readonly string[] = []): LogWalk {
  const sums: HoldingSums = new Map();
  const missing = new Set(hashes.filter((hash) => hash !== GENESIS_HASH));
  let headHash = GENESIS_HASH;
  let eventCount = 0;
  let brokenAtPositionIndex: number | undefined;
  return {
    take(event) {
      for (const move of event.moves ?? []) addMove(sums, move);
      if (brokenAtPositionIndex !== undefined) return;
      const { stream, streamVersion, recordedAt, positionIndex } = event;
      const hash = hashEvent(headHash, { realm, stream, streamVersion, recordedAt, event });
      if (event.prevHash !== headHash || event.hash !== hash) {
        brokenAtPositionIndex = positionIndex;
        return;
      }
      missing.delete(hash);
      headHash = hash;
      eventCount += 1;
    },
    end(kept) {
      const logged = holdingsOf(realm, sums);
      return { realm, eventCount, headHash, brokenAtPositionIndex, holdingCount: logged.length, holdingDifferences: compareHoldings(logged, kept), missingHashes: [...missing] };
    },
  };
}

/**
 * What is wrong, coded; empty when nothing is. `checkpoints`: the heads of this realm that were kept
 * outside; of those that are not in the chain the longest is told. After a break the rest of the chain
 * proves nothing, so only the break is told.
 */
export function findingsOf(verification: LogVerification, checkpoints: readonly LogCheckpoint[] = []): readonly Refusal[] {
  const { realm, eventCount, brokenAtPositionIndex, holdingDifferences, missingHashes } = verification;
  const findings: Refusal[] = [];
  const lost = checkpoints.filter(({ hash }) => missingHashes.includes(hash)).toSorted((a, b) => b.eventCount - a.eventCount)[0];
  if (brokenAtPositionIndex !== undefined) findings.push({ code: 'LOG_CHAIN_BROKEN', params: { realm, positionIndex: brokenAtPositionIndex, eventCount } });
  else if (lost !== undefined) {
    const params = { realm, checkpointCount: lost.eventCount, eventCount, hash: lost.hash, at: isoFromInstant(lost.at) };
    findings.push({ code: eventCount < lost.eventCount ? 'LOG_TAIL_CUT' : 'LOG_REWRITTEN', params });
  }
  const said = (holding: Holding | undefined) => (holding === undefined ? '–' : `${holding.onHandValue}/${holding.heldValue}`);
  for (const { holdingId, logged, kept } of holdingDifferences) {
    findings.push({ code: 'LOG_HOLDING_DIFFERS', params: { realm, holdingId, logged: said(logged), kept: said(kept) } });
  }
  return findings;
}
