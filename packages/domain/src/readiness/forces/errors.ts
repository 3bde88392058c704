// Refusals of forces: grades, shifts, check-ins and missions of aircraft.

import type { ErrorCatalogue } from '@anlan/kernel';

export const forcesErrors = {
  READINESS_GRADE_BY_SELF: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_GRADE_INCOMPLETE: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_SHIFT_OVER_12_H: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_UNIT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['registerId', 'id'] },
  READINESS_UNIT_ARCHIVED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_CHECK_IN_LAPSED_ALREADY: { kind: 'refusal', httpStatus: 422, params: ['id', 'readyUntilAt'] },
  READINESS_CHECK_IN_TOO_LONG: { kind: 'refusal', httpStatus: 422, params: ['id', 'hours', 'hoursMax'] },
  READINESS_CHECK_IN_OUT_OF_ORDER: { kind: 'refusal', httpStatus: 409, params: ['id', 'happenedAt', 'checkedInAt'] },
  READINESS_CHECK_IN_NOTE_MISSING: { kind: 'refusal', httpStatus: 422, params: ['id', 'state'] },
  READINESS_BEDS_NOT_HERE: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  READINESS_BEDS_OVER_INSTALLED: { kind: 'refusal', httpStatus: 422, params: ['id', 'specialityCode', 'freeCount', 'bedCount'] },
  READINESS_PLACES_OVER_CAPACITY: { kind: 'refusal', httpStatus: 422, params: ['id', 'takenCount', 'placeCount'] },
  READINESS_DUTY_IN_FUTURE: { kind: 'refusal', httpStatus: 422, params: ['id', 'dutySinceAt'] },
  READINESS_GRADE_MISSING: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_GRADE_LAPSED: { kind: 'refusal', httpStatus: 409, params: ['id', 'untilAt'] },
  READINESS_GRADE_UNVERIFIED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_HOT_ZONE_NOBODY_NAMED: { kind: 'refusal', httpStatus: 422, params: ['incidentId'] },
  READINESS_HOT_ZONE_SHIFT_OVER: { kind: 'refusal', httpStatus: 409, params: ['id', 'dutySinceAt', 'hoursMax'] },
  READINESS_MISSION_WIND: { kind: 'refusal', httpStatus: 409, params: ['id', 'given', 'limit'] },
  READINESS_MISSION_VISIBILITY: { kind: 'refusal', httpStatus: 409, params: ['id', 'given', 'limit'] },
  READINESS_MISSION_CEILING: { kind: 'refusal', httpStatus: 409, params: ['id', 'given', 'limit'] },
  READINESS_MISSION_NIGHT: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_MISSION_RADIUS: { kind: 'refusal', httpStatus: 409, params: ['id', 'distanceKm', 'radiusKm'] },
  READINESS_MISSION_NO_PLACE_TO_LAND: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_MISSION_NO_SEATS: { kind: 'refusal', httpStatus: 409, params: ['id'] },
} as const satisfies ErrorCatalogue;
