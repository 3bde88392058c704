// Reporting clocks: a person answers them by telling who was told what and when; time breaches them.
// Nothing is ever sent upward by itself. A late answer is an answer and stays late.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { ReportingClock } from '../rules/index.ts';
import { unansweredClocks } from '../rules/index.ts';
import { firstRefusal, refuseFuture, requireText } from './guards.ts';
import type { IncidentBody } from './types.ts';

export interface AnswerClock {
  readonly clockId: string;
  /** Whom, by what way, what was said. */
  readonly text: string;
  /** When it was told; now when left out. */
  readonly answeredAt?: Instant;
}

/** Taken in every state but closed, verified or not. */
export function decideAnswerClock(incident: IncidentBody, command: AnswerClock, context: Context): Result<readonly NewEvent[]> {
  const { clockId, text } = command;
  const clock = incident.clocks.find((one) => one.id === clockId);
  if (clock === undefined) return refuse('INCIDENT_CLOCK_UNKNOWN', { clockId: clockId.slice(0, 80) });
  if (incident.state === 'closed') return refuse('INCIDENT_OVER', { id: incident.id, state: incident.state });
  if (clock.answeredAt !== null) return refuse('INCIDENT_CLOCK_ANSWERED', { clockId, by: clock.answeredBy ?? '' });
  if (clock.replacedByClockId !== null) return refuse('INCIDENT_CLOCK_REPLACED', { clockId, replacedByClockId: clock.replacedByClockId });
  const happenedAt = command.answeredAt ?? context.now;
  if (happenedAt < clock.startAt) return refuse('INCIDENT_CLOCK_ANSWER_TOO_EARLY', { startAt: isoFromInstant(clock.startAt) });
  const checked = firstRefusal(requireText('text', text), refuseFuture(happenedAt, context.now));
  return checked.ok ? ok([newEvent(context, 'incident.clock_answered', { clockId, text }, { happenedAt })]) : checked;
}

/** One event for each clock that is past its due time, told by nobody and not yet marked. */
export function decideBreaches(incident: IncidentBody, context: Context): readonly NewEvent[] {
  if (incident.state === 'closed' || incident.state === 'dismissed') return [];
  const isBreached = (clock: ReportingClock): boolean => clock.breachedAt === null && context.now > clock.dueAt;
  return unansweredClocks(incident.clocks).filter(isBreached).map((clock) => newEvent(
    context, 'incident.clock_breached', { clockId: clock.id },
    { happenedAt: clock.dueAt, basis: [{ kind: 'rule', ref: `${clock.ruleId}@${clock.ruleSetVersion}` }] },
  ));
}
