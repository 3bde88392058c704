// The services of the loop, joined: what the HTTP handlers, the doors, the timers and the player
// call. Each service lives in its own file; here they get what they share.

import { mergeRuleBooks, nationalRuleBook } from '@anlan/domain';
import type { Context, EventEnvelope, IncidentDeps, OpenThings, QueueRow, RuleBook, SignalSource } from '@anlan/domain';
import type { Instant, LonLat, Result } from '@anlan/kernel';
import type { App } from './app.ts';
import { createBelonging } from './services/belonging.ts';
import { createFleet } from './services/fleet.ts';
import type { Fleet } from './services/fleet.ts';
import { createForecastService } from './services/forecast-service.ts';
import type { ForecastService } from './services/forecast-service.ts';
import { computeIndicators } from './services/indicators.ts';
import { createIsochroneService } from './services/isochrones.ts';
import type { IsochroneService } from './services/isochrones.ts';
import { createPlanService } from './services/plan-service.ts';
import type { PlanService } from './services/plan-service.ts';
import { eventsOf, openThingsOf, queueRows } from './services/picture.ts';
import { seaGridOf } from './services/sea.ts';
import { createStressService } from './services/stress/stress-service.ts';
import type { StressService } from './services/stress/stress-service.ts';
import { createSignalService } from './services/signal-service.ts';
import type { SignalService } from './services/signal-service.ts';
import { tideOf } from './services/tide.ts';
import { createTimers } from './services/timers.ts';
import { sourceOf } from './sources.ts';

export type ServiceBase = Omit<App, 'services'>;

export interface Services extends SignalService, ForecastService, PlanService, IsochroneService, Fleet, StressService {
  readonly incidentDeps: IncidentDeps;
  queue(context: Context): Promise<readonly QueueRow[]>;
  openThings(incidentId: string, context: Context): Promise<OpenThings>;
  eventsOfIncident(incidentId: string, context: Context): Promise<Result<readonly EventEnvelope[]>>;
  indicators(context: Context): Promise<Result<unknown>>;
  tide(query: { readonly fromAt: Instant; readonly toAt: Instant; readonly stationId: string | undefined }): Result<unknown>;
  sourceOf(sourceId: string): SignalSource;
  checkWater(position: LonLat): Result<true>;
  reloadLists(): Promise<void>;
  /** Follows up on what was recorded: forecasts are run, completed ones are planned on. */
  react(events: readonly EventEnvelope[]): void;
  /** Escalations, silence, breaches; once, as the timer does every second. */
  tick(): Promise<void>;
  start(): Promise<void>;
  /** Makes ready what the first case would otherwise wait for: water grid, model threads. */
  warm(): Promise<void>;
  stop(): Promise<void>;
}

export function createServices(base: ServiceBase): Services {
  const signals = createSignalService(base);
  const forecasts = createForecastService(base);
  const plans = createPlanService(base, forecasts);
  const stress = createStressService(base);
  const isochrones = createIsochroneService(base);
  const fleet = createFleet(base);
  const timers = createTimers(base, signals);
  return {
    ...signals,
    ...forecasts,
    ...plans,
    ...isochrones,
    ...stress,
    ...fleet,
    incidentDeps: { log: base.log, views: base.views, ids: base.ids, rules: ruleBookOf(base), belonging: createBelonging(base) },
    queue: (context) => queueRows(base, context),
    openThings: (incidentId, context) => openThingsOf(base, incidentId, context),
    eventsOfIncident: (incidentId, context) => eventsOf(base, incidentId, context),
    indicators: (context) => computeIndicators(base, context),
    tide: (query) => tideOf(base, query),
    sourceOf,
    checkWater: (position) => forecasts.checkWater(position),
    async reloadLists() {
      await base.lists.reload();
      await fleet.reloadUnits();
    },
    react(events) {
      for (const event of events) {
        forecasts.reactTo(event);
        plans.reactTo(event);
        stress.reactToStress(event);
      }
    },
    tick: () => timers.tick(),
    async start() {
      await fleet.reloadUnits();
      await signals.restore();
      await forecasts.resume();
      await stress.resumeStress();
      if (base.mode !== 'play') timers.start();
    },
    async warm() {
      seaGridOf(base.region);
      await forecasts.warmForecast();
      await plans.warmPlan();
    },
    async stop() {
      timers.stop();
      await Promise.all([forecasts.stop(), isochrones.closeIsochrones()]);
    },
  };
}

/** The national rules with the region's laid over them. */
function ruleBookOf({ region }: ServiceBase): RuleBook {
  const merged = mergeRuleBooks(nationalRuleBook, region.ruleBook);
  if (!merged.ok) throw new Error(`the rules of the region do not fit: ${merged.refusal.code} ${JSON.stringify(merged.refusal.params)}`);
  return merged.value;
}
