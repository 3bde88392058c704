// The memory in PostgreSQL: event log, views and holdings behind the domain's ports. Appends of
// this process queue here and take one connection, so that many writers never starve the readers.

import type { AppendRequest, EventEnvelope, EventLog, Folds, LogHead, LogVerification, Realm, View, ViewStore } from '@anlan/domain';
import { createLogWalk, GENESIS_HASH } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import type { PgPool } from '../pool.ts';
import { appendEvents, LOG_LOCK } from './append.ts';
import type { HoldingRow } from './holdings.ts';
import { holdingsKnownAt, movesOf, rowToHolding } from './holdings.ts';
import type { EventRow, ViewRow } from './rows.ts';
import { EVENT_COLUMNS, VIEW_COLUMNS, isoOf, rowToEvent, rowToView } from './rows.ts';
import { rebuildViews, viewQuerySql } from './views.ts';

/** `pool` must be migrated. `folds` are the projections of all stages. */
export function createPgMemory(options: { readonly pool: PgPool; readonly folds: Folds }): EventLog & ViewStore {
  const { pool, folds } = options;
  return { ...createLog(pool, folds), ...createViews(pool, folds) };
}

function createLog(pool: PgPool, folds: Folds): EventLog {
  const serial = createSerial();
  return {
    append: (request: AppendRequest): Promise<Result<readonly EventEnvelope[]>> => serial(() => appendEvents(pool, folds, request)),
    async readStream(realm, stream, readOptions) {
      const knownAt = readOptions?.knownAt;
      const rows = await pool.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE realm = $1 AND stream = $2
           AND ($3::timestamptz IS NULL OR recorded_at <= $3) ORDER BY stream_version`,
        [realm, stream, knownAt === undefined ? null : isoOf(knownAt)],
      );
      return rows.map(rowToEvent);
    },
    async readAll({ realm, afterPositionIndex, limitCount }) {
      const rows = await pool.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE position > $1 ${realm === undefined ? '' : 'AND realm = $3'} ORDER BY position LIMIT $2`,
        realm === undefined ? [afterPositionIndex, limitCount] : [afterPositionIndex, limitCount, realm],
      );
      return rows.map(rowToEvent);
    },
    listMoves: (realm, query) => movesOf(pool, realm, query),
    verify: (realm, verifyOptions) => verifyRealm(pool, realm, verifyOptions?.hashes),
    head: (realm) => findHead(pool, realm),
    async listRealms() {
      const rows = await pool.query<{ realm: Realm }>('SELECT DISTINCT realm FROM event ORDER BY realm');
      return rows.map((row) => row.realm);
    },
  };
}

function createViews(pool: PgPool, folds: Folds): ViewStore {
  return {
    async find<Body>(realm: Realm, kind: string, id: string): Promise<View<Body> | undefined> {
      const rows = await pool.query<ViewRow>(`SELECT ${VIEW_COLUMNS} FROM view WHERE realm = $1 AND kind = $2 AND id = $3`, [realm, kind, id]);
      return rows[0] === undefined ? undefined : rowToView<Body>(rows[0]);
    },
    async list(query) {
      const { text, values } = viewQuerySql(query);
      return (await pool.query<ViewRow>(text, values)).map((row) => rowToView(row));
    },
    async findHolding(realm, holdingId) {
      const rows = await pool.query<HoldingRow>('SELECT * FROM holding WHERE realm = $1 AND holding_id = $2', [realm, holdingId]);
      return rows[0] === undefined ? undefined : rowToHolding(rows[0]);
    },
    async listHoldings(realm, listOptions) {
      if (listOptions?.knownAt !== undefined) return holdingsKnownAt(pool, realm, listOptions.knownAt);
      return (await pool.query<HoldingRow>('SELECT * FROM holding WHERE realm = $1 ORDER BY holding_id', [realm])).map(rowToHolding);
    },
    rebuild: () =>
      pool.transaction(async (client) => {
        await client.query(`SELECT pg_advisory_xact_lock(${LOG_LOCK})`);
        return rebuildViews(client, folds);
      }),
  };
}

/** Events and holdings of one moment, while others go on writing. */
function verifyRealm(pool: PgPool, realm: Realm, hashes: readonly string[] = []): Promise<LogVerification> {
  return pool.transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const walk = createLogWalk(realm, hashes);
    let after = 0;
    for (;;) {
      const { rows } = await client.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE realm = $1 AND position > $2 ORDER BY position LIMIT ${PAGE_COUNT}`,
        [realm, after],
      );
      for (const event of rows.map(rowToEvent)) {
        walk.take(event);
        after = event.positionIndex;
      }
      if (rows.length < PAGE_COUNT) break;
    }
    const kept = await client.query<HoldingRow>('SELECT * FROM holding WHERE realm = $1 ORDER BY holding_id', [realm]);
    return walk.end(kept.rows.map(rowToHolding));
  });
}

async function findHead(pool: PgPool, realm: Realm): Promise<LogHead> {
  const rows = await pool.query<{ readonly position: string; readonly hash: string; readonly count: string }>(
    'SELECT position, hash, (SELECT count(*) FROM event WHERE realm = $1) AS count FROM event WHERE realm = $1 ORDER BY position DESC LIMIT 1', [realm],
  );
  const [row] = rows;
  if (row === undefined) return { realm, positionIndex: 0, hash: GENESIS_HASH, eventCount: 0 };
  return { realm, positionIndex: Number(row.position), hash: row.hash, eventCount: Number(row.count) };
}

/** Runs one work at a time, in order of asking. */
function createSerial(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // The asker gets the error; the next one starts all the same.
    return mine;
  };
}

const PAGE_COUNT = 1000;
