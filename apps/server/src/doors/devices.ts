// Devices that may publish readings: name, password, source. Kept in the data folder, readable by its
// owner only; the simulated gauges get an entry of their own at first start.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Device } from '@anlan/adapter-mqtt';
import { SIMULATED_GAUGES } from '../sources.ts';

export function readDevices(dataDir: string, demonstration: boolean): readonly Device[] {
  const path = join(dataDir, 'devices.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Device[];
  const devices: Device[] = demonstration ? [{ userName: 'simulated-gauges', password: randomBytes(18).toString('base64url'), sourceId: SIMULATED_GAUGES.id }] : [];
  writeFileSync(path, JSON.stringify(devices, null, 2), { mode: 0o600 });
  return devices;
}
