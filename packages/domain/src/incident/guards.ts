// Small judgements that several decisions of the incident stage share.

import type { Instant, Result } from '@anlan/kernel';
import { addS, isoFromInstant, ok, refuse } from '@anlan/kernel';
import { AHEAD_S_MAX } from '../signal/index.ts';
import type { IncidentBody, IncidentState } from './types.ts';

/** Closed and dismissed incidents take nothing more until they are reactivated. */
export function refuseWhenOver(incident: IncidentBody): Result<true> {
  const { id, state } = incident;
  return state === 'closed' || state === 'dismissed' ? refuse('INCIDENT_OVER', { id, state }) : ok(true);
}

export function refuseUnless(incident: IncidentBody, states: readonly IncidentState[], command: string): Result<true> {
  return states.includes(incident.state) ? ok(true) : refuse('INCIDENT_STATE_WRONG', { state: incident.state, command });
}

export function requireText(field: string, text: string): Result<true> {
  return text.trim().length >= TEXT_COUNT_MIN ? ok(true) : refuse('INCIDENT_TEXT_MISSING', { field });
}

/** A few minutes ahead are a clock's; more is no record of anything that happened. */
export function refuseFuture(at: Instant, now: Instant): Result<true> {
  return at <= addS(now, AHEAD_S_MAX) ? ok(true) : refuse('INCIDENT_TIME_IN_FUTURE', { at: isoFromInstant(at) });
}

/** The first refusal, or ok. */
export function firstRefusal(...results: readonly Result<true>[]): Result<true> {
  return results.find((result) => !result.ok) ?? ok(true);
}

const TEXT_COUNT_MIN = 2;
