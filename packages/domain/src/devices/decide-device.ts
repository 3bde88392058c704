// What a new device must be, and which sensors a binding reaches.

import type { Result } from '@anlan/kernel';
import { ok, plainName, refuse } from '@anlan/kernel';
import type { DeviceBinding, DeviceBody } from './types.ts';

export type NewDevice = Pick<DeviceBody, 'id' | 'displayName' | 'sensorIds' | 'sensorIdPrefix' | 'demonstration'> & { readonly sourceId?: string };

/** `isSensor` knows the sensors that stand in the register. A prefix may run ahead of them, a name may not. */
export function decideNewDevice(given: NewDevice, isSensor: (sensorId: string) => boolean): Result<NewDevice & { readonly sourceId: string }> {
  const { id, sensorIdPrefix } = given;
  const displayName = { zh: plainName(given.displayName.zh), en: plainName(given.displayName.en) };
  if (!DEVICE_ID.test(id)) return refuse('DEVICE_ID_UNREADABLE', { id: id.slice(0, 60) });
  if (displayName.zh === '' || displayName.en === '') return refuse('DEVICE_NAME_MISSING');
  const sensorIds = [...new Set(given.sensorIds)];
  const prefixIsShort = sensorIdPrefix !== null && sensorIdPrefix.length < PREFIX_LENGTH_COUNT_MIN;
  if (prefixIsShort || (sensorIds.length === 0 && sensorIdPrefix === null)) return refuse('DEVICE_BINDING_MISSING', { lengthCountMin: PREFIX_LENGTH_COUNT_MIN });
  const stranger = sensorIds.find((sensorId) => !isSensor(sensorId));
  if (stranger !== undefined) return refuse('DEVICE_SENSOR_UNKNOWN', { sensorId: stranger.slice(0, 80) });
  return ok({ ...given, displayName, sensorIds, sourceId: given.sourceId ?? `device-${id}` });
}

export function isBoundTo({ sensorIds, sensorIdPrefix }: DeviceBinding, sensorId: string): boolean {
  return sensorIds.includes(sensorId) || (sensorIdPrefix !== null && sensorId.startsWith(sensorIdPrefix));
}

/** It is an MQTT user name and part of a stream's name. */
const DEVICE_ID = /^[a-z0-9][a-z0-9._-]{1,59}$/;
/** A shorter prefix would reach most of the sensors by accident. Our choice. */
export const PREFIX_LENGTH_COUNT_MIN = 3;
