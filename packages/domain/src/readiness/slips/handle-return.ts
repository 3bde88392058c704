// Returns by what they came out with: an order, a reservation, a loan or an issue by hand. One slip for each
// origin and lot, so that two people who take back at once cannot take back more than went out.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { Context, StreamAppend, View } from '../../log/index.ts';
import { wholeMillionths } from '../../log/index.ts';
import { recordStream } from '../../register/index.ts';
import { checkTakeBack, decideClean, decideRetest, decideTakeBack, quarantine } from './decide-return.ts';
import { appendStep, loadLot, loadSlip, mayForAll, openSlip } from './slip-desk.ts';
import type { LotNow, Seen, SlipDeps, SlipDone } from './slip-desk.ts';
import type { NewSlip, ReservationSlip, ReturnOriginKind, ReturnSlip } from './types.ts';

export interface ReturnDeps extends SlipDeps {
  /** What an order took out of a lot; orders are a later stage, so the app looks it up. undefined: no such order, or it has not left. */
  drawnByOrder(orderId: string, lotId: string, context: Context): Promise<number | undefined>;
}

export interface TakeBack {
  readonly originKind: Exclude<ReturnOriginKind, 'loan'>;
  /** Order or reservation; for an issue by hand the lot's own id. */
  readonly originId: string;
  readonly lotId: string;
  readonly quantityValue: number;
  readonly note: string;
}

export async function handleTakeBack(deps: ReturnDeps, command: TakeBack, context: Context): Promise<Result<SlipDone>> {
  const { originKind, originId, lotId, quantityValue, note } = command;
  const lot = await loadLot(deps.views, lotId, context);
  if (!lot.ok) return lot;
  const may = mayForAll(context.actor, 'stock.move', [lot.value.lot.values.organisationId]);
  if (!may.ok) return may;
  const drawnValue = await drawnOf(deps, command, context);
  if (drawnValue === undefined || drawnValue <= 0) return refuse('READINESS_RETURN_ORIGIN_UNKNOWN', { originKind, originId, lotId });
  return takeBack(deps, { originKind, originId, lot: lot.value, drawnValue, quantityValue, note }, [], context);
}

export interface BackFrom {
  readonly originKind: ReturnOriginKind;
  readonly originId: string;
  readonly lot: LotNow;
  readonly drawnValue: number;
  readonly quantityValue: number;
  readonly note: string;
}

/** Opens the slip or adds to it; `also` is appended with it, such as the step of a loan. */
export async function takeBack(deps: SlipDeps, { originKind, originId, lot, drawnValue, quantityValue, note }: BackFrom, also: readonly StreamAppend[], context: Context): Promise<Result<SlipDone>> {
  const id = returnId(originKind, originId, lot.lot.id);
  const view = await deps.views.find<ReturnSlip>(context.realm, 'slip', `return/${id}`);
  if (view !== undefined) {
    const decision = decideTakeBack({ ...view.body, drawnValue }, quantityValue, note);
    if (!decision.ok) return decision;
    return appendStep<'return'>(deps, view as View<ReturnSlip>, ok({ ...decision.value, changes: { ...decision.value.changes, drawnValue }, also }), context);
  }
  const empty = { id, drawnValue, dirtyValue: 0, cleanValue: 0, readyValue: 0, writtenOffValue: 0 };
  const checked = checkTakeBack(empty, quantityValue, note);
  if (!checked.ok) return checked;
  const { id: lotId, values } = lot.lot;
  const slip: NewSlip<'return'> = {
    kind: 'return', state: 'open', facilityId: values.facilityId, organisationIds: [values.organisationId], originKind, originId, lotId, itemKindId: values.itemKindId,
    drawnValue, dirtyValue: quantityValue, cleanValue: 0, readyValue: 0, writtenOffValue: 0,
  };
  return openSlip(deps, slip, { id, note, moves: [{ holdingId: quarantine(id), move: 'open', quantityValue }], also }, context);
}

export async function handleClean(deps: SlipDeps, command: { readonly id: string; readonly quantityValue: number; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadReturn(deps, command, context);
  return view.ok ? appendStep(deps, view.value, decideClean(view.value.body, command.quantityValue, command.note), context) : view;
}

export interface RetestCommand extends Seen {
  readonly id: string;
  readonly passedValue: number;
  readonly failedValue: number;
  readonly inspectionValidUntilAt: Instant;
  /** null: the lot it came from. */
  readonly toLotId: string | null;
  readonly note: string;
}

export async function handleRetest(deps: SlipDeps, command: RetestCommand, context: Context): Promise<Result<SlipDone>> {
  const view = await loadReturn(deps, command, context);
  if (!view.ok) return view;
  const target = await loadLot(deps.views, command.toLotId ?? view.value.body.lotId, context);
  if (!target.ok) return target;
  const may = mayForAll(context.actor, 'stock.move', [target.value.lot.values.organisationId]);
  return may.ok ? appendStep(deps, view.value, decideRetest(view.value.body, command, target.value, context), context) : may;
}

export function returnId(originKind: ReturnOriginKind, originId: string, lotId: string): string {
  return `${originKind}~${originId}~${lotId}`;
}

async function loadReturn(deps: SlipDeps, command: { readonly id: string } & Seen, context: Context): Promise<Result<View<ReturnSlip>>> {
  const view = await loadSlip(deps.views, 'return', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.move', view.value.body.organisationIds);
  return may.ok ? view : may;
}

async function drawnOf(deps: ReturnDeps, { originKind, originId, lotId }: TakeBack, context: Context): Promise<number | undefined> {
  if (originKind === 'order') return deps.drawnByOrder(originId, lotId, context);
  if (originKind === 'reservation') {
    const slip = (await deps.views.find<ReservationSlip>(context.realm, 'slip', `reservation/${originId}`))?.body;
    if (slip?.state !== 'issued') return undefined;
    return wholeMillionths(slip.lines.filter((line) => line.supplyId === lotId).reduce((sum, line) => sum + line.quantityValue, 0));
  }
  if (originId !== lotId) return undefined;
  const issued = (await deps.log.readStream(context.realm, recordStream('stock-lots', lotId))).filter(({ type }) => type === 'stock.issued');
  return wholeMillionths(issued.reduce((sum, { payload }) => sum + (payload as { readonly quantityValue: number }).quantityValue, 0));
}
