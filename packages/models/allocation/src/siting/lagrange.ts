// The proof machine of siting: every model is "pick sites, pay a score each" once its hard rows are
// priced. Subgradient ascent on the prices gives a bound that no choice can beat, and good choices
// on the way. Held, Wolfe & Crowder (1974) for the step; Barahona & Anbil (2000) for the averaged
// choice that tells where to branch. Everything minimises.

/** One model with its hard rows priced. */
export interface Relaxation {
  readonly siteCount: number;
  readonly multiplierCount: number;
  /** Prices of inequalities are not negative; those of equations are free. */
  readonly isSigned: boolean;
  /** Fills the score of every site and gives the constant. */
  price(multiplier: Float64Array, score: Float64Array): number;
  /** How the constant and the scores of the chosen change with each price. */
  slope(multiplier: Float64Array, chosen: Uint8Array, out: Float64Array): void;
}

/** 1 in, -1 out, 0 free. */
export type Fixing = Int8Array;

export interface CountLimits {
  readonly minCount: number;
  readonly maxCount: number;
}

export interface AscentInput {
  readonly relaxation: Relaxation;
  readonly limits: CountLimits;
  readonly fixing: Fixing;
  /** Start, and on return the best prices. */
  readonly multiplier: Float64Array;
  readonly iterationCount: number;
  /** Ends the ascent when the bound reaches this. */
  readonly isReached: (boundValue: number) => boolean;
  /** Best value known. Called with each new choice; returns the best value then known. */
  readonly offer: (chosen: Uint8Array) => number;
  readonly targetValue: number;
}

export interface AscentOutcome {
  readonly boundValue: number;
  /** Averaged choice: near 1 and 0 where the relaxation is sure. */
  readonly mean: Float64Array;
  /** Scores and constant at the best prices. */
  readonly score: Float64Array;
  /** Infinity when the fixing leaves no choice. */
  readonly isEmpty: boolean;
}

export function ascend(input: AscentInput): AscentOutcome {
  const { relaxation, limits, fixing, multiplier } = input;
  const score = new Float64Array(relaxation.siteCount);
  const bestScore = new Float64Array(relaxation.siteCount);
  const best = Float64Array.from(multiplier);
  const chosen = new Uint8Array(relaxation.siteCount);
  const mean = new Float64Array(relaxation.siteCount);
  const slope = new Float64Array(relaxation.multiplierCount);
  const direction = new Float64Array(relaxation.multiplierCount);
  let [boundValue, targetValue, stall, pace] = [-Infinity, input.targetValue, 0, PACE_START];
  for (let iteration = 0; iteration < input.iterationCount; iteration++) {
    const constant = relaxation.price(multiplier, score);
    const value = constant + pickSites(score, fixing, limits, chosen);
    if (value === Infinity) return { boundValue: Infinity, mean, score: bestScore, isEmpty: true };
    const share = iteration === 0 ? 1 : MEAN_SHARE;
    for (let i = 0; i < mean.length; i++) mean[i] = (1 - share) * mean[i]! + share * chosen[i]!;
    if (value > boundValue + 1e-9 * Math.abs(boundValue === -Infinity ? 0 : boundValue)) {
      [boundValue, stall] = [value, 0];
      best.set(multiplier);
      bestScore.set(score);
    } else if (++stall >= STALL_LIMIT) {
      [pace, stall] = [pace / 2, 0];
      multiplier.set(best);
      direction.fill(0);
      if (pace < PACE_MIN) break;
      relaxation.price(multiplier, score);
      pickSites(score, fixing, limits, chosen);
    }
    targetValue = input.offer(chosen);
    if (input.isReached(boundValue)) break;
    relaxation.slope(multiplier, chosen, slope);
    const norm = blend(slope, direction, multiplier, relaxation.isSigned);
    if (norm === 0) break;
    const stepValue = (pace * Math.max(1e-9 * Math.abs(value), targetValue * (targetValue > 0 ? 1.0005 : 0.9995) - value)) / norm;
    move(multiplier, direction, stepValue, relaxation.isSigned);
  }
  multiplier.set(best);
  return { boundValue, mean, score: bestScore, isEmpty: false };
}

/** New direction = 0.7 slope + 0.3 old; its squared length. Prices at zero do not count downwards. */
function blend(slope: Float64Array, direction: Float64Array, multiplier: Float64Array, isSigned: boolean): number {
  let norm = 0;
  for (let r = 0; r < slope.length; r++) {
    let d = 0.7 * slope[r]! + 0.3 * direction[r]!;
    if (isSigned && d < 0 && multiplier[r]! <= 0) d = 0;
    direction[r] = d;
    norm += d * d;
  }
  return norm;
}

function move(multiplier: Float64Array, direction: Float64Array, stepValue: number, isSigned: boolean): void {
  for (let r = 0; r < multiplier.length; r++) {
    const next = multiplier[r]! + stepValue * direction[r]!;
    multiplier[r] = isSigned && next < 0 ? 0 : next;
  }
}

/** The cheapest choice under the count limits; its sum of scores, Infinity when there is none. */
export function pickSites(score: Float64Array, fixing: Fixing, limits: CountLimits, chosen: Uint8Array): number {
  let [sum, inCount, freeCount] = [0, 0, 0];
  const free = new Float64Array(score.length);
  for (let i = 0; i < score.length; i++) {
    chosen[i] = fixing[i] === 1 ? 1 : 0;
    if (fixing[i] === 1) [sum, inCount] = [sum + score[i]!, inCount + 1];
    else if (fixing[i] === 0) free[freeCount++] = score[i]!;
  }
  const [least, most] = [Math.max(0, limits.minCount - inCount), limits.maxCount - inCount];
  if (most < 0 || freeCount < least) return Infinity;
  const sorted = free.subarray(0, freeCount).sort();
  let takeCount = Math.min(least, freeCount);
  while (takeCount < Math.min(most, freeCount) && sorted[takeCount]! < 0) takeCount++;
  if (takeCount === 0) return sum;
  const edge = sorted[takeCount - 1]!;
  let atEdgeCount = 0;
  for (let k = takeCount - 1; k >= 0 && sorted[k] === edge; k--) atEdgeCount++;
  for (let i = 0; i < score.length; i++) {
    if (fixing[i] !== 0 || score[i]! > edge) continue;
    if (score[i] === edge && atEdgeCount-- <= 0) continue;
    chosen[i] = 1;
    sum += score[i]!;
  }
  return sum;
}

/** Fixes by reduced cost what no better choice can hold: returns how many were fixed. */
export function fixByScore(outcome: AscentOutcome, limits: CountLimits, fixing: Fixing, isPruned: (boundValue: number) => boolean): number {
  const { score, boundValue } = outcome;
  const free: number[] = [];
  let inCount = 0;
  for (let i = 0; i < score.length; i++) {
    if (fixing[i] === 0) free.push(i);
    else if (fixing[i] === 1) inCount++;
  }
  free.sort((a, b) => score[a]! - score[b]!);
  const [least, most] = [Math.max(0, limits.minCount - inCount), Math.min(free.length, limits.maxCount - inCount)];
  let takeCount = Math.min(least, free.length);
  while (takeCount < most && score[free[takeCount]!]! < 0) takeCount++;
  const lastIn = takeCount > 0 ? score[free[takeCount - 1]!]! : 0;
  const firstOut = takeCount < free.length ? score[free[takeCount]!]! : Infinity;
  // What a forced one displaces: at the upper limit the worst taken; otherwise nothing unless that pays.
  const displaced = takeCount >= most ? lastIn : takeCount > least ? 0 : Math.max(0, lastIn);
  const replaced = takeCount <= least ? firstOut : Math.min(0, firstOut);
  let fixedCount = 0;
  free.forEach((i, k) => {
    const rise = k < takeCount ? replaced - score[i]! : score[i]! - displaced;
    if (!isPruned(boundValue + rise)) return;
    fixing[i] = k < takeCount ? 1 : -1;
    fixedCount++;
  });
  return fixedCount;
}

const PACE_START = 1.5;
const PACE_MIN = 3e-4;
const STALL_LIMIT = 30;
const MEAN_SHARE = 0.08;
