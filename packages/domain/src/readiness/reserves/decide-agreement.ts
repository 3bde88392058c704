// Social agreements: a call-up over what counts is refused, and a failed audit lowers what counts
// (S-448). What counts is a holding, so that two calls at once cannot both have the last of it.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, Holding, HoldingMove } from '../../log/index.ts';
import { newEvent, wholeMillionths } from '../../log/index.ts';
import { mayEdit, recordKey } from '../../register/index.ts';
import type { RecordValues } from '../../register/index.ts';
import { availableValue } from './pick-fefo.ts';
import { socialAgreements } from './social-agreements.ts';
import { checkFound, takeAway } from './decide-stock.ts';
import type { StockDecision } from './decide-stock.ts';
import type { SocialAgreement } from './usable.ts';

export type AgreementEvent = {
  readonly type: 'agreement.audited';
  readonly payload: {
    readonly foundValue: number;
    readonly countedBeforeValue: number;
    readonly countedValue: number;
    /** Promised to orders beyond what the audit found; those orders must be looked at. */
    readonly overPromisedValue: number;
    readonly note: string;
    readonly changes: RecordValues;
  };
};

/** What an agreement counts for: the agreed quantity, or less after a failed audit. */
export function countedAgreementValue(agreement: SocialAgreement): number {
  return agreement.values.countedValue ?? agreement.values.agreedValue;
}

/** Refuses a call-up beyond what is agreed, counted and not yet called. */
export function checkCallUp(agreement: SocialAgreement, holding: Holding | undefined, wantedValue: number): Result<true> {
  const available = availableValue(holding);
  return wantedValue > available ? refuse('READINESS_CALL_UP_OVER_AGREED', { id: agreement.id, wanted: wantedValue, available }) : ok(true);
}

/**
 * An audit found `foundValue` in the firm's store. Less than agreed: failed, and only what was
 * found counts from now on. At least as much: passed, and the agreed quantity counts again.
 */
export function decideAuditAgreement(agreement: SocialAgreement, holding: Holding, audit: { readonly foundValue: number; readonly note: string }, context: Context): Result<StockDecision> {
  const { id, values } = agreement;
  const { foundValue } = audit;
  if (agreement.archived) return refuse('READINESS_SUPPLY_ARCHIVED', { id });
  if (!mayEdit(socialAgreements, values, context.actor)) return refuse('READINESS_STOCK_EDIT_FORBIDDEN', { id });
  const quantity = checkFound(id, foundValue);
  if (!quantity.ok) return quantity;
  if (audit.note.trim() === '') return refuse('READINESS_NOTE_MISSING', { id });
  const countedBeforeValue = countedAgreementValue(agreement);
  const countedValue = Math.min(foundValue, values.agreedValue);
  const { moves, overPromisedValue } = adjust(recordKey('social-agreements', id), holding, countedBeforeValue, countedValue);
  const changes: RecordValues = {
    auditCode: foundValue < values.agreedValue ? 'failed' : 'passed', auditedAt: context.now, auditedBy: context.actor.id, countedValue,
  };
  const payload: AgreementEvent['payload'] = { foundValue, countedBeforeValue, countedValue, overPromisedValue, note: audit.note.trim(), changes };
  return ok({ events: [newEvent(context, 'agreement.audited', payload)], holdings: moves });
}

/** What was called up already (counted before − on hand) stays called up; the rest follows the audit. */
function adjust(holdingId: string, holding: Holding, countedBeforeValue: number, countedValue: number): { readonly moves: readonly HoldingMove[]; readonly overPromisedValue: number } {
  const calledValue = Math.max(0, countedBeforeValue - holding.onHandValue);
  const targetValue = Math.max(0, countedValue - calledValue);
  const growthValue = wholeMillionths(targetValue - holding.onHandValue);
  if (growthValue > 0) return { moves: [{ holdingId, move: 'receive', quantityValue: growthValue }], overPromisedValue: 0 };
  const removableValue = wholeMillionths(Math.min(-growthValue, availableValue(holding)));
  return { moves: removableValue > 0 ? takeAway(holdingId, removableValue) : [], overPromisedValue: Math.max(0, -growthValue - Math.max(0, removableValue)) };
}
