// Views: one document per stream, saved in the transaction of its events, found by key or by
// equality on top-level members, and rebuilt from the log by folding it again.

import type { EventEnvelope, Folds, HoldingAmounts, HoldingSums, Realm, Rebuilt, StreamKind, ViewQuery } from '@anlan/domain';
import { addMove } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { canonicalJson } from '@anlan/kernel';
import type pg from 'pg';
import { replaceHoldings } from './holdings.ts';
import type { EventRow } from './rows.ts';
import { EVENT_COLUMNS, VIEW_COLUMNS, isoOf, queryKeys, rowToEvent, splitStream, storableJson } from './rows.ts';

export interface ViewChange {
  readonly kind: StreamKind;
  readonly id: string;
  readonly streamVersion: number;
  readonly updatedAt: Instant;
  readonly updatedPosition: number;
  /** undefined: the stream has no view (any more). */
  readonly body: unknown;
}

export async function saveViews(client: pg.PoolClient, realm: Realm, changes: readonly ViewChange[]): Promise<void> {
  const gone = changes.filter((change) => change.body === undefined);
  const kept = changes.filter((change) => change.body !== undefined);
  if (gone.length > 0) {
    await client.query(
      'DELETE FROM view v USING unnest($2::text[], $3::text[]) AS g(kind, id) WHERE v.realm = $1 AND v.kind = g.kind AND v.id = g.id',
      [realm, gone.map((change) => change.kind), gone.map((change) => change.id)],
    );
  }
  if (kept.length === 0) return;
  const column = <T>(pick: (change: ViewChange) => T): T[] => kept.map(pick);
  await client.query({
    name: 'anlan-view-save',
    text: `INSERT INTO view (realm, kind, id, stream_version, updated_at, updated_position, body, keys)
     SELECT $1, kind, id, stream_version, updated_at, updated_position, body::json, keys::jsonb
       FROM unnest($2::text[], $3::text[], $4::integer[], $5::timestamptz[], $6::bigint[], $7::text[], $8::text[])
         AS c(kind, id, stream_version, updated_at, updated_position, body, keys)
     ON CONFLICT (realm, kind, id) DO UPDATE SET stream_version = excluded.stream_version, updated_at = excluded.updated_at,
       updated_position = excluded.updated_position, body = excluded.body, keys = excluded.keys`,
    values: [
      realm, column((c) => c.kind), column((c) => c.id), column((c) => c.streamVersion), column((c) => isoOf(c.updatedAt)),
      column((c) => c.updatedPosition), column((c) => canonicalJson(c.body)), column((c) => queryKeys(c.body)),
    ],
  });
}

/** In the order of the last change; a list among `where` values means any of them. */
export function viewQuerySql(query: ViewQuery): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [query.realm, query.kind];
  const conditions = ['realm = $1', 'kind = $2'];
  for (const [name, wanted] of Object.entries(query.where ?? {})) {
    const alternatives = Array.isArray(wanted) ? (wanted as readonly string[]) : [wanted];
    values.push(alternatives.map((value) => storableJson({ [name]: value })));
    conditions.push(`keys @> ANY($${values.length}::jsonb[])`);
  }
  if (query.idPrefix !== undefined) {
    values.push(query.idPrefix);
    conditions.push(`starts_with(id, $${values.length})`);
  }
  let text = `SELECT ${VIEW_COLUMNS} FROM view WHERE ${conditions.join(' AND ')} ORDER BY updated_position ${query.newestFirst === true ? 'DESC' : 'ASC'}`;
  if (query.limitCount !== undefined) {
    values.push(query.limitCount);
    text += ` LIMIT $${values.length}`;
  }
  return { text, values };
}

/** Folds the whole log again into views and holdings, page by page, in the caller's transaction. */
export async function rebuildViews(client: pg.PoolClient, folds: Folds): Promise<Rebuilt> {
  const changes = new Map<string, ViewChange & { readonly realm: Realm }>();
  const sums = new Map<Realm, HoldingSums>();
  let eventCount = 0;
  let after = 0;
  for (;;) {
    const { rows } = await client.query<EventRow>(`SELECT ${EVENT_COLUMNS} FROM event WHERE position > $1 ORDER BY position LIMIT ${PAGE_COUNT}`, [after]);
    for (const event of rows.map(rowToEvent)) {
      foldInto(changes, folds, event);
      sumInto(sums, event);
      after = event.positionIndex;
    }
    eventCount += rows.length;
    if (rows.length < PAGE_COUNT) break;
  }
  await client.query('DELETE FROM view');
  const kept = [...changes.values()].filter((change) => change.body !== undefined);
  for (const realm of new Set(kept.map((change) => change.realm))) {
    const ofRealm = kept.filter((change) => change.realm === realm);
    for (let i = 0; i < ofRealm.length; i += PAGE_COUNT) await saveViews(client, realm, ofRealm.slice(i, i + PAGE_COUNT));
  }
  return { eventCount, viewCount: kept.length, holdingCount: await replaceHoldings(client, sums) };
}

function sumInto(sums: Map<Realm, HoldingSums>, event: EventEnvelope): void {
  const { realm, moves } = event;
  if (moves === undefined) return;
  const ofRealm: HoldingSums = sums.get(realm) ?? new Map<string, HoldingAmounts>();
  for (const move of moves) addMove(ofRealm, move);
  sums.set(realm, ofRealm);
}

function foldInto(changes: Map<string, ViewChange & { readonly realm: Realm }>, folds: Folds, event: EventEnvelope): void {
  const { kind, id } = splitStream(event.stream);
  const fold = folds[kind];
  if (fold === undefined) return;
  const key = `${event.realm}\u0000${event.stream}`;
  const folded = fold.apply(changes.get(key)?.body, event);
  // Through JSON, as a view that was saved and loaded between two appends.
  const body: unknown = folded === undefined ? undefined : JSON.parse(canonicalJson(folded));
  changes.set(key, {
    realm: event.realm, kind, id, streamVersion: event.streamVersion,
    updatedAt: event.recordedAt, updatedPosition: event.positionIndex, body,
  });
}

const PAGE_COUNT = 1000;
