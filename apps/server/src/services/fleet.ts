// Our own units on the water: the vessels of the register by their MMSI.

import type { ServiceBase } from '../services.ts';
import { recordsOf } from '../register-lists.ts';

export interface Fleet {
  unitOfMmsi(mmsi: string): { readonly unitId?: string };
  reloadUnits(): Promise<void>;
}

export function createFleet(base: ServiceBase): Fleet {
  let unitIds = new Map<string, string>();
  return {
    unitOfMmsi(mmsi) {
      const unitId = unitIds.get(mmsi);
      return unitId === undefined ? {} : { unitId };
    },
    async reloadUnits() {
      const vessels = await recordsOf(base.views, base.realm, 'vessels');
      unitIds = new Map(vessels.flatMap(({ id, values }) => (typeof values['mmsi'] === 'string' ? [[values['mmsi'], id] as const] : [])));
    },
  };
}
