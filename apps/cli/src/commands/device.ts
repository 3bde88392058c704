// Devices from the command line. The token is printed once, at the making; only its hash is kept.

import { administer, readConfig } from '@anlan/server';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';

export interface CreateOptions {
  readonly sensor: readonly string[];
  readonly prefix?: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export async function create(id: string, options: CreateOptions): Promise<void> {
  const device = { id, displayName: { zh: options.nameZh, en: options.nameEn }, sensorIds: options.sensor, sensorIdPrefix: options.prefix ?? null };
  const made = await administer(readConfig(process.env), (administration) => administration.createDevice(device));
  if (!made.ok) throw refused(made.refusal);
  printJson({ ...made.value, sensorIds: device.sensorIds, sensorIdPrefix: device.sensorIdPrefix });
}

export async function list(): Promise<void> {
  const devices = await administer(readConfig(process.env), (administration) => administration.listDevices());
  printJson(devices.map(({ id, displayName, sensorIds, sensorIdPrefix, demonstration, revoked, revokedReason }) => ({ id, displayName, sensorIds, sensorIdPrefix, demonstration, revoked, revokedReason })));
}

export async function revoke(id: string, options: { readonly reason: string }): Promise<void> {
  const done = await administer(readConfig(process.env), (administration) => administration.revokeDevice(id, options.reason));
  if (!done.ok) throw refused(done.refusal);
  printJson({ id, revoked: true });
}
