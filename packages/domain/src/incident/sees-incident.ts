// Who reads an incident. `own` of the access table means: the incident's owner, which a hand-over
// changes. A responder reads the picture as the table says; one of a firm reads only the incidents
// that are its firm's or in which its firm has orders. Lists, single reads and the live push ask here.

import { mayDo, scopeOf } from '../access/index.ts';
import type { Actor } from '../log/index.ts';

export interface IncidentReader {
  readonly actor: Actor;
  /** Whether the actor's organisation is a firm, or is not on record. */
  readonly ofFirm: boolean;
}

/** Whose things are in the incident. */
export interface IncidentParties {
  readonly ownerOrganisationId: string | null;
  readonly orderOrganisationIds: ReadonlySet<string>;
}

export function seesIncident({ actor, ofFirm }: IncidentReader, { ownerOrganisationId, orderOrganisationIds }: IncidentParties): boolean {
  if (!isNarrowed({ actor, ofFirm })) return true;
  if (scopeOf(actor, 'incident.read') === 'none' || actor.organisationId === '') return false;
  if (ownerOrganisationId === actor.organisationId) return true;
  return actor.roles.includes('responder') && orderOrganisationIds.has(actor.organisationId);
}

/** False for those who read every incident. */
export function isNarrowed({ actor, ofFirm }: IncidentReader): boolean {
  const beside: Actor = { ...actor, roles: actor.roles.filter((role) => role !== 'responder') };
  if (mayDo(beside, 'incident.read').ok) return false;
  return ofFirm || scopeOf(actor, 'incident.read') !== 'all';
}
