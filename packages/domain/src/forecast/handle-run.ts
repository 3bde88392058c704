// Runs a requested forecast, stores its large part and records the outcome. A refusal of the model
// and a broken run are recorded as they are; a store that is away for a while is not a verdict on
// the forecast: it stays requested and is run again.

import type { Clock, Refusal, Result } from '@anlan/kernel';
import { AdapterError, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Appended, Context, EventLog, NewEvent, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import type { ArtefactStore } from '../signal/index.ts';
import type { ForecastRunner, RunOptions } from './ports.ts';
import type { ForecastBody, ForecastInput } from './types.ts';

export interface RunForecastDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly artefacts: ArtefactStore;
  readonly runner: ForecastRunner;
  /** Tells when the run was over. */
  readonly clock: Clock;
}

/** Refuses FORECAST_NOT_WAITING when it was run or cancelled meanwhile. Throws a retryable AdapterError. */
export async function handleRunForecast(deps: RunForecastDeps, command: { readonly forecastId: string }, context: Context, options: RunOptions = {}): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'forecast.complete');
  if (!may.ok) return may;
  const { forecastId: id } = command;
  const view = await loadView<ForecastBody>(deps.views, context, 'forecast', id, { unknownCode: 'FORECAST_UNKNOWN' });
  if (!view.ok) return view;
  const { state, input } = view.value.body;
  if (state !== 'requested') return refuse('FORECAST_NOT_WAITING', { id, state });
  const outcome = await runAndKeep(deps, input, options, context);
  const done: Context = { ...context, now: deps.clock.now() };
  const event: NewEvent = { ...outcome, happenedAt: done.now };
  const appended = await appendOne(deps.log, done, { stream: `forecast:${id}`, expectedVersion: view.value.streamVersion }, [event]);
  if (appended.ok || appended.refusal.code !== 'LOG_VERSION_CONFLICT') return appended;
  const now = await deps.views.find<ForecastBody>(context.realm, 'forecast', id);
  return refuse('FORECAST_NOT_WAITING', { id, state: now?.body.state ?? '' });
}

async function runAndKeep(deps: RunForecastDeps, input: ForecastInput, options: RunOptions, context: Context): Promise<NewEvent> {
  try {
    const outcome = await deps.runner.run(input, options);
    if (!outcome.ok) return failed(outcome.refusal, context);
    const { summary, bytes, mediaType } = outcome.value;
    const artefactId = await deps.artefacts.put(bytes, mediaType);
    const basis = [{ kind: 'model', ref: `${summary.modelVersion} ${summary.inputsHash}` }] as const;
    return newEvent(context, 'forecast.completed', { summary, artefactId }, { basis });
  } catch (error) {
    if (error instanceof AdapterError) {
      if (error.retryable) throw error;
      return failed({ code: error.code, params: error.params }, context);
    }
    return failed({ code: 'FORECAST_RUN_DIED', params: { name: error instanceof Error ? error.name : 'unknown' } }, context);
  }
}

function failed(refusal: Refusal, context: Context): NewEvent {
  return newEvent(context, 'forecast.failed', { code: refusal.code, params: refusal.params });
}
