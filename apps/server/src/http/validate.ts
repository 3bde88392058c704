// Validation of what comes in, by the contract's own schemas. Query and path are text and are
// converted; a body is taken as it is: a number in quotes is not a number.

import type { TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import type { FastifySchemaCompiler } from 'fastify';
import { instantFromIso } from '@anlan/kernel';

export const contractValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = TypeCompiler.Compile(schema);
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : Value.Convert(schema, given);
    const wrongTime = compiled.Check(value) ? findImpossibleTime(value) : undefined;
    if (wrongTime === undefined && compiled.Check(value)) return { value };
    const first = wrongTime === undefined ? compiled.Errors(value).First() : { path: wrongTime, message: 'no such time' };
    return { error: Object.assign(new Error(first?.message ?? 'does not fit'), { validation: [{ instancePath: first?.path ?? '', message: first?.message ?? '' }], validationContext: httpPart }) };
  };
};

/** Path of the first member named as an instant that is no day or hour of any calendar, such as 30 February. */
function findImpossibleTime(value: unknown, path = '', name = ''): string | undefined {
  if (typeof value === 'string') return /(^at|At)$/.test(name) && ISO_START.test(value) && !instantFromIso(value).ok ? path : undefined;
  if (typeof value !== 'object' || value === null || path.length > PATH_LENGTH_COUNT) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = findImpossibleTime(member, `${path}/${key}`, Array.isArray(value) ? name : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ISO_START = /^\d{4}-\d{2}-\d{2}T/;
/** Bounds the depth of what is walked. */
const PATH_LENGTH_COUNT = 400;
