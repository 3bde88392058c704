// Takes rows of a file into a register. Rows are judged one by one: good ones are written, each in
// its own append, bad ones come back with all their problems; a dry run writes nothing. The import
// key decides whether a row is a new record or a change to one.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, View } from '../log/index.ts';
import { withMoves } from '../log/index.ts';
import { decideChangeRecord, decideCreateRecord } from './decide-record.ts';
import type { RecordDecision } from './decide-record.ts';
import { recordStream } from './define-register.ts';
import { missingIn, seenRegister } from './handle-record.ts';
import type { RegisterDeps } from './ports.ts';
import type { TableRow } from './table-codec.ts';
import type { FieldProblem, RecordBody, Register } from './types.ts';

export interface ImportRecords {
  readonly registerId: string;
  readonly rows: readonly TableRow[];
  readonly dryRun: boolean;
}

export interface ImportAnswer {
  readonly createdCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly refused: readonly { readonly rowIndex: number; readonly problems: readonly Pick<FieldProblem, 'code' | 'params'>[] }[];
}

export async function handleImportRecords(deps: RegisterDeps, command: ImportRecords, context: Context): Promise<Result<ImportAnswer>> {
  const seen = seenRegister(deps, command.registerId, context);
  if (!seen.ok) return seen;
  const register = seen.value;
  const views = await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${register.id}/` });
  const byKey = new Map(views.map((view) => [keyOf(register, view.body.id, view.body.values), view]));
  const used = new Set<string>();
  const count = { createdCount: 0, changedCount: 0, unchangedCount: 0 };
  const refused: { rowIndex: number; problems: readonly Pick<FieldProblem, 'code' | 'params'>[] }[] = [];
  for (const [rowIndex, row] of command.rows.entries()) {
    const key = keyOf(register, row.id, row.values);
    const problem = key === undefined ? refuse('REGISTER_TABLE_KEY_MISSING', { column: register.importKey })
      : used.has(key) ? refuse('REGISTER_TABLE_KEY_DOUBLED', { column: register.importKey, text: key.slice(0, 60) }) : undefined;
    if (key !== undefined) used.add(key);
    const outcome = problem ?? (await takeRow(deps, register, row, key === undefined ? undefined : byKey.get(key), command.dryRun, context));
    if (outcome.ok) count[outcome.value] += 1;
    else refused.push({ rowIndex, problems: problemsOf(outcome.refusal) });
  }
  return ok({ ...count, refused });
}

type Counted = 'createdCount' | 'changedCount' | 'unchangedCount';

async function takeRow(deps: RegisterDeps, register: Register, row: TableRow, view: View<RecordBody> | undefined, dryRun: boolean, context: Context): Promise<Result<Counted>> {
  const missing = await missingIn(deps, register, row.values, context, view?.body.values);
  const id = view?.body.id ?? row.id ?? deps.ids.newId(register.id);
  const decision: Result<RecordDecision> = view === undefined
    ? decideCreateRecord(register, { id, values: row.values, ...(row.state === null ? {} : { state: row.state }) }, undefined, missing, context)
    : decideChangeRecord(register, view.body, row.values, missing, context);
  if (!decision.ok) return decision;
  if (decision.value.events.length === 0) return ok('unchangedCount');
  if (!dryRun) {
    const { events, holdings } = decision.value;
    const beside = view === undefined ? [] : ((await deps.alongside?.(register, view.body, events, context)) ?? []);
    const appends = [{ stream: recordStream(register.id, id), expectedVersion: view?.streamVersion ?? 0, events: withMoves(events, holdings) }, ...beside];
    const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends });
    if (!appended.ok) return appended;
  }
  return ok(view === undefined ? 'createdCount' : 'changedCount');
}

function keyOf(register: Register, id: string | null, values: Readonly<Record<string, unknown>>): string | undefined {
  const key = register.importKey === 'id' ? id : values[register.importKey];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

function problemsOf(refusal: { readonly code: string; readonly params: FieldProblem['params']; readonly problems?: readonly FieldProblem[] }): readonly Pick<FieldProblem, 'code' | 'params'>[] {
  const { problems } = refusal;
  return problems !== undefined && problems.length > 0 ? problems.map(({ code, params }) => ({ code, params })) : [{ code: refusal.code, params: refusal.params }];
}
