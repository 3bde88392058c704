// The two distributions that replenishment needs, with no table. Normal: Φ by its series (Abramowitz and
// Stegun 1964, 26.2.10 inside, continued fraction 26.2.14 outside), its inverse by Newton's method on it.
// Poisson: the recurrence p(k) = p(k−1) λ/k in logarithms, so that large λ does not underflow.

/** P(Z ≤ z); z in standard deviations. */
export function normalCdf(zRatio: number): number {
  const a = Math.abs(zRatio);
  const density = Math.exp(-0.5 * a * a) / Math.sqrt(2 * Math.PI);
  if (a > SERIES_Z_MAX) {
    let fraction = a;
    for (let k = FRACTION_TERM_COUNT; k >= 1; k -= 1) fraction = a + k / fraction;
    const tail = density / fraction;
    return zRatio > 0 ? 1 - tail : tail;
  }
  let term = a;
  let sum = a;
  for (let k = 1; k < SERIES_TERM_COUNT; k += 1) {
    term *= (a * a) / (2 * k + 1);
    sum += term;
  }
  return zRatio > 0 ? 0.5 + density * sum : 0.5 - density * sum;
}

/** z with P(Z ≤ z) = the chance, which lies inside 0 … 1. */
export function normalQuantile(chanceRatio: number): number {
  let low = -QUANTILE_Z_MAX;
  let high = QUANTILE_Z_MAX;
  let z = 0;
  for (let step = 0; step < NEWTON_STEP_COUNT; step += 1) {
    const error = normalCdf(z) - chanceRatio;
    if (error > 0) high = z;
    else low = z;
    const next = z - error / (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI));
    z = next > low && next < high ? next : (low + high) / 2;
  }
  return z;
}

/** P(N ≤ count) for N Poisson with that mean; 0 below zero. */
export function poissonCdf(count: number, meanCount: number): number {
  if (count < 0) return 0;
  if (meanCount <= 0) return 1;
  let logTerm = -meanCount;
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= count; k += 1) {
    logTerm += Math.log(meanCount / k);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

const SERIES_Z_MAX = 5;
const SERIES_TERM_COUNT = 120;
const FRACTION_TERM_COUNT = 40;
const QUANTILE_Z_MAX = 9;
const NEWTON_STEP_COUNT = 60;
