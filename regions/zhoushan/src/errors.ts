// Failures of the world that reading the pack can meet.

import type { ErrorCatalogue } from '@anlan/kernel';

export const zhoushanErrors = {
  ZHOUSHAN_DATA_UNREADABLE: { kind: 'failure', httpStatus: 500, params: ['file'] },
} as const satisfies ErrorCatalogue;
