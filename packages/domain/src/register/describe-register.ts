// The declaration as plain data for the web (table, form, map layer) and the wire: no functions,
// every optional member written out.

import type { Actor } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';
import { mayEdit } from './access.ts';
import type { CodeEntry, FieldDeclaration, FieldType, Register, ScalarType } from './types.ts';

export interface FieldDescription {
  readonly id: string;
  readonly titles: Titles;
  readonly type: FieldType;
  readonly itemType: ScalarType | null;
  readonly unitCode: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly required: boolean;
  readonly codeList: readonly CodeEntry[] | null;
  readonly relationRegisterId: string | null;
  readonly fields: readonly FieldDescription[] | null;
  readonly column: boolean;
  readonly searchable: boolean;
  readonly personal: boolean;
  readonly fixed: boolean;
  readonly system: boolean;
}

export interface RegisterDescription {
  readonly id: string;
  readonly titles: Titles;
  readonly room: string;
  readonly titleFieldId: string;
  readonly fields: readonly FieldDescription[];
  readonly geometry: 'point' | 'polygon' | null;
  readonly geometryFieldId: string | null;
  readonly states: readonly { readonly code: string; readonly titles: Titles }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly titles: Titles }[];
  readonly expiryFieldId: string | null;
  readonly expiry: readonly { readonly fieldId: string; readonly remindDays: number }[];
  readonly hasHolding: boolean;
  /** The whole record may be verified; null: not in this register, or row by row. */
  readonly verify: { readonly documentFieldId: string | null } | null;
  /** Whether the caller may add records; a single record asks again. */
  readonly mayEdit: boolean;
}

export function describeRegister(register: Register, actor: Actor): RegisterDescription {
  const states = (register.states ?? []).map(({ id, titles }) => ({ code: id, titles }));
  const titlesOf = (code: string) => states.find((known) => known.code === code)?.titles ?? { zh: code, en: code };
  const geometryType = register.fields.find((field) => field.id === register.geometryField)?.type;
  return {
    id: register.id,
    titles: register.titles,
    room: register.room,
    titleFieldId: register.titleField,
    fields: register.fields.map(describeField),
    geometry: geometryType === 'lonlat' ? 'point' : geometryType === 'polygon' ? 'polygon' : null,
    geometryFieldId: register.geometryField ?? null,
    states,
    transitions: (register.transitions ?? []).map(({ from, to }) => ({ from, to, titles: titlesOf(to) })),
    expiryFieldId: register.expiry?.[0]?.field ?? null,
    expiry: (register.expiry ?? []).map(({ field, remindDays }) => ({ fieldId: field, remindDays })),
    hasHolding: register.holdingField !== undefined,
    verify: register.verify === undefined || register.verify.rowsField !== undefined ? null : { documentFieldId: register.verify.documentField ?? null },
    mayEdit: mayEdit(register, undefined, actor),
  };
}

function describeField(field: FieldDeclaration): FieldDescription {
  return {
    id: field.id,
    titles: field.titles,
    type: field.type,
    itemType: field.itemType ?? null,
    unitCode: field.unitCode ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    required: field.required === true,
    codeList: field.codeList ?? null,
    relationRegisterId: field.register ?? null,
    fields: field.fields?.map(describeField) ?? null,
    column: field.column === true,
    searchable: field.searchable === true,
    personal: field.personal === true,
    fixed: field.fixed === true,
    system: field.system === true,
  };
}
