// Refusals around devices.
import type { ErrorCatalogue } from '@anlan/kernel';

export const deviceErrors = {
  DEVICE_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  DEVICE_ID_TAKEN: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  DEVICE_ID_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  DEVICE_NAME_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  DEVICE_BINDING_MISSING: { kind: 'refusal', httpStatus: 400, params: ['lengthCountMin'] },
  DEVICE_SENSOR_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['sensorId'] },
  DEVICE_REVOKED: { kind: 'refusal', httpStatus: 403, params: ['id'] },
} as const satisfies ErrorCatalogue;
