// The account as its events tell it.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { AccountBody, AccountEvent } from './types.ts';

export const accountFold: Fold<AccountBody> = {
  kind: 'account',
  apply(body, envelope) {
    const event = envelope as EventEnvelope & AccountEvent;
    switch (event.type) {
      case 'account.created':
        return { ...event.payload, revoked: false, revokedReason: null, createdAt: envelope.recordedAt };
      case 'account.revoked':
        return body === undefined ? undefined : { ...body, revoked: true, revokedReason: event.payload.reason };
      default:
        return body;
    }
  },
};
