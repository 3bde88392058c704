// A record is verified by somebody other than its owner: by the roles of its register, never by a
// person of the organisation that reports it, and with its document where the register asks for one.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Actor, Context } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import { hasRole } from './access.ts';
import type { RecordDecision } from './decide-record.ts';
import type { RecordBody, RecordEvent, RecordValues, Register } from './types.ts';

export function decideVerifyRecord(register: Register, body: RecordBody, given: { readonly note: string; readonly proved: boolean }, context: Context): Result<RecordDecision> {
  const params = { registerId: register.id, id: body.id };
  const { verify } = register;
  if (verify === undefined || verify.rowsField !== undefined) return refuse('REGISTER_VERIFY_UNKNOWN', { registerId: register.id });
  if (body.archived) return refuse('REGISTER_RECORD_ARCHIVED', params);
  if (context.actor.kind !== 'person' || !hasRole(context.actor, verify.roles)) return refuse('REGISTER_VERIFY_FORBIDDEN', params);
  if (isOwner(register, body.values, context.actor)) return refuse('REGISTER_VERIFY_OWN', params);
  if (verify.documentField !== undefined && !given.proved) return refuse('REGISTER_VERIFY_UNPROVED', { ...params, field: verify.documentField });
  if (given.note.trim() === '') return refuse('REGISTER_REASON_MISSING', { id: body.id });
  const payload = { note: given.note.trim(), documentId: documentOf(register, body) };
  return ok({ events: [newEvent(context, 'record.verified', payload) as RecordDecision['events'][number] & RecordEvent], holdings: [] });
}

/** Whether the button is shown; the decision judges again. */
export function mayVerify(register: Register, values: RecordValues, actor: Actor): boolean {
  const { verify } = register;
  return verify !== undefined && verify.rowsField === undefined && actor.kind === 'person' && hasRole(actor, verify.roles) && !isOwner(register, values, actor);
}

/** Of the organisation that the record belongs to. */
export function isOwner(register: Register, values: RecordValues, actor: Actor): boolean {
  return register.ownerField !== undefined && actor.organisationId !== '' && values[register.ownerField] === actor.organisationId;
}

/** The document that the register asks for, as the record names it. */
export function documentOf(register: Register, body: RecordBody): string | null {
  const fieldId = register.verify?.documentField;
  const value = fieldId === undefined ? null : body.values[fieldId];
  return typeof value === 'string' ? value : null;
}
