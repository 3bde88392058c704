// The declaration of a register as the wire gives it, with its nested fields typed. Table, form,
// history and import are drawn from this and from nothing else: no register is known by name here.

import type { RegisterField, RegisterInfo, RegisterRecord } from '@anlan/contracts';

export type FieldType =
  | 'text' | 'longtext' | 'titles' | 'number' | 'integer' | 'boolean' | 'date' | 'instant' | 'money' | 'code'
  | 'relation' | 'lonlat' | 'polygon' | 'document' | 'list' | 'rows';

export interface Field extends Omit<RegisterField, 'type' | 'itemType' | 'fields'> {
  readonly type: FieldType;
  readonly itemType: Exclude<FieldType, 'list' | 'rows'> | null;
  readonly fields: readonly Field[] | null;
}

export type Values = Readonly<Record<string, unknown>>;
export type Titles = { readonly zh: string; readonly en: string };

export function fieldsOf(register: Pick<RegisterInfo, 'fields'>): readonly Field[] {
  return register.fields as readonly unknown[] as readonly Field[];
}

/** Fields of the form and of the sheet: not those that decisions keep, which stand apart. */
export function ownFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter((field) => !field.system);
}

/** One item of a list, read and shown like a field of its own. */
export function itemField(field: Field): Field {
  return { ...field, type: field.itemType ?? 'text', itemType: null, required: true };
}

export interface PlacedField {
  readonly field: Field;
  /** `[{ field: years }, { field: salesFen, rowIndex: 0 }]` flattened to words by the caller. */
  readonly path: readonly { readonly field: Field; readonly rowIndex: number | null }[];
}

/** The field that a path such as `years[0].salesFen` or `skillCodes[2]` names; undefined when none does. */
export function fieldAt(fields: readonly Field[], path: string): PlacedField | undefined {
  const steps: { field: Field; rowIndex: number | null }[] = [];
  let known = fields;
  for (const step of path.split('.')) {
    const match = /^([A-Za-z0-9]+)(?:\[(\d+)\])?$/.exec(step);
    const field = known.find((candidate) => candidate.id === match?.[1]);
    if (field === undefined) return undefined;
    steps.push({ field, rowIndex: match?.[2] === undefined ? null : Number(match[2]) });
    known = field.fields ?? [];
  }
  const last = steps.at(-1);
  return last === undefined ? undefined : { field: last.field, path: steps };
}

/** How far the record's figures may be trusted, by its own field. */
export function confidenceOf(register: Pick<RegisterInfo, 'fields'>, record: Pick<RegisterRecord, 'values'>): { readonly code: string; readonly titles: Titles } | undefined {
  const code = record.values[CONFIDENCE_FIELD];
  return fieldsOf(register).find((field) => field.id === CONFIDENCE_FIELD)?.codeList?.find((entry) => entry.code === code);
}

/** Where the record's figures come from; undefined when the register keeps no source. */
export function sourceOf(register: Pick<RegisterInfo, 'fields'>, record: Pick<RegisterRecord, 'values'>): string | null | undefined {
  if (!fieldsOf(register).some((field) => field.id === SOURCE_FIELD)) return undefined;
  const text = record.values[SOURCE_FIELD];
  return typeof text === 'string' ? text : null;
}

export function isSimulated(record: Pick<RegisterRecord, 'values'>): boolean {
  return record.values[SIMULATED_FIELD] === true;
}

/** Fields with one meaning in all registers. */
export const CONFIDENCE_FIELD = 'confidenceCode';
export const SOURCE_FIELD = 'sourceText';
const SIMULATED_FIELD = 'simulated';
