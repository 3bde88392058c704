// Refusals of the industry side.

import type { ErrorCatalogue } from '@anlan/kernel';

export const industryErrors = {
  INDUSTRY_TARGET_REVERSED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  INDUSTRY_CATALOGUE_NOT_A_TREE: { kind: 'refusal', httpStatus: 422, params: ['code'] },
  INDUSTRY_CATALOGUE_LEAF_MISSING: { kind: 'refusal', httpStatus: 422, params: ['code', 'tree'] },
  INDUSTRY_CATALOGUE_UNCHANGED: { kind: 'refusal', httpStatus: 409, params: ['version'] },
  INDUSTRY_CATALOGUE_ENTRY_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['code'] },
  INDUSTRY_PUBLISH_FORBIDDEN: { kind: 'refusal', httpStatus: 403, params: ['version'] },
} as const satisfies ErrorCatalogue;
