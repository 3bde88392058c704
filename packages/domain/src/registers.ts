// All registers by id. A new register is one file and one line here.

import type { Register } from './register/index.ts';
import { enterprises, indicators, products } from './industry/index.ts';
import {
  alertRules, capacityContracts, contacts, facilities, itemKinds, organisations, sensitiveSites, sensors,
  socialAgreements, stockLots, tanks, teams, vessels,
} from './readiness/index.ts';

/** In an order in which every relation points to a register already seeded, as far as there is one. */
export const registers: readonly Register[] = [
  organisations, contacts, enterprises, facilities, sensors, tanks, sensitiveSites, alertRules, itemKinds,
  stockLots, socialAgreements, capacityContracts, teams, vessels, products, indicators,
];

export function findRegister(registerId: string): Register | undefined {
  return registers.find((register) => register.id === registerId);
}
