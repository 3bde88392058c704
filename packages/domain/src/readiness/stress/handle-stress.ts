// Asks for a stress run, records what came of it, or that it was ended. The run itself is done by the
// caller between the two, so that an answer never waits for it.

import type { IdSource, Refusal, Result } from '@anlan/kernel';
import { refuse } from '@anlan/kernel';
import { mayDo } from '../../access/index.ts';
import type { Appended, Context, EventLog, ViewStore } from '../../log/index.ts';
import { appendOne, loadView, newEvent } from '../../log/index.ts';
import { buildScenarios } from './run-stress.ts';
import type { StressCase, StressResult, StressRunBody } from './types.ts';

export interface StressDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
}

export interface RequestStress {
  readonly cases: readonly StressCase[];
  readonly plannerId: string;
}

/** Refuses what could not be run before anything is recorded. */
export async function handleRequestStress(deps: StressDeps, { cases, plannerId }: RequestStress, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'stress.run');
  if (!may.ok) return may;
  const built = buildScenarios(cases, context);
  if (!built.ok) return built;
  const id = deps.ids.newId('stress');
  const event = newEvent(context, 'stress.requested', { id, cases, plannerId, demonstration: cases.some(({ demonstration }) => demonstration) });
  return appendOne(deps.log, context, { stream: `stress:${id}`, expectedVersion: 0 }, [event]);
}

/** `outcome`: the result, or the refusal that ended the run. */
export async function handleRecordStress(deps: Omit<StressDeps, 'ids'>, { id, outcome }: { readonly id: string; readonly outcome: Result<StressResult> }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'stress.complete');
  if (!may.ok) return may;
  const view = await running(deps.views, id, context);
  if (!view.ok) return view;
  const event = outcome.ok
    ? newEvent(context, 'stress.completed', { result: outcome.value }, { basis: [{ kind: 'model', ref: `${outcome.value.modelVersion} ${outcome.value.inputsHash}` }] })
    : newEvent<'stress.failed', Refusal>(context, 'stress.failed', outcome.refusal);
  return appendOne(deps.log, context, { stream: `stress:${id}`, expectedVersion: view.value.streamVersion }, [event]);
}

export async function handleCancelStress(deps: Omit<StressDeps, 'ids'>, { id, reason }: { readonly id: string; readonly reason: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'stress.run');
  if (!may.ok) return may;
  const view = await running(deps.views, id, context);
  if (!view.ok) return view;
  return appendOne(deps.log, context, { stream: `stress:${id}`, expectedVersion: view.value.streamVersion }, [newEvent(context, 'stress.cancelled', { reason })]);
}

async function running(views: ViewStore, id: string, context: Context) {
  const view = await loadView<StressRunBody>(views, context, 'stress', id, { unknownCode: 'STRESS_RUN_UNKNOWN' });
  if (!view.ok) return view;
  const { state } = view.value.body;
  return state === 'running' ? view : refuse('STRESS_NOT_RUNNING', { id, state });
}
