// The last rung. Small problems: kits, activation and adequate packages as whole numbers (branch and bound
// in the solver), stage by stage. Large ones: clear a few needs, build again, keep what is better, while
// there is time (large neighbourhood search: Shaw 1998, CP98).

import type { Ascent } from '../certify/ascend.ts';
import type { Working } from './allocate.ts';
import type { Fill } from './fill.ts';
import { createRng } from '@anlan/kernel';
import { compareStages, measure } from './measure.ts';
import { roundFill } from './round.ts';
import { solveStages } from './solve-stages.ts';

/** Whole numbers that branch and bound takes on in time (measured: ≤ 1,000 in 1 s, reference/allocation). */
const WHOLE_COUNT_MAX = 600;
const CLEARED_RATIO = 0.05;
const LARGE_COUNT = 6000;
const TRY_COUNT_MAX = 40;
const TRY_SEED = 1;
/** Small steps add up: here a gain counts below what decides between plans. */
const STEP_RATIO = 1e-6;

export async function polish(working: Working, best: Fill, isKept: Uint8Array, guide: Ascent): Promise<Fill> {
  const { frame, columns, secondsLeft } = working;
  if (secondsLeft() <= 0) return best;
  const wholeCount = (columns.kits.length + frame.needCount) * frame.bucketCount + frame.problem.orders.length;
  if (columns.count <= LARGE_COUNT && wholeCount <= WHOLE_COUNT_MAX) {
    const solved = await solveStages(working, isKept, { isWhole: true, guide });
    if (solved.wanted === null) return best;
    return roundFill(frame, columns, working.preference, solved.wanted);
  }
  return search(working, best);
}

function search(working: Working, start: Fill): Fill {
  const { frame, columns, secondsLeft, preference, stages } = working;
  const rng = createRng(TRY_SEED);
  let best = start;
  let bestValues = measure(start);
  for (let k = 0; k < TRY_COUNT_MAX && secondsLeft() > 0.5; k++) {
    const isCleared = Uint8Array.from({ length: frame.needCount }, () => (rng.nextUnit() < CLEARED_RATIO ? 1 : 0));
    const wanted = new Map<number, number>();
    for (let c = 0; c < columns.count; c++) if (best.quantity[c]! > 0 && isCleared[columns.need[c]!] === 0) wanted.set(c, best.quantity[c]!);
    const trial = roundFill(frame, columns, preference, wanted);
    const values = measure(trial);
    if (compareStages(values, bestValues, stages, STEP_RATIO).orderValue < 0) [best, bestValues] = [trial, values];
  }
  return best;
}
