// Loads a region's records. Idempotent by content: the same seed twice changes nothing; a changed
// seed changes the records that no person has touched since; a record that a person changed stays
// as the person left it and is counted as kept.

import type { Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse, sha256Hex } from '@anlan/kernel';
import type { Context, StreamAppend, View } from '../log/index.ts';
import { withMoves } from '../log/index.ts';
import { decideChangeRecord, decideCreateRecord } from './decide-record.ts';
import { recordKey, recordStream } from './define-register.ts';
import type { RegisterDeps } from './ports.ts';
import { listRelations } from './read-values.ts';
import type { FieldProblem, RecordBody, RecordRefusal, RecordValues, Register } from './types.ts';

export interface SeedRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly state?: string;
}

export interface SeedRegister {
  readonly registerId: string;
  readonly records: readonly SeedRecord[];
}

export interface SeedCount {
  readonly createdCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  /** Changed by a person since the seed; left as it is. */
  readonly keptCount: number;
}

/**
 * Seeds all registers of `command` in the given order. Relations may point at records already in
 * the memory or anywhere in the same seed. The first record that cannot be read refuses the whole
 * seed with its register, id and problems: a region pack is right or it is not loaded.
 */
export async function handleSeedRecords(deps: RegisterDeps, command: readonly SeedRegister[], context: Context): Promise<Result<SeedCount, RecordRefusal>> {
  const known = new Set(command.flatMap(({ registerId, records }) => records.map(({ id }) => recordKey(registerId, id))));
  const count = { createdCount: 0, changedCount: 0, unchangedCount: 0, keptCount: 0 };
  const appends: StreamAppend[] = [];
  for (const { registerId, records } of command) {
    const register = deps.registers.find((candidate) => candidate.id === registerId);
    if (register === undefined) return { ok: false, refusal: { ...refuse('REGISTER_UNKNOWN', { registerId }).refusal, problems: [] } };
    const views = new Map((await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${registerId}/` })).map((view) => [view.body.id, view]));
    for (const id of views.keys()) known.add(recordKey(registerId, id));
    for (const record of records) {
      const outcome = decideSeed(register, record, views.get(record.id), known, context);
      if (!outcome.ok) return named(registerId, record.id, outcome.refusal);
      count[outcome.value.counted] += 1;
      if (outcome.value.append !== undefined) appends.push(outcome.value.append);
    }
  }
  return appendAll(deps, appends, count, context);
}

/** Content of a seed record; a record is changed only when this differs from what it was made of. */
export function seedHash(record: SeedRecord): string {
  return sha256Hex(canonicalJson({ values: record.values, state: record.state ?? null }));
}

interface SeedOutcome {
  readonly counted: keyof SeedCount;
  readonly append?: StreamAppend;
}

function decideSeed(register: Register, record: SeedRecord, view: View<RecordBody> | undefined, known: ReadonlySet<string>, context: Context): Result<SeedOutcome, RecordRefusal> {
  const hash = seedHash(record);
  const missing = (values: RecordValues) => listRelations(register.fields, values).filter((ref) => !known.has(recordKey(ref.registerId, ref.id)));
  const stream = recordStream(register.id, record.id);
  if (view === undefined) {
    const decision = decideCreateRecord(register, { ...record, seedHash: hash }, undefined, missing, context);
    if (!decision.ok) return decision;
    return ok({ counted: 'createdCount', append: { stream, expectedVersion: 0, events: withMoves(decision.value.events, decision.value.holdings) } });
  }
  if (view.body.seedHash === hash) return ok({ counted: 'unchangedCount' });
  if (view.body.seedHash === null || view.body.archived) return ok({ counted: 'keptCount' });
  const decision = decideChangeRecord(register, view.body, record.values, missing, context, hash);
  if (!decision.ok) return decision;
  return ok({ counted: 'changedCount', append: { stream, expectedVersion: view.streamVersion, events: decision.value.events } });
}

async function appendAll(deps: RegisterDeps, appends: readonly StreamAppend[], count: SeedCount, context: Context): Promise<Result<SeedCount, RecordRefusal>> {
  if (appends.length === 0) return ok(count);
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends });
  return appended.ok ? ok(count) : { ok: false, refusal: { ...appended.refusal, problems: [] } };
}

/** Names register and record in each problem, so that a faulty pack can be mended from the message. */
function named(registerId: string, id: string, refusal: RecordRefusal): Result<never, RecordRefusal> {
  const problems = refusal.problems.map((problem): FieldProblem => ({ ...problem, fieldId: `${registerId}/${id}: ${problem.fieldId}` }));
  const params = refusal.code === 'REGISTER_RECORD_INVALID' ? { ...refusal.params, fieldId: problems[0]?.fieldId ?? id } : refusal.params;
  return { ok: false, refusal: { ...refusal, params, problems } };
}
