// Tables for spreadsheets: RFC 4180, UTF-8 with a byte order mark so that a Chinese Excel reads it. A
// cell that a spreadsheet would run as a formula is kept as text.

export type Cell = string | number | null;

/** `before`: lines above the head, such as what the file is. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[], before: readonly (readonly Cell[])[] = []): string {
  return `${BYTE_ORDER_MARK}${[...before, head, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Half-width and full-width signs (a Chinese Excel reads both), also behind line breaks, tabs and blanks (OWASP CSV injection). */
const FORMULA_START = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

const BYTE_ORDER_MARK = '\uFEFF';
