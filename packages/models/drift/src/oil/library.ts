// The oils that Anlan carries, by id.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { oils } from '../data/oils.ts';
import type { OilRecord } from './record.ts';

export function listOils(): readonly OilRecord[] {
  return oils;
}

/** Refuses an id that is not in the library: no nearest name, no default oil. */
export function findOil(oilId: string): Result<OilRecord> {
  const found = oils.find((oil) => oil.id === oilId);
  return found === undefined ? refuse('DRIFT_OIL_UNKNOWN', { oilId: oilId.slice(0, 40) }) : ok(found);
}
