// Refusals of the signal stage. Those about readings and vessels come item by item.
import type { ErrorCatalogue } from '@anlan/kernel';

export const signalErrors = {
  SIGNAL_BATCH_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['itemCount', 'itemCountMax'] },
  SIGNAL_ITEM_UNREADABLE: { kind: 'refusal', httpStatus: 422, params: [] },
  SIGNAL_SENSOR_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['sensorId'] },
  SIGNAL_SENSOR_NOT_BOUND: { kind: 'refusal', httpStatus: 403, params: ['sensorId', 'deviceId'] },
  SIGNAL_VALUE_NOT_FINITE: { kind: 'refusal', httpStatus: 422, params: ['sensorId', 'text'] },
  SIGNAL_VALUE_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 422, params: ['sensorId', 'readingValue', 'validMinValue', 'validMaxValue', 'unitCode'] },
  SIGNAL_TIME_UNREADABLE: { kind: 'refusal', httpStatus: 422, params: ['text'] },
  SIGNAL_TIME_IN_FUTURE: { kind: 'refusal', httpStatus: 422, params: ['observedAt', 'aheadS'] },
  SIGNAL_TIME_TOO_OLD: { kind: 'refusal', httpStatus: 422, params: ['observedAt', 'ageDays'] },
  SIGNAL_MMSI_UNREADABLE: { kind: 'refusal', httpStatus: 422, params: ['mmsi'] },
  SIGNAL_REASON_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  SIGNAL_RECEIPT_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['text'] },
  SIGNAL_RECEIPT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['receiptNumber'] },
  SIGNAL_REPORT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  SIGNAL_REPORT_ANSWERED: { kind: 'refusal', httpStatus: 409, params: ['receiptNumber', 'state'] },
  SIGNAL_REPORT_KEY_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['lengthCountMin', 'lengthCountMax'] },
  SIGNAL_REPORT_KEY_REUSED: { kind: 'refusal', httpStatus: 409, params: ['receiptNumber'] },
  SIGNAL_REPORT_WHAT_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  SIGNAL_REPORT_PLACE_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  SIGNAL_REPORT_TOO_LONG: { kind: 'refusal', httpStatus: 413, params: ['lengthCount', 'lengthCountMax'] },
  SIGNAL_REPORT_PHONE_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['text'] },
  SIGNAL_REPORT_PHOTOS_TOO_MANY: { kind: 'refusal', httpStatus: 413, params: ['photoCount', 'photoCountMax'] },
  SIGNAL_REPORT_PHOTO_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['artefactId'] },
} as const satisfies ErrorCatalogue;
