// Receives a report and answers for it. The stream's id follows from the device's key, so that two
// posts of the same report meet in the store's version check, whichever process took them.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Appended, Context, EventLog, NewEvent, View, ViewStore } from '../log/index.ts';
import { appendOne, loadView } from '../log/index.ts';
import type { Belonging, County } from './belonging.ts';
import type { ReceiveReport } from './decide-report.ts';
import { decideAcknowledgeReport, decideDismissReport, decideReceiveReport } from './decide-report.ts';
import { readReceipt, reportIdFromKey } from './receipt-number.ts';
import type { ReportBody } from './types.ts';

export interface ReportDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
}

export interface ReceiveDeps extends ReportDeps, Pick<Belonging, 'countyAt'> {}

export interface Receipt {
  readonly id: string;
  readonly receiptNumber: string;
  readonly receivedAt: Instant;
  /** True when this key had been received before. */
  readonly repeated: boolean;
}

/** Answers after COMMIT. The same key with the same words gives the same receipt, for ever. */
export async function handleReceiveReport(deps: ReceiveDeps, command: ReceiveReport, context: Context): Promise<Result<Receipt>> {
  const may = mayDo(context.actor, 'report.submit');
  if (!may.ok) return may;
  const id = reportIdFromKey(command.idempotencyKey);
  const countyAt = (position: LonLat): County | null => deps.countyAt(position);
  const find = (): Promise<View<ReportBody> | undefined> => deps.views.find<ReportBody>(context.realm, 'report', id);
  const decided = decideReceiveReport(command, { existing: (await find())?.body, countyAt }, context);
  if (!decided.ok) return decided;
  const isNew = decided.value.length > 0;
  if (isNew) {
    const appended = await appendOne(deps.log, context, { stream: `report:${id}`, expectedVersion: 0 }, decided.value);
    if (!appended.ok && appended.refusal.code !== 'LOG_VERSION_CONFLICT') return appended;
    if (!appended.ok) return receiptOf(decideReceiveReport(command, { existing: (await find())?.body, countyAt }, context), await find(), true);
  }
  return receiptOf(decided, await find(), !isNew);
}

export async function handleAcknowledgeReport(deps: ReportDeps, command: { readonly reportId: string; readonly seenVersion?: number }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'report.acknowledge');
  return may.ok ? change(deps, command, context, (body) => decideAcknowledgeReport(body, context)) : may;
}

export async function handleDismissReport(
  deps: ReportDeps, command: { readonly reportId: string; readonly reason: string; readonly seenVersion?: number }, context: Context,
): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'report.dismiss');
  return may.ok ? change(deps, command, context, (body) => decideDismissReport(body, command.reason, context)) : may;
}

/** What anybody who holds the receipt may know: that it was received, when, and how far it has got. */
export async function findReportByReceipt(
  deps: Pick<ReportDeps, 'views'>, text: string, context: Context,
): Promise<Result<Pick<ReportBody, 'receiptNumber' | 'receivedAt' | 'state'>>> {
  const receipt = readReceipt(text);
  if (!receipt.ok) return receipt;
  const [view] = await deps.views.list<ReportBody>({ realm: context.realm, kind: 'report', where: { receiptNumber: receipt.value }, limitCount: 1 });
  if (view === undefined) return refuse('SIGNAL_RECEIPT_UNKNOWN', { receiptNumber: receipt.value });
  const { receiptNumber, receivedAt, state } = view.body;
  return ok({ receiptNumber, receivedAt, state });
}

function receiptOf(decided: Result<readonly NewEvent[]>, view: View<ReportBody> | undefined, repeated: boolean): Result<Receipt> {
  if (!decided.ok) return decided;
  if (view === undefined) return refuse('SIGNAL_REPORT_UNKNOWN', { id: '' });
  const { id, receiptNumber, receivedAt } = view.body;
  return ok({ id, receiptNumber, receivedAt, repeated });
}

async function change(
  deps: ReportDeps, command: { readonly reportId: string; readonly seenVersion?: number }, context: Context,
  decide: (body: ReportBody) => Result<readonly NewEvent[]>,
): Promise<Result<Appended>> {
  const { reportId, seenVersion } = command;
  const view = await loadView<ReportBody>(deps.views, context, 'report', reportId, { unknownCode: 'SIGNAL_REPORT_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const decided = decide(view.value.body);
  return decided.ok ? appendOne(deps.log, context, { stream: `report:${reportId}`, expectedVersion: view.value.streamVersion }, decided.value) : decided;
}
