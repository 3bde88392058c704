// The state of an incident from its events. Nothing is overwritten that people decided on: facts,
// readings of clocks and levels are added to, and an old reading is marked with what replaced it.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { ReportingClock } from '../rules/index.ts';
import type { Fact, IncidentBody, IncidentEvent, LevelDecision } from './types.ts';

type Event = EventEnvelope & IncidentEvent;

export const incidentFold: Fold<IncidentBody> = {
  kind: 'incident',
  apply(body, envelope) {
    const event = envelope as Event;
    if (event.type === 'incident.opened') return opened(event);
    return body === undefined ? undefined : (recorded(body, event) ?? moved(body, event) ?? body);
  },
};

function opened(event: Extract<Event, { type: 'incident.opened' }>): IncidentBody {
  return {
    ...event.payload, owner: event.payload.owner ?? null, county: event.payload.county ?? null, state: 'received', happenedAt: event.happenedAt, openedAt: event.recordedAt, openedBy: event.actor.name,
    verifiedAt: null, verifiedBy: null, facts: [], assessments: [], clocks: [], level: null, levelHistory: [], notes: [],
    dismissedReason: null, terminationReason: null, terminationConditions: [], closedAt: null, closeOverrideReason: null,
  };
}

/** Events that add to what is known and decided. */
function recorded(body: IncidentBody, event: Event): IncidentBody | undefined {
  switch (event.type) {
    case 'incident.fact_recorded': return { ...body, facts: [...body.facts, factOf(event)] };
    case 'incident.assessed': return { ...body, assessments: event.payload.assessments };
    case 'incident.clock_started': return { ...body, clocks: [...body.clocks.map((clock) => giveWay(clock, event.payload)), event.payload] };
    case 'incident.clock_answered':
      return withClock(body, event.payload.clockId, { answeredAt: event.happenedAt, answeredBy: event.actor.name, answerText: event.payload.text });
    case 'incident.clock_breached': return withClock(body, event.payload.clockId, { breachedAt: event.happenedAt });
    case 'incident.level_decided': {
      const level: LevelDecision = { ...event.payload, decidedAt: event.happenedAt };
      return { ...body, level, levelHistory: [...body.levelHistory, level] };
    }
    case 'incident.noted': return { ...body, notes: [...body.notes, noteOf(event, event.payload.text)] };
    case 'incident.handed_over': return { ...body, owner: { organisationId: event.payload.organisationId, titles: event.payload.titles } };
    case 'incident.linked': return { ...body, ...event.payload };
    default: return undefined;
  }
}

/** Events that move the incident from one state to another. */
function moved(body: IncidentBody, event: Event): IncidentBody | undefined {
  switch (event.type) {
    case 'incident.verification_started': return { ...body, state: 'verifying' };
    case 'incident.verified': {
      const state = body.state === 'received' || body.state === 'verifying' ? 'confirmed' : body.state;
      const notes = event.payload.note === '' ? body.notes : [...body.notes, noteOf(event, event.payload.note)];
      return { ...body, state, verifiedAt: event.happenedAt, verifiedBy: event.actor.name, notes };
    }
    case 'incident.dismissed': return { ...body, state: 'dismissed', dismissedReason: event.payload.reason };
    case 'incident.contained': return { ...body, state: 'contained', notes: [...body.notes, noteOf(event, event.payload.text)] };
    case 'incident.terminated':
      return { ...body, state: 'terminated', terminationReason: event.payload.reason, terminationConditions: event.payload.conditions };
    case 'incident.reactivated':
      return {
        ...body, state: body.verifiedAt === null ? 'verifying' : 'confirmed', notes: [...body.notes, noteOf(event, event.payload.reason)],
        dismissedReason: null, terminationReason: null, terminationConditions: [], closedAt: null, closeOverrideReason: null,
      };
    case 'incident.closed': return { ...body, state: 'closed', closedAt: event.happenedAt, closeOverrideReason: event.payload.overrideReason };
    default: return undefined;
  }
}

function factOf(event: Extract<Event, { type: 'incident.fact_recorded' }>): Fact {
  return { ...event.payload, happenedAt: event.happenedAt, recordedAt: event.recordedAt, by: event.actor.name };
}

function noteOf(event: EventEnvelope, text: string) {
  return { at: event.happenedAt, by: event.actor.name, text };
}

function giveWay(clock: ReportingClock, next: ReportingClock): ReportingClock {
  return next.replacesClockIds.includes(clock.id) ? { ...clock, replacedByClockId: next.id } : clock;
}

function withClock(body: IncidentBody, clockId: string, change: Partial<ReportingClock>): IncidentBody {
  return { ...body, clocks: body.clocks.map((clock) => (clock.id === clockId ? { ...clock, ...change } : clock)) };
}
