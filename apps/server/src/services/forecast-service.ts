// Forecasts: requested by people or by what was confirmed, run on the worker threads, told live,
// cancelled at once. The first of an incident goes before everybody's what-ifs, each in a lane of
// its incident. What a stop interrupts stays requested and is run again at the next start.

import { createDriftPool } from '@anlan/adapter-system';
import type { DriftPool } from '@anlan/adapter-system';
import { findOil as findOilRecord } from '@anlan/drift';
import type { OilRecord } from '@anlan/drift';
import { checkSpillPosition, driftCaseFor, forecastSitesFrom, handleCancelForecast, handleRequestForecast, handleRunForecast, isDefaultSize, summariseDrift } from '@anlan/domain';
import type { Appended, Context, EventEnvelope, ForecastBody, ForecastChoice, ForecastDeps, ForecastEvent, ForecastInput, ForecastRunner } from '@anlan/domain';
import { AdapterError, addS, instantFromMs, ok } from '@anlan/kernel';
import type { Instant, LonLat, Result } from '@anlan/kernel';
import { systemContext } from '../actors.ts';
import type { ModelUrgency } from '../jobs/reactor.ts';
import { withRetries } from '../jobs/with-retries.ts';
import { splitStream } from '../jobs/live-announcements.ts';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';
import { forecastFrames } from './forecast-frames.ts';
import { createSurroundings } from './surroundings.ts';
import { waterOf } from './water.ts';
import { findWindGrid } from './wind-grids.ts';

export interface ForecastService {
  requestForecast(incidentId: string, choice: ForecastChoice, context: Context): Promise<Result<Appended>>;
  cancelForecast(forecastId: string, context: Context): Promise<Result<Appended>>;
  findOil(oilId: string): Result<OilRecord>;
  checkWater(position: LonLat): Result<true>;
  /** Share done of a running forecast. */
  progressOf(forecastId: string): number | null;
  reactTo(event: EventEnvelope): void;
  /** Runs what was left waiting by an earlier stop. */
  resume(): Promise<void>;
  /** Rehearses one small run, so that the first real one does not pay for loading and compiling. */
  warmForecast(): Promise<void>;
  /** The incident of a forecast that was asked for since the start, or waited then. */
  incidentOf(forecastId: string): string | undefined;
  /** Ends running models without a verdict on their forecasts. */
  interrupt(): void;
  stop(): Promise<void>;
}

interface Job {
  readonly abort: AbortController;
  shareRatio: number;
}

export function createForecastService(base: ServiceBase): ForecastService {
  const { region, realm, clock, reactor } = base;
  const pool = createDriftPool({ workerCount: base.config.workerCount });
  const running = new Map<string, Job>();
  const water = { isWater: (position: LonLat) => waterOf(region).isWater(position) };
  const deps: ForecastDeps = { log: base.log, views: base.views, ids: base.ids, water, surroundings: createSurroundings(base) };
  const incidents = new Map<string, string>();
  const forecasted = new Set<string>();
  const ending = new AbortController();
  const isWanted = (): boolean => !ending.signal.aborted;
  const unlessEnding = (error: unknown): undefined => raise(error, isWanted());

  const runLater = (forecastId: string, incidentId: string, input: ForecastInput): void => {
    incidents.set(forecastId, incidentId);
    const urgency: ModelUrgency = isDefaultSize(input) && !forecasted.has(incidentId) ? 'first' : 'what-if';
    reactor.push({ lane: urgency === 'first' ? laneOf(incidentId) : `${laneOf(incidentId)}/what-if`, name: `forecast ${forecastId}`, model: urgency, work: async () => {
      const runner = createRunner(base, pool, running, { forecastId, urgency, ending: ending.signal });
      const deps = { log: base.log, views: base.views, artefacts: base.artefacts, runner, clock };
      const ran = await withRetries(() => handleRunForecast(deps, { forecastId }, systemContext(realm, clock.now())), isWanted).catch(unlessEnding);
      if (ran?.ok === false && ran.refusal.code !== 'FORECAST_NOT_WAITING') base.note('error', 'forecast not run', { forecastId, code: ran.refusal.code });
    } });
  };

  return {
    requestForecast: (incidentId, choice, context) => handleRequestForecast(deps, { incidentId, ...choice }, context),
    async cancelForecast(forecastId, context) {
      const cancelled = await handleCancelForecast(base, { forecastId, reason: context.actor.name }, context);
      if (cancelled.ok) running.get(forecastId)?.abort.abort();
      return cancelled;
    },
    findOil: (oilId) => findOilRecord(oilId),
    checkWater: (position) => checkSpillPosition(water, position),
    progressOf: (forecastId) => running.get(forecastId)?.shareRatio ?? null,
    reactTo(event) {
      const forecastId = splitStream(event.stream)[1];
      const { type, payload } = event as EventEnvelope & ForecastEvent;
      if (type === 'forecast.requested') runLater(forecastId, payload.incidentId, payload.input);
      const incidentId = incidents.get(forecastId);
      if (type === 'forecast.completed' && incidentId !== undefined) forecasted.add(incidentId);
    },
    incidentOf: (forecastId) => incidents.get(forecastId),
    async resume() {
      for (const { body } of await base.views.list<ForecastBody>({ realm, kind: 'forecast', where: { state: 'completed' } })) forecasted.add(body.incidentId);
      const waiting = await base.views.list<ForecastBody>({ realm, kind: 'forecast', where: { state: 'requested' } });
      for (const { id, body } of waiting) runLater(id, body.incidentId, body.input);
    },
    async warmForecast() {
      const warmed = await createRunner(base, pool, new Map(), { forecastId: 'rehearsal', urgency: 'first', ending: ending.signal }).run(rehearsal(region, clock.now()), {});
      if (!warmed.ok) base.note('warn', 'rehearsal of the forecast refused', { code: warmed.refusal.code });
    },
    interrupt() {
      ending.abort();
      for (const job of running.values()) job.abort.abort();
    },
    async stop() {
      await pool.close();
    },
  };
}

/** A tracer of oil in the middle of the region; its result is thrown away. */
function rehearsal(region: ServiceBase['region'], now: Instant): ForecastInput {
  return {
    spill: { position: rehearsalPosition(region), startAt: now, durationS: 0, massKg: 1000, oilId: 'AD02002', radiusM: 50 },
    wind: { kind: 'constant', speedMps: 5, windFromDegTrue: 0, sourceText: 'rehearsal' },
    waterTemperatureK: 291, horizonS: 6 * 3600, stepS: 600, outputEveryS: 1800, particleCount: 4000, memberCount: 8, randomSeed: 1, assumed: [],
  };
}

/** A quay of the region whose place is water. */
function rehearsalPosition(region: ServiceBase['region']): LonLat {
  return region.quays.map(({ position }) => position).find((position) => waterOf(region).isWater(position)) ?? region.centre;
}

/** Runs one forecast on the pool, with the region's current and coast and the register's sites. */
function createRunner(base: ServiceBase, pool: DriftPool, running: Map<string, Job>, run: { readonly forecastId: string; readonly urgency: ModelUrgency; readonly ending: AbortSignal }): ForecastRunner {
  const { forecastId, urgency } = run;
  const { region, realm, hub } = base;
  return {
    async run(input) {
      const middleAt = instantFromMs(Math.round(addS(input.spill.startAt, input.horizonS / 2)));
      const current = region.currentFieldFor(middleAt);
      if (!current.ok) return current;
      const windGrid = input.wind.grid === undefined ? undefined : await findWindGrid(base, input.wind.grid.artefactId);
      if (windGrid?.ok === false) return windGrid;
      const sites = forecastSitesFrom(await recordsOf(base.views, realm, 'sensitive-sites'));
      const assumed = [...input.assumed, ...region.currentAssumptions()];
      const job: Job = { abort: new AbortController(), shareRatio: 0 };
      running.set(forecastId, job);
      const onProgress = (shareRatio: number): void => {
        job.shareRatio = shareRatio;
        hub.progress(forecastId, shareRatio);
      };
      try {
        const ran = await pool.run(driftCaseFor({ ...input, assumed }, { current: current.value, coast: waterOf(region).coast, sites, ...(windGrid === undefined ? {} : { windGrid: windGrid.value }) }), { onProgress, signal: job.abort.signal, urgency });
        if (run.ending.aborted) throw new AdapterError('SERVER_STOPPING', { retryable: true, params: {} });
        if (!ran.ok) return ran;
        return ok({ summary: summariseDrift(ran.value, input, sites), bytes: forecastFrames(ran.value), mediaType: 'application/json' });
      } finally {
        running.delete(forecastId);
      }
    },
  };
}

/** What follows from an incident goes in this lane of the reactor. */
export function laneOf(incidentId: string): string {
  return `incident/${incidentId}`;
}

function raise(error: unknown, wanted: boolean): undefined {
  if (wanted) throw error;
  return undefined;
}
