// The call behind each step of a slip. Counting is two calls: what was found, then the sheet.

import type { Slip } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import type { SlipStep } from './slip-view.ts';
import { enteredLines } from './slip-view.ts';

export interface StepInput {
  readonly note: string;
  /** `yyyy-mm-dd`, in use where a test was passed. */
  readonly untilDay: string;
  readonly amountOf: (key: string, usualValue: number | null) => number;
}

export async function sendSlipStep(slip: Slip, step: SlipStep, { note, untilDay, amountOf }: StepInput): Promise<unknown> {
  const params = { id: slip.id };
  const body = { note, seenVersion: slip.streamVersion };
  const [first] = enteredLines(slip);
  const entered = first === undefined ? 0 : amountOf(first.key, first.usualValue);
  switch (slip.kind) {
    case 'reservation': return step === 'confirm' ? call('confirmHold', { params, body }) : step === 'issue' ? call('issueReserved', { params, body }) : call('releaseHold', { params, body });
    case 'count': return sendCountStep(slip, step, { note, untilDay, amountOf });
    case 'transfer': return call('receiveTransfer', { params, body: { ...body, received: enteredLines(slip).map(({ key, lotId, usualValue }) => ({ fromLotId: lotId, receivedValue: amountOf(key, usualValue), toLotId: null })) } });
    case 'loan': return call('giveBackLoan', { params, body: { ...body, quantityValue: entered, straight: false } });
    case 'write-off': return call('answerWriteOff', { params, body: { ...body, approve: step === 'approve' } });
    default: return step === 'clean'
      ? call('cleanReturn', { params, body: { ...body, quantityValue: entered } })
      : call('retestReturn', { params, body: { ...body, passedValue: entered, failedValue: Math.max(0, slip.cleanValue - entered), inspectionValidUntilAt: new Date(`${untilDay}T00:00:00Z`).toISOString(), toLotId: null } });
  }
}

async function sendCountStep(slip: Extract<Slip, { kind: 'count' }>, step: SlipStep, { note, amountOf }: StepInput): Promise<unknown> {
  const params = { id: slip.id };
  if (step === 'cancel') return call('cancelCount', { params, body: { note, seenVersion: slip.streamVersion } });
  if (step !== 'submit') return call('answerCountSheet', { params, body: { note, seenVersion: slip.streamVersion, approve: step === 'approve' } });
  await call('recordCount', { params, body: { found: enteredLines(slip).map(({ key, lotId, usualValue }) => ({ lotId, countedValue: amountOf(key, usualValue) })), seenVersion: slip.streamVersion } });
  return call('submitCount', { params, body: { note } });
}
