// A transfer between places, with the way between them: what has left is in nobody's store until it is
// received, and what is received short stays on the books of the transfer until a second person settles it.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, HoldingMove, StreamAppend } from '../../log/index.ts';
import { newEvent, withMoves, wholeMillionths } from '../../log/index.ts';
import { recordStream } from '../../register/index.ts';
import type { RecordValues } from '../../register/index.ts';
import { checkFound, takeAway } from '../reserves/decide-stock.ts';
import type { StockLot } from '../reserves/usable.ts';
import { checkNote, lotHolding, slipHolding, wrongState } from './slip-desk.ts';
import type { SlipDecision } from './slip-desk.ts';
import type { TransferLine, TransferSlip } from './types.ts';

type Decision = Result<SlipDecision<TransferSlip>>;

/** Out of the lots and onto the way, line by line. */
export function leaveMoves(id: string, lines: readonly TransferLine[]): readonly HoldingMove[] {
  return lines.flatMap(({ fromLotId, quantityValue }, i): HoldingMove[] => [...takeAway(lotHolding(fromLotId), quantityValue), { holdingId: onTheWay(id, i), move: 'open', quantityValue }]);
}

export interface ReceivedLine {
  readonly fromLotId: string;
  readonly receivedValue: number;
  /** A lot of the same kind at the place of arrival; null: a lot is made there like the one it came from. */
  readonly toLotId: string | null;
}

export interface Arrival {
  readonly received: readonly ReceivedLine[];
  readonly lots: ReadonlyMap<string, StockLot>;
  readonly position: StockLot['values']['position'];
  /** Who answers for the place of arrival. */
  readonly organisationId: string;
  readonly note: string;
}

export function decideReceiveTransfer(slip: TransferSlip, arrival: Arrival, context: Context): Decision {
  if (slip.state !== 'in-transit') return wrongState(slip, 'receive');
  const moves: HoldingMove[] = [];
  const also: StreamAppend[] = [];
  const lines: TransferLine[] = [];
  for (const [i, line] of slip.lines.entries()) {
    const told = arrival.received.find((one) => one.fromLotId === line.fromLotId);
    if (told === undefined) return refuse('READINESS_RECEIPT_INCOMPLETE', { id: slip.id, lotId: line.fromLotId });
    const checked = checkReceived(slip, line, told, arrival.lots);
    if (!checked.ok) return checked;
    const { receivedValue } = told;
    const source = arrival.lots.get(line.fromLotId);
    if (receivedValue > 0) moves.push(...takeAway(onTheWay(slip.id, i), receivedValue));
    if (told.toLotId === null && receivedValue > 0) {
      if (source === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'stock-lots', id: line.fromLotId });
      const made = lotAtArrival(slip, i, source, { ...arrival, receivedValue }, context);
      also.push(made.append);
      lines.push({ ...line, receivedValue, toLotId: made.lotId });
      continue;
    }
    if (told.toLotId !== null && receivedValue > 0) moves.push({ holdingId: lotHolding(told.toLotId), move: 'receive', quantityValue: receivedValue });
    lines.push({ ...line, receivedValue, toLotId: told.toLotId });
  }
  const differs = lines.some((line) => missingValue(line) > 0);
  if (differs) {
    const noted = checkNote(slip.id, arrival.note);
    if (!noted.ok) return noted;
  }
  return ok({ type: 'slip.received', changes: { state: differs ? 'difference' : 'received', lines, receivedById: context.actor.id }, note: arrival.note, moves, also });
}

/** Another person than the receiver: what was found after all goes in, the rest is written off as lost. */
export function decideSettleTransfer(slip: TransferSlip, settled: { readonly foundByLot: Readonly<Record<string, number>>; readonly note: string }, context: Context): Decision {
  if (slip.state !== 'difference') return wrongState(slip, 'settle');
  if (slip.receivedById === context.actor.id) return refuse('READINESS_SLIP_SAME_PERSON', { id: slip.id });
  const noted = checkNote(slip.id, settled.note);
  if (!noted.ok) return noted;
  const moves: HoldingMove[] = [];
  const lines: TransferLine[] = [];
  for (const [i, line] of slip.lines.entries()) {
    const missing = missingValue(line);
    const foundValue = settled.foundByLot[line.fromLotId] ?? 0;
    const quantity = checkFound(line.fromLotId, foundValue);
    if (!quantity.ok) return quantity;
    if (foundValue > missing) return refuse('READINESS_RECEIPT_OVER_SENT', { id: slip.id, lotId: line.fromLotId, sent: missing, received: foundValue });
    if (missing > 0) moves.push(...takeAway(onTheWay(slip.id, i), missing));
    const lotId = line.toLotId ?? line.fromLotId;
    if (foundValue > 0) moves.push({ holdingId: lotHolding(lotId), move: 'receive', quantityValue: foundValue });
    lines.push({ ...line, toLotId: foundValue > 0 ? lotId : line.toLotId, receivedValue: wholeMillionths((line.receivedValue ?? 0) + foundValue), lostValue: wholeMillionths(missing - foundValue) });
  }
  return ok({ type: 'slip.settled', changes: { state: 'settled', lines }, note: settled.note, moves });
}

/** Back to where it came from, whole. */
export function decideTurnBack(slip: TransferSlip, note: string): Decision {
  if (slip.state !== 'in-transit') return wrongState(slip, 'turn-back');
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  const moves = slip.lines.flatMap((line, i): HoldingMove[] => [
    ...takeAway(onTheWay(slip.id, i), line.quantityValue), { holdingId: lotHolding(line.fromLotId), move: 'receive', quantityValue: line.quantityValue },
  ]);
  return ok({ type: 'slip.turned_back', changes: { state: 'turned-back' }, note, moves });
}

/** Sent and neither received nor written off. */
export function missingValue({ quantityValue, receivedValue, lostValue }: TransferLine): number {
  return receivedValue === null ? quantityValue : wholeMillionths(quantityValue - receivedValue - lostValue);
}

export type TransferOpening = { readonly toFacilityId: string; readonly dueAt: Instant | null; readonly carrierText: string };

function onTheWay(id: string, lineIndex: number): string {
  return slipHolding('transfer', id, String(lineIndex));
}

function checkReceived(slip: TransferSlip, line: TransferLine, told: ReceivedLine, lots: ReadonlyMap<string, StockLot>): Result<true> {
  const quantity = checkFound(line.fromLotId, told.receivedValue);
  if (!quantity.ok) return quantity;
  if (told.receivedValue > line.quantityValue) return refuse('READINESS_RECEIPT_OVER_SENT', { id: slip.id, lotId: line.fromLotId, sent: line.quantityValue, received: told.receivedValue });
  if (told.toLotId === null) return ok(true);
  const target = lots.get(told.toLotId);
  if (target === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'stock-lots', id: told.toLotId });
  if (target.values.facilityId !== slip.toFacilityId) return refuse('READINESS_COUNT_OTHER_PLACE', { id: slip.id, lotId: told.toLotId });
  return target.values.itemKindId === line.itemKindId ? ok(true) : refuse('READINESS_TRANSFER_OTHER_KIND', { fromId: line.fromLotId, toId: told.toLotId });
}

/** The same goods at another place: expiry and inspection travel with them, the bin does not. */
function lotAtArrival(
  slip: TransferSlip, lineIndex: number, source: StockLot, there: { readonly receivedValue: number; readonly position: Arrival['position']; readonly organisationId: string }, context: Context,
): { readonly lotId: string; readonly append: StreamAppend } {
  const lotId = `${slip.id}-${lineIndex + 1}`;
  const values: RecordValues = {
    ...source.values, lotNumber: `${source.values.lotNumber}-${slip.id.slice(-4)}${lineIndex + 1}`, organisationId: there.organisationId, facilityId: slip.toFacilityId, position: there.position,
    openingValue: there.receivedValue, binId: null, floorValue: null, countState: null, countedValue: null, countBookValue: null, countedAt: null, countedBy: null,
  };
  const event = newEvent(context, 'record.created', { registerId: 'stock-lots', id: lotId, values, state: source.state, seedHash: null });
  const moves: readonly HoldingMove[] = [{ holdingId: lotHolding(lotId), move: 'open', quantityValue: there.receivedValue }];
  return { lotId, append: { stream: recordStream('stock-lots', lotId), expectedVersion: 0, events: withMoves([event], moves) } };
}
