// The readiness stress test over HTTP: library, runs, gap map, comparison, reach along the coast.

import { compareRuns, FAMILY_FIGURES, gapGeoJson, STRESS_FAMILIES } from '@anlan/domain';
import type { StressCase, StressResult, StressRunBody, View } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { coastReach } from '../../services/stress/coast-reach.ts';
import { withCandidates } from '../../services/stress/gap-candidates.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type StressRoutes = 'getStressLibrary' | 'requestStress' | 'listStressRuns' | 'getStressRun' | 'getStressGeoJson' | 'compareStressRuns' | 'cancelStress' | 'getReach';

export const stressHandlers: Pick<Handlers, StressRoutes> = {
  async getStressLibrary({ app }) {
    const { library, weatherStates } = app.region.stress;
    return ok({ families: STRESS_FAMILIES.map((familyId) => ({ familyId, figures: FAMILY_FIGURES[familyId] })), cases: library, weatherStates, plannerIds: app.services.stressPlannerIds });
  },

  async requestStress({ app, body, context }) {
    const requested = await app.services.requestStress({ ...body, cases: body.cases as readonly StressCase[] | undefined }, context);
    return requested.ok ? ok({ id: requested.value.id, streamVersion: requested.value.streamVersion }) : requested;
  },

  async listStressRuns({ app, query }) {
    const views = await app.views.list<StressRunBody>({ realm: app.realm, kind: 'stress', newestFirst: true, limitCount: query.limit ?? LISTED_COUNT });
    return ok([...views].sort((a, b) => b.body.requestedAt - a.body.requestedAt).map((view) => {
      const { result, cases } = view.body;
      return {
        ...head(app, view), caseIds: cases.map(({ id }) => id), gapCount: result === null ? null : result.scenarios.reduce((sum, { gaps }) => sum + gaps.length, 0),
        shortageRatioHours: result === null ? null : result.scenarios.reduce((sum, one) => sum + one.shortageRatioHours, 0), inputsHash: result?.inputsHash ?? null,
      };
    }));
  },

  async getStressRun({ app, params }) {
    const view = await app.views.find<StressRunBody>(app.realm, 'stress', params.id);
    if (view === undefined) return refuse('STRESS_RUN_UNKNOWN', { id: params.id });
    const { cases, result } = view.body;
    return ok({ ...head(app, view), cases, result: result === null ? null : await withCandidates(app, result) });
  },

  async getStressGeoJson({ app, params }) {
    const result = await resultOf(app, params.id);
    return result.ok ? ok(gapGeoJson(result.value)) : result;
  },

  async compareStressRuns({ app, params, query }) {
    const after = await resultOf(app, params.id);
    if (!after.ok) return after;
    const before = await resultOf(app, query.beforeId);
    return before.ok ? ok(compareRuns(before.value, after.value)) : before;
  },

  async cancelStress({ app, params, context }) {
    return done(await app.services.cancelStress(params.id, context));
  },

  async getReach({ app, query }) {
    return coastReach(app, { hours: query.hours, unitId: query.unitId });
  },
};

async function resultOf(app: App, id: string): Promise<Result<StressResult>> {
  const view = await app.views.find<StressRunBody>(app.realm, 'stress', id);
  if (view === undefined) return refuse('STRESS_RUN_UNKNOWN', { id });
  const { result, state } = view.body;
  return result === null ? refuse('STRESS_NOT_COMPLETED', { id, state }) : ok(result);
}

function head(app: App, view: View<StressRunBody>): object {
  const { result: _result, cases: _cases, ...rest } = view.body;
  return { ...viewToWire({ ...view, body: rest }), progressRatio: app.services.stressProgressOf(view.id) };
}

const LISTED_COUNT = 100;
