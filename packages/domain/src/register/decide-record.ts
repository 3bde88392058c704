// Decides what becomes of a record: made, changed, moved to another state, put away. Pure; whether
// related records exist is looked up by the handler and given as `missing`.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, HoldingMove, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import { hasRole, mayEdit } from './access.ts';
import { recordKey } from './define-register.ts';
import { guardVerified } from './guard-verified.ts';
import { DOCUMENTS, invalid, readChanges, readNewValues } from './read-values.ts';
import type { RelationRef } from './read-values.ts';
import type { RecordBody, RecordEvent, RecordRefusal, RecordValues, Register } from './types.ts';

export interface RecordDecision {
  readonly events: readonly (NewEvent & RecordEvent)[];
  readonly holdings: readonly HoldingMove[];
}

export interface NewRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly state?: string;
  readonly seedHash?: string;
}

/** A new record from values as they were given. `missing`: relations that point at nothing. */
export function decideCreateRecord(
  register: Register, given: NewRecord, existing: RecordBody | undefined, missing: (values: RecordValues) => readonly RelationRef[], context: Context,
): Result<RecordDecision, RecordRefusal> {
  if (!RECORD_ID.test(given.id)) return plain(refuse('REGISTER_ID_UNREADABLE', { id: given.id.slice(0, 60) }));
  if (existing !== undefined) return plain(refuse('REGISTER_RECORD_EXISTS', { registerId: register.id, id: given.id }));
  const read = readNewValues(register, given.values);
  if (!read.ok) return read;
  if (!mayEdit(register, read.value, context.actor)) return forbidden(register, given.id);
  const gaps = missing(read.value);
  if (gaps.length > 0) return missingRelations(register, gaps);
  const guarded = guardVerified(register, undefined, read.value, context.actor);
  if (!guarded.ok) return guarded;
  const state = given.state ?? register.states?.[0]?.id ?? null;
  if (state !== null && !(register.states ?? []).some((known) => known.id === state)) {
    return plain(refuse('REGISTER_TRANSITION_UNKNOWN', { from: '', to: state }));
  }
  const event = recordEvent('record.created', { registerId: register.id, id: given.id, values: guarded.value, state, seedHash: given.seedHash ?? null }, context);
  return ok({ events: [event], holdings: openingHolding(register, given.id, read.value) });
}

/** Changes to the given fields. No change at all is an empty decision. */
export function decideChangeRecord(
  register: Register, body: RecordBody, raw: Readonly<Record<string, unknown>>, missing: (values: RecordValues) => readonly RelationRef[], context: Context, seedHash?: string,
): Result<RecordDecision, RecordRefusal> {
  if (!mayEdit(register, body.values, context.actor)) return forbidden(register, body.id);
  if (body.archived) return plain(refuse('REGISTER_RECORD_ARCHIVED', { registerId: register.id, id: body.id }));
  const changes = readChanges(register, body.values, raw);
  if (!changes.ok) return changes;
  if (Object.keys(changes.value).length === 0 && seedHash === undefined) return ok({ events: [], holdings: [] });
  if (!mayEdit(register, { ...body.values, ...changes.value }, context.actor)) return forbidden(register, body.id);
  const gaps = missing(changes.value);
  if (gaps.length > 0) return missingRelations(register, gaps);
  const guarded = guardVerified(register, body.values, changes.value, context.actor);
  if (!guarded.ok) return guarded;
  if (Object.keys(guarded.value).length === 0 && seedHash === undefined) return ok({ events: [], holdings: [] });
  const payload = seedHash === undefined ? { changes: guarded.value } : { changes: guarded.value, seedHash };
  return ok({ events: [recordEvent('record.changed', payload, context)], holdings: [] });
}

/**
 * To another declared state; `archived` puts the record away and `restored` brings it back, both
 * with a reason, in every register. What orders hold of it (`heldValue`) is not put away under them;
 * that it is no longer ready is a fact of the world, taken with a reason that stands in its history.
 */
export function decideTransitionRecord(
  register: Register, body: RecordBody, { to, note, heldValue }: { readonly to: string; readonly note: string; readonly heldValue: number }, context: Context,
): Result<RecordDecision, RecordRefusal> {
  if (!mayEdit(register, body.values, context.actor)) return forbidden(register, body.id);
  const from = body.archived ? ARCHIVED : (body.state ?? '');
  const unknown = () => plain(refuse('REGISTER_TRANSITION_UNKNOWN', { from, to }));
  if (to === ARCHIVED || to === RESTORED) {
    if (body.archived !== (to === RESTORED)) return unknown();
    if (to === ARCHIVED && heldValue > 0) return plain(refuse('REGISTER_RECORD_HELD', { id: body.id, heldValue }));
    if (note.trim() === '') return plain(refuse('REGISTER_REASON_MISSING', { id: body.id }));
    return ok({ events: [recordEvent(`record.${to}`, { reason: note.trim() }, context)], holdings: [] });
  }
  if (body.archived) return plain(refuse('REGISTER_RECORD_ARCHIVED', { registerId: register.id, id: body.id }));
  const transition = (register.transitions ?? []).find((known) => known.from === from && known.to === to);
  if (transition === undefined) return unknown();
  const allowed = context.actor.kind === 'system' || transition.roles.length === 0 || hasRole(context.actor, transition.roles);
  if (!allowed) return forbidden(register, body.id);
  if (transition.reasonRequired === true && context.actor.kind !== 'system' && note.trim() === '') return plain(refuse('REGISTER_REASON_MISSING', { id: body.id }));
  const leavesReady = to !== register.states?.[0]?.id;
  if (heldValue > 0 && leavesReady && note.trim() === '') return plain(refuse('REGISTER_HELD_REASON_MISSING', { id: body.id, heldValue }));
  return ok({ events: [recordEvent('record.transitioned', { from, to, note: note.trim() }, context)], holdings: [] });
}

export const ARCHIVED = 'archived';
export const RESTORED = 'restored';

function openingHolding(register: Register, id: string, values: RecordValues): readonly HoldingMove[] {
  if (register.unitHolding === true) return [{ holdingId: recordKey(register.id, id), move: 'open', quantityValue: 1 }];
  if (register.holdingField === undefined) return [];
  const quantityValue = values[register.holdingField];
  if (typeof quantityValue !== 'number') return [];
  return [{ holdingId: recordKey(register.id, id), move: 'open', quantityValue }];
}

function recordEvent(type: RecordEvent['type'], payload: RecordEvent['payload'], context: Context): NewEvent & RecordEvent {
  return newEvent(context, type, payload) as NewEvent & RecordEvent;
}

function forbidden(register: Register, id: string): Result<never, RecordRefusal> {
  return plain(refuse('REGISTER_EDIT_FORBIDDEN', { registerId: register.id, id }));
}

function missingRelations(register: Register, gaps: readonly RelationRef[]): Result<never, RecordRefusal> {
  return invalid(register, gaps.map(({ fieldId, registerId, id }) => (registerId === DOCUMENTS
    ? { fieldId, code: 'REGISTER_FIELD_DOCUMENT', params: { field: fieldId, id } }
    : { fieldId, code: 'REGISTER_FIELD_RELATION', params: { field: fieldId, registerId, id } })));
}

function plain(result: ReturnType<typeof refuse>): Result<never, RecordRefusal> {
  return { ok: false, refusal: { ...result.refusal, problems: [] } };
}

/** Lower case, digits and hyphens, at most 80. */
const RECORD_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
