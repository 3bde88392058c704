// A table of text separated by commas, semicolons or tabs, with quotes (RFC 4180).

export interface CsvTable {
  readonly rows: readonly (readonly string[])[];
}

export function csvTable(text: string): CsvTable {
  const body = text.replace(/^\ufeff/, '');
  const firstLine = body.slice(0, body.indexOf('\n') === -1 ? body.length : body.indexOf('\n'));
  const separator = [',', ';', '\t'].reduce((best, mark) => (firstLine.split(mark).length > firstLine.split(best).length ? mark : best), ',');
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  const endRow = (): void => {
    row.push(cell.trim());
    if (row.some((one) => one !== '')) rows.push(row);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < body.length; at++) {
    const mark = body[at]!;
    if (isQuoted && mark === '"' && body[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (mark === '"') isQuoted = !isQuoted;
    else if (mark === separator && !isQuoted) {
      row.push(cell.trim());
      cell = '';
    } else if (mark === '\n' && !isQuoted) endRow();
    else cell += mark;
  }
  endRow();
  return { rows };
}

/** A number as written in a table; blank, `-`, `NA`, `inf` mean that there is none. */
export function cellNumber(cell: string): number | null {
  if (/^(|-|na|nan|null|inf(inity)?|∞)$/i.test(cell)) return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : Number.NaN;
}
