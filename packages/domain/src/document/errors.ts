// Refusals of documents.

import type { ErrorCatalogue } from '@anlan/kernel';

export const documentErrors = {
  DOCUMENT_TYPE_REFUSED: { kind: 'refusal', httpStatus: 415, params: ['name'] },
  DOCUMENT_EMPTY: { kind: 'refusal', httpStatus: 400, params: ['name'] },
  DOCUMENT_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['name', 'limitMb'] },
  DOCUMENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
} as const satisfies ErrorCatalogue;
