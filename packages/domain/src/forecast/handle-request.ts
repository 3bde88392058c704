// Asks for a forecast of an incident's spill: looks around, writes the input out, records the
// request. The run itself is another command, so that an answer never waits for the model.

import type { IdSource, Instant, Result } from '@anlan/kernel';
import { refuse, sha256Hex } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import type { Appended, Basis, Context, EventLog, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import { decideForecastInput } from './decide-input.ts';
import type { ForecastChoice } from './decide-input.ts';
import type { Surroundings, WaterCheck } from './ports.ts';
import { isForecastable, spillFactsOf } from './spill-facts.ts';
import type { ForecastBody } from './types.ts';

export interface ForecastDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly water: WaterCheck;
  readonly surroundings: Surroundings;
}

export interface RequestForecast extends ForecastChoice {
  readonly incidentId: string;
}

export async function handleRequestForecast(deps: ForecastDeps, command: RequestForecast, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'forecast.request');
  if (!may.ok) return may;
  const { incidentId, ...choice } = command;
  const incident = (await deps.views.find<IncidentBody>(context.realm, 'incident', incidentId))?.body;
  if (incident === undefined) return refuse('FORECAST_INCIDENT_UNKNOWN', { id: incidentId });
  if (incident.state === 'closed' || incident.state === 'dismissed') return refuse('FORECAST_INCIDENT_OVER', { incidentId, state: incident.state });
  const position = choice.spill?.position ?? spillFactsOf(incident).position;
  const { surroundings, water } = deps;
  const known = {
    water, usualWater: surroundings.usualWater, windGrids: await surroundings.windGrids(), currentReach: (at: Instant) => surroundings.currentReach(at),
    stationWind: await surroundings.latestWind(position, context.now),
    stationTemperature: await surroundings.latestWaterTemperature(position, context.now),
  };
  const id = deps.ids.newId('forecast');
  const input = decideForecastInput(incident, choice, known, { randomSeed: seedOf(id), now: context.now });
  if (!input.ok) return input;
  const basis: readonly Basis[] = [{ kind: 'event', ref: `incident:${incidentId}` }];
  const event = newEvent(context, 'forecast.requested', { id, incidentId, input: input.value }, { basis });
  return appendOne(deps.log, context, { stream: `forecast:${id}`, expectedVersion: 0 }, [event]);
}

/**
 * What follows from an incident: the request that a verified spill calls for, or null when it is not
 * verified or says too little of a spill to ask.
 */
export function forecastRequestFor(incident: IncidentBody): RequestForecast | null {
  const verified = incident.state === 'confirmed' || incident.state === 'contained';
  return verified && isForecastable(spillFactsOf(incident)) ? { incidentId: incident.id } : null;
}

export async function handleCancelForecast(deps: Pick<ForecastDeps, 'log' | 'views'>, command: { readonly forecastId: string; readonly reason: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'forecast.request');
  if (!may.ok) return may;
  const { forecastId: id } = command;
  const view = await loadView<ForecastBody>(deps.views, context, 'forecast', id, { unknownCode: 'FORECAST_UNKNOWN' });
  if (!view.ok) return view;
  const { state } = view.value.body;
  if (state !== 'requested') return refuse('FORECAST_NOT_WAITING', { id, state });
  if (command.reason.trim() === '') return refuse('FORECAST_REASON_MISSING', { id });
  const event = newEvent(context, 'forecast.cancelled', { reason: command.reason.trim() });
  return appendOne(deps.log, context, { stream: `forecast:${id}`, expectedVersion: view.value.streamVersion }, [event]);
}

/** A seed that is the same whenever the log is the same. */
function seedOf(forecastId: string): number {
  return Number.parseInt(sha256Hex(forecastId).slice(0, 8), 16);
}
