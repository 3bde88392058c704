// What comes back from use is not stock yet: it is dirty, then clean, then tested, and only what passes the
// test is ready. The quantity in each state is kept; their sum never passes what went out (S-447).

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context, HoldingMove } from '../../log/index.ts';
import { newEvent, wholeMillionths } from '../../log/index.ts';
import { recordStream } from '../../register/index.ts';
import type { RecordValues } from '../../register/index.ts';
import { checkFound, takeAway } from '../reserves/decide-stock.ts';
import { checkNote, checkQuantity, lotHolding, slipHolding, wrongState } from './slip-desk.ts';
import type { LotNow, SlipDecision } from './slip-desk.ts';
import type { ReturnSlip } from './types.ts';

type Decision = Result<SlipDecision<ReturnSlip>>;

/** Refuses more than is still out; `lostValue`: of a loan, what will not come back. */
export function checkTakeBack(slip: Pick<ReturnSlip, 'id' | 'drawnValue' | 'dirtyValue' | 'cleanValue' | 'readyValue' | 'writtenOffValue'>, quantityValue: number, note: string): Result<true> {
  const quantity = checkQuantity(slip.id, quantityValue);
  if (!quantity.ok) return quantity;
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  const outValue = wholeMillionths(slip.drawnValue - backValue(slip));
  return quantityValue > outValue ? refuse('READINESS_RETURN_OVER_DRAWN', { id: slip.id, wanted: quantityValue, available: outValue }) : ok(true);
}

export function decideTakeBack(slip: ReturnSlip, quantityValue: number, note: string): Decision {
  const checked = checkTakeBack(slip, quantityValue, note);
  if (!checked.ok) return checked;
  const moves: readonly HoldingMove[] = [{ holdingId: quarantine(slip.id), move: 'receive', quantityValue }];
  return ok({ type: 'slip.taken_back', changes: { state: 'open', dirtyValue: wholeMillionths(slip.dirtyValue + quantityValue) }, note, moves });
}

/** `note` says how: washed with what, or that nothing had to be done. */
export function decideClean(slip: ReturnSlip, quantityValue: number, note: string): Decision {
  if (slip.state !== 'open') return wrongState(slip, 'clean');
  const checked = checkPart(slip, quantityValue, slip.dirtyValue, note);
  if (!checked.ok) return checked;
  return ok({ type: 'slip.cleaned', changes: { dirtyValue: wholeMillionths(slip.dirtyValue - quantityValue), cleanValue: wholeMillionths(slip.cleanValue + quantityValue) }, note, moves: [] });
}

export interface Retest {
  readonly passedValue: number;
  readonly failedValue: number;
  /** Until when the passed part counts as inspected. */
  readonly inspectionValidUntilAt: Instant;
  readonly note: string;
}

/**
 * The passed part goes into `target`, with the inspection just made when the whole lot has just been tested or the
 * lot's own runs out sooner; the failed part is written off.
 */
export function decideRetest(slip: ReturnSlip, retest: Retest, target: LotNow, context: Context): Decision {
  const { passedValue, failedValue, inspectionValidUntilAt, note } = retest;
  if (slip.state !== 'open') return wrongState(slip, 'retest');
  for (const value of [passedValue, failedValue]) {
    const found = checkFound(slip.id, value);
    if (!found.ok) return found;
  }
  const testedValue = wholeMillionths(passedValue + failedValue);
  const checked = checkPart(slip, testedValue, slip.cleanValue, note);
  if (!checked.ok) return checked;
  if (target.lot.values.itemKindId !== slip.itemKindId) return refuse('READINESS_TRANSFER_OTHER_KIND', { fromId: slip.lotId, toId: target.lot.id });
  if (inspectionValidUntilAt <= context.now) return refuse('READINESS_LOT_INSPECTION_LAPSED', { id: target.lot.id, lapsedAt: isoFromInstant(inspectionValidUntilAt) });
  const cleanValue = wholeMillionths(slip.cleanValue - testedValue);
  const moves: readonly HoldingMove[] = [
    ...takeAway(quarantine(slip.id), testedValue),
    ...(passedValue > 0 ? [{ holdingId: lotHolding(target.lot.id), move: 'receive', quantityValue: passedValue } as const] : []),
  ];
  const changes = {
    cleanValue, readyValue: wholeMillionths(slip.readyValue + passedValue), writtenOffValue: wholeMillionths(slip.writtenOffValue + failedValue),
    state: cleanValue + slip.dirtyValue > 0 ? 'open' : 'closed',
  } as const;
  return ok({ type: 'slip.retested', changes, note, moves, also: passedValue > 0 ? inspectionOf(target, inspectionValidUntilAt, context) : [] });
}

/** All that has come back, in whatever state it is now. */
export function backValue({ dirtyValue, cleanValue, readyValue, writtenOffValue }: Pick<ReturnSlip, 'dirtyValue' | 'cleanValue' | 'readyValue' | 'writtenOffValue'>): number {
  return wholeMillionths(dirtyValue + cleanValue + readyValue + writtenOffValue);
}

export function quarantine(slipId: string): string {
  return slipHolding('return', slipId, 'quarantine');
}

function checkPart(slip: ReturnSlip, quantityValue: number, haveValue: number, note: string): Result<true> {
  const quantity = checkQuantity(slip.id, quantityValue);
  if (!quantity.ok) return quantity;
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  return quantityValue > haveValue ? refuse('READINESS_RETURN_PART_OVER', { id: slip.id, wanted: quantityValue, available: haveValue }) : ok(true);
}

/** An emptied lot takes the new inspection; else the lot keeps the earlier of both dates: nothing counts longer than it was tested for. */
function inspectionOf({ lot, holding, streamVersion }: LotNow, untilAt: Instant, context: Context) {
  const known = lot.values.inspectionCode === 'passed' ? lot.values.inspectionValidUntilAt : null;
  if (holding.onHandValue > 0 && (known === null || known <= untilAt)) return [];
  const changes: RecordValues = { inspectionCode: 'passed', inspectedAt: context.now, inspectionValidUntilAt: untilAt };
  return [{ stream: recordStream('stock-lots', lot.id), expectedVersion: streamVersion, events: [newEvent(context, 'stock.retested', { changes })] }];
}
