// The inner state of a run, or of the part of it that one worker holds: particles of a range of
// members, member by member, in typed arrays; their slicks; what is counted on the way.

import { firstCrossing, createCoastIndex } from '../coast/coast-index.ts';
import type { CoastIndex } from '../coast/coast-index.ts';
import type { ErrorState } from '../ensemble/forcing-errors.ts';
import { createErrorState } from '../ensemble/forcing-errors.ts';
import type { Beached } from '../fate/beached.ts';
import { createBeached } from '../fate/beached.ts';
import type { Slicks } from '../fate/slicks.ts';
import { createSlicks } from '../fate/slicks.ts';
import { prepareCurrent, prepareWind } from '../forcing/prepared-field.ts';
import type { Visits } from '../products/presence-grid.ts';
import { createVisits } from '../products/presence-grid.ts';
import { cellsNearSites } from '../products/sites.ts';
import { normalPair, RELEASE_COUNTER, uniformOf, WINDAGE_COUNTER } from '../transport/chance.ts';
import type { Mover } from '../transport/step.ts';
import { createMover } from '../transport/step.ts';
import { metresPerDegree } from '@anlan/kernel';
import { coastBboxDeg } from './domain.ts';
import type { DriftPlan } from './plan.ts';
import { memberParticleCount } from './plan.ts';

export const PENDING = 0;
export const AFLOAT = 1;
export const STRANDED = 2;
export const OUTSIDE = 3;

/** A step has eight sub-steps where a coast is near or a release begins within it. */
export const SUB_STEP_COUNT = 8;

export interface RunState {
  readonly plan: DriftPlan;
  readonly memberFromIndex: number;
  readonly memberCount: number;
  /** First particle of each member of this part, and one past the last. */
  readonly particleStart: Int32Array;
  readonly lonDeg: Float64Array;
  readonly latDeg: Float64Array;
  readonly state: Uint8Array;
  readonly windageRatio: Float64Array;
  readonly releaseStep: Int32Array;
  readonly releaseSub: Uint8Array;
  /** Slick of each particle. */
  readonly slickOf: Int32Array;
  /** Share of a particle's fresh mass at the moment it left; what stranded is in `beached`. */
  readonly keptRatio: Float64Array;
  readonly slicksPerMemberCount: number;
  readonly slicks: Slicks;
  /** What of each slick lies ashore. */
  readonly beached: Beached;
  readonly afloatInSlick: Int32Array;
  readonly sizeOfSlick: Int32Array;
  /** Sum and number of the wind speeds that the particles of a slick met in this step. */
  readonly windSumMps: Float64Array;
  readonly windCount: Int32Array;
  readonly evaporatedKg: Float64Array;
  readonly mover: Mover;
  readonly coast: CoastIndex;
  readonly errorState: ErrorState;
  readonly visits: Visits;
  readonly nearSites: Uint8Array;
  /** [member][site], ms since the start; Infinity: not reached. */
  readonly arrivalMs: Float64Array;
  readonly siteMassRatioMax: Float64Array;
  readonly scratch: Float64Array;
  readonly figures: RunFigures;
}

/** Counted over the run; sums and maxima do not depend on the order of members. */
export interface RunFigures {
  /** Steps of particles whose current was that of the nearest water node. */
  nearestCount: number;
  /** Particles lost where no current is known although the box was not left. */
  unresolvedCount: number;
  /** Particles lost because the wind data end where the current is still known. */
  windUnresolvedCount: number;
  currentSpeedMpsMax: number;
}

export interface MemberRange {
  /** First member. */
  readonly fromIndex: number;
  /** One past the last member. */
  readonly toIndex: number;
}

export function createRunState(plan: DriftPlan, { fromIndex, toIndex }: MemberRange): RunState {
  const memberCount = toIndex - fromIndex;
  const particleStart = new Int32Array(memberCount + 1);
  for (let m = 0; m < memberCount; m++) particleStart[m + 1] = particleStart[m]! + memberParticleCount(plan.particleCount, plan.memberCount, fromIndex + m);
  const particleCount = particleStart[memberCount]!;
  const slicksPerMemberCount = Math.min(plan.stepCount, Math.floor(plan.releaseDurationS / plan.stepS) + 1);
  const slickCount = memberCount * slicksPerMemberCount;
  const siteCount = plan.sites.length;
  const run: RunState = {
    plan, memberFromIndex: fromIndex, memberCount, particleStart,
    lonDeg: new Float64Array(particleCount), latDeg: new Float64Array(particleCount),
    state: new Uint8Array(particleCount), windageRatio: new Float64Array(particleCount),
    releaseStep: new Int32Array(particleCount), releaseSub: new Uint8Array(particleCount),
    slickOf: new Int32Array(particleCount), keptRatio: new Float64Array(particleCount).fill(1),
    slicksPerMemberCount, slicks: createSlicks(plan.oil, slickCount), beached: createBeached(plan.oil?.components.length ?? 0, slickCount),
    afloatInSlick: new Int32Array(slickCount), sizeOfSlick: new Int32Array(slickCount),
    windSumMps: new Float64Array(slickCount), windCount: new Int32Array(slickCount),
    evaporatedKg: new Float64Array(memberCount),
    mover: createMover(prepareCurrent(plan.current), prepareWind(plan.wind)),
    coast: createCoastIndex(plan.coast, coastBboxDeg(plan.coast, plan.domainBboxDeg, 'grid' in plan.current || 'grid' in plan.wind)),
    errorState: createErrorState(plan.errors, memberCount),
    visits: createVisits(plan.presence, memberCount),
    nearSites: cellsNearSites(plan.presence, plan.sites),
    arrivalMs: new Float64Array(memberCount * siteCount).fill(Infinity),
    siteMassRatioMax: new Float64Array(memberCount * siteCount),
    scratch: new Float64Array(2),
    figures: { nearestCount: 0, unresolvedCount: 0, windUnresolvedCount: 0, currentSpeedMpsMax: 0 },
  };
  for (let m = 0; m < memberCount; m++) seedMember(run, m);
  return run;
}

/** Fresh mass of each particle of a member, kg. */
export function particleMassKg(run: RunState, memberIndex: number): number {
  return run.plan.massKg / (run.particleStart[memberIndex + 1]! - run.particleStart[memberIndex]!);
}

function seedMember(run: RunState, m: number): void {
  const { plan } = run;
  const first = run.particleStart[m]!;
  const count = run.particleStart[m + 1]! - first;
  const { ratioMin, ratioMax } = plan.windage;
  const subStepS = plan.stepS / SUB_STEP_COUNT;
  for (let i = 0; i < count; i++) {
    const p = first + i;
    run.windageRatio[p] = ratioMin + (ratioMax - ratioMin) * uniformOf(plan.randomSeed, run.memberFromIndex + m, i, WINDAGE_COUNTER);
    placeRelease(run, m, i, p);
    const releaseS = (plan.releaseDurationS * (i + 0.5)) / count;
    const subStep = Math.floor(releaseS / subStepS);
    run.releaseStep[p] = Math.min(run.slicksPerMemberCount - 1, Math.floor(subStep / SUB_STEP_COUNT));
    run.releaseSub[p] = subStep % SUB_STEP_COUNT;
    run.slickOf[p] = m * run.slicksPerMemberCount + run.releaseStep[p]!;
    run.sizeOfSlick[run.slickOf[p]!]!++;
  }
}

/** Evenly within the circle; a draw that a coast hides from the centre is drawn again, in the end the centre itself. */
function placeRelease(run: RunState, m: number, particle: number, p: number): void {
  const { plan } = run;
  const [lonDeg, latDeg] = plan.releasePosition;
  run.lonDeg[p] = lonDeg;
  run.latDeg[p] = latDeg;
  if (plan.releaseRadiusM === 0) return;
  const { lonM, latM } = metresPerDegree(latDeg);
  for (let attempt = 0; attempt < RELEASE_ATTEMPT_COUNT; attempt++) {
    const counter = RELEASE_COUNTER + 2 * attempt;
    const radiusM = plan.releaseRadiusM * Math.sqrt(uniformOf(plan.randomSeed, run.memberFromIndex + m, particle, counter));
    const angle = 2 * Math.PI * uniformOf(plan.randomSeed, run.memberFromIndex + m, particle, counter + 1);
    const toLonDeg = lonDeg + (radiusM * Math.cos(angle)) / lonM;
    const toLatDeg = latDeg + (radiusM * Math.sin(angle)) / latM;
    if (firstCrossing(run.coast, lonDeg, latDeg, toLonDeg, toLatDeg) <= 1) continue;
    run.lonDeg[p] = toLonDeg;
    run.latDeg[p] = toLatDeg;
    return;
  }
}

/** Standard normal pair of the random walk of a particle in a step, into `scratch`. */
export function walkPair(run: RunState, memberIndex: number, particleIndex: number, counterIndex: number): void {
  normalPair(run.plan.randomSeed, run.memberFromIndex + memberIndex, particleIndex, counterIndex, run.scratch);
}

const RELEASE_ATTEMPT_COUNT = 16;
