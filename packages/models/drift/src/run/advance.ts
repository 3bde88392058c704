// Moves the particles of one member through one step. Away from coasts a step is one Runge-Kutta
// step and one straight path; where that path meets a coast, or the field is unknown, or a release
// begins within the step, it is redone in eight sub-steps, and a particle that then meets the coast
// stays where it met it, on the water side.

import { firstCrossing } from '../coast/coast-index.ts';
import { beach } from '../fate/beached.ts';
import { SAMPLE_NEAREST, SAMPLE_UNKNOWN } from '../forcing/sample.ts';
import { cellAt, markVisit } from '../products/presence-grid.ts';
import { entryRatio } from '../products/sites.ts';
import { walkCounter } from '../transport/chance.ts';
import { rk4Step } from '../transport/step.ts';
import type { RunState } from './state.ts';
import { AFLOAT, OUTSIDE, PENDING, STRANDED, SUB_STEP_COUNT, walkPair } from './state.ts';

export function advanceMember(run: RunState, memberIndex: number, stepIndex: number): void {
  const first = run.particleStart[memberIndex]!;
  const end = run.particleStart[memberIndex + 1]!;
  const { state } = run;
  for (let p = first; p < end; p++) {
    const now = state[p]!;
    if (now === AFLOAT) moveWhole(run, memberIndex, p, stepIndex);
    else if (now === PENDING && run.releaseStep[p] === stepIndex) {
      floatParticle(run, memberIndex, p, stepIndex);
      if (run.releaseSub[p] === 0) moveWhole(run, memberIndex, p, stepIndex);
      else moveInParts(run, memberIndex, p, stepIndex, run.releaseSub[p]!);
    }
  }
}

/** From now on the particle is on the water. */
export function floatParticle(run: RunState, memberIndex: number, p: number, stepIndex: number): void {
  run.state[p] = AFLOAT;
  run.afloatInSlick[run.slickOf[p]!]!++;
  const lonDeg = run.lonDeg[p]!;
  const latDeg = run.latDeg[p]!;
  const at = (stepIndex + run.releaseSub[p]! / SUB_STEP_COUNT) * run.plan.stepS * 1000;
  recordPath(run, memberIndex, lonDeg, latDeg, lonDeg, latDeg, at, 0);
}

function moveWhole(run: RunState, m: number, p: number, stepIndex: number): void {
  const { mover, plan } = run;
  const lonDeg = run.lonDeg[p]!;
  const latDeg = run.latDeg[p]!;
  const status = rk4Step(mover, lonDeg, latDeg, run.windageRatio[p]!, 0, SUB_STEP_COUNT, plan.stepS);
  if (status === SAMPLE_UNKNOWN) return moveInParts(run, m, p, stepIndex, 0);
  let toLonDeg = mover.ended[0]!;
  let toLatDeg = mover.ended[1]!;
  if (plan.diffusionM2PerS > 0) {
    drawWalk(run, m, p, stepIndex, plan.stepS);
    toLonDeg += run.scratch[0]!;
    toLatDeg += run.scratch[1]!;
  }
  if (firstCrossing(run.coast, lonDeg, latDeg, toLonDeg, toLatDeg) <= 1) return moveInParts(run, m, p, stepIndex, 0);
  noteConditions(run, p, status);
  run.lonDeg[p] = toLonDeg;
  run.latDeg[p] = toLatDeg;
  recordPath(run, m, lonDeg, latDeg, toLonDeg, toLatDeg, stepIndex * plan.stepS * 1000, plan.stepS * 1000);
}

function moveInParts(run: RunState, m: number, p: number, stepIndex: number, fromSub: number): void {
  const { mover, plan } = run;
  const subStepS = plan.stepS / SUB_STEP_COUNT;
  const partCount = SUB_STEP_COUNT - fromSub;
  let walkLonDeg = 0;
  let walkLatDeg = 0;
  for (let sub = fromSub; sub < SUB_STEP_COUNT; sub++) {
    const lonDeg = run.lonDeg[p]!;
    const latDeg = run.latDeg[p]!;
    const status = rk4Step(mover, lonDeg, latDeg, run.windageRatio[p]!, 2 * sub, 1, subStepS);
    if (status === SAMPLE_UNKNOWN) return leave(run, p);
    if (sub === fromSub) {
      noteConditions(run, p, status);
      drawWalk(run, m, p, stepIndex, partCount * subStepS);
      walkLonDeg = run.scratch[0]! / partCount;
      walkLatDeg = run.scratch[1]! / partCount;
    }
    const toLonDeg = mover.ended[0]! + walkLonDeg;
    const toLatDeg = mover.ended[1]! + walkLatDeg;
    const share = firstCrossing(run.coast, lonDeg, latDeg, toLonDeg, toLatDeg);
    const reached = share <= 1 ? waterSideShare(share, toLonDeg - lonDeg, toLatDeg - latDeg) : 1;
    run.lonDeg[p] = lonDeg + reached * (toLonDeg - lonDeg);
    run.latDeg[p] = latDeg + reached * (toLatDeg - latDeg);
    const startMs = (stepIndex * SUB_STEP_COUNT + sub) * subStepS * 1000;
    recordPath(run, m, lonDeg, latDeg, run.lonDeg[p]!, run.latDeg[p]!, startMs, reached * subStepS * 1000);
    if (share <= 1) return settle(run, p, STRANDED);
  }
}

/** Random walk over the time as degrees into `scratch`; variance 2 D t an axis, A. Einstein (1905). Radii are those of the step just made. */
function drawWalk(run: RunState, m: number, p: number, stepIndex: number, durationS: number): void {
  walkPair(run, m, p - run.particleStart[m]!, walkCounter(stepIndex));
  const sigmaM = Math.sqrt(2 * run.plan.diffusionM2PerS * durationS);
  run.scratch[0]! *= sigmaM * run.mover.ended[4]!;
  run.scratch[1]! *= sigmaM * run.mover.ended[5]!;
}

/** Shortly before the crossing on the particle's own path, which is water. */
function waterSideShare(share: number, dLonDeg: number, dLatDeg: number): number {
  const back = WATER_SIDE_DEG / Math.hypot(dLonDeg, dLatDeg);
  return share > 2 * back ? share - back : share / 2;
}

/** Current and wind are unknown here: the particle left the domain, or the grid does not resolve the place. */
function leave(run: RunState, p: number): void {
  const [westDeg, southDeg, eastDeg, northDeg] = run.plan.domainBboxDeg;
  const x = run.lonDeg[p]!;
  const y = run.latDeg[p]!;
  const edgeLonDeg = EDGE_SHARE * (eastDeg - westDeg);
  const edgeLatDeg = EDGE_SHARE * (northDeg - southDeg);
  const inside = x > westDeg + edgeLonDeg && x < eastDeg - edgeLonDeg && y > southDeg + edgeLatDeg && y < northDeg - edgeLatDeg;
  if (run.mover.vector[6] === 1) run.figures.windUnresolvedCount++;
  else if (inside) run.figures.unresolvedCount++;
  settle(run, p, OUTSIDE);
}

function settle(run: RunState, p: number, state: number): void {
  const slick = run.slickOf[p]!;
  run.state[p] = state;
  run.keptRatio[p] = run.slicks.remainingRatio[slick]!;
  if (state === STRANDED) beach(run.beached, run.slicks, slick, { at: [run.lonDeg[p]!, run.latDeg[p]!], windSpeedMps: run.windSumMps[slick]! / Math.max(1, run.windCount[slick]!) });
  run.afloatInSlick[slick]!--;
}

function noteConditions(run: RunState, p: number, status: number): void {
  const { ended } = run.mover;
  const { figures } = run;
  const slick = run.slickOf[p]!;
  run.windSumMps[slick]! += ended[2]!;
  run.windCount[slick]!++;
  if (ended[3]! > figures.currentSpeedMpsMax) figures.currentSpeedMpsMax = ended[3]!;
  if (status === SAMPLE_NEAREST) figures.nearestCount++;
}

/** Marks the cells along a straight path, and the first time at which it enters a sensitive site. */
function recordPath(run: RunState, m: number, fromLonDeg: number, fromLatDeg: number, toLonDeg: number, toLatDeg: number, startMs: number, durationMs: number): void {
  const { grid } = run.visits;
  const cellsAcross = Math.max(Math.abs(toLonDeg - fromLonDeg) / grid.stepLonDeg, Math.abs(toLatDeg - fromLatDeg) / grid.stepLatDeg);
  const markCount = cellsAcross <= 1 ? 1 : Math.ceil(cellsAcross);
  let nearSite = 0;
  for (let k = 1; k <= markCount; k++) {
    const share = k / markCount;
    const cell = cellAt(grid, fromLonDeg + share * (toLonDeg - fromLonDeg), fromLatDeg + share * (toLatDeg - fromLatDeg));
    if (cell < 0) continue;
    markVisit(run.visits, m, cell);
    nearSite |= run.nearSites[cell]!;
  }
  if (nearSite !== 0) recordArrivals(run, m, [fromLonDeg, fromLatDeg], [toLonDeg, toLatDeg], startMs, durationMs);
}

function recordArrivals(run: RunState, m: number, from: readonly [number, number], to: readonly [number, number], startMs: number, durationMs: number): void {
  const { sites } = run.plan;
  for (let s = 0; s < sites.length; s++) {
    const at = m * sites.length + s;
    if (run.arrivalMs[at]! <= startMs) continue;
    const entered = entryRatio(sites[s]!, { from, to });
    if (entered <= 1) run.arrivalMs[at] = Math.min(run.arrivalMs[at]!, startMs + entered * durationMs);
  }
}

/** How far before the coast on its path a stranded particle stays, about 1 m. */
const WATER_SIDE_DEG = 1e-5;
/** Particles within this share of the box from its edge are taken to have left it. */
const EDGE_SHARE = 0.01;
