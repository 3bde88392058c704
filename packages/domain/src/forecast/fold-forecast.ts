// The state of a forecast from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { ForecastBody, ForecastEvent } from './types.ts';

export const forecastFold: Fold<ForecastBody> = {
  kind: 'forecast',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & ForecastEvent;
    if (type === 'forecast.requested') {
      return {
        ...payload, state: 'requested', requestedAt: event.recordedAt, requestedBy: event.actor.name,
        completedAt: null, summary: null, artefactId: null, failureCode: null, failureParams: null,
      };
    }
    if (body === undefined) return undefined;
    switch (type) {
      case 'forecast.completed':
        return { ...body, ...payload, state: 'completed', completedAt: event.recordedAt };
      case 'forecast.failed':
        return { ...body, state: 'failed', completedAt: event.recordedAt, failureCode: payload.code, failureParams: payload.params };
      case 'forecast.cancelled':
        return { ...body, state: 'cancelled', completedAt: event.recordedAt };
      default:
        return body;
    }
  },
};
