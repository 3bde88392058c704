// Plans: drawn by hand, and by themselves when a forecast is completed, so that the duty officer
// finds options waiting. Travel times come from the region's own water grid, roads and quays.

import { setImmediate } from 'node:timers/promises';
import { createTravelTimes, forecastSitesFrom, handleChooseOption, handleDrawPlan } from '@anlan/domain';
import type { Appended, Context, EventEnvelope, ForecastBody, PlanDeps } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import { systemContext } from '../actors.ts';
import { withRetries } from '../jobs/with-retries.ts';
import { recordsOf } from '../register-lists.ts';
import { splitStream } from '../jobs/live-announcements.ts';
import type { ServiceBase } from '../services.ts';
import { laneOf } from './forecast-service.ts';
import type { ForecastService } from './forecast-service.ts';
import { createPeakCurrents } from './peak-current.ts';
import { seaGridOf } from './sea.ts';

export interface PlanService {
  drawPlan(incidentId: string, forecastId: string | undefined, context: Context): Promise<Result<Appended>>;
  chooseOption(planId: string, optionId: string, context: Context): Promise<Result<Appended>>;
  reactTo(event: EventEnvelope): void;
  /** Seeks the ways to the sensitive sites once, so that the first plan finds them known. */
  warmPlan(): Promise<void>;
}

export function createPlanService(base: ServiceBase, forecasts: Pick<ForecastService, 'incidentOf'>): PlanService {
  const { region, realm, clock } = base;
  const deps = (): PlanDeps => ({
    log: base.log, views: base.views, ids: base.ids,
    travel: createTravelTimes({ sea: seaGridOf(region), ...namedWays(region), roadClosures: [], seaClosures: [] }),
    currents: createPeakCurrents(region),
  });
  return {
    drawPlan: (incidentId, forecastId, context) => handleDrawPlan(deps(), { incidentId, ...(forecastId === undefined ? {} : { forecastId }) }, context),
    chooseOption: (planId, optionId, context) => handleChooseOption(base, { planId, optionId }, context),
    async warmPlan() {
      const { travel } = deps();
      for (const { siteId, titles, position } of forecastSitesFrom(await recordsOf(base.views, realm, 'sensitive-sites')).slice(0, WARMED_SITE_COUNT)) {
        await setImmediate(); // What comes in meanwhile is answered first.
        await travel.travel({ departAt: clock.now(), scenes: [{ id: siteId, name: titles, position }], origins: [], fleet: [], conditions: {} });
      }
    },
    reactTo(event) {
      if (event.type !== 'forecast.completed') return;
      const forecastId = splitStream(event.stream)[1];
      base.reactor.push({ lane: laneOf(forecasts.incidentOf(forecastId) ?? forecastId), name: `plan for ${forecastId}`, work: async () => {
        const forecast = await withRetries(() => base.views.find<ForecastBody>(realm, 'forecast', forecastId));
        if (forecast === undefined) return;
        const drawn = await withRetries(() => handleDrawPlan(deps(), { incidentId: forecast.body.incidentId, forecastId }, systemContext(realm, clock.now())));
        if (!drawn.ok) base.note('warn', 'plan not drawn', { forecastId, code: drawn.refusal.code, ...drawn.refusal.params });
      } });
    },
  };
}

/** Roads and quays under their names in both languages. */
export function namedWays({ roads, quays }: ServiceBase['region']) {
  return {
    road: { nodes: roads.nodes.map((node) => ({ ...node, name: node.names })), edges: roads.edges.map((edge) => (edge.names === undefined ? edge : { ...edge, name: edge.names })) },
    quays: quays.map((quay) => ({ ...quay, name: quay.names })),
  };
}

/** As many ways as the sea model keeps, less one for the spill itself. */
const WARMED_SITE_COUNT = 12;
