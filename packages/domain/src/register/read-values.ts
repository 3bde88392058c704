// Reads all values of a record and tells every problem at once, so that a person corrects a form
// or a file in one go. Relations are listed here and looked up by the handler.

import { ok } from '@anlan/kernel';
import type { Err, Result } from '@anlan/kernel';
import { readField } from './read-field.ts';
import type { FieldDeclaration, FieldProblem, FieldValue, RecordRefusal, RecordValues, Register } from './types.ts';

export interface RelationRef {
  readonly fieldId: string;
  readonly registerId: string;
  readonly id: string;
}

/** Values of a new record: every field present, null where nothing is given. */
export function readNewValues(register: Register, raw: Readonly<Record<string, unknown>>): Result<RecordValues, RecordRefusal> {
  const problems = [...unknownFields(register, raw), ...systemFields(register, raw)];
  const values: Record<string, FieldValue | null> = {};
  for (const field of register.fields) {
    const reading = readField(field, field.system === true ? null : raw[field.id]);
    if (reading.ok) values[field.id] = reading.value;
    else problems.push(...reading.problems);
  }
  if (problems.length === 0) problems.push(...brokenRules(register, values));
  return problems.length === 0 ? ok(values) : invalid(register, problems);
}

/** Changes to a record: only the fields given; null clears. Unchanged values are left out. */
export function readChanges(register: Register, before: RecordValues, raw: Readonly<Record<string, unknown>>): Result<RecordValues, RecordRefusal> {
  const problems = unknownFields(register, raw);
  const changes: Record<string, FieldValue | null> = {};
  for (const field of register.fields) {
    if (!(field.id in raw)) continue;
    const reading = readField(field, raw[field.id]);
    if (!reading.ok) {
      problems.push(...reading.problems);
      continue;
    }
    if (sameValue(reading.value, before[field.id] ?? null)) continue;
    if (field.system === true) problems.push(problem(field, 'REGISTER_FIELD_SYSTEM'));
    else if (field.fixed === true) problems.push(problem(field, 'REGISTER_FIELD_FIXED'));
    else changes[field.id] = reading.value;
  }
  if (problems.length === 0) problems.push(...brokenRules(register, { ...before, ...changes }));
  return problems.length === 0 ? ok(changes) : invalid(register, problems);
}

/** All relations that `values` name, lists and rows included. */
export function listRelations(fields: readonly FieldDeclaration[], values: RecordValues, path = ''): readonly RelationRef[] {
  return fields.flatMap((field): readonly RelationRef[] => {
    const value = values[field.id];
    if (value === null || value === undefined) return [];
    const fieldId = `${path}${field.id}`;
    if (field.type === 'rows') {
      return (value as readonly RecordValues[]).flatMap((row, i) => listRelations(field.fields ?? [], row, `${fieldId}[${i}].`));
    }
    const registerId = field.register;
    if (registerId === undefined) return [];
    const ids = field.type === 'list' ? (value as readonly string[]) : field.type === 'relation' ? [value as string] : [];
    return ids.map((id) => ({ fieldId, registerId, id }));
  });
}

/** All documents that `values` name, lists and rows included. */
export function listDocuments(fields: readonly FieldDeclaration[], values: RecordValues, path = ''): readonly RelationRef[] {
  return fields.flatMap((field): readonly RelationRef[] => {
    const value = values[field.id];
    if (value === null || value === undefined) return [];
    const fieldId = `${path}${field.id}`;
    if (field.type === 'rows') return (value as readonly RecordValues[]).flatMap((row, i) => listDocuments(field.fields ?? [], row, `${fieldId}[${i}].`));
    if (field.type === 'document') return [{ fieldId, registerId: DOCUMENTS, id: value as string }];
    const isList = field.type === 'list' && field.itemType === 'document';
    return isList ? (value as readonly string[]).map((id) => ({ fieldId, registerId: DOCUMENTS, id })) : [];
  });
}

/** Stands for the documents where relations are looked up; it is not a register. */
export const DOCUMENTS = 'documents';

export function invalid(register: Register, problems: readonly FieldProblem[]): Err<RecordRefusal> {
  const params = { registerId: register.id, problemCount: problems.length, fieldId: problems[0]?.fieldId ?? '' };
  return { ok: false, refusal: { code: 'REGISTER_RECORD_INVALID', params, problems } };
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function unknownFields(register: Register, raw: Readonly<Record<string, unknown>>): FieldProblem[] {
  const known = new Set(register.fields.map((field) => field.id));
  return Object.keys(raw)
    .filter((key) => !known.has(key))
    .map((key) => ({ fieldId: key, code: 'REGISTER_FIELD_UNKNOWN', params: { field: key } }));
}

function systemFields(register: Register, raw: Readonly<Record<string, unknown>>): FieldProblem[] {
  return register.fields
    .filter((field) => field.system === true && raw[field.id] !== undefined && raw[field.id] !== null)
    .map((field) => problem(field, 'REGISTER_FIELD_SYSTEM'));
}

function brokenRules(register: Register, values: RecordValues): FieldProblem[] {
  return (register.rules ?? [])
    .filter((rule) => !rule.holds(values))
    .map((rule) => ({ fieldId: rule.field, code: rule.code, params: { field: rule.field } }));
}

function problem(field: FieldDeclaration, code: string): FieldProblem {
  return { fieldId: field.id, code, params: { field: field.id } };
}
