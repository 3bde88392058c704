// Refusals of notices.

import type { ErrorCatalogue } from '@anlan/kernel';

export const noticeErrors = {
  NOTICE_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  NOTICE_TEXT_MISSING: { kind: 'refusal', httpStatus: 400, params: ['field'] },
  NOTICE_NO_ADDRESSEES: { kind: 'refusal', httpStatus: 422, params: [] },
  NOTICE_ORGANISATION_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['organisationId'] },
  NOTICE_INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  NOTICE_NOT_ADDRESSED: { kind: 'refusal', httpStatus: 404, params: ['id', 'organisationId'] },
  NOTICE_ALREADY_ACKNOWLEDGED: { kind: 'refusal', httpStatus: 409, params: ['unit', 'by', 'at'] },
  NOTICE_CHANNEL_WRONG: { kind: 'refusal', httpStatus: 422, params: ['channel'] },
  NOTICE_SPOKEN_TO_MISSING: { kind: 'refusal', httpStatus: 400, params: ['channel'] },
  NOTICE_TIME_IMPOSSIBLE: { kind: 'refusal', httpStatus: 422, params: ['at', 'sentAt'] },
} as const satisfies ErrorCatalogue;
