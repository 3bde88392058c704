// One table in CSV or XLSX: bytes in, cells out, and back. What a cell means is the caller's. Both
// directions are bounded; a workbook's formulas are read as their last value and never run.

import ExcelJS from 'exceljs';
import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Cell } from './csv.ts';
import { decodeCsv, disarm, encodeCsv, rearm } from './csv.ts';
import { unpackedBytes } from './zip-size.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type TableFormat = 'csv' | 'xlsx';

export interface TableFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export async function encodeTable(table: Table, format: TableFormat): Promise<TableFile> {
  const rows = [table.header, ...table.rows];
  // A byte order mark, so that spreadsheets read the Chinese as UTF-8.
  if (format === 'csv') return { mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(`\uFEFF${encodeCsv(rows)}`) };
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('records');
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? disarm(cell) : cell)));
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return { mediaType: XLSX_TYPE, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** First row is the header. Refuses bytes that are not the format, an empty table, too many rows. */
export async function decodeTable(bytes: Uint8Array, format: TableFormat): Promise<Result<Table>> {
  const rows = format === 'csv' ? readCsv(bytes) : await readXlsx(bytes);
  if (!rows.ok) return rows;
  const [header, ...body] = rows.value;
  if (header === undefined) return refuse('FILES_TABLE_EMPTY');
  return ok({ header: header.map((cell) => String(cell ?? '').trim()), rows: body });
}

function readCsv(bytes: Uint8Array): Result<readonly (readonly Cell[])[]> {
  try {
    return decodeCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { rowCountMax: ROW_COUNT_MAX });
  } catch {
    return refuse('FILES_NOT_UTF8');
  }
}

async function readXlsx(bytes: Uint8Array): Promise<Result<readonly (readonly Cell[])[]>> {
  const sizeBytes = await unpackedBytes(bytes, UNPACKED_BYTES_MAX);
  if (sizeBytes === undefined) return refuse('FILES_TABLE_UNREADABLE', { format: 'xlsx', detail: 'not a whole ZIP archive' });
  if (sizeBytes > UNPACKED_BYTES_MAX) return refuse('FILES_UNPACKED_TOO_LARGE', { sizeBytes, sizeBytesMax: UNPACKED_BYTES_MAX });
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  } catch (error) {
    return refuse('FILES_TABLE_UNREADABLE', { format: 'xlsx', detail: String(error).slice(0, 120) });
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) return refuse('FILES_TABLE_EMPTY');
  if (sheet.rowCount > ROW_COUNT_MAX) return refuse('FILES_TABLE_TOO_LARGE', { rowCount: sheet.rowCount, rowCountMax: ROW_COUNT_MAX });
  const rows: Cell[][] = [];
  sheet.eachRow((row) => {
    const cells = row.values as ExcelJS.CellValue[];
    rows.push(Array.from({ length: Math.max(0, cells.length - 1) }, (_unused, i) => cellOf(cells[i + 1])));
  });
  return ok(rows);
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return rearm(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if ('result' in value) return cellOf(value.result as ExcelJS.CellValue);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return String(value.text);
  return null;
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** 50 000 rows of 30 cells unpack to about 100 MB. */
const UNPACKED_BYTES_MAX = 150_000_000;
/** A register of a city has thousands of rows, not more; a larger file is split. */
const ROW_COUNT_MAX = 50_000;
