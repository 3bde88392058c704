// Comma-separated values after RFC 4180: quoted cells may hold commas, quotes (doubled) and line
// breaks. On the way out, text that a spreadsheet would run as a formula is disarmed with an
// apostrophe, and so is text that looks as if it were; on the way in one apostrophe is taken off again,
// so that every text comes back as it was.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';

export type Cell = string | number | boolean | null;

export function encodeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(encodeCell).join(',')}\r\n`).join('');
}

/** Rows of text cells. Refuses an open quote with its line, and more rows than `rowCountMax`. */
export function decodeCsv(text: string, options: { readonly rowCountMax: number }): Result<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quotedSinceLine = 0;
  let line = 1;
  const endCell = (): void => {
    row.push(rearm(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\n') line++;
    if (quotedSinceLine > 0) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quotedSinceLine = 0;
    } else if (character === '"' && cell === '') quotedSinceLine = line;
    else if (character === ',') endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r' || text[i + 1] !== '\n') cell += character;
    if (rows.length > options.rowCountMax) return refuse('FILES_TABLE_TOO_LARGE', { rowCount: rows.length, rowCountMax: options.rowCountMax });
  }
  if (quotedSinceLine > 0) return refuse('FILES_CSV_QUOTE_OPEN', { line: quotedSinceLine });
  if (cell !== '' || row.length > 0) endRow();
  return ok(rows);
}

/** Text that a spreadsheet takes for a formula (OWASP CSV injection), also behind apostrophes, gets an apostrophe before it. */
export function disarm(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

export function rearm(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}

function encodeCell(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? disarm(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Half-width and full-width signs (a Chinese spreadsheet reads both), also behind line breaks, tabs and blanks. */
const FORMULA_START = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
