// Branded ids, so that an incident's id cannot take the place of an alert's. An id is `prefix-` and
// 16 characters of Crockford base 32 from an IdSource; tests and replays pass a seeded source.

import type { Rng } from './rng.ts';

declare const idBrand: unique symbol;
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind };

export interface IdSource {
  /** A new id such as `alert-7k3m…`, unique for this source. */
  newId<Kind extends string>(prefix: Kind): Id<Kind>;
}

export function createIdSource(rng: Rng): IdSource {
  return { newId: (prefix) => `${prefix}-${text(rng, 16)}` as Id<typeof prefix> };
}

function text(rng: Rng, lengthCount: number): string {
  let out = '';
  for (let i = 0; i < lengthCount; i++) out += ALPHABET[rng.nextUint32() >>> 27] ?? '';
  return out;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
