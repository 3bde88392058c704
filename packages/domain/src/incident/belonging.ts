// Whom an incident belongs to: the organisation that opened it, until it is handed over with a reason
// (S-001), and the county in which it lies (S-321). Both are written down at that moment with their
// names, so that a later change of a register does not rewrite the record.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { Belonging } from '../signal/index.ts';
import { firstRefusal, refuseWhenOver, requireText } from './guards.ts';
import type { IncidentBody, IncidentOwner } from './types.ts';

/** null for an opener without an organisation on record, such as the system itself. */
export async function ownerOf(belonging: Belonging, organisationId: string, context: Context): Promise<IncidentOwner | null> {
  const titles = organisationId === '' ? undefined : await belonging.organisationTitles(context.realm, organisationId);
  return titles === undefined ? null : { organisationId, titles };
}

/** `owner`: null when the organisation is not on record. */
export function decideHandOver(
  incident: IncidentBody, command: { readonly organisationId: string; readonly reason: string }, owner: IncidentOwner | null, context: Context,
): Result<readonly NewEvent[]> {
  const may = firstRefusal(refuseWhenOver(incident), requireText('reason', command.reason));
  if (!may.ok) return may;
  if (owner === null) return refuse('INCIDENT_OWNER_UNKNOWN', { organisationId: command.organisationId.slice(0, 60) });
  if (incident.owner?.organisationId === owner.organisationId) return refuse('INCIDENT_OWNER_SAME', { organisationId: owner.organisationId });
  return ok([newEvent(context, 'incident.handed_over', { ...owner, reason: command.reason.trim() })]);
}
