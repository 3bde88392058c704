// Files of records: bytes by the files adapter, meaning by the register engine's codecs.

import { checkHeader, decodeFeature, decodeRow, encodeFeature, encodeRow, tableColumns } from '@anlan/domain';
import type { RecordBody, RecordFeature, Register, TableRow } from '@anlan/domain';
import { decodeTable, encodeTable } from '@anlan/adapter-files';
import { ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';

export type RecordFileFormat = 'csv' | 'xlsx' | 'geojson';

export interface RecordFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export async function encodeRecordFile(register: Register, bodies: readonly RecordBody[], format: RecordFileFormat): Promise<RecordFile> {
  if (format === 'geojson') {
    const text = JSON.stringify({ type: 'FeatureCollection', features: bodies.map((body) => encodeFeature(register, body)) });
    return { mediaType: 'application/geo+json', bytes: Buffer.from(text) };
  }
  const table = { header: tableColumns(register).map((column) => column.key), rows: bodies.map((body) => encodeRow(register, body)) };
  return encodeTable(table, format);
}

export async function decodeRecordFile(register: Register, bytes: Uint8Array, format: RecordFileFormat): Promise<Result<readonly TableRow[]>> {
  if (format === 'geojson') return decodeGeoJson(register, bytes);
  const table = await decodeTable(bytes, format);
  if (!table.ok) return table;
  const header = checkHeader(register, table.value.header);
  return header.ok ? ok(table.value.rows.map((row) => decodeRow(register, header.value, row))) : header;
}

function decodeGeoJson(register: Register, bytes: Uint8Array): Result<readonly TableRow[]> {
  const parsed = parse(Buffer.from(bytes).toString('utf8'));
  if (!parsed.ok) return parsed;
  const features = (parsed.value as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) return refuse('HTTP_BODY_UNREADABLE', { detail: 'collection-missing' });
  return ok((features as RecordFeature[]).map((feature) => decodeFeature(register, feature)));
}

function parse(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return refuse('HTTP_BODY_UNREADABLE', { detail: 'json-broken' });
  }
}
