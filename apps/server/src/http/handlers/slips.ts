// Slips of the store over HTTP: each a thin call of its handler in the domain.

import {
  handleAnswerCount, handleAnswerWriteOff, handleCancelCount, handleClean, handleConfirmHold, handleExtendLoan, handleGiveBack, handleHold, handleIssueReserved, handleLend, handleLoanLost, handleOpenCount,
  handleProposeWriteOff, handlePutAway, handleReceiveTransfer, handleRecordCount, handleReleaseHold, handleRetest, handleSendTransfer, handleSettleTransfer, handleSubmitCount, handleTakeBack, handleTurnBack,
} from '@anlan/domain';
import { instant, ok, refuse } from '@anlan/kernel';
import { drawnByOrder } from '../../services/drawn-by-order.ts';
import { getSlip, listSlips } from '../../services/warehouse.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';

type SlipRoutes =
  | 'listSlips' | 'getSlip' | 'holdSupplies' | 'confirmHold' | 'releaseHold' | 'issueReserved' | 'openCount' | 'recordCount' | 'submitCount' | 'answerCountSheet' | 'cancelCount'
  | 'sendTransfer' | 'receiveTransfer' | 'settleTransfer' | 'turnBackTransfer' | 'takeBack' | 'cleanReturn' | 'retestReturn' | 'lendStock' | 'extendLoan' | 'giveBackLoan' | 'loseLoan'
  | 'proposeWriteOff' | 'answerWriteOff' | 'putAway';

export const slipHandlers: Pick<Handlers, SlipRoutes> = {
  listSlips: async ({ app, query, context }) => ok(await listSlips(app, query, context)),
  getSlip: ({ app, params, context }) => getSlip(app, params, context),

  async holdSupplies({ app, body, context }) {
    const { lines, byKind, purposeText, holdForS, requestKey } = body;
    if ((lines === undefined) === (byKind === undefined)) return refuse('READINESS_SLIP_EMPTY', { kind: 'reservation' });
    const wanted = lines === undefined ? { itemKindId: byKind?.itemKindId ?? '', facilityId: byKind?.facilityId ?? null, quantityValue: byKind?.quantityValue ?? 0, usedAt: byKind === undefined ? context.now : instant(byKind.usedAt) } : { lines };
    return handleHold(app, { wanted, purposeText, holdForS, ...(requestKey === undefined ? {} : { requestKey }) }, context);
  },
  confirmHold: ({ app, params, body, context }) => handleConfirmHold(app, { id: params.id, note: body.note, ...seen(body) }, context),
  releaseHold: ({ app, params, body, context }) => handleReleaseHold(app, { id: params.id, note: body.note, ...seen(body) }, context),
  issueReserved: ({ app, params, body, context }) => handleIssueReserved(app, { id: params.id, note: body.note, ...seen(body) }, context),

  openCount({ app, body, context }) {
    const { facilityId, zoneCode, blind, note } = body;
    return handleOpenCount(app, { facilityId, blind, note, ...(zoneCode === undefined ? {} : { zoneCode }) }, context);
  },
  recordCount: ({ app, params, body, context }) => handleRecordCount(app, { id: params.id, found: body.found, ...seen(body) }, context),
  submitCount: ({ app, params, body, context }) => handleSubmitCount(app, { id: params.id, note: body.note, ...seen(body) }, context),
  answerCountSheet: ({ app, params, body, context }) => handleAnswerCount(app, { id: params.id, approve: body.approve, note: body.note, ...seen(body) }, context),
  cancelCount: ({ app, params, body, context }) => handleCancelCount(app, { id: params.id, note: body.note, ...seen(body) }, context),

  sendTransfer: ({ app, body, context }) => handleSendTransfer(app, { ...body, dueAt: body.dueAt === null ? null : instant(body.dueAt) }, context),
  receiveTransfer: ({ app, params, body, context }) => handleReceiveTransfer(app, { id: params.id, received: body.received, note: body.note, ...seen(body) }, context),
  settleTransfer({ app, params, body, context }) {
    const foundByLot = Object.fromEntries(body.found.map(({ fromLotId, foundValue }) => [fromLotId, foundValue]));
    return handleSettleTransfer(app, { id: params.id, foundByLot, note: body.note, ...seen(body) }, context);
  },
  turnBackTransfer: ({ app, params, body, context }) => handleTurnBack(app, { id: params.id, note: body.note, ...seen(body) }, context),

  takeBack: ({ app, body, context }) => handleTakeBack({ ...app, drawnByOrder: (orderId, lotId) => drawnByOrder(app, orderId, lotId) }, body, context),
  cleanReturn: ({ app, params, body, context }) => handleClean(app, { id: params.id, quantityValue: body.quantityValue, note: body.note, ...seen(body) }, context),
  retestReturn({ app, params, body, context }) {
    const { passedValue, failedValue, inspectionValidUntilAt, toLotId, note } = body;
    return handleRetest(app, { id: params.id, passedValue, failedValue, inspectionValidUntilAt: instant(inspectionValidUntilAt), toLotId, note, ...seen(body) }, context);
  },

  lendStock: ({ app, body, context }) => handleLend(app, { ...body, dueBackAt: instant(body.dueBackAt) }, context),
  extendLoan: ({ app, params, body, context }) => handleExtendLoan(app, { id: params.id, dueBackAt: instant(body.dueBackAt), note: body.note, ...seen(body) }, context),
  giveBackLoan: ({ app, params, body, context }) => handleGiveBack(app, { id: params.id, quantityValue: body.quantityValue, straight: body.straight, note: body.note, ...seen(body) }, context),
  loseLoan: ({ app, params, body, context }) => handleLoanLost(app, { id: params.id, quantityValue: body.quantityValue, note: body.note, ...seen(body) }, context),

  proposeWriteOff: ({ app, body, context }) => handleProposeWriteOff(app, body, context),
  answerWriteOff: ({ app, params, body, context }) => handleAnswerWriteOff(app, { id: params.id, approve: body.approve, note: body.note, ...seen(body) }, context),

  putAway: async ({ app, params, body, context }) => done(await handlePutAway(app, { lotId: params.id, binId: body.binId, note: body.note }, context)),
};

function seen({ seenVersion }: { readonly seenVersion?: number | undefined }): { readonly seenVersion?: number } {
  return seenVersion === undefined ? {} : { seenVersion };
}
