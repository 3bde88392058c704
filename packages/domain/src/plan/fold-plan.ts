// The state of a plan from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { PlanBody, PlanEvent } from './types.ts';

export const planFold: Fold<PlanBody> = {
  kind: 'plan',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & PlanEvent;
    if (type === 'plan.drawn') return { ...payload, owner: payload.owner ?? null, drawnAt: event.recordedAt, chosenOptionId: null, chosenAt: null, chosenBy: null };
    if (body === undefined || type !== 'plan.chosen') return body;
    return { ...body, chosenOptionId: payload.optionId, chosenAt: event.happenedAt, chosenBy: event.actor.name };
  },
};
