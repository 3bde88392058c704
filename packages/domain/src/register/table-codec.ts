// Records as rows of a table and back, for CSV and XLSX. A field may take two columns (both
// languages, both coordinates); rows and polygons are JSON in one cell. The bytes of the formats
// are the adapter's; what a cell means is decided here, once.

import type { Instant, LonLat } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';
import type { FieldDeclaration, FieldValue, RecordBody, Register, ScalarType } from './types.ts';

export type Cell = string | number | boolean | null;

export interface Column {
  /** Header cell: `id`, `state`, `capacityM3`, `name.zh`, `position.lonDeg`. */
  readonly key: string;
  readonly titles: Titles;
}

export interface TableRow {
  /** null when the table has no id column or the cell is empty. */
  readonly id: string | null;
  /** null: the state is left as it is. */
  readonly state: string | null;
  /** Only the fields whose columns are in the table. */
  readonly values: Readonly<Record<string, unknown>>;
}

export function tableColumns(register: Register): readonly Column[] {
  const own = [{ key: 'id', titles: { zh: '编号', en: 'Id' } }];
  const state = register.states === undefined ? [] : [{ key: 'state', titles: { zh: '状态', en: 'State' } }];
  return [...own, ...state, ...register.fields.flatMap(fieldColumns)];
}

/** One row, in the order of `tableColumns`. `values` of the body may lack personal fields: then the cell is empty. */
export function encodeRow(register: Register, body: RecordBody): readonly Cell[] {
  const head: Cell[] = register.states === undefined ? [body.id] : [body.id, body.state];
  return [...head, ...register.fields.flatMap((field) => encodeField(field, body.values[field.id] ?? null))];
}

/** Refuses a header that names a column the register does not have. */
export function checkHeader(register: Register, header: readonly string[]): Result<readonly string[]> {
  const known = new Set(tableColumns(register).map((column) => column.key));
  const unknown = header.find((key) => !known.has(key));
  return unknown === undefined ? ok(header) : refuse('REGISTER_TABLE_COLUMN_UNKNOWN', { column: unknown.slice(0, 60) });
}

/** One row by header. What a cell cannot be read as stays as it is and is refused by the field. */
export function decodeRow(register: Register, header: readonly string[], cells: readonly Cell[]): TableRow {
  const byKey = new Map(header.map((key, i) => [key, blankToNull(cells[i] ?? null)]));
  const values: Record<string, unknown> = {};
  for (const field of register.fields) {
    const keys = fieldColumns(field).map((column) => column.key);
    if (field.system === true || !keys.some((key) => byKey.has(key))) continue;
    values[field.id] = decodeField(field, keys.map((key) => byKey.get(key) ?? null));
  }
  const text = (key: string) => (byKey.get(key) === undefined || byKey.get(key) === null ? null : String(byKey.get(key)));
  return { id: text('id'), state: text('state'), values };
}

function fieldColumns(field: FieldDeclaration): readonly Column[] {
  const { id, titles } = field;
  const part = (suffix: string, zh: string, en: string): Column => ({ key: `${id}.${suffix}`, titles: { zh: `${titles.zh}（${zh}）`, en: `${titles.en} (${en})` } });
  if (field.type === 'titles') return [part('zh', '中文', 'Chinese'), part('en', '英文', 'English')];
  if (field.type === 'lonlat') return [part('lonDeg', '经度', 'longitude'), part('latDeg', '纬度', 'latitude')];
  return [{ key: id, titles }];
}

function encodeField(field: FieldDeclaration, value: FieldValue | null): readonly Cell[] {
  if (value === null) return fieldColumns(field).map(() => null);
  if (field.type === 'titles') return [(value as Titles).zh, (value as Titles).en];
  if (field.type === 'lonlat') return [...(value as LonLat)];
  if (field.type === 'rows' || field.type === 'polygon') return [JSON.stringify(value)];
  if (field.type === 'list') return [(value as readonly unknown[]).map(String).join(LIST_SEPARATOR)];
  if (field.type === 'instant') return [isoFromInstant(value as Instant)];
  return [value as Cell];
}

function decodeField(field: FieldDeclaration, cells: readonly Cell[]): unknown {
  const [first = null, second = null] = cells;
  if (field.type === 'titles') return first === null && second === null ? null : { zh: asText(first), en: asText(second) };
  if (field.type === 'lonlat') return first === null && second === null ? null : [asNumber(first), asNumber(second)];
  if (first === null) return null;
  if (field.type === 'rows' || field.type === 'polygon') return parseJson(first);
  if (field.type === 'list') return asText(first).split(LIST_SEPARATOR).map((item) => decodeScalar(field.itemType ?? 'text', item.trim()));
  return decodeScalar(field.type, first);
}

function decodeScalar(type: ScalarType, cell: Cell): unknown {
  if (type === 'number' || type === 'integer' || type === 'money') return asNumber(cell);
  if (type === 'boolean') return typeof cell === 'string' ? (BOOLEAN_WORDS[cell.trim().toLowerCase()] ?? cell) : cell;
  return asText(cell);
}

function asText(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

/** A number, or the cell itself when it does not read as one. */
function asNumber(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell.trim()) ? Number(cell) : cell;
}

function parseJson(cell: Cell): unknown {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}

function blankToNull(cell: Cell): Cell {
  return typeof cell === 'string' && cell.trim() === '' ? null : cell;
}

const LIST_SEPARATOR = ';';
const BOOLEAN_WORDS: Readonly<Record<string, boolean>> = { true: true, false: false, 是: true, 否: false, yes: true, no: false, '1': true, '0': false };
