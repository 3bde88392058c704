// Which route carries a step of the ledger.

import type { RegisterRecord } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import type { LedgerStep } from './ledger-step.ts';

export interface StepInput {
  readonly quantityValue: number;
  readonly note: string;
  readonly toLotId: string;
  readonly approve: boolean;
  readonly seenVersion: number;
}

export function sendStep(step: LedgerStep, record: RegisterRecord, { quantityValue, note, toLotId, approve, seenVersion }: StepInput): Promise<unknown> {
  const params = { id: record.id };
  switch (step) {
    case 'receive':
      return call('receiveStock', { params, body: { quantityValue, note, seenVersion } });
    case 'issue':
      return call('issueStock', { params, body: { quantityValue, note, seenVersion } });
    case 'transfer':
      return call('transferStock', { params, body: { toLotId, quantityValue, note, seenVersion } });
    case 'count':
      return call('countStock', { params, body: { countedValue: quantityValue, seenVersion } });
    case 'answer-count':
      return call('answerCount', { params, body: { approve, note, seenVersion } });
    case 'audit':
      return call('auditAgreement', { params, body: { foundValue: quantityValue, note, seenVersion } });
    case 'verify':
      return call('verifyRecord', { params: { registerId: record.registerId, id: record.id }, body: { note, seenVersion } });
  }
}
