// Devices: who may write which sensors. The token is in the answer of the making and nowhere else.

import { handleCreateDevice, handleRevokeDevice } from '@anlan/domain';
import type { DeviceBody } from '@anlan/domain';
import { ok } from '@anlan/kernel';
import { drawDeviceToken, hashToken } from '../../accounts/secrets.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';

type DeviceRoutes = 'listDevices' | 'createDevice' | 'revokeDevice';

export const deviceHandlers: Pick<Handlers, DeviceRoutes> = {
  async listDevices({ app }) {
    const views = await app.views.list<DeviceBody>({ realm: app.realm, kind: 'device' });
    const counts = new Map(app.ingest.list().map((count) => [count.sourceId, count.lastReceivedAt]));
    return ok(views.map(({ body }) => ({ ...body, lastReceivedAt: counts.get(body.sourceId) ?? null })));
  },

  async createDevice({ app, body, context, reply }) {
    const token = drawDeviceToken();
    const { id, displayName, sensorIds, sensorIdPrefix } = body;
    const created = await handleCreateDevice(app, { id, displayName, sensorIds, sensorIdPrefix, demonstration: app.mode !== 'production', tokenHash: hashToken(token) }, context);
    if (!created.ok) return created;
    void reply.header('cache-control', 'no-store');
    return ok({ id, token });
  },

  // Its connections are closed by the event (see wiring.ts), whoever revokes it.
  async revokeDevice({ app, params, body, context }) {
    return done(await handleRevokeDevice(app, { id: params.id, reason: body.reason }, context));
  },
};
