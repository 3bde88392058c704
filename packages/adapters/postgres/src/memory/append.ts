// One append: under one advisory lock for the whole log, so that positions have no gaps and every
// reader sees events in order; versions checked, events hashed and inserted, views folded, holdings
// moved, all in one transaction. A refusal rolls back as cleanly as a failure.

import type { AppendRequest, EventEnvelope, Folds, NewEvent, StreamAppend } from '@anlan/domain';
import { GENESIS_HASH, hashEvent } from '@anlan/domain';
import type { Refusal, Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse } from '@anlan/kernel';
import type pg from 'pg';
import type { PgPool } from '../pool.ts';
import { moveHoldings } from './holdings.ts';
import { isoOf, normalised, splitStream } from './rows.ts';
import type { ViewChange } from './views.ts';
import { saveViews } from './views.ts';

export function appendEvents(pool: PgPool, folds: Folds, request: AppendRequest): Promise<Result<readonly EventEnvelope[]>> {
  const appends = request.appends.map((append) => ({ ...append, events: append.events.map(normalised) }));
  return pool.withClient(async (client) => {
    try {
      // Inside: a lock that is not had in time leaves the transaction open, and it must not go back to the pool so.
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOG_LOCK})`);
      const result = await appendLocked(client, folds, { ...request, appends });
      await client.query(result.ok ? 'COMMIT' : 'ROLLBACK');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined); // The first error is the one to report.
      throw error;
    }
  });
}

async function appendLocked(client: pg.PoolClient, folds: Folds, request: AppendRequest): Promise<Result<readonly EventEnvelope[]>> {
  const heads = await loadHeads(client, request);
  const envelopes: EventEnvelope[] = [];
  for (const append of request.appends) {
    const head = heads.streams.get(append.stream);
    const actualVersion = head?.version ?? 0;
    if (actualVersion !== append.expectedVersion) return conflict(append, actualVersion);
    for (const event of append.events) envelopes.push(advance(heads, folds, request, append, event));
  }
  await insertEvents(client, envelopes);
  await saveViews(client, request.realm, viewChanges(heads, envelopes));
  const moved: Refusal | undefined = await moveHoldings(client, request.realm, envelopes.flatMap((envelope) => envelope.moves ?? []));
  return moved === undefined ? ok(envelopes) : { ok: false, refusal: moved };
}

interface StreamHead {
  version: number;
  body: unknown;
}

interface Heads {
  lastPosition: number;
  headHash: string;
  readonly streams: Map<string, StreamHead>;
}

interface HeadRow {
  /** One row per stream, and one with an empty name, so that a request without streams has a head too. */
  readonly stream: string;
  readonly version: number | null;
  readonly body: unknown;
  readonly last: string | null;
  readonly hash: string | null;
}

async function loadHeads(client: pg.PoolClient, request: AppendRequest): Promise<Heads> {
  const streams = [...new Set(request.appends.map((append) => append.stream))];
  const parts = streams.map(splitStream);
  // One statement, prepared once per connection: an append is a handful of round trips, and each counts.
  const found = await client.query<HeadRow>({
    name: 'anlan-log-heads',
    text: `SELECT s.stream, v.body,
                  (SELECT max(e.stream_version) FROM event e WHERE e.realm = $1 AND e.stream = s.stream) AS version,
                  (SELECT max(position) FROM event) AS last,
                  (SELECT hash FROM event WHERE realm = $1 ORDER BY position DESC LIMIT 1) AS hash
             FROM unnest($2::text[] || ''::text, $3::text[] || ''::text, $4::text[] || ''::text) AS s(stream, kind, id)
             LEFT JOIN view v ON v.realm = $1 AND v.kind = s.kind AND v.id = s.id`,
    values: [request.realm, streams, parts.map((part) => part.kind), parts.map((part) => part.id)],
  });
  return {
    lastPosition: Number(found.rows[0]?.last ?? 0),
    headHash: found.rows[0]?.hash ?? GENESIS_HASH,
    streams: new Map(found.rows.map((row) => [row.stream, { version: row.version ?? 0, body: row.body ?? undefined }])),
  };
}

function advance(heads: Heads, folds: Folds, request: AppendRequest, append: StreamAppend, event: NewEvent): EventEnvelope {
  const { realm, recordedAt } = request;
  const { stream } = append;
  const head = heads.streams.get(stream) ?? { version: 0, body: undefined };
  const streamVersion = head.version + 1;
  const hash = hashEvent(heads.headHash, { realm, stream, streamVersion, recordedAt, event });
  const envelope: EventEnvelope = {
    ...event, realm, stream, streamVersion, recordedAt,
    positionIndex: heads.lastPosition + 1, prevHash: heads.headHash, hash,
  };
  const fold = folds[splitStream(stream).kind];
  heads.streams.set(stream, { version: streamVersion, body: fold === undefined ? undefined : fold.apply(head.body, envelope) });
  heads.lastPosition += 1;
  heads.headHash = hash;
  return envelope;
}

function viewChanges(heads: Heads, envelopes: readonly EventEnvelope[]): ViewChange[] {
  const last = new Map(envelopes.map((envelope) => [envelope.stream, envelope]));
  return [...last.values()].map((envelope) => ({
    ...splitStream(envelope.stream),
    streamVersion: envelope.streamVersion,
    updatedAt: envelope.recordedAt,
    updatedPosition: envelope.positionIndex,
    body: heads.streams.get(envelope.stream)?.body,
  }));
}

function conflict(append: StreamAppend, actualVersion: number): Result<never> {
  return refuse('LOG_VERSION_CONFLICT', { stream: append.stream, expectedVersion: append.expectedVersion, actualVersion });
}

async function insertEvents(client: pg.PoolClient, envelopes: readonly EventEnvelope[]): Promise<void> {
  if (envelopes.length === 0) return;
  const column = <T>(pick: (envelope: EventEnvelope) => T): T[] => envelopes.map(pick);
  await client.query({
    name: 'anlan-log-insert',
    text: `INSERT INTO event (position, realm, stream, stream_version, type, payload, happened_at, recorded_at, actor, basis, moves, prev_hash, hash)
     SELECT position, realm, stream, stream_version, type, payload::json, happened_at, recorded_at, actor::json, basis::json, moves::json, prev_hash, hash
       FROM unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::timestamptz[],
                   $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
         AS e(position, realm, stream, stream_version, type, payload, happened_at, recorded_at, actor, basis, moves, prev_hash, hash)`,
    values: [
      column((e) => e.positionIndex), column((e) => e.realm), column((e) => e.stream), column((e) => e.streamVersion),
      column((e) => e.type), column((e) => canonicalJson(e.payload)), column((e) => isoOf(e.happenedAt)),
      column((e) => isoOf(e.recordedAt)), column((e) => canonicalJson(e.actor)), column((e) => canonicalJson(e.basis)),
      column((e) => (e.moves === undefined ? null : canonicalJson(e.moves))), column((e) => e.prevHash), column((e) => e.hash),
    ],
  });
}

/** One writer of the log at a time, in all processes. */
export const LOG_LOCK = 7_262_003;
