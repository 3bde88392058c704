// High and low water: the instants where the height stands still, found by the sign of the rate on a
// fixed step and refined by bisection to a second. Close pairs that differ by less than a stated
// height (double high waters of shallow constituents) are reported as they are, not merged.

import type { Instant, Result } from '@anlan/kernel';
import { addMs, instantFromMs, ok, refuse } from '@anlan/kernel';
import type { BakedConstituent, TidePredictor } from './height.ts';
import { bakedHeightM } from './height.ts';

export interface TideTurn {
  readonly kind: 'high' | 'low';
  readonly at: Instant;
  readonly heightM: number;
}

/** High and low waters in [fromAt, toAt). Refuses an empty range and one over 62 days. */
export function findTideTurns(predictor: TidePredictor, range: { readonly fromAt: Instant; readonly toAt: Instant }): Result<readonly TideTurn[]> {
  const { fromAt, toAt } = range;
  if (toAt <= fromAt || toAt - fromAt > RANGE_MS_MAX) return refuse('TIDE_RANGE_INVALID', { hours: Math.round((toAt - fromAt) / 3.6e6) });
  const epochAt = instantFromMs(Math.round((fromAt + toAt) / 2));
  const baked = predictor.bake(epochAt);
  const rate = (ms: number): number => heightRateMps(baked, (ms - epochAt) / 1000);
  const turns: TideTurn[] = [];
  let before = rate(fromAt);
  for (let ms: number = fromAt; ms < toAt; ms += STEP_MS) {
    const untilMs = Math.min(ms + STEP_MS, toAt);
    const after = rate(untilMs);
    if (before !== 0 && before > 0 !== after > 0) {
      const at = bisect(rate, ms, untilMs);
      turns.push({ kind: before > 0 ? 'high' : 'low', at, heightM: bakedHeightM(baked, epochAt, at) });
    }
    before = after;
  }
  return ok(turns);
}

/** The last turn of that kind at or before `at`, looked for over 30 h; refuses when the tide has none. */
export function findPrecedingTurn(predictor: TidePredictor, kind: TideTurn['kind'], at: Instant): Result<TideTurn> {
  const turns = findTideTurns(predictor, { fromAt: addMs(at, -LOOK_BACK_MS), toAt: addMs(at, 1) });
  if (!turns.ok) return turns;
  const last = turns.value.filter((turn) => turn.kind === kind).at(-1);
  return last === undefined ? refuse('TIDE_TURN_NOT_FOUND', { hours: LOOK_BACK_MS / 3.6e6 }) : ok(last);
}

function heightRateMps(baked: readonly BakedConstituent[], elapsedS: number): number {
  let rateMps = 0;
  for (const c of baked) rateMps -= c.amplitudeM * c.speedRadPerS * Math.sin(c.speedRadPerS * elapsedS - c.phaseRad);
  return rateMps;
}

function bisect(rate: (ms: number) => number, fromMs: number, toMs: number): Instant {
  let [low, high] = [fromMs, toMs];
  const rising = rate(low) > 0;
  while (high - low > PRECISION_MS) {
    const middle = (low + high) / 2;
    if (rate(middle) > 0 === rising) low = middle;
    else high = middle;
  }
  return instantFromMs(Math.round((low + high) / 2));
}

/** Ten minutes: far below the shortest interval between turns of M8. */
const STEP_MS = 600_000;
const PRECISION_MS = 1000;
const LOOK_BACK_MS = 30 * 3.6e6;
/** f and u frozen at the middle: 31 days either side err by less than 1 %. */
const RANGE_MS_MAX = 62 * 86_400_000;
