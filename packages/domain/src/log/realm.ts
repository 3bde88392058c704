// A drill cannot reach the world: outbound adapters take only Real<T>, and only this function makes one.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Realm } from './types.ts';

declare const realBrand: unique symbol;
/** A value that belongs to the real realm. */
export type Real<T> = T & { readonly [realBrand]: true };

/** Refuses with LOG_DRILL_CANNOT_LEAVE when `realm` is a drill. */
export function asReal<T>(realm: Realm, value: T): Result<Real<T>> {
  return realm === 'real' ? ok(value as Real<T>) : refuse('LOG_DRILL_CANNOT_LEAVE', { realm });
}
