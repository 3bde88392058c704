// What a ship-pollution clean-up unit of class Ⅰ to Ⅳ holds (annex to the rule on emergency
// response to ship pollution; formal licensing was dropped later, the classes are still used).
// A gap report measures the three reserves against a class, derated to what is usable then.

import type { Confidence } from '@anlan/kernel';

export interface CapabilityTarget {
  readonly capabilityCode: string;
  readonly unitCode: string;
  /** Class Ⅰ, Ⅱ, Ⅲ, Ⅳ; null: not asked of the class. */
  readonly byClassValue: readonly [number | null, number | null, number | null, number | null];
}

export const CLEAN_UP_CLASSES = {
  version: '2011-annex',
  sourceText: '船舶污染清除单位应急清污能力要求（附录）；许可已取消，分级仍在使用',
  confidence: 'likely' satisfies Confidence,
  targets: [
    { capabilityCode: 'boom-open', unitCode: 'm', byClassValue: [2000, 1000, null, null] },
    { capabilityCode: 'boom-sheltered', unitCode: 'm', byClassValue: [3000, 1000, 1000, 1000] },
    { capabilityCode: 'boom-shore', unitCode: 'm', byClassValue: [4000, 2000, 1000, 400] },
    { capabilityCode: 'boom-fire', unitCode: 'm', byClassValue: [400, 200, 200, null] },
    { capabilityCode: 'skimmer-heavy', unitCode: 'm3/h', byClassValue: [300, 150, 30, 15] },
    { capabilityCode: 'skimmer-light', unitCode: 'm3/h', byClassValue: [100, 100, 50, 10] },
    { capabilityCode: 'cleaner', unitCode: 'sets', byClassValue: [4, 2, 1, 1] },
  ],
} as const satisfies { version: string; sourceText: string; confidence: Confidence; targets: readonly CapabilityTarget[] };

/** 1 the strongest … 4. */
export type ClassIndex = 1 | 2 | 3 | 4;

/** Highest class whose every line is met; null when not even class Ⅳ is. */
export function reachedClass(haveByCapability: Readonly<Record<string, number>>): ClassIndex | null {
  const classes: readonly ClassIndex[] = [1, 2, 3, 4];
  return classes.find((classIndex) => CLEAN_UP_CLASSES.targets.every((target) => (haveByCapability[target.capabilityCode] ?? 0) >= (target.byClassValue[classIndex - 1] ?? 0))) ?? null;
}
