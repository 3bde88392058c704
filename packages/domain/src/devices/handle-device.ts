// Making and revoking devices. The token is drawn by the application and given here as its hash only.
// Revoking forgets the hash; live connections are closed by the application.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, EventLog, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import type { NewDevice } from './decide-device.ts';
import { decideNewDevice } from './decide-device.ts';
import type { DeviceTokenStore } from './ports.ts';
import type { DeviceBody } from './types.ts';

export interface DeviceDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly deviceTokens: DeviceTokenStore;
}

export type CreateDevice = NewDevice & { readonly tokenHash: string };

/** An id that was ever given is refused, also when two ask for it at once. */
export async function handleCreateDevice(deps: DeviceDeps, command: CreateDevice, context: Context): Promise<Result<{ id: string }>> {
  const allowed = mayDo(context.actor, 'device.create');
  if (!allowed.ok) return allowed;
  const { tokenHash, ...given } = command;
  const decided = decideNewDevice(given, await knownSensors(deps, given.sensorIds, context));
  if (!decided.ok) return decided;
  const appended = await appendOne(deps.log, context, { stream: `device:${given.id}`, expectedVersion: 0 }, [newEvent(context, 'device.created', decided.value)]);
  if (!appended.ok) return appended.refusal.code === 'LOG_VERSION_CONFLICT' ? refuse('DEVICE_ID_TAKEN', { id: given.id }) : appended;
  await deps.deviceTokens.setTokenHash(given.id, tokenHash);
  return ok({ id: given.id });
}

/** The system's own device at each start: made once, bound to the sensors of today, with a new token. */
export async function handleSeedDevice(deps: DeviceDeps, command: CreateDevice, context: Context): Promise<Result<{ id: string }>> {
  const view = await deps.views.find<DeviceBody>(context.realm, 'device', command.id);
  if (view === undefined) return handleCreateDevice(deps, command, context);
  const allowed = mayDo(context.actor, 'device.create');
  if (!allowed.ok) return allowed;
  if (view.body.revoked) return refuse('DEVICE_REVOKED', { id: command.id });
  const { sensorIds, sensorIdPrefix, tokenHash } = command;
  if (view.body.sensorIds.join('\n') !== sensorIds.join('\n') || view.body.sensorIdPrefix !== sensorIdPrefix) {
    const target = { stream: `device:${command.id}` as const, expectedVersion: view.streamVersion };
    const appended = await appendOne(deps.log, context, target, [newEvent(context, 'device.bound', { sensorIds, sensorIdPrefix })]);
    if (!appended.ok) return appended;
  }
  await deps.deviceTokens.setTokenHash(command.id, tokenHash);
  return ok({ id: command.id });
}

/** Revoking twice says that it is done and changes nothing. */
export async function handleRevokeDevice(deps: DeviceDeps, command: { readonly id: string; readonly reason: string }, context: Context): Promise<Result<{ id: string }>> {
  const allowed = mayDo(context.actor, 'device.revoke');
  if (!allowed.ok) return allowed;
  const view = await loadView<DeviceBody>(deps.views, context, 'device', command.id, { unknownCode: 'DEVICE_UNKNOWN' });
  if (!view.ok) return view;
  if (!view.value.body.revoked) {
    const target = { stream: `device:${command.id}` as const, expectedVersion: view.value.streamVersion };
    const appended = await appendOne(deps.log, context, target, [newEvent(context, 'device.revoked', { reason: command.reason })]);
    if (!appended.ok) return appended;
  }
  await deps.deviceTokens.removeToken(command.id);
  return ok({ id: command.id });
}

async function knownSensors(deps: DeviceDeps, sensorIds: readonly string[], context: Context): Promise<(sensorId: string) => boolean> {
  const found = await Promise.all(sensorIds.map((sensorId) => deps.views.find(context.realm, 'record', `sensors/${sensorId}`)));
  const known = new Set(sensorIds.filter((_sensorId, i) => found[i] !== undefined));
  return (sensorId) => known.has(sensorId);
}
