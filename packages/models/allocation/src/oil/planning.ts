// Planning figures for demonstration. Those of the depot rule are the rule's; the rest are practice
// figures or choices, and every one is data: a port replaces them in its region pack.

import type { OilPlanning } from '../api/oil.ts';

export const DEMONSTRATION_OIL_PLANNING: OilPlanning = {
  sourceText: 'JT/T 877 (likely): P₁ 50 %, α 20 %, Y 3 d, 6 h/d, P₂ 30 %',
  // Equipment-depot rule, JT/T 877 (likely).
  mechanicalRatio: 0.5,
  skimmerEfficiencyRatio: 0.2,
  recoveryDays: 3,
  workDayHours: 6,
  sorbentRatio: 0.3,
  // Laboratory uptake of polypropylene is 10 and more; 5 allows for water and handling (demonstration).
  sorbentUptakeRatio: 5,
  // Chosen so that (1 − 0.6)·(1 − 0.5) is the rule's α of 20 % oil in what is recovered (demonstration).
  emulsionWaterRatio: 0.6,
  freeWaterRatio: 0.5,
  // Middle of code 4, discontinuous true colour, 50–200 µm (Bonn Agreement Oil Appearance Code).
  slickThicknessM: 100e-6,
  // Entrainment under a boom from about 0.35 m/s (0.7 kn) normal to it (practice).
  escapeSpeedMps: 0.35,
  // Two vessels, 400 m in a J or V, opening about a third of the length (scenario D1; demonstration).
  sweepLengthM: 400,
  sweepSwathRatio: 1 / 3,
  // A site that oil reaches in one member of ten is worth a boom (demonstration).
  probabilityRatioMin: 0.1,
  deployS: 3600,
  // First boom by 2 h, recovery by 6 h as in WAC 173-182 (example profile); sorbent by 12 h (demonstration).
  deadlineS: { 'berth-boom': 2 * 3600, sweep: 6 * 3600, skimmer: 6 * 3600, storage: 6 * 3600, sorbent: 12 * 3600 },
  accepts: {
    'berth-boom': [{ capabilityCode: 'boom-sheltered', effectRatio: 1 }, { capabilityCode: 'boom-open', effectRatio: 1 }],
    sweep: [{ capabilityCode: 'boom-open', effectRatio: 1 }],
    'site-boom': [{ capabilityCode: 'boom-shore', effectRatio: 1 }, { capabilityCode: 'boom-sheltered', effectRatio: 1 }],
    skimmer: [{ capabilityCode: 'skimmer-light', effectRatio: 1 }, { capabilityCode: 'skimmer-heavy', effectRatio: 1 }],
    'skimmer-heavy': [{ capabilityCode: 'skimmer-heavy', effectRatio: 1 }],
    storage: [{ capabilityCode: 'storage', effectRatio: 1 }],
    sorbent: [{ capabilityCode: 'sorbent', effectRatio: 1 }],
  },
};
