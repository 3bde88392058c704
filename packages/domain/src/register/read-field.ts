// Reads one value as its field declares it: from a form, from the wire, from a seed file. What
// cannot be read is a problem with a code; nothing is rounded, cut or guessed.

import type { LonLat } from '@anlan/kernel';
import { instantFromIso, lonLat } from '@anlan/kernel';
import { holdsCheck, isCalendarDay } from './checks.ts';
import type { FieldDeclaration, FieldProblem, FieldValue, PolygonValue, ScalarType, ScalarValue } from './types.ts';

export type FieldReading = { readonly ok: true; readonly value: FieldValue | null } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads `raw`; null, undefined and blank text are null. `path` names the field in problems. */
export function readField(field: FieldDeclaration, raw: unknown, path: string = field.id): FieldReading {
  if (raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '')) {
    return field.required === true ? bad(path, 'REGISTER_FIELD_MISSING') : good(null);
  }
  if (field.type === 'list') return readList(field, raw, path);
  if (field.type === 'rows') return readRows(field, raw, path);
  if (field.type === 'polygon') return readPolygon(raw, path);
  return readScalar(field, field.type, raw, path);
}

function readScalar(field: FieldDeclaration, type: ScalarType, raw: unknown, path: string): FieldReading {
  switch (type) {
    case 'text':
    case 'longtext':
    case 'relation':
    case 'document':
      return typeof raw === 'string' ? readText(field, type, raw.trim(), path) : wrongType(path, type);
    case 'code':
      return readCode(field, raw, path);
    case 'titles':
      return readTitles(raw, path);
    case 'number':
    case 'integer':
    case 'money':
      return readNumber(field, type, raw, path);
    case 'boolean':
      return typeof raw === 'boolean' ? good(raw) : wrongType(path, type);
    case 'date':
      return typeof raw === 'string' && isCalendarDay(raw) ? good(raw) : wrongType(path, type);
    case 'instant':
      return readInstant(raw, path);
    case 'lonlat':
      return readLonLat(raw, path);
  }
}

function readText(field: FieldDeclaration, type: ScalarType, text: string, path: string): FieldReading {
  const max = field.lengthCountMax ?? (type === 'longtext' ? LONG_TEXT_COUNT : TEXT_COUNT);
  if ([...text].length > max) return bad(path, 'REGISTER_FIELD_LENGTH', { max });
  const pattern = field.pattern ?? (type === 'document' ? DOCUMENT_PATTERN : undefined);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text)) return bad(path, 'REGISTER_FIELD_PATTERN', { text: text.slice(0, 60) });
  if (field.check !== undefined && !holdsCheck(field.check, text)) {
    return bad(path, 'REGISTER_FIELD_CHECK', { check: field.check, text: text.slice(0, 60) });
  }
  return good(text);
}

function readCode(field: FieldDeclaration, raw: unknown, path: string): FieldReading {
  const known = (field.codeList ?? []).some((entry) => entry.code === raw);
  return known ? good(raw as string) : bad(path, 'REGISTER_FIELD_CODE', { text: String(raw).slice(0, 60) });
}

function readTitles(raw: unknown, path: string): FieldReading {
  const { zh, en } = (typeof raw === 'object' ? raw : {}) as { zh?: unknown; en?: unknown };
  if (typeof zh !== 'string' || typeof en !== 'string' || zh.trim() === '' || en.trim() === '') return wrongType(path, 'titles');
  if ([...zh].length > TEXT_COUNT || [...en].length > TEXT_COUNT) return bad(path, 'REGISTER_FIELD_LENGTH', { max: TEXT_COUNT });
  return good({ zh: zh.trim(), en: en.trim() });
}

function readNumber(field: FieldDeclaration, type: ScalarType, raw: unknown, path: string): FieldReading {
  const whole = type !== 'number';
  if (typeof raw !== 'number' || !Number.isFinite(raw) || (whole && !Number.isSafeInteger(raw))) return wrongType(path, type);
  const min = field.min ?? -Infinity;
  const max = field.max ?? Infinity;
  if (raw < min || raw > max) return bad(path, 'REGISTER_FIELD_RANGE', { min: field.min ?? '−∞', max: field.max ?? '∞' });
  return good(raw);
}

function readInstant(raw: unknown, path: string): FieldReading {
  if (typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < MAX_EPOCH_MS) return good(raw);
  const read = typeof raw === 'string' ? instantFromIso(raw) : undefined;
  return read?.ok === true ? good(read.value) : wrongType(path, 'instant');
}

function readLonLat(raw: unknown, path: string): FieldReading {
  const at = asLonLat(raw);
  return at === undefined ? wrongType(path, 'lonlat') : good(at);
}

function asLonLat(raw: unknown): LonLat | undefined {
  if (!Array.isArray(raw) || raw.length !== 2) return undefined;
  const [lonDeg, latDeg] = raw as [unknown, unknown];
  if (typeof lonDeg !== 'number' || typeof latDeg !== 'number') return undefined;
  const at = lonLat(lonDeg, latDeg);
  return at.ok ? at.value : undefined;
}

/** Closed rings of at least four positions, first equal to last; outer ring first. */
function readPolygon(raw: unknown, path: string): FieldReading {
  if (!Array.isArray(raw) || raw.length === 0) return wrongType(path, 'polygon');
  const rings: PolygonValue = raw.map((ring: unknown) => (Array.isArray(ring) ? ring.map(asLonLat) : [])) as PolygonValue;
  const closed = rings.every((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return ring.length >= 4 && ring.every((at) => at !== undefined) && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  });
  return closed ? good(rings) : wrongType(path, 'polygon');
}

function readList(field: FieldDeclaration, raw: unknown, path: string): FieldReading {
  if (!Array.isArray(raw)) return wrongType(path, 'list');
  const type = field.itemType ?? 'text';
  return collect(raw.map((item: unknown, i) => readScalar(field, type, item, `${path}[${i}]`)), (values) => values as readonly ScalarValue[]);
}

function readRows(field: FieldDeclaration, raw: unknown, path: string): FieldReading {
  if (!Array.isArray(raw)) return wrongType(path, 'rows');
  const subfields = field.fields ?? [];
  const rows = raw.map((row: unknown, i): FieldReading => {
    const rowPath = `${path}[${i}]`;
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return wrongType(rowPath, 'rows');
    const given = row as Record<string, unknown>;
    const extra = Object.keys(given).find((key) => !subfields.some((sub) => sub.id === key));
    if (extra !== undefined) return bad(`${rowPath}.${extra}`, 'REGISTER_FIELD_UNKNOWN');
    const readings = subfields.map((sub) => readField(sub, given[sub.id], `${rowPath}.${sub.id}`));
    return collect(readings, (values) => Object.fromEntries(subfields.map((sub, k) => [sub.id, values[k] ?? null])) as unknown as FieldValue);
  });
  return collect(rows, (values) => values as unknown as FieldValue);
}

function collect(readings: readonly FieldReading[], make: (values: readonly (FieldValue | null)[]) => FieldValue): FieldReading {
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) return { ok: false, problems };
  return good(make(readings.map((reading) => (reading.ok ? reading.value : null))));
}

function good(value: FieldValue | null): FieldReading {
  return { ok: true, value };
}

function wrongType(path: string, type: string): FieldReading {
  return bad(path, 'REGISTER_FIELD_TYPE', { type });
}

function bad(path: string, code: string, params: Readonly<Record<string, string | number>> = {}): FieldReading {
  return { ok: false, problems: [{ fieldId: path, code, params: { field: path, ...params } }] };
}

/** Longest text of a field that states no length of its own, characters. */
const TEXT_COUNT = 300;
const LONG_TEXT_COUNT = 10_000;
/** Ids of the artefact store. */
const DOCUMENT_PATTERN = 'sha256-[0-9a-f]{64}';
const MAX_EPOCH_MS = 8.64e15;
