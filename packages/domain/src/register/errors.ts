// Refusals of the register engine. Those that begin with REGISTER_FIELD_ are about one field and
// come together in the `problems` of REGISTER_RECORD_INVALID.

import type { ErrorCatalogue } from '@anlan/kernel';

export const registerErrors = {
  REGISTER_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['registerId'] },
  REGISTER_NOT_VISIBLE: { kind: 'refusal', httpStatus: 403, params: ['registerId'] },
  REGISTER_EDIT_FORBIDDEN: { kind: 'refusal', httpStatus: 403, params: ['registerId', 'id'] },
  REGISTER_ID_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  REGISTER_RECORD_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['registerId', 'id'] },
  REGISTER_RECORD_EXISTS: { kind: 'refusal', httpStatus: 409, params: ['registerId', 'id'] },
  REGISTER_RECORD_ARCHIVED: { kind: 'refusal', httpStatus: 409, params: ['registerId', 'id'] },
  REGISTER_RECORD_INVALID: { kind: 'refusal', httpStatus: 422, params: ['registerId', 'problemCount', 'fieldId'] },
  REGISTER_REASON_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  REGISTER_TRANSITION_UNKNOWN: { kind: 'refusal', httpStatus: 409, params: ['from', 'to'] },
  REGISTER_FIELD_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_FIELD_MISSING: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_FIELD_TYPE: { kind: 'refusal', httpStatus: 422, params: ['field', 'type'] },
  REGISTER_FIELD_RANGE: { kind: 'refusal', httpStatus: 422, params: ['field', 'min', 'max'] },
  REGISTER_FIELD_LENGTH: { kind: 'refusal', httpStatus: 422, params: ['field', 'max'] },
  REGISTER_FIELD_PATTERN: { kind: 'refusal', httpStatus: 422, params: ['field', 'text'] },
  REGISTER_FIELD_CHECK: { kind: 'refusal', httpStatus: 422, params: ['field', 'check', 'text'] },
  REGISTER_FIELD_CODE: { kind: 'refusal', httpStatus: 422, params: ['field', 'text'] },
  REGISTER_FIELD_RELATION: { kind: 'refusal', httpStatus: 422, params: ['field', 'registerId', 'id'] },
  REGISTER_FIELD_FIXED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_FIELD_DOCUMENT: { kind: 'refusal', httpStatus: 422, params: ['field', 'id'] },
  REGISTER_FIELD_VERIFY_FORBIDDEN: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_FIELD_VERIFY_UNPROVED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_FIELD_VERIFIED_KEPT: { kind: 'refusal', httpStatus: 422, params: ['field', 'key'] },
  REGISTER_VERIFY_UNKNOWN: { kind: 'refusal', httpStatus: 409, params: ['registerId'] },
  REGISTER_VERIFY_FORBIDDEN: { kind: 'refusal', httpStatus: 403, params: ['registerId', 'id'] },
  REGISTER_VERIFY_OWN: { kind: 'refusal', httpStatus: 403, params: ['registerId', 'id'] },
  REGISTER_VERIFY_UNPROVED: { kind: 'refusal', httpStatus: 409, params: ['registerId', 'id', 'field'] },
  REGISTER_FIELD_SYSTEM: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  REGISTER_TABLE_COLUMN_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['column'] },
  REGISTER_TABLE_KEY_MISSING: { kind: 'refusal', httpStatus: 422, params: ['column'] },
  REGISTER_TABLE_KEY_DOUBLED: { kind: 'refusal', httpStatus: 422, params: ['column', 'text'] },
} as const satisfies ErrorCatalogue;
