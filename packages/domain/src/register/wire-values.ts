// Values as they leave the house: instants become ISO 8601 text. The way in needs no twin, because
// `readNewValues` and `readChanges` take both forms.

import type { Instant } from '@anlan/kernel';
import { isoFromInstant } from '@anlan/kernel';
import type { FieldDeclaration, FieldValue, RecordValues, Register } from './types.ts';

export function valuesToWire(register: Register, values: RecordValues): Readonly<Record<string, unknown>> {
  return groupToWire(register.fields, values);
}

function groupToWire(fields: readonly FieldDeclaration[], values: RecordValues): Readonly<Record<string, unknown>> {
  const known = fields.filter((field) => field.id in values);
  return Object.fromEntries(known.map((field) => [field.id, toWire(field, values[field.id] ?? null)]));
}

function toWire(field: FieldDeclaration, value: FieldValue | null): unknown {
  if (value === null) return null;
  if (field.type === 'rows') return (value as readonly RecordValues[]).map((row) => groupToWire(field.fields ?? [], row));
  if (field.type === 'instant') return isoFromInstant(value as Instant);
  if (field.type === 'list' && field.itemType === 'instant') return (value as readonly Instant[]).map(isoFromInstant);
  return value;
}
