// Counts what each source sent: taken and refused, by code. In memory, since start; nothing that
// came through a door is missing from these numbers.

import type { Instant } from '@anlan/kernel';
import type { IngestCount } from './types.ts';

export interface IngestTally {
  readonly acceptedCount: number;
  /** Sent again, the same as before; acknowledged and not stored twice. */
  readonly knownCount?: number;
  /** One code for each refused item. */
  readonly refusedCodes: readonly string[];
  readonly at: Instant;
}

export interface IngestCounter {
  count(sourceId: string, tally: IngestTally): void;
  list(): readonly IngestCount[];
}

export function createIngestCounter(): IngestCounter {
  const counts = new Map<string, IngestCount>();
  return {
    count: (sourceId, tally) => void counts.set(sourceId, add(counts.get(sourceId) ?? empty(sourceId), tally)),
    list: () => [...counts.values()],
  };
}

function add(count: IngestCount, tally: IngestTally): IngestCount {
  const refusedCounts: Record<string, number> = { ...count.refusedCounts };
  for (const code of tally.refusedCodes) refusedCounts[code] = (refusedCounts[code] ?? 0) + 1;
  return { ...count, acceptedCount: count.acceptedCount + tally.acceptedCount, knownCount: (count.knownCount ?? 0) + (tally.knownCount ?? 0), refusedCounts, lastReceivedAt: tally.at };
}

function empty(sourceId: string): IngestCount {
  return { sourceId, acceptedCount: 0, refusedCounts: {}, lastReceivedAt: undefined };
}
