// Validation of what comes in, by the contract's own schemas. Query and path are text and are
// converted; a body is taken as it is: a number in quotes is not a number.

import type { TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import type { FastifySchemaCompiler } from 'fastify';

export const contractValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = TypeCompiler.Compile(schema);
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : Value.Convert(schema, given);
    if (compiled.Check(value)) return { value };
    const first = compiled.Errors(value).First();
    return { error: Object.assign(new Error(first?.message ?? 'does not fit'), { validation: [{ instancePath: first?.path ?? '', message: first?.message ?? '' }], validationContext: httpPart }) };
  };
};
