// Forecasts and oils.

import { listOils, oilAtTemperature } from '@anlan/drift';
import { forecastFold, handlePlaceForcing, handleRemoveForcing, listForcings } from '@anlan/domain';
import type { ForecastBody, ForecastChoice, View } from '@anlan/domain';
import { instant, ok, refuse } from '@anlan/kernel';
import { text } from '@anlan/messages';
import type { App } from '../../app.ts';
import { viewsKnownAt } from '../../known-at.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type ForecastRoutes = 'listOils' | 'requestForecast' | 'listForecasts' | 'getForecast' | 'getFrames' | 'cancelForecast' | 'placeForcing' | 'listForcings' | 'removeForcing';

export const forecastHandlers: Pick<Handlers, ForecastRoutes> = {
  async listOils() {
    return ok(listOils().map((oil) => {
      const state = oilAtTemperature(oil, OIL_REFERENCE_K, SEA_WATER_KG_PER_M3);
      return { id: oil.id, name: oil.name, titles: { zh: text('zh-CN', `oil.${oil.id}`), en: text('en', `oil.${oil.id}`) }, productType: oil.productType, densityKgPerM3: state.ok ? state.value.densityKgPerM3 : null, warnings: state.ok ? state.value.warnings : [] };
    }));
  },

  async requestForecast({ app, params, body, context }) {
    const { spill, ...rest } = body;
    const startAt = spill?.startAt === undefined ? {} : { startAt: instant(spill.startAt) };
    const choice = { ...rest, ...(spill === undefined ? {} : { spill: { ...spill, ...startAt } }) } as ForecastChoice;
    const requested = await app.services.requestForecast(params.id, choice, context);
    return requested.ok ? ok({ id: requested.value.id, streamVersion: requested.value.streamVersion }) : requested;
  },

  async listForecasts({ app, params, query }) {
    const views = await app.views.list<ForecastBody>({ realm: app.realm, kind: 'forecast', where: { incidentId: params.id }, newestFirst: true });
    const known = query.knownAt === undefined ? views : await viewsKnownAt(app, 'forecast', forecastFold, views, instant(query.knownAt));
    return ok([...known].sort((a, b) => b.body.requestedAt - a.body.requestedAt).map((view) => forecastToWire(app, view)));
  },

  async getForecast({ app, params }) {
    const view = await app.views.find<ForecastBody>(app.realm, 'forecast', params.id);
    return view === undefined ? refuse('FORECAST_UNKNOWN', { id: params.id }) : ok(forecastToWire(app, view));
  },

  async getFrames({ app, params, reply }) {
    const view = await app.views.find<ForecastBody>(app.realm, 'forecast', params.id);
    if (view === undefined) return refuse('FORECAST_UNKNOWN', { id: params.id });
    const artefactId = view.body.artefactId;
    const artefact = artefactId === null ? undefined : await app.artefacts.get(artefactId);
    if (artefact === undefined) return refuse('HTTP_ARTEFACT_UNKNOWN', { id: artefactId ?? params.id });
    void reply.header('cache-control', 'private, max-age=3600');
    return ok({ forecastId: params.id, ...(JSON.parse(Buffer.from(artefact.bytes).toString('utf8')) as object) });
  },

  async placeForcing({ app, body, context }) {
    const placed = await handlePlaceForcing(app, { file: body, bytes: Buffer.from(JSON.stringify(body)) }, context);
    return placed.ok ? ok({ id: placed.value.id, streamVersion: placed.value.streamVersion }) : placed;
  },

  async listForcings({ app, context }) {
    return ok(await listForcings(app.views, context));
  },

  async removeForcing({ app, params, context }) {
    return done(await handleRemoveForcing(app, { id: params.id }, context));
  },

  async cancelForecast({ app, params, context }) {
    return done(await app.services.cancelForecast(params.id, context));
  },
};

function forecastToWire(app: App, view: View<ForecastBody>): object {
  const { failureCode, failureParams, ...body } = viewToWire(view);
  return { ...body, failure: failureCode === null ? null : { code: failureCode, params: failureParams ?? {} }, progressRatio: app.services.progressOf(view.id) };
}

/** 15 °C, the reference temperature of oil densities. */
const OIL_REFERENCE_K = 288.15;
/** Sea water of the open ocean; only whether an oil would sink depends on it here. */
const SEA_WATER_KG_PER_M3 = 1025;
