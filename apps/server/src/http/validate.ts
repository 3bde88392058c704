// Validation of what comes in, by the contract's own schemas. Query and path are text and are
// converted; a body is taken as it is: a number in quotes is not a number.

import type { TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import type { FastifySchemaCompiler } from 'fastify';
import { instantFromIso } from '@anlan/kernel';
import type { InputDetail } from './input-details.ts';
import { inputDetailOf } from './input-details.ts';

export const contractValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = TypeCompiler.Compile(schema);
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : Value.Convert(schema, given);
    const fits = compiled.Check(value);
    const wrong = fits ? findWrong(value) : undefined;
    if (fits && wrong === undefined) return { value };
    const { path, detail } = wrong ?? inputDetailOf(compiled.Errors(value).First());
    return { error: Object.assign(new Error(detail), { validation: [{ instancePath: path, message: detail }], validationContext: httpPart }) };
  };
};

interface Wrong { readonly path: string; readonly detail: InputDetail }

/**
 * The first member that no schema says but nobody can keep: text with U+0000 or half a character,
 * a time that is no day or hour of any calendar, a nesting without end. Readings are left to the
 * signal stage, which judges them one by one.
 */
function findWrong(value: unknown, path = '', name = '', depthCount = 0): Wrong | undefined {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) return { path, detail: 'text-unstorable' };
    const isImpossibleTime = /(^at|At)$/.test(name) && ISO_START.test(value) && !instantFromIso(value).ok;
    return isImpossibleTime ? { path, detail: 'time-impossible' } : undefined;
  }
  if (typeof value !== 'object' || value === null || name === 'readings') return undefined;
  if (Array.isArray(value) && value.every((member) => typeof member === 'number')) return undefined;
  if (depthCount >= DEPTH_COUNT_MAX) return { path: path.slice(0, 80), detail: 'nested-too-deep' };
  for (const [key, member] of Object.entries(value)) {
    if (UNSTORABLE.test(key)) return { path, detail: 'text-unstorable' };
    const found = findWrong(member, `${path}/${key}`, Array.isArray(value) ? name : key, depthCount + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ISO_START = /^\d{4}-\d{2}-\d{2}T/;
/** The database keeps neither: U+0000 in text, a lone surrogate in JSON. */
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** Our deepest body, a register's values with an area, nests to seven. */
const DEPTH_COUNT_MAX = 32;
