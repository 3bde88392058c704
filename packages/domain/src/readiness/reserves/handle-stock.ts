// Moves of the three reserves beside orders: load the lot and its holding, decide, append both the
// event and the holding in one transaction.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, EventLog, Holding, StreamAppend, View, ViewStore } from '../../log/index.ts';
import { withMoves } from '../../log/index.ts';
import { mayDo } from '../../access/index.ts';
import type { Command } from '../../access/index.ts';
import { recordKey, recordOf, recordStream } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { decideAuditAgreement } from './decide-agreement.ts';
import { decideApproveCount, decideCountStock, decideIssueStock, decideReceiveStock, decideTransferStock } from './decide-stock.ts';
import type { StockDecision } from './decide-stock.ts';
import { socialAgreements } from './social-agreements.ts';
import { stockLots } from './stock-lots.ts';

export interface StockDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
}

export interface StockMoved {
  readonly streamVersion: number;
}

/** Version that the person saw; a move typed twice by accident is refused the second time. */
interface Seen {
  readonly seenVersion?: number;
}

export interface MoveStock extends Seen {
  readonly lotId: string;
  readonly quantityValue: number;
  readonly note: string;
}

export async function handleReceiveStock(deps: StockDeps, command: MoveStock, context: Context): Promise<Result<StockMoved>> {
  const found = await load(deps, 'stock-lots', command.lotId, context, command);
  if (!found.ok) return found;
  return append(deps, found.value, 'stock.move', decideReceiveStock(recordOf(stockLots, found.value.view.body), command.quantityValue, command.note, context), context);
}

export async function handleIssueStock(deps: StockDeps, command: MoveStock, context: Context): Promise<Result<StockMoved>> {
  const found = await load(deps, 'stock-lots', command.lotId, context, command);
  if (!found.ok) return found;
  return append(deps, found.value, 'stock.move', decideIssueStock(recordOf(stockLots, found.value.view.body), command.quantityValue, command.note, context), context);
}

export async function handleTransferStock(deps: StockDeps, command: { readonly fromLotId: string; readonly toLotId: string; readonly quantityValue: number; readonly note: string } & Seen, context: Context): Promise<Result<StockMoved>> {
  const from = await load(deps, 'stock-lots', command.fromLotId, context, command);
  if (!from.ok) return from;
  const to = await load(deps, 'stock-lots', command.toLotId, context);
  if (!to.ok) return to;
  const decision = decideTransferStock(recordOf(stockLots, from.value.view.body), recordOf(stockLots, to.value.view.body), command.quantityValue, command.note, context);
  if (!decision.ok) return decision;
  for (const { view } of [from.value, to.value]) {
    const may = mayMove(view, 'stock.move', context);
    if (!may.ok) return may;
  }
  const { sent, received } = decision.value;
  const appends = [appendOf(from.value.view, sent), appendOf(to.value.view, received)];
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends });
  return appended.ok ? ok({ streamVersion: from.value.view.streamVersion + 1 }) : appended;
}

export async function handleCountStock(deps: StockDeps, command: { readonly lotId: string; readonly countedValue: number } & Seen, context: Context): Promise<Result<StockMoved>> {
  const found = await load(deps, 'stock-lots', command.lotId, context, command);
  if (!found.ok) return found;
  return append(deps, found.value, 'stock.move', decideCountStock(recordOf(stockLots, found.value.view.body), found.value.holding, command.countedValue, context), context);
}

export async function handleApproveCount(deps: StockDeps, command: { readonly lotId: string; readonly approve: boolean; readonly note: string } & Seen, context: Context): Promise<Result<StockMoved>> {
  const found = await load(deps, 'stock-lots', command.lotId, context, command);
  if (!found.ok) return found;
  return append(deps, found.value, 'stock.approve', decideApproveCount(recordOf(stockLots, found.value.view.body), found.value.holding, command, context), context);
}

export async function handleAuditAgreement(deps: StockDeps, command: { readonly agreementId: string; readonly foundValue: number; readonly note: string } & Seen, context: Context): Promise<Result<StockMoved>> {
  const found = await load(deps, 'social-agreements', command.agreementId, context, command);
  if (!found.ok) return found;
  return append(deps, found.value, 'agreement.audit', decideAuditAgreement(recordOf(socialAgreements, found.value.view.body), found.value.holding, command, context), context);
}

interface Loaded {
  readonly view: View<RecordBody>;
  readonly holding: Holding;
}

async function load(deps: StockDeps, registerId: string, id: string, context: Context, { seenVersion }: Seen = {}): Promise<Result<Loaded>> {
  const key = recordKey(registerId, id);
  const view = await deps.views.find<RecordBody>(context.realm, 'record', key);
  const holding = await deps.views.findHolding(context.realm, key);
  if (view === undefined || holding === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId, id });
  const moved = seenVersion !== undefined && seenVersion !== view.streamVersion;
  return moved ? refuse('LOG_VERSION_CONFLICT', { stream: recordStream(registerId, id), expectedVersion: seenVersion, actualVersion: view.streamVersion }) : ok({ view, holding });
}

async function append(deps: StockDeps, loaded: Loaded, command: Command, decision: Result<StockDecision>, context: Context): Promise<Result<StockMoved>> {
  if (!decision.ok) return decision;
  const may = mayMove(loaded.view, command, context);
  if (!may.ok) return may;
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: [appendOf(loaded.view, decision.value)] });
  return appended.ok ? ok({ streamVersion: loaded.view.streamVersion + decision.value.events.length }) : appended;
}

/** The access table, by whose the supply is. */
function mayMove(view: View<RecordBody>, command: Command, context: Context): Result<true> {
  const organisationId = view.body.values['organisationId'];
  return mayDo(context.actor, command, { organisationId: typeof organisationId === 'string' ? organisationId : null });
}

function appendOf(view: View<RecordBody>, decision: StockDecision): StreamAppend {
  return { stream: recordStream(view.body.registerId, view.body.id), expectedVersion: view.streamVersion, events: withMoves(decision.events, decision.holdings) };
}
