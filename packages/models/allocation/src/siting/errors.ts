// Refusals of siting: what in the question cannot be answered, and what is in the way of an answer.

import type { ErrorCatalogue } from '@anlan/kernel';

export const sitingErrors = {
  SITING_FILE_WRONG: { kind: 'refusal', httpStatus: 400, params: ['format', 'lineIndex', 'detail'] },
  SITING_INPUT_WRONG: { kind: 'refusal', httpStatus: 400, params: ['name', 'given', 'low', 'high'] },
  SITING_ID_TWICE: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  SITING_ID_UNKNOWN: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  SITING_OPTION_MISSING: { kind: 'refusal', httpStatus: 400, params: ['model', 'option'] },
  SITING_COUNT_WRONG: { kind: 'refusal', httpStatus: 422, params: ['siteCount', 'existingCount', 'usableCount'] },
  SITING_OUT_OF_REACH: { kind: 'refusal', httpStatus: 422, params: ['demandCount', 'demandIds', 'reach'] },
  SITING_TOO_FEW_SITES: { kind: 'refusal', httpStatus: 422, params: ['siteCount', 'demandCount', 'demandIds'] },
  SITING_BACKUP_MISSING: { kind: 'refusal', httpStatus: 422, params: ['demandCount', 'demandIds'] },
  SITING_CAPACITY_SHORT: { kind: 'refusal', httpStatus: 422, params: ['siteCount', 'demandTotal', 'capacityTotal'] },
  SITING_CAPACITY_OUT_OF_REACH: { kind: 'refusal', httpStatus: 422, params: ['demandCount', 'demandIds', 'demandTotal', 'capacityTotal'] },
  SITING_OPTION_NOT_HERE: { kind: 'refusal', httpStatus: 422, params: ['model', 'option'] },
} as const satisfies ErrorCatalogue;
