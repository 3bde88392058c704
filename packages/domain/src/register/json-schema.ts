// The JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of a register's values on the wire, so
// that the API reference of a register is written by its declaration.

import type { Json } from '@anlan/kernel';
import type { FieldDeclaration, Register, ScalarType } from './types.ts';

type Schema = { readonly [key: string]: Json | undefined };

/** Schema of `values`. System fields are read-only and never required. */
export function registerJsonSchema(register: Register): Schema {
  return { title: register.titles.en, ...groupSchema(register.fields) };
}

function groupSchema(fields: readonly FieldDeclaration[]): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.filter((field) => field.required === true && field.system !== true).map((field) => field.id),
    properties: Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field)])),
  };
}

function fieldSchema(field: FieldDeclaration): Schema {
  const unit = field.unitCode === undefined ? '' : ` (${field.unitCode})`;
  const described = { description: `${field.titles.en}${unit}`, ...(field.system === true ? { readOnly: true } : {}) };
  const value = field.type === 'rows' ? { type: 'array', items: groupSchema(field.fields ?? []) }
    : field.type === 'list' ? { type: 'array', items: scalarSchema(field, field.itemType ?? 'text') }
    : field.type === 'polygon' ? { type: 'array', minItems: 1, items: { type: 'array', minItems: 4, items: POSITION } }
    : scalarSchema(field, field.type);
  return field.required === true ? { ...value, ...described } : { anyOf: [value, { type: 'null' }], ...described };
}

function scalarSchema(field: FieldDeclaration, type: ScalarType): Schema {
  const range = { minimum: field.min, maximum: field.max };
  switch (type) {
    case 'number':
      return { type: 'number', ...range };
    case 'integer':
    case 'money':
      return { type: 'integer', ...range };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'code':
      return { type: 'string', enum: (field.codeList ?? []).map((entry) => entry.code) };
    case 'titles':
      return { type: 'object', required: ['zh', 'en'], additionalProperties: false, properties: { zh: { type: 'string' }, en: { type: 'string' } } };
    case 'lonlat':
      return POSITION;
    case 'text':
    case 'longtext':
    case 'relation':
    case 'document':
      return { type: 'string', maxLength: field.lengthCountMax, pattern: field.pattern === undefined ? undefined : `^(?:${field.pattern})$` };
  }
}

/** [lonDeg, latDeg]. */
const POSITION: Schema = {
  type: 'array', minItems: 2, maxItems: 2,
  prefixItems: [{ type: 'number', minimum: -180, maximum: 180 }, { type: 'number', minimum: -90, maximum: 90 }],
};
