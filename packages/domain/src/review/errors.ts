// Refusals of the review stage.

import type { ErrorCatalogue } from '@anlan/kernel';

export const reviewErrors = {
  REVIEW_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  REVIEW_INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  REVIEW_TOO_EARLY: { kind: 'refusal', httpStatus: 409, params: ['incidentId', 'state'] },
  REVIEW_ALREADY_OPEN: { kind: 'refusal', httpStatus: 409, params: ['incidentId'] },
  REVIEW_CLOSED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  REVIEW_NOT_MEASURED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  REVIEW_TEXT_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  REVIEW_LESSON_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['lessonId'] },
  REVIEW_LESSON_VERIFIED: { kind: 'refusal', httpStatus: 409, params: ['lessonId'] },
  REVIEW_LESSON_RECORD_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['registerId', 'id'] },
  REVIEW_LESSON_NOT_READINESS: { kind: 'refusal', httpStatus: 422, params: ['registerId'] },
  REVIEW_LESSON_OWNER_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['organisationId'] },
  REVIEW_LESSON_DUE_PAST: { kind: 'refusal', httpStatus: 422, params: ['dueAt'] },
} as const satisfies ErrorCatalogue;
