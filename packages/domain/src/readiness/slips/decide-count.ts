// A count sheet of a place: what the book says against what was found. The book is changed by nobody who
// counted: a second person approves the differences, and only while the book still is what it was when the
// lot was counted (S-447).

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, Holding, HoldingMove } from '../../log/index.ts';
import { wholeMillionths } from '../../log/index.ts';
import { checkFound, takeAway } from '../reserves/decide-stock.ts';
import { checkNote, lotHolding, wrongState } from './slip-desk.ts';
import type { SlipDecision } from './slip-desk.ts';
import type { CountLine, CountSlip } from './types.ts';

type Decision = Result<SlipDecision<CountSlip>>;

/** `onHand`: of every lot of the sheet as it stands now. */
export function decideRecordCount(slip: CountSlip, found: readonly { readonly lotId: string; readonly countedValue: number }[], onHand: ReadonlyMap<string, Holding>, context: Context): Decision {
  if (slip.state !== 'open') return wrongState(slip, 'count');
  const lines = new Map(slip.lines.map((line) => [line.lotId, line]));
  for (const { lotId, countedValue } of found) {
    const line = lines.get(lotId);
    const holding = onHand.get(lotId);
    if (line === undefined || holding === undefined) return refuse('READINESS_COUNT_OTHER_PLACE', { id: slip.id, lotId });
    const quantity = checkFound(lotId, countedValue);
    if (!quantity.ok) return quantity;
    lines.set(lotId, { ...line, countedValue, countedById: context.actor.id, bookValue: holding.onHandValue });
  }
  return ok({ type: 'slip.counted', changes: { lines: [...lines.values()] }, note: '', moves: [] });
}

/** Without a difference the sheet is agreed at once; else it waits for a second person. */
export function decideSubmitCount(slip: CountSlip, note: string, context: Context): Decision {
  if (slip.state !== 'open') return wrongState(slip, 'submit');
  const missingCount = slip.lines.filter((line) => line.countedValue === null).length;
  if (missingCount > 0) return refuse('READINESS_COUNT_INCOMPLETE', { id: slip.id, missingCount });
  const state = slip.lines.some((line) => differenceValue(line) !== 0) ? 'submitted' : 'agreed';
  return ok({ type: 'slip.submitted', changes: { state, submittedById: context.actor.id }, note, moves: [] });
}

/** `onHand`: as it stands now; a lot that moved since it was counted must be counted again. */
export function decideAnswerCount(slip: CountSlip, answer: { readonly approve: boolean; readonly note: string }, onHand: ReadonlyMap<string, Holding>, context: Context): Decision {
  const { id, lines } = slip;
  if (slip.state !== 'submitted') return wrongState(slip, answer.approve ? 'approve' : 'reject');
  const noted = checkNote(id, answer.note);
  if (!noted.ok) return noted;
  const counters = new Set([slip.submittedById, ...lines.map((line) => line.countedById)]);
  if (counters.has(context.actor.id)) return refuse('READINESS_COUNT_SAME_PERSON', { id });
  const differing = lines.filter((line) => differenceValue(line) !== 0);
  if (!answer.approve) {
    const again = lines.map((line): CountLine => (differing.includes(line) ? { ...line, countedValue: null, countedById: null } : line));
    return ok({ type: 'slip.rejected', changes: { state: 'open', submittedById: null, lines: again }, note: answer.note, moves: [] });
  }
  const moves: HoldingMove[] = [];
  for (const line of differing) {
    const book = onHand.get(line.lotId)?.onHandValue;
    if (book !== line.bookValue) return refuse('READINESS_COUNT_OUTDATED', { id: line.lotId, book: line.bookValue, onHand: book ?? 0 });
    const difference = differenceValue(line);
    const holdingId = lotHolding(line.lotId);
    if (difference > 0) moves.push({ holdingId, move: 'receive', quantityValue: difference });
    else moves.push(...takeAway(holdingId, -difference));
  }
  return ok({ type: 'slip.approved', changes: { state: 'approved' }, note: answer.note, moves });
}

export function decideCancelCount(slip: CountSlip, note: string): Decision {
  if (slip.state !== 'open' && slip.state !== 'submitted') return wrongState(slip, 'cancel');
  const noted = checkNote(slip.id, note);
  return noted.ok ? ok({ type: 'slip.cancelled', changes: { state: 'cancelled' }, note, moves: [] }) : noted;
}

/** Found minus book; 0 while nobody counted. */
export function differenceValue({ bookValue, countedValue }: CountLine): number {
  return countedValue === null ? 0 : wholeMillionths(countedValue - bookValue);
}
