// What each code of fact holds: a number in exactly one unit within a believable range, or words.
// A number in another unit is refused, never converted by guess.

import type { FactCode } from './types.ts';
import { FACT_CODES } from './types.ts';

export interface FactForm {
  /** null for a fact in words. */
  readonly unitCode: string | null;
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

export function isFactCode(code: string): code is FactCode {
  return (FACT_CODES as readonly string[]).includes(code);
}

const words: FactForm = { unitCode: null, min: 0, max: 0, isWhole: false };
const amount = (unitCode: string, max: number, min = 0): FactForm => ({ unitCode, min, max, isWhole: false });
const count = (unitCode: string, max: number): FactForm => ({ unitCode, min: 0, max, isWhole: true });

/** Upper bounds are ours: beyond them a number is a slip of the hand (largest spills, cities, storms on record lie below). */
export const FACT_FORMS: Readonly<Record<FactCode, FactForm>> = {
  'spilled-mass': amount('kg', 2e9),
  'spilled-volume': amount('m3', 2e6),
  'release-duration': amount('s', 3.2e7),
  deaths: count('persons', 1e6),
  missing: count('persons', 1e6),
  'serious-injuries': count('persons', 1e6),
  evacuated: count('persons', 1e8),
  'direct-loss': amount('CNY', 1e13),
  'wind-speed': amount('m/s', 120),
  'wind-from': amount('degTrue', 360),
  'water-temperature': amount('degC', 45, -3),
  'water-source-cut': count('admin-level', 3),
  'cross-boundary': count('admin-level', 3),
  oil: words,
  'release-started': words,
  vessel: words,
  facility: words,
  'slick-observed': words,
  position: words,
  other: words,
};
