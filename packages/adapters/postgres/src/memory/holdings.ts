// Conserved quantities. Each move of an event is one conditional UPDATE in the transaction of that
// event, and the table's CHECK (on_hand ≥ held ≥ 0) stands behind it. The table is only the sum of the
// moves in the hash chain: it can be compared with the log and made again from it. Quantities are
// decimal with a resolution of 1e-6 of the holding's unit: 0.3 takes 0.1 three times.

import type { Holding, HoldingMove, HoldingSums, MoveQuery, Realm, RecordedMove, StreamId } from '@anlan/domain';
import { foldHoldings } from '@anlan/domain';
import type { Instant, Refusal } from '@anlan/kernel';
import { assert, instantFromMs } from '@anlan/kernel';
import type pg from 'pg';
import type { PgPool } from '../pool.ts';
import { isoOf } from './rows.ts';

/** Executes the moves in order; returns the first refusal, and the caller rolls back. */
export async function moveHoldings(client: pg.PoolClient, realm: Realm, moves: readonly HoldingMove[]): Promise<Refusal | undefined> {
  for (const move of moves) {
    const done = await client.query(STATEMENTS[move.move], [realm, move.holdingId, decimal(move)]);
    if (done.rowCount === 0) return explain(client, realm, move);
  }
  return undefined;
}

/** Makes the whole table again from these sums, by realm; in the caller's transaction. */
export async function replaceHoldings(client: pg.PoolClient, sums: ReadonlyMap<Realm, HoldingSums>): Promise<number> {
  await client.query('DELETE FROM holding');
  let holdingCount = 0;
  for (const [realm, ofRealm] of sums) {
    const holdings = [...ofRealm.entries()];
    await client.query('INSERT INTO holding (realm, holding_id, on_hand, held) SELECT $1, * FROM unnest($2::text[], $3::numeric[], $4::numeric[])', [
      realm, holdings.map(([holdingId]) => holdingId),
      holdings.map(([, { onHandMillionths }]) => `${onHandMillionths}e-6`), holdings.map(([, { heldMillionths }]) => `${heldMillionths}e-6`),
    ]);
    holdingCount += holdings.length;
  }
  return holdingCount;
}

/** As the events recorded by then have them. */
export async function holdingsKnownAt(pool: PgPool, realm: Realm, knownAt: Instant): Promise<readonly Holding[]> {
  const rows = await pool.query<{ readonly moves: readonly HoldingMove[] }>(
    'SELECT moves FROM event WHERE realm = $1 AND moves IS NOT NULL AND recorded_at <= $2 ORDER BY position', [realm, isoOf(knownAt)],
  );
  return foldHoldings(realm, rows);
}

interface MoveRow {
  readonly holding_id: string;
  readonly move: HoldingMove['move'];
  readonly quantity_value: number;
  readonly recorded_at: Date;
  readonly type: string;
  readonly stream: string;
  readonly actor_name: string;
}

/** Moves out of the chain's events, by their own partial index; the table of holdings keeps none. */
export async function movesOf(pool: PgPool, realm: Realm, { holdingIdPrefix, fromAt, toAt }: MoveQuery): Promise<readonly RecordedMove[]> {
  const rows = await pool.query<MoveRow>(
    `SELECT m.one ->> 'holdingId' AS holding_id, m.one ->> 'move' AS move, (m.one ->> 'quantityValue')::double precision AS quantity_value,
            e.recorded_at, e.type, e.stream, e.actor ->> 'name' AS actor_name
       FROM event e CROSS JOIN LATERAL json_array_elements(e.moves) WITH ORDINALITY AS m(one, place)
      WHERE e.realm = $1 AND e.moves IS NOT NULL AND e.recorded_at >= $2 AND e.recorded_at < $3 AND starts_with(m.one ->> 'holdingId', $4)
      ORDER BY e.position, m.place`,
    [realm, isoOf(fromAt), isoOf(toAt), holdingIdPrefix],
  );
  return rows.map((row) => ({
    holdingId: row.holding_id, move: row.move, quantityValue: row.quantity_value, recordedAt: instantFromMs(row.recorded_at.getTime()), eventType: row.type,
    stream: row.stream as StreamId, actorName: row.actor_name,
  }));
}

export interface HoldingRow {
  readonly realm: string;
  readonly holding_id: string;
  readonly on_hand: string;
  readonly held: string;
}

export function rowToHolding(row: HoldingRow): Holding {
  return { holdingId: row.holding_id, realm: row.realm as Realm, onHandValue: Number(row.on_hand), heldValue: Number(row.held) };
}

async function explain(client: pg.PoolClient, realm: Realm, move: HoldingMove): Promise<Refusal> {
  const { rows } = await client.query<HoldingRow>('SELECT realm, holding_id, on_hand, held FROM holding WHERE realm = $1 AND holding_id = $2', [realm, move.holdingId]);
  const row = rows[0];
  if (row === undefined) return { code: 'LOG_HOLDING_UNKNOWN', params: { holdingId: move.holdingId } };
  assert(move.move !== 'open', `holding ${move.holdingId} is opened twice`);
  const { onHandValue, heldValue } = rowToHolding(row);
  const available = move.move === 'hold' ? round6(onHandValue - heldValue) : heldValue;
  return { code: 'LOG_HOLDING_SHORT', params: { holdingId: move.holdingId, wanted: move.quantityValue, available } };
}

function decimal(move: HoldingMove): string {
  const { quantityValue } = move;
  assert(Number.isFinite(quantityValue) && quantityValue < LARGEST_QUANTITY, `not a quantity: ${quantityValue}`);
  assert(move.move === 'open' ? quantityValue >= 0 : quantityValue >= SMALLEST_QUANTITY, `a move needs a positive quantity: ${quantityValue}`);
  return quantityValue.toFixed(6);
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

const LARGEST_QUANTITY = 1e12;
const SMALLEST_QUANTITY = 1e-6;

const STATEMENTS: Readonly<Record<HoldingMove['move'], string>> = {
  open: 'INSERT INTO holding (realm, holding_id, on_hand) VALUES ($1, $2, $3::numeric) ON CONFLICT DO NOTHING',
  hold: 'UPDATE holding SET held = held + $3::numeric WHERE realm = $1 AND holding_id = $2 AND on_hand - held >= $3::numeric',
  release: 'UPDATE holding SET held = held - $3::numeric WHERE realm = $1 AND holding_id = $2 AND held >= $3::numeric',
  draw: 'UPDATE holding SET held = held - $3::numeric, on_hand = on_hand - $3::numeric WHERE realm = $1 AND holding_id = $2 AND held >= $3::numeric',
  receive: 'UPDATE holding SET on_hand = on_hand + $3::numeric WHERE realm = $1 AND holding_id = $2',
};
