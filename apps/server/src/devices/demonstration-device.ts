// The simulated gauges' own device: demonstration mode makes it once and draws a new token at every
// start, which lives in this process only. It comes in by the same door as any other.

import { handleSeedDevice } from '@anlan/domain';
import type { Context, DeviceDeps, SensorList } from '@anlan/domain';
import { drawDeviceToken, hashToken } from '../accounts/secrets.ts';
import { SIMULATED_GAUGES } from '../sources.ts';

export interface DeviceCredentials {
  readonly id: string;
  readonly token: string;
}

export async function seedDemonstrationDevice(deps: DeviceDeps, sensors: SensorList, context: Context): Promise<DeviceCredentials | undefined> {
  const sensorIds = sensors.listSensors().filter(({ simulated }) => simulated).map(({ id }) => id).sort();
  const token = drawDeviceToken();
  const seeded = await handleSeedDevice(deps, {
    id: 'simulated-gauges', displayName: SIMULATED_GAUGES.titles, sensorIds, sensorIdPrefix: null, sourceId: SIMULATED_GAUGES.id, demonstration: true, tokenHash: hashToken(token),
  }, context);
  // An administrator may have revoked it: then the gauges are silent, and that is what was asked for.
  if (!seeded.ok && seeded.refusal.code !== 'DEVICE_REVOKED') throw new Error(`cannot make the demonstration device: ${seeded.refusal.code}`);
  return seeded.ok ? { id: 'simulated-gauges', token } : undefined;
}
