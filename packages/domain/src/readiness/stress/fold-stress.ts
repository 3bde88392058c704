// The state of a stress run from its events.

import type { EventEnvelope, Fold } from '../../log/index.ts';
import type { StressEvent, StressRunBody } from './types.ts';

export const stressFold: Fold<StressRunBody> = {
  kind: 'stress',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & StressEvent;
    if (type === 'stress.requested') return { ...payload, state: 'running', requestedAt: event.recordedAt, requestedBy: event.actor.name, completedAt: null, result: null, failure: null };
    if (body === undefined) return undefined;
    switch (type) {
      case 'stress.completed':
        return { ...body, state: 'completed', completedAt: event.recordedAt, result: payload.result };
      case 'stress.failed':
        return { ...body, state: 'failed', completedAt: event.recordedAt, failure: payload };
      case 'stress.cancelled':
        return { ...body, state: 'cancelled', completedAt: event.recordedAt };
      default:
        return body;
    }
  },
};
