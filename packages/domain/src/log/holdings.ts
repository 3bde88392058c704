// Conserved quantities as arithmetic: a holding is nothing but the sum of the moves that events carry,
// so the table of the store can be computed again from the chain and compared with it. Counted in whole
// millionths of the holding's unit, so that 0.3 gives 0.1 three times and sums are exact.

import type { Refusal } from '@anlan/kernel';
import { assert } from '@anlan/kernel';
import type { MoveQuery, RecordedMove } from './ports.ts';
import type { EventEnvelope, Holding, HoldingMove, NewEvent, Realm } from './types.ts';

export interface HoldingAmounts {
  readonly onHandMillionths: bigint;
  readonly heldMillionths: bigint;
}

/** By holding id, of one realm. */
export type HoldingSums = Map<string, HoldingAmounts>;

/** What a holding is as the chain has it, and as the table says; undefined: not there at all. */
export interface HoldingDifference {
  readonly holdingId: string;
  readonly logged: Holding | undefined;
  readonly kept: Holding | undefined;
}

/** The moves of a decision become part of its first event, and so of the hash chain. */
export function withMoves(events: readonly NewEvent[], moves: readonly HoldingMove[]): readonly NewEvent[] {
  if (moves.length === 0) return events;
  const [first, ...rest] = events;
  assert(first !== undefined, 'a holding moves only with an event that says so');
  return [{ ...first, moves: [...(first.moves ?? []), ...moves] }, ...rest];
}

/** What a person may move: at least a millionth and no finer than whole ones, so that nothing is rounded behind their back. */
export function isMovable(quantityValue: number): boolean {
  return quantityValue >= SMALLEST_QUANTITY && quantityValue < LARGEST_QUANTITY && wholeMillionths(quantityValue) === quantityValue;
}

/** Free of the rounding errors of a difference: 0.3 − 0.1 gives 0.2. */
export function wholeMillionths(value: number): number {
  return Number(value.toFixed(6));
}

/** Moves as a store must: refused, with what is available, when it would break on hand ≥ held ≥ 0. */
export function moveHolding(sums: HoldingSums, move: HoldingMove): Refusal | undefined {
  const { holdingId } = move;
  const seen = sums.get(holdingId);
  if (move.move === 'open') assert(seen === undefined, `holding ${holdingId} is opened twice`);
  else if (seen === undefined) return { code: 'LOG_HOLDING_UNKNOWN', params: { holdingId } };
  else {
    const available = move.move === 'hold' ? seen.onHandMillionths - seen.heldMillionths : seen.heldMillionths;
    if (move.move !== 'receive' && millionthsOf(move) > available) {
      return { code: 'LOG_HOLDING_SHORT', params: { holdingId, wanted: move.quantityValue, available: valueOf(available) } };
    }
  }
  addMove(sums, move);
  return undefined;
}

/** Adds a move that was recorded, whether it was legal or not: what the chain says, nothing else. */
export function addMove(sums: HoldingSums, move: HoldingMove): void {
  const quantity = millionthsOf(move);
  const seen = sums.get(move.holdingId) ?? NOTHING;
  const [onHandSign, heldSign] = SIGNS[move.move];
  sums.set(move.holdingId, { onHandMillionths: seen.onHandMillionths + onHandSign * quantity, heldMillionths: seen.heldMillionths + heldSign * quantity });
}

/** All holdings of a realm as these events have them. */
export function foldHoldings(realm: Realm, events: Iterable<Pick<EventEnvelope, 'moves'>>): readonly Holding[] {
  const sums: HoldingSums = new Map();
  for (const event of events) for (const move of event.moves ?? []) addMove(sums, move);
  return holdingsOf(realm, sums);
}

/** The moves that a query asks for, of events in order. */
export function listMovesOf(events: Iterable<EventEnvelope>, { holdingIdPrefix, fromAt, toAt }: MoveQuery): readonly RecordedMove[] {
  const found: RecordedMove[] = [];
  for (const { moves, recordedAt, type, stream, actor } of events) {
    if (recordedAt < fromAt || recordedAt >= toAt) continue;
    for (const move of moves ?? []) if (move.holdingId.startsWith(holdingIdPrefix)) found.push({ ...move, recordedAt, eventType: type, stream, actorName: actor.name });
  }
  return found;
}

/** In order of id. */
export function holdingsOf(realm: Realm, sums: HoldingSums): readonly Holding[] {
  return [...sums.keys()].sort().flatMap((holdingId) => holdingOf(realm, holdingId, sums.get(holdingId)) ?? []);
}

export function holdingOf(realm: Realm, holdingId: string, amounts: HoldingAmounts | undefined): Holding | undefined {
  if (amounts === undefined) return undefined;
  return { holdingId, realm, onHandValue: valueOf(amounts.onHandMillionths), heldValue: valueOf(amounts.heldMillionths) };
}

/** Where the table and the chain do not say the same. */
export function compareHoldings(logged: readonly Holding[], kept: readonly Holding[]): readonly HoldingDifference[] {
  const byId = (holdings: readonly Holding[]) => new Map(holdings.map((holding) => [holding.holdingId, holding]));
  const [inLog, inTable] = [byId(logged), byId(kept)];
  const same = (a: Holding | undefined, b: Holding | undefined): boolean => a?.onHandValue === b?.onHandValue && a?.heldValue === b?.heldValue;
  return [...new Set([...inLog.keys(), ...inTable.keys()])].sort()
    .map((holdingId) => ({ holdingId, logged: inLog.get(holdingId), kept: inTable.get(holdingId) }))
    .filter((one) => !same(one.logged, one.kept));
}

/** Exact: the six decimals of the text, not the nearest double. */
function millionthsOf({ move, quantityValue }: HoldingMove): bigint {
  assert(Number.isFinite(quantityValue) && Math.abs(quantityValue) < LARGEST_QUANTITY, `not a quantity: ${quantityValue}`);
  const millionths = BigInt(quantityValue.toFixed(6).replace('.', ''));
  assert(move === 'open' ? millionths >= 0n : millionths > 0n, `a move needs a positive quantity: ${quantityValue}`);
  return millionths;
}

function valueOf(millionths: bigint): number {
  return Number(millionths) / 1e6;
}

/** Of the holding's unit; twelve digits before the point, six after it. */
const LARGEST_QUANTITY = 1e12;
/** One millionth: what the book resolves. */
const SMALLEST_QUANTITY = 1e-6;
const NOTHING: HoldingAmounts = { onHandMillionths: 0n, heldMillionths: 0n };

/** What a move does to on hand and to held. */
const SIGNS: Readonly<Record<HoldingMove['move'], readonly [bigint, bigint]>> = {
  open: [1n, 0n], hold: [0n, 1n], release: [0n, -1n], draw: [-1n, -1n], receive: [1n, 0n],
};
