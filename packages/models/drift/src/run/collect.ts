// What is taken down at an output time: positions and states, the mass budget of each member, and the
// share of the mass inside each sensitive site. The budget is counted, not closed by difference:
// evaporated mass is summed step by step, so that the sum is a real check.

import { addS, assert, metresPerDegree } from '@anlan/kernel';
import type { DriftFrame } from '../api/outcome.ts';
import { firstCrossing } from '../coast/coast-index.ts';
import { beachedRatio } from '../fate/beached.ts';
import { cellAt } from '../products/presence-grid.ts';
import { siteContains } from '../products/sites.ts';
import type { RunState } from './state.ts';
import { AFLOAT, OUTSIDE, particleMassKg, PENDING, STRANDED } from './state.ts';

/** Columns of a budget row: five masses in kg, slick area in m², mean displacement east and north in m. */
export const BUDGET_COLUMN_COUNT = 8;
export const PENDING_KG = 0;
export const AFLOAT_KG = 1;
export const EVAPORATED_KG = 2;
export const STRANDED_KG = 3;
export const OUTSIDE_KG = 4;
export const SLICK_AREA_M2 = 5;
export const EAST_M = 6;
export const NORTH_M = 7;

export function takeFrame(run: RunState, stepIndex: number): DriftFrame {
  const leadTimeS = stepIndex * run.plan.stepS;
  const frame = {
    validAt: addS(run.plan.startAt, leadTimeS),
    leadTimeS,
    lonDeg: Float32Array.from(run.lonDeg),
    latDeg: Float32Array.from(run.latDeg),
    state: run.state.slice(),
  };
  for (let p = 0; p < frame.state.length; p++) keepOffLand(run, p, frame);
  return frame;
}

/**
 * Rounding to single precision moves a place by up to 0.4 m and could put it behind the coast line. The
 * nearest single-precision place that is reached from the true one without meeting the coast is taken.
 */
function keepOffLand(run: RunState, p: number, { lonDeg, latDeg }: DriftFrame): void {
  const [x, y] = [run.lonDeg[p]!, run.latDeg[p]!];
  if (firstCrossing(run.coast, x, y, lonDeg[p]!, latDeg[p]!) > 1) return;
  const [stepX, stepY] = [singleStep(x), singleStep(y)];
  let [bestX, bestY, bestSquare] = [lonDeg[p]!, latDeg[p]!, Infinity];
  for (let i = -ROUNDING_REACH; i <= ROUNDING_REACH; i++) {
    for (let j = -ROUNDING_REACH; j <= ROUNDING_REACH; j++) {
      const [atX, atY] = [Math.fround(lonDeg[p]! + i * stepX), Math.fround(latDeg[p]! + j * stepY)];
      const square = (atX - x) ** 2 + (atY - y) ** 2;
      if (square >= bestSquare || firstCrossing(run.coast, x, y, atX, atY) <= 1) continue;
      [bestX, bestY, bestSquare] = [atX, atY, square];
    }
  }
  lonDeg[p] = bestX;
  latDeg[p] = bestY;
}

/** Distance between neighbouring single-precision numbers there: 24 bits of mantissa. */
function singleStep(value: number): number {
  return 2 ** (Math.floor(Math.log2(Math.max(Math.abs(value), SMALLEST_DEG))) - 23);
}

/** Neighbours to each side that are tried; a slit of water narrower than this many is below 3 m. */
const ROUNDING_REACH = 4;
const SMALLEST_DEG = 1e-6;

/** Writes the row of a member at `rows[at …]`; asserts that its masses sum to the released mass. */
export function writeBudgetRow(run: RunState, memberIndex: number, rows: Float64Array, at: number): void {
  const massKg = particleMassKg(run, memberIndex);
  const { lonM, latM } = metresPerDegree(run.plan.releasePosition[1]);
  const particleCount = run.particleStart[memberIndex + 1]! - run.particleStart[memberIndex]!;
  let movedCount = 0;
  for (let p = run.particleStart[memberIndex]!; p < run.particleStart[memberIndex + 1]!; p++) {
    const state = run.state[p]!;
    if (state === PENDING) rows[at + PENDING_KG]! += massKg;
    else if (state === OUTSIDE) rows[at + OUTSIDE_KG]! += massKg * run.keptRatio[p]!;
    if (state !== AFLOAT && state !== STRANDED) continue;
    movedCount++;
    rows[at + EAST_M]! += (run.lonDeg[p]! - run.plan.releasePosition[0]) * lonM;
    rows[at + NORTH_M]! += (run.latDeg[p]! - run.plan.releasePosition[1]) * latM;
  }
  if (movedCount > 0) {
    rows[at + EAST_M]! /= movedCount;
    rows[at + NORTH_M]! /= movedCount;
  }
  const firstSlick = memberIndex * run.slicksPerMemberCount;
  for (let slick = firstSlick; slick < firstSlick + run.slicksPerMemberCount; slick++) {
    const afloat = run.afloatInSlick[slick]!;
    rows[at + STRANDED_KG]! += massKg * run.beached.remainingSum[slick]!;
    if (afloat === 0) continue;
    rows[at + AFLOAT_KG]! += afloat * massKg * run.slicks.remainingRatio[slick]!;
    rows[at + SLICK_AREA_M2]! += (afloat / particleCount) * run.slicks.areaM2[slick]!;
  }
  rows[at + EVAPORATED_KG] = run.evaporatedKg[memberIndex]!;
  const sumKg = rows[at + PENDING_KG]! + rows[at + AFLOAT_KG]! + rows[at + EVAPORATED_KG]! + rows[at + STRANDED_KG]! + rows[at + OUTSIDE_KG]!;
  assert(Math.abs(sumKg - run.plan.massKg) <= 1e-9 * run.plan.massKg, `the mass budget closes: ${sumKg} of ${run.plan.massKg}`);
}

/** Raises the greatest share of the spilled mass that each site has held, in each member. */
export function noteSiteMasses(run: RunState): void {
  const siteCount = run.plan.sites.length;
  if (siteCount === 0) return;
  const sums = new Float64Array(run.memberCount * siteCount);
  for (let m = 0; m < run.memberCount; m++) {
    const share = 1 / (run.particleStart[m + 1]! - run.particleStart[m]!);
    for (let p = run.particleStart[m]!; p < run.particleStart[m + 1]!; p++) addSiteMass(run, p, share, sums, m * siteCount);
  }
  for (let i = 0; i < sums.length; i++) run.siteMassRatioMax[i] = Math.max(run.siteMassRatioMax[i]!, sums[i]!);
}

function addSiteMass(run: RunState, p: number, share: number, sums: Float64Array, at: number): void {
  const state = run.state[p]!;
  if (state !== AFLOAT && state !== STRANDED) return;
  const cell = cellAt(run.plan.presence, run.lonDeg[p]!, run.latDeg[p]!);
  if (cell < 0 || run.nearSites[cell] === 0) return;
  const slick = run.slickOf[p]!;
  const ratio = state === AFLOAT ? run.slicks.remainingRatio[slick]! : beachedRatio(run.beached, slick);
  run.plan.sites.forEach((site, s) => {
    if (siteContains(site, [run.lonDeg[p]!, run.latDeg[p]!])) sums[at + s]! += share * ratio;
  });
}
