// All registers by id. A new register is one file and one line here.

import type { Register } from './register/index.ts';
import { enterprises, indicators, products } from './industry/index.ts';
import {
  aircraft, alertRules, capacityContracts, contacts, facilities, forcePackages, generators, hospitals, islands, itemKinds, kits, landingSites, organisations, powerLoads, sensitiveSites, sensors,
  shelters, socialAgreements, stockLots, stockPolicies, storageBins, tanks, teams, vehicles, vessels,
} from './readiness/index.ts';

/** In an order in which every relation points to a register already seeded, as far as there is one. */
export const registers: readonly Register[] = [
  organisations, contacts, enterprises, facilities, sensors, tanks, sensitiveSites, alertRules, itemKinds,
  storageBins, stockLots, socialAgreements, capacityContracts, teams, vessels,
  vehicles, aircraft, hospitals, shelters, generators, powerLoads, islands, landingSites, forcePackages, kits, stockPolicies, products, indicators,
];

export function findRegister(registerId: string): Register | undefined {
  return registers.find((register) => register.id === registerId);
}
