// Sentences about table files.
import type { Messages } from '../types.ts';

export const files = {
  FILES_TABLE_EMPTY: { happened: 'The file has neither a header nor rows.', means: 'Nothing was imported.', next: 'Export one first and fill it in under the same header.' },
  FILES_TABLE_TOO_LARGE: { happened: 'The table has {rowCount} rows, more than {rowCountMax}.', means: 'Nothing was imported.', next: 'Split it and import the parts.' },
  FILES_UNPACKED_TOO_LARGE: { happened: 'The workbook says it unpacks to {sizeBytes} bytes; at most {sizeBytesMax} are taken.', means: 'It was not opened; nothing was imported.', next: 'Save the table alone in a new workbook, or use CSV.' },
  FILES_TABLE_UNREADABLE: { happened: 'The file is not a readable {format}: {detail}.', means: 'Nothing was imported.', next: 'Open it in a spreadsheet, save it again and try once more.' },
  FILES_CSV_QUOTE_OPEN: { happened: 'The quote on line {line} is never closed.', means: 'Nothing was imported.', next: 'Close the quote; write a quote inside a cell twice.' },
  FILES_NOT_UTF8: { happened: 'The file is not UTF-8 text.', means: 'Chinese would turn into garbage, so nothing was imported.', next: 'Save it as "CSV UTF-8" and import it again.' },
} as const satisfies Messages;
