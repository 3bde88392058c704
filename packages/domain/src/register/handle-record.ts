// Create, change, move and read records: load, decide, append. One record is one stream, so two
// people who edit the same record at once cannot overwrite each other: the later one is refused.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, View } from '../log/index.ts';
import { maySee } from './access.ts';
import { decideChangeRecord, decideCreateRecord, decideTransitionRecord } from './decide-record.ts';
import type { RecordDecision } from './decide-record.ts';
import { recordKey, recordStream } from './define-register.ts';
import type { RegisterDeps } from './ports.ts';
import { listRelations } from './read-values.ts';
import type { RelationRef } from './read-values.ts';
import type { RecordBody, RecordValues, Register } from './types.ts';

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
  const missing = await missingIn(deps, register, command.values, context);
  const decision = decideChangeRecord(register, view.body, command.values, missing, context);
  return decision.ok ? write(deps, register, command.id, command.seenVersion ?? view.streamVersion, decision.value, context) : decision;
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
  const decision = decideTransitionRecord(register, view.body, command.to, command.reason, context);
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
  deps: Pick<RegisterDeps, 'views'>, register: Register, raw: Readonly<Record<string, unknown>>, context: Context,
): Promise<(values: RecordValues) => readonly RelationRef[]> {
  const known = new Set<string>();
  for (const ref of safeRelations(register, raw)) {
    const key = recordKey(ref.registerId, ref.id);
    const view = await deps.views.find<RecordBody>(context.realm, 'record', key);
    if (view !== undefined && !view.body.archived) known.add(key);
  }
  return (values) => listRelations(register.fields, values).filter((ref) => !known.has(recordKey(ref.registerId, ref.id)));
}

function safeRelations(register: Register, raw: Readonly<Record<string, unknown>>): readonly RelationRef[] {
  const shaped = register.fields.filter((field) => {
    const value = raw[field.id];
    const rows = field.type !== 'rows' || (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null));
    return rows && (field.type !== 'list' || Array.isArray(value));
  });
  return listRelations(shaped, raw as RecordValues).filter((ref) => typeof ref.id === 'string');
}


async function write(deps: RegisterDeps, register: Register, id: string, expectedVersion: number, decision: RecordDecision, context: Context): Promise<Result<RecordWritten>> {
  if (decision.events.length === 0) return ok({ id, streamVersion: expectedVersion });
  const appended = await deps.log.append({
    realm: context.realm,
    recordedAt: context.now,
    appends: [{ stream: recordStream(register.id, id), expectedVersion, events: decision.events }],
    holdings: decision.holdings,
  });
  return appended.ok ? ok({ id, streamVersion: expectedVersion + decision.events.length }) : appended;
}
