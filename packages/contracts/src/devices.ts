// Devices that may write readings. The token is in one answer only: that of its making.
import { Type } from '@sinclair/typebox';
import { At, Id, nullable, Titles } from './common.ts';

export const Device = Type.Object({
  id: Id, displayName: Titles, sensorIds: Type.Array(Type.String()), sensorIdPrefix: nullable(Type.String()), sourceId: Type.String(),
  demonstration: Type.Boolean(), revoked: Type.Boolean(), revokedReason: nullable(Type.String()), createdAt: At,
  /** When the device was last heard since the start of the server; null when it was not. */
  lastReceivedAt: nullable(At),
});
export const CreateDeviceBody = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }), displayName: Type.Object({ zh: Type.String({ maxLength: 80 }), en: Type.String({ maxLength: 80 }) }),
  sensorIds: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 1000 }), sensorIdPrefix: nullable(Type.String({ maxLength: 200 })),
});
export const CreatedDevice = Type.Object({ id: Id, token: Type.String() });
