// Closing is refused while anything is open: orders, unanswered clocks, held stock, waiting alerts,
// a review that is not closed. An override needs a reason and a signer who may, and what was left
// open is written into the event.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import { unansweredClocks } from '../rules/index.ts';
import { firstRefusal, refuseUnless, requireText } from './guards.ts';
import type { IncidentBody, IncidentEvent, OpenThings } from './types.ts';

type Closed = Extract<IncidentEvent, { type: 'incident.closed' }>['payload'];

export function decideClose(
  incident: IncidentBody, given: OpenThings, command: { readonly overrideReason: string | null }, context: Context,
): Result<readonly NewEvent[]> {
  const ended = refuseUnless(incident, ['terminated'], 'incident.close');
  if (!ended.ok) return ended;
  const open = withOwnClocks(incident, given);
  if (!isAnythingOpen(open)) return ok([newEvent(context, 'incident.closed', { overrideReason: null, leftOpen: null } satisfies Closed)]);
  const { overrideReason } = command;
  if (overrideReason === null) return refuseOpen(open);
  const may = firstRefusal(mayDo(context.actor, 'incident.close-override'), requireText('overrideReason', overrideReason));
  return may.ok ? ok([newEvent(context, 'incident.closed', { overrideReason, leftOpen: open } satisfies Closed)]) : may;
}

/** The incident knows its own clocks; whoever gathered the rest may have seen an older version. */
export function withOwnClocks(incident: IncidentBody, open: OpenThings): OpenThings {
  return { ...open, unansweredClockIds: unansweredClocks(incident.clocks).map((clock) => clock.id) };
}

export function isAnythingOpen(open: OpenThings): boolean {
  return openIds(open).length > 0 || open.reviewState !== 'closed';
}

function refuseOpen(open: OpenThings): Result<never> {
  return refuse('INCIDENT_CLOSE_REFUSED', {
    orderCount: open.openOrderIds.length, clockCount: open.unansweredClockIds.length, holdingCount: open.heldHoldingIds.length,
    alertCount: open.openAlertIds.length, reviewState: open.reviewState,
  });
}

function openIds(open: OpenThings): readonly string[] {
  return [...open.openOrderIds, ...open.unansweredClockIds, ...open.heldHoldingIds, ...open.openAlertIds];
}
