// Create, change, move and read records: load, decide, append. One record is one stream, so two
// people who edit the same record at once cannot overwrite each other: the later one is refused.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, Role, View } from '../log/index.ts';
import { withMoves } from '../log/index.ts';
import { hasRole, maySee } from './access.ts';
import { decideChangeRecord, decideCreateRecord, decideTransitionRecord } from './decide-record.ts';
import type { RecordDecision } from './decide-record.ts';
import { decideVerifyRecord, documentOf } from './decide-verify.ts';
import { recordKey, recordStream } from './define-register.ts';
import type { RegisterDeps } from './ports.ts';
import { listDocuments, listRelations } from './read-values.ts';
import type { RelationRef } from './read-values.ts';
import type { FieldDeclaration, RecordBody, RecordValues, Register } from './types.ts';

export interface RecordWritten {
  readonly id: string;
  readonly streamVersion: number;
}

export interface CreateRecord {
  readonly registerId: string;
  /** Left out: a new id is made. */
  readonly id?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export async function handleCreateRecord(deps: RegisterDeps, command: CreateRecord, context: Context): Promise<Result<RecordWritten>> {
  const register = seenRegister(deps, command.registerId, context);
  if (!register.ok) return register;
  const id = command.id ?? deps.ids.newId(register.value.id);
  const existing = await deps.views.find<RecordBody>(context.realm, 'record', recordKey(register.value.id, id));
  const missing = await missingIn(deps, register.value, command.values, context);
  const decision = decideCreateRecord(register.value, { id, values: command.values }, existing?.body, missing, context);
  return decision.ok ? write(deps, register.value, id, 0, decision.value, context) : decision;
}

export interface ChangeRecord {
  readonly registerId: string;
  readonly id: string;
  /** Only the fields to change; null clears. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Version the person saw; left out: the newest. */
  readonly seenVersion?: number;
}

export async function handleChangeRecord(deps: RegisterDeps, command: ChangeRecord, context: Context): Promise<Result<RecordWritten>> {
  const found = await findRecord(deps, command.registerId, command.id, context);
  if (!found.ok) return found;
  const { register, view } = found.value;
  const missing = await missingIn(deps, register, command.values, context, view.body.values);
  const decision = decideChangeRecord(register, view.body, command.values, missing, context);
  return decision.ok ? write(deps, register, command.id, command.seenVersion ?? view.streamVersion, decision.value, context, view.body) : decision;
}

export interface TransitionRecord {
  readonly registerId: string;
  readonly id: string;
  readonly to: string;
  readonly reason: string;
  readonly seenVersion?: number;
}

export async function handleTransitionRecord(deps: RegisterDeps, command: TransitionRecord, context: Context): Promise<Result<RecordWritten>> {
  const found = await findRecord(deps, command.registerId, command.id, context);
  if (!found.ok) return found;
  const { register, view } = found.value;
  const holding = await deps.views.findHolding(context.realm, recordKey(register.id, command.id));
  const decision = decideTransitionRecord(register, view.body, { to: command.to, note: command.reason, heldValue: holding?.heldValue ?? 0 }, context);
  return decision.ok ? write(deps, register, command.id, command.seenVersion ?? view.streamVersion, decision.value, context, view.body) : decision;
}

export interface VerifyRecord {
  readonly registerId: string;
  readonly id: string;
  readonly note: string;
  readonly seenVersion?: number;
}

/** Somebody other than the owner says that the record is so. */
export async function handleVerifyRecord(deps: RegisterDeps, command: VerifyRecord, context: Context): Promise<Result<RecordWritten>> {
  const found = await findRecord(deps, command.registerId, command.id, context);
  if (!found.ok) return found;
  const { register, view } = found.value;
  const documentId = documentOf(register, view.body);
  const proved = documentId !== null && (await deps.views.find(context.realm, 'document', documentId)) !== undefined;
  const decision = decideVerifyRecord(register, view.body, { note: command.note, proved }, context);
  return decision.ok ? write(deps, register, command.id, command.seenVersion ?? view.streamVersion, decision.value, context) : decision;
}

/** A register by id that the caller may see. */
export function seenRegister(deps: Pick<RegisterDeps, 'registers'>, registerId: string, context: Context): Result<Register> {
  const register = deps.registers.find((known) => known.id === registerId);
  if (register === undefined) return refuse('REGISTER_UNKNOWN', { registerId });
  return maySee(register, context.actor) ? ok(register) : refuse('REGISTER_NOT_VISIBLE', { registerId });
}

/** One record of a register that the caller may see. */
export async function findRecord(deps: Pick<RegisterDeps, 'registers' | 'views'>, registerId: string, id: string, context: Context): Promise<Result<{ register: Register; view: View<RecordBody> }>> {
  const register = seenRegister(deps, registerId, context);
  if (!register.ok) return register;
  const view = await deps.views.find<RecordBody>(context.realm, 'record', recordKey(registerId, id));
  return view === undefined ? refuse('REGISTER_RECORD_UNKNOWN', { registerId, id }) : ok({ register: register.value, view });
}

/** Which relations among `raw` point at no record; looked up once, then asked by the decision. */
export async function missingIn(
  deps: Pick<RegisterDeps, 'views'>, register: Register, raw: Readonly<Record<string, unknown>>, context: Context, before: RecordValues = {},
): Promise<(values: RecordValues) => readonly RelationRef[]> {
  const known = new Set<string>();
  for (const ref of safeRelations(register, raw)) {
    const key = recordKey(ref.registerId, ref.id);
    const view = await deps.views.find<RecordBody>(context.realm, 'record', key);
    if (view !== undefined && !view.body.archived) known.add(key);
  }
  const lacking = (ref: RelationRef) => !known.has(recordKey(ref.registerId, ref.id));
  for (const ref of listDocuments(shapedFields(register, raw), raw as RecordValues)) {
    if (typeof ref.id === 'string' && (await mayAttach(deps, ref.id, context))) known.add(recordKey(ref.registerId, ref.id));
  }
  const standing = new Set(listDocuments(register.fields, before).map((ref) => ref.id));
  return (values) => [...listRelations(register.fields, values).filter(lacking), ...listDocuments(register.fields, values).filter((ref) => lacking(ref) && !standing.has(ref.id))];
}

/** A document that stands in the store; one of another organisation only by an office that may read it anyway. */
async function mayAttach(deps: Pick<RegisterDeps, 'views'>, id: string, context: Context): Promise<boolean> {
  const found = await deps.views.find<{ readonly uploads: readonly { readonly organisationId: string; readonly byId: string }[] }>(context.realm, 'document', id);
  if (found === undefined) return false;
  const { actor } = context;
  if (actor.kind === 'system' || hasRole(actor, DOCUMENT_OFFICES)) return true;
  return found.body.uploads.some((upload) => upload.byId === actor.id || (actor.organisationId !== '' && upload.organisationId === actor.organisationId));
}

const DOCUMENT_OFFICES: readonly Role[] = ['admin', 'industry', 'reserve', 'duty', 'commander', 'dispatcher'];

function safeRelations(register: Register, raw: Readonly<Record<string, unknown>>): readonly RelationRef[] {
  return listRelations(shapedFields(register, raw), raw as RecordValues).filter((ref) => typeof ref.id === 'string');
}

/** Fields whose raw value has at least the outer shape of a list or of rows. */
function shapedFields(register: Register, raw: Readonly<Record<string, unknown>>): readonly FieldDeclaration[] {
  return register.fields.filter((field) => {
    const value = raw[field.id];
    const rows = field.type !== 'rows' || (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null));
    return rows && (field.type !== 'list' || Array.isArray(value));
  });
}

async function write(deps: RegisterDeps, register: Register, id: string, expectedVersion: number, decision: RecordDecision, context: Context, before?: RecordBody): Promise<Result<RecordWritten>> {
  if (decision.events.length === 0) return ok({ id, streamVersion: expectedVersion });
  const appended = await deps.log.append({
    realm: context.realm,
    recordedAt: context.now,
    appends: [
      { stream: recordStream(register.id, id), expectedVersion, events: withMoves(decision.events, decision.holdings) },
      ...(before === undefined ? [] : ((await deps.alongside?.(register, before, decision.events, context)) ?? [])),
    ],
  });
  return appended.ok ? ok({ id, streamVersion: expectedVersion + decision.events.length }) : appended;
}
