// Refusals of the importer: a file that is not what it says, or more than is set aside for it.
// Single objects that cannot be read are not refused but counted.

import type { ErrorCatalogue } from '@anlan/kernel';

export const osmErrors = {
  OSM_TYPE_UNKNOWN: { kind: 'refusal', httpStatus: 400, params: ['name'] },
  OSM_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['what', 'count', 'countMax'] },
  OSM_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['format', 'detail'] },
  OSM_FEATURE_UNKNOWN: { kind: 'refusal', httpStatus: 400, params: ['feature'] },
  OSM_NO_ROADS: { kind: 'refusal', httpStatus: 422, params: ['wayCount'] },
} as const satisfies ErrorCatalogue;
