// Refusals of the rule book.
import type { ErrorCatalogue } from '@anlan/kernel';

export const rulesErrors = {
  RULES_DOUBLED: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  RULES_ROW_UNORDERED: { kind: 'refusal', httpStatus: 422, params: ['ruleSetId', 'criterion'] },
  RULES_CLOCK_UNREADABLE: { kind: 'refusal', httpStatus: 422, params: ['id'] },
} as const satisfies ErrorCatalogue;
