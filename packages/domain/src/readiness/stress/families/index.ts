// From a case of a family to a scenario: scenes, demand over time, closures, weather.

import type { Instant, Result } from '@anlan/kernel';
import { refuse } from '@anlan/kernel';
import type { StressCase, StressFamilyId, StressScenario } from '../types.ts';
import { casualties, CASUALTY_FIGURES } from './casualties.ts';
import type { FigureSpec } from './figures.ts';
import { ammoniaLeak, AMMONIA_FIGURES, gasStrike, GAS_FIGURES } from './leaks.ts';
import { oilSpill, OIL_SPILL_FIGURES } from './oil-spill.ts';
import { tankFire, TANK_FIRE_FIGURES } from './tank-fire.ts';
import { typhoon, TYPHOON_FIGURES } from './typhoon.ts';

export { coolingLPerMinute, foamSolutionLPerMinute } from './tank-fire.ts';
export type { FigureSpec } from './figures.ts';

export const FAMILY_FIGURES: Readonly<Record<StressFamilyId, readonly FigureSpec[]>> = {
  'oil-spill': OIL_SPILL_FIGURES, 'ammonia-leak': AMMONIA_FIGURES, 'tank-fire': TANK_FIRE_FIGURES, typhoon: TYPHOON_FIGURES, 'gas-strike': GAS_FIGURES, casualties: CASUALTY_FIGURES,
};

/** `now` is the alarm. */
export function buildScenario(given: StressCase, now: Instant): Result<StressScenario> {
  const built = BUILDERS[given.familyId](given, now);
  if (!built.ok) return built;
  return phasesAreRight(built.value) ? built : refuse('STRESS_PHASES_WRONG', { id: given.id });
}

/** Own weather begins at the alarm and its phases follow each other. */
function phasesAreRight({ weather }: StressScenario): boolean {
  return weather === 'statistics' || (weather[0]?.fromHours === 0 && weather.every(({ fromHours }, i) => i === 0 || fromHours > (weather[i - 1]?.fromHours ?? 0)));
}

const BUILDERS: Readonly<Record<StressFamilyId, (given: StressCase, now: Instant) => Result<StressScenario>>> = {
  'oil-spill': oilSpill, 'ammonia-leak': ammoniaLeak, 'tank-fire': tankFire, typhoon, 'gas-strike': gasStrike, casualties,
};
