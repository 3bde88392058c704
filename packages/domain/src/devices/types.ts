// Devices that may write readings: instruments, gateways, plant systems. A device is bound to sensors
// by name or by a prefix and writes no others. Its token is not an event; only the hash is kept.

import type { Instant } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';

export interface DeviceBody {
  readonly id: string;
  readonly displayName: Titles;
  /** Sensors that it may write, by id. */
  readonly sensorIds: readonly string[];
  /** Beside those, every sensor whose id begins so; null for none. */
  readonly sensorIdPrefix: string | null;
  /** Source under which its readings are stored and counted. */
  readonly sourceId: string;
  /** Made by demonstration mode; opens no door in production. */
  readonly demonstration: boolean;
  readonly revoked: boolean;
  readonly revokedReason: string | null;
  readonly createdAt: Instant;
}

export type DeviceBinding = Pick<DeviceBody, 'sensorIds' | 'sensorIdPrefix'>;

export type DeviceEvent =
  | { readonly type: 'device.created'; readonly payload: Omit<DeviceBody, 'revoked' | 'revokedReason' | 'createdAt'> }
  | { readonly type: 'device.bound'; readonly payload: DeviceBinding }
  | { readonly type: 'device.revoked'; readonly payload: { readonly reason: string } };
