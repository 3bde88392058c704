// Refusals of table files.
import type { ErrorCatalogue } from '@anlan/kernel';

export const filesErrors = {
  FILES_TABLE_EMPTY: { kind: 'refusal', httpStatus: 400, params: [] },
  FILES_TABLE_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['rowCount', 'rowCountMax'] },
  FILES_UNPACKED_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['sizeBytes', 'sizeBytesMax'] },
  FILES_TABLE_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['format', 'detail'] },
  FILES_CSV_QUOTE_OPEN: { kind: 'refusal', httpStatus: 400, params: ['line'] },
  FILES_NOT_UTF8: { kind: 'refusal', httpStatus: 400, params: [] },
} as const satisfies ErrorCatalogue;
