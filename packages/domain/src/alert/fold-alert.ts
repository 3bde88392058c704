// The state of an alert from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { AlertBody, AlertEvent } from './types.ts';

export const alertFold: Fold<AlertBody> = {
  kind: 'alert',
  apply(body, envelope) {
    const event = envelope as EventEnvelope & AlertEvent;
    if (event.type === 'alert.raised') {
      return {
        ...event.payload, owner: event.payload.owner ?? null, county: event.payload.county ?? null, state: 'new', conditionActive: true, conditionChangedAt: event.payload.observedAt, acknowledgedAt: null, acknowledgedBy: null,
        escalationCount: 0, dismissedReason: null, incidentId: null,
      };
    }
    if (body === undefined) return undefined;
    const answeredBy = { acknowledgedAt: body.acknowledgedAt ?? event.recordedAt, acknowledgedBy: body.acknowledgedBy ?? event.actor.name };
    switch (event.type) {
      case 'alert.acknowledged': return { ...body, ...answeredBy, state: 'acknowledged' };
      case 'alert.dismissed': return { ...body, ...answeredBy, state: 'dismissed', dismissedReason: event.payload.reason };
      case 'alert.linked': return { ...body, ...answeredBy, state: 'linked', incidentId: event.payload.incidentId, dismissedReason: null };
      case 'alert.escalated': return { ...body, ...event.payload };
      case 'alert.condition_ended': return { ...body, conditionActive: false, conditionChangedAt: event.payload.observedAt };
      case 'alert.condition_resumed': return { ...body, conditionActive: true, conditionChangedAt: event.payload.observedAt };
      default: return body;
    }
  },
};
