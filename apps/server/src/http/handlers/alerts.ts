// Alerts and the one queue.

import { handleAcknowledgeAlert, handleDismissAlert } from '@anlan/domain';
import type { AlertBody } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type AlertRoutes = 'getQueue' | 'listAlerts' | 'getAlert' | 'acknowledgeAlert' | 'dismissAlert';

export const alertHandlers: Pick<Handlers, AlertRoutes> = {
  async getQueue({ app, context }) {
    return ok({ at: context.now, rows: await app.services.queue(context) });
  },

  async listAlerts({ app, query }) {
    const views = await app.views.list<AlertBody>({ realm: app.realm, kind: 'alert', newestFirst: true, limitCount: query.limit ?? 200 });
    return ok(views.map(viewToWire));
  },

  async getAlert({ app, params }) {
    const view = await app.views.find<AlertBody>(app.realm, 'alert', params.id);
    return view === undefined ? refuse('ALERT_UNKNOWN', { id: params.id }) : ok(viewToWire(view));
  },

  async acknowledgeAlert({ app, params, context }) {
    return done(await handleAcknowledgeAlert(app, { alertId: params.id }, context));
  },

  async dismissAlert({ app, params, body, context }) {
    return done(await handleDismissAlert(app, { alertId: params.id, reason: body.reason }, context));
  },
};
