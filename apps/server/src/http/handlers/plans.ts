// Plans: options from three reserves, and the one that was chosen.

import { planFold } from '@anlan/domain';
import type { PlanBody } from '@anlan/domain';
import { instant, ok, refuse } from '@anlan/kernel';
import { viewsKnownAt } from '../../known-at.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type PlanRoutes = 'drawPlan' | 'listPlans' | 'getPlan' | 'chooseOption';

export const planHandlers: Pick<Handlers, PlanRoutes> = {
  async drawPlan({ app, params, body, context }) {
    const drawn = await app.services.drawPlan(params.id, body.forecastId, context);
    return drawn.ok ? ok({ id: drawn.value.id, streamVersion: drawn.value.streamVersion }) : drawn;
  },

  async listPlans({ app, params, query }) {
    const views = await app.views.list<PlanBody>({ realm: app.realm, kind: 'plan', where: { incidentId: params.id } });
    const known = query.knownAt === undefined ? views : await viewsKnownAt(app, 'plan', planFold, views, instant(query.knownAt));
    return ok([...known].sort((a, b) => b.body.drawnAt - a.body.drawnAt).map(viewToWire));
  },

  async getPlan({ app, params }) {
    const view = await app.views.find<PlanBody>(app.realm, 'plan', params.id);
    return view === undefined ? refuse('PLAN_UNKNOWN', { id: params.id }) : ok(viewToWire(view));
  },

  async chooseOption({ app, params, body, context }) {
    return done(await app.services.chooseOption(params.id, body.optionId, context));
  },
};
