// Conserved quantities. Each move is one conditional UPDATE in the transaction of the events, the
// table's CHECK (on_hand ≥ held ≥ 0) stands behind it, and every move is kept in `holding_move`.
// Quantities are decimal with a resolution of 1e-6 of the holding's unit: 0.3 takes 0.1 three times.

import type { AppendRequest, Holding, HoldingMove, Realm } from '@anlan/domain';
import type { Refusal } from '@anlan/kernel';
import { assert } from '@anlan/kernel';
import type pg from 'pg';
import { isoOf } from './rows.ts';

/** Executes the moves in order; returns the first refusal, and the caller rolls back. */
export async function moveHoldings(client: pg.PoolClient, request: AppendRequest, eventPosition: number | undefined): Promise<Refusal | undefined> {
  for (const move of request.holdings ?? []) {
    const quantity = decimal(move);
    const done = await client.query(STATEMENTS[move.move], [request.realm, move.holdingId, quantity]);
    if (done.rowCount === 0) return explain(client, request.realm, move);
    await client.query(
      'INSERT INTO holding_move (realm, holding_id, move, quantity, recorded_at, event_position) VALUES ($1, $2, $3, $4, $5, $6)',
      [request.realm, move.holdingId, move.move, quantity, isoOf(request.recordedAt), eventPosition ?? null],
    );
  }
  return undefined;
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
