// The slip as its events tell it: opened whole, then changed; each event is one step with its author.

import type { EventEnvelope, Fold } from '../../log/index.ts';
import type { SlipBody, SlipEvent, SlipStep } from './types.ts';

export const slipFold: Fold<SlipBody> = {
  kind: 'slip',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & SlipEvent;
    const step: SlipStep = { type, at: event.happenedAt, by: event.actor.name, byId: event.actor.id, note: payload.note };
    if (type === 'slip.opened') {
      return { ...payload.slip, openedAt: event.happenedAt, openedBy: event.actor.name, openedById: event.actor.id, steps: [step] };
    }
    return body === undefined ? undefined : ({ ...body, ...payload.changes, steps: [...body.steps, step] } as SlipBody);
  },
};
