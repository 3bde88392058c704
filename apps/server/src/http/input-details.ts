// Our own words for what a schema or a parser found wrong, so that no sentence of a library is told to
// a person. Each has a word in both languages, `word.detail.<code>` (messages, server).

import type { ValueError } from '@sinclair/typebox/errors';
import { ValueErrorType as T } from '@sinclair/typebox/errors';

export const INPUT_DETAILS = [
  'field-missing', 'field-unknown', 'type-wrong', 'text-too-long', 'text-too-short', 'number-too-large', 'number-too-small', 'list-too-long', 'list-too-short',
  'form-wrong', 'value-unknown', 'text-unstorable', 'time-impossible', 'nested-too-deep', 'rule-broken', 'one-of-them', 'both-or-none', 'span-wrong',
  'json-broken', 'body-empty', 'body-broken', 'form-broken', 'length-wrong', 'parts-too-many', 'collection-missing',
] as const;
export type InputDetail = (typeof INPUT_DETAILS)[number];

/** The place and the word of the first thing that a schema found. */
export function inputDetailOf(found: ValueError | undefined): { readonly path: string; readonly detail: InputDetail } {
  if (found === undefined) return { path: '', detail: 'rule-broken' };
  if (found.type !== T.Union) return { path: found.path, detail: BY_TYPE[found.type] ?? 'type-wrong' };
  // Of the branches, the one that the value was meant for says more than that none fits.
  const branches = found.errors.map((errors) => errors.First()).filter((first) => first !== undefined);
  const meant = branches.find(({ path, type }) => path !== found.path || (BY_TYPE[type] ?? 'type-wrong') !== 'type-wrong' && type !== T.Literal);
  if (meant !== undefined) return inputDetailOf(meant);
  return { path: found.path, detail: branches.some(({ type }) => type === T.Literal) ? 'value-unknown' : 'type-wrong' };
}

/** What is not listed is a value of another type. */
const BY_TYPE: Readonly<Partial<Record<T, InputDetail>>> = {
  [T.ObjectRequiredProperty]: 'field-missing',
  [T.ObjectAdditionalProperties]: 'field-unknown',
  [T.IntersectUnevaluatedProperties]: 'field-unknown',
  [T.StringMaxLength]: 'text-too-long',
  [T.StringMinLength]: 'text-too-short',
  [T.StringPattern]: 'form-wrong',
  [T.StringFormat]: 'form-wrong',
  [T.RegExp]: 'form-wrong',
  [T.NumberMaximum]: 'number-too-large',
  [T.NumberExclusiveMaximum]: 'number-too-large',
  [T.NumberMinimum]: 'number-too-small',
  [T.NumberExclusiveMinimum]: 'number-too-small',
  [T.IntegerMaximum]: 'number-too-large',
  [T.IntegerExclusiveMaximum]: 'number-too-large',
  [T.IntegerMinimum]: 'number-too-small',
  [T.IntegerExclusiveMinimum]: 'number-too-small',
  [T.ArrayMaxItems]: 'list-too-long',
  [T.ArrayMinItems]: 'list-too-short',
  [T.ObjectMaxProperties]: 'list-too-long',
  [T.ObjectMinProperties]: 'list-too-short',
  [T.TupleLength]: 'form-wrong',
  [T.ArrayUniqueItems]: 'rule-broken',
  [T.NumberMultipleOf]: 'rule-broken',
  [T.IntegerMultipleOf]: 'rule-broken',
  [T.Literal]: 'value-unknown',
};
