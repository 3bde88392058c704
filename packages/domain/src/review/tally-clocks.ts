// Which reporting clocks were met, missed or are still running, from the incident's events. A clock
// that later facts replaced is judged by the one that replaced it, unless it had been breached before.

import type { Instant } from '@anlan/kernel';
import type { IncidentEvent } from '../incident/index.ts';
import type { EventEnvelope } from '../log/index.ts';

/** Places in the log: the answer of a met clock, the start of a missed or running one. */
export interface ClockTally {
  readonly met: readonly number[];
  readonly missed: readonly number[];
  readonly open: readonly number[];
}

export function tallyClocks(ordered: readonly EventEnvelope[], measuredAt: Instant): ClockTally {
  const met: number[] = [];
  const missed: number[] = [];
  const open: number[] = [];
  const replaced = new Set(ordered.flatMap(replacedClocks));
  for (const event of ordered) {
    const started = event as EventEnvelope & IncidentEvent;
    if (started.type !== 'incident.clock_started') continue;
    const { id, dueAt } = started.payload;
    if (replaced.has(id)) {
      if (ordered.some((candidate) => isBreachOf(candidate, id))) missed.push(event.positionIndex);
      continue;
    }
    const answer = ordered.find((candidate) => {
      const answered = candidate as EventEnvelope & IncidentEvent;
      return answered.type === 'incident.clock_answered' && answered.payload.clockId === id;
    });
    if (answer !== undefined && answer.happenedAt <= dueAt) met.push(answer.positionIndex);
    else if (answer !== undefined || measuredAt > dueAt) missed.push(event.positionIndex);
    else open.push(event.positionIndex);
  }
  return { met, missed, open };
}

/** A clock that takes the place of others names them when it starts. */
function replacedClocks(event: EventEnvelope): readonly string[] {
  const started = event as EventEnvelope & IncidentEvent;
  return started.type === 'incident.clock_started' ? started.payload.replacesClockIds : [];
}

function isBreachOf(event: EventEnvelope, clockId: string): boolean {
  const breached = event as EventEnvelope & IncidentEvent;
  return breached.type === 'incident.clock_breached' && breached.payload.clockId === clockId;
}
