// Who a device is, whichever door it knocks at. Its record is looked up at every batch, so that one
// that was revoked, here or by the command line, writes nothing more.

import { isBoundTo } from '@anlan/domain';
import type { BatchAnswer, DeviceBody, DeviceTokenStore, Reading, Realm, ViewStore } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import { refuse } from '@anlan/kernel';
import { hashToken } from '../accounts/secrets.ts';
import { deviceActor } from '../actors.ts';
import type { SignalService } from '../services/signal-service.ts';

export interface DeviceDoor {
  /** undefined when the token or its device does not hold. */
  findByToken(token: string): Promise<DeviceBody | undefined>;
  /** undefined when it was revoked or does not belong here. */
  findOpen(deviceId: string): Promise<DeviceBody | undefined>;
  /** DEVICE_REVOKED {id}; readings outside its binding are refused one by one. */
  take(deviceId: string, readings: readonly unknown[]): Promise<Result<BatchAnswer<Reading>>>;
}

export interface DeviceDoorDeps {
  readonly views: ViewStore;
  readonly realm: Realm;
  readonly deviceTokens: DeviceTokenStore;
  /** False in production. */
  readonly allowDemonstration: boolean;
}

export function createDeviceDoor(deps: DeviceDoorDeps, takeReadings: SignalService['takeReadings']): DeviceDoor {
  const findOpen = async (deviceId: string): Promise<DeviceBody | undefined> => {
    const view = await deps.views.find<DeviceBody>(deps.realm, 'device', deviceId);
    return view === undefined || view.body.revoked || (view.body.demonstration && !deps.allowDemonstration) ? undefined : view.body;
  };
  return {
    findOpen,
    async findByToken(token) {
      if (token.length > TOKEN_LENGTH_COUNT_MAX) return undefined;
      const deviceId = await deps.deviceTokens.findDeviceId(hashToken(token));
      return deviceId === undefined ? undefined : findOpen(deviceId);
    },
    async take(deviceId, readings) {
      const device = await findOpen(deviceId);
      if (device === undefined) return refuse('DEVICE_REVOKED', { id: deviceId });
      return takeReadings(device.sourceId, readings, { actor: deviceActor(deviceId), binding: { deviceId, reaches: (sensorId) => isBoundTo(device, sensorId) } });
    },
  };
}

const TOKEN_LENGTH_COUNT_MAX = 200;
