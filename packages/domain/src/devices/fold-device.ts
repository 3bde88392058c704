// The device as its events tell it.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { DeviceBody, DeviceEvent } from './types.ts';

export const deviceFold: Fold<DeviceBody> = {
  kind: 'device',
  apply(body, envelope) {
    const event = envelope as EventEnvelope & DeviceEvent;
    switch (event.type) {
      case 'device.created':
        return { ...event.payload, revoked: false, revokedReason: null, createdAt: envelope.recordedAt };
      case 'device.bound':
        return body === undefined ? undefined : { ...body, ...event.payload };
      case 'device.revoked':
        return body === undefined ? undefined : { ...body, revoked: true, revokedReason: event.payload.reason };
      default:
        return body;
    }
  },
};
