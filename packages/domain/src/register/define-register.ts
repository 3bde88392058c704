// Turns a declaration into a register and its types: `ValuesOf<typeof tanks>` is read off the
// declaration, so that a field cannot be misspelt by the code that reads it.
// A declaration that contradicts itself is a programmer's error and is asserted at load.

import type { Instant, LonLat } from '@anlan/kernel';
import { assert } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';
import type { FieldDeclaration, PolygonValue, RecordBody, RegisterDeclaration, ScalarType } from './types.ts';

/** The typed values of a register: required fields are present, the others may be null. */
export type ValuesOf<R extends RegisterDeclaration> = GroupOf<R['fields']>;

export type RecordOf<R extends RegisterDeclaration> = RecordBody<ValuesOf<R>>;

export function defineRegister<const R extends RegisterDeclaration>(declaration: R): R {
  assert(/^[a-z][a-z-]+$/.test(declaration.id), `register id ${declaration.id}`);
  checkFields(declaration.id, declaration.fields);
  const fieldIds = new Set(declaration.fields.map((field) => field.id));
  const named = [declaration.titleField, declaration.geometryField, declaration.ownerField, declaration.holdingField, ...(declaration.expiry ?? []).map((e) => e.field)];
  for (const id of named) assert(id === undefined || fieldIds.has(id), `${declaration.id}: no field ${String(id)}`);
  assert(declaration.importKey === 'id' || fieldIds.has(declaration.importKey), `${declaration.id}: import key`);
  assert(declaration.unitHolding === undefined || declaration.holdingField === undefined, `${declaration.id}: one holding a record`);
  const stateIds = new Set((declaration.states ?? []).map((state) => state.id));
  for (const { from, to } of declaration.transitions ?? []) {
    assert(stateIds.has(from) && stateIds.has(to), `${declaration.id}: transition ${from} → ${to}`);
  }
  return declaration;
}

/** The record, with its values typed by the register it was checked against when it was written. */
export function recordOf<const R extends RegisterDeclaration>(register: R, body: RecordBody): RecordOf<R> {
  assert(body.registerId === register.id, `record of ${body.registerId} read as ${register.id}`);
  return body as unknown as RecordOf<R>;
}

export function findField(fields: readonly FieldDeclaration[], fieldId: string): FieldDeclaration | undefined {
  return fields.find((field) => field.id === fieldId);
}

/** Id of the stream that keeps a record: `record:<registerId>/<id>`. */
export function recordStream(registerId: string, id: string): `record:${string}` {
  return `record:${registerId}/${id}`;
}

/** Id of a record's view and of its holding: `<registerId>/<id>`. */
export function recordKey(registerId: string, id: string): string {
  return `${registerId}/${id}`;
}

type GroupOf<Fields extends readonly FieldDeclaration[]> = {
  readonly [F in Fields[number] as F['id']]: F extends { readonly required: true } ? ValueOf<F> : ValueOf<F> | null;
};

type ValueOf<F extends FieldDeclaration> = F['type'] extends 'rows'
  ? readonly (F extends { readonly fields: infer Sub extends readonly FieldDeclaration[] } ? GroupOf<Sub> : never)[]
  : F['type'] extends 'list'
    ? readonly (F extends { readonly itemType: infer Item extends ScalarType } ? ScalarOf<F, Item> : never)[]
    : F['type'] extends 'polygon'
      ? PolygonValue
      : ScalarOf<F, F['type']>;

type ScalarOf<F extends FieldDeclaration, Type> = Type extends 'code'
  ? F extends { readonly codeList: readonly { readonly code: infer Code }[] } ? Code : string
  : Type extends 'number' | 'integer' | 'money'
    ? number
    : Type extends 'instant'
      ? Instant
      : Type extends 'boolean'
        ? boolean
        : Type extends 'titles'
          ? Titles
          : Type extends 'lonlat'
            ? LonLat
            : string;

function checkFields(registerId: string, fields: readonly FieldDeclaration[]): void {
  const seen = new Set<string>();
  for (const field of fields) {
    const name = `${registerId}.${field.id}`;
    assert(/^[a-z][A-Za-z0-9]*$/.test(field.id) && !seen.has(field.id), `${name}: spelling or doubled`);
    seen.add(field.id);
    const scalar = field.type === 'list' ? field.itemType : field.type;
    assert(scalar !== undefined, `${name}: a list needs itemType`);
    assert(scalar !== 'code' || (field.codeList?.length ?? 0) > 0, `${name}: a code needs its list`);
    assert(scalar !== 'relation' || field.register !== undefined, `${name}: a relation needs a register`);
    if (field.type === 'rows') {
      assert(field.fields !== undefined && field.fields.length > 0, `${name}: rows need fields`);
      checkFields(name, field.fields);
    }
  }
}
