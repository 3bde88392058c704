// Shared pieces of the wire: instants are ISO 8601 UTC text, places are [lonDeg, latDeg].

import { Type } from '@sinclair/typebox';
import type { TLiteral, TSchema, TUnion } from '@sinclair/typebox';

/** ISO 8601, UTC, milliseconds, Z. */
export const At = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$' });
export const LonLat = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })]);
export const Titles = Type.Object({ zh: Type.String(), en: Type.String() });
export const Params = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));
export const Coded = Type.Object({ code: Type.String(), params: Params });
export const Confidence = Type.Union([Type.Literal('verified'), Type.Literal('likely'), Type.Literal('unsure'), Type.Literal('demonstration')]);
export const Id = Type.String({ minLength: 1, maxLength: 200 });
export const Empty = Type.Object({});
export const Done = Type.Object({ done: Type.Literal(true) });
/** Version seen by the caller; a command on an older one is refused with LOG_VERSION_CONFLICT. */
export const SeenVersion = Type.Integer({ minimum: 0 });

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** A union of literals whose static type keeps every word. */
export function literals<const T extends readonly string[]>(values: T): TUnion<{ -readonly [K in keyof T]: TLiteral<T[K]> }> {
  return Type.Union(values.map((value) => Type.Literal(value))) as unknown as TUnion<{ -readonly [K in keyof T]: TLiteral<T[K]> }>;
}

/** The organisation whose a thing is, under its name at that time. */
export const Owner = Type.Object({ organisationId: Type.String(), titles: Titles });
/** GB/T 2260. `nearest-shore`: at sea, where no county border is drawn. */
export const County = Type.Object({ divisionCode: Type.String(), titles: Titles, basis: literals(['on-land', 'nearest-place', 'nearest-shore']) });

export const FieldProblem = Type.Object({ fieldId: Type.String(), code: Type.String(), params: Params });

/** Every refusal and failure looks like this, in both languages at once. */
export const ErrorAnswer = Type.Object({
  code: Type.String(),
  params: Params,
  zh: Type.Object({ happened: Type.String(), means: Type.String(), next: Type.String() }),
  en: Type.Object({ happened: Type.String(), means: Type.String(), next: Type.String() }),
  /** Number of this answer in the server's log. */
  reference: Type.String(),
  /** Every field of a refused form or record with what is wrong with it; `fieldId` is a path such as `years[0].salesFen`. */
  problems: Type.Optional(Type.Array(FieldProblem)),
});
