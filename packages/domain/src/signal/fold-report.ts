// The state of a report from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { ReportBody, ReportEvent } from './types.ts';

export const reportFold: Fold<ReportBody> = {
  kind: 'report',
  apply(body, envelope) {
    const event = envelope as EventEnvelope & ReportEvent;
    if (event.type === 'report.received') {
      return { ...event.payload, county: event.payload.county ?? null, receivedAt: event.recordedAt, state: 'received', incidentId: null, dismissedReason: null };
    }
    if (body === undefined) return undefined;
    switch (event.type) {
      case 'report.acknowledged': return { ...body, state: 'acknowledged' };
      case 'report.linked': return { ...body, state: 'linked', incidentId: event.payload.incidentId, dismissedReason: null };
      case 'report.dismissed': return { ...body, state: 'dismissed', dismissedReason: event.payload.reason };
      default: return body;
    }
  },
};
