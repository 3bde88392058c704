// Errors of wind and current of one member: eight first-order Markov (Ornstein-Uhlenbeck) processes,
// stationary from the start. x(t+dt) = a x(t) + √(1−a²) ξ with a = e^(−dt/τ) is exact for any dt, so
// the spread does not depend on the step. Source: D. T. Gillespie, Phys. Rev. E 54 (1996) 2084-2091.

import { degToRad } from '@anlan/kernel';
import type { ForcingErrors } from '../api/case.ts';
import { MEMBER_ITSELF, normalPair } from '../transport/chance.ts';

/** State of the processes of the members of a run: [member][wind speed, wind direction, current speed, current direction, added wind east, north, added current east, north]. */
export interface ErrorState {
  readonly errors: ForcingErrors | null;
  readonly values: Float64Array;
}

export interface MemberKey {
  readonly seed: number;
  /** Of the whole ensemble: 0 is the member without errors. */
  readonly memberIndex: number;
  /** Of this part of it. */
  readonly slotIndex: number;
  readonly stepIndex: number;
}

export function createErrorState(errors: ForcingErrors | null, memberCount: number): ErrorState {
  return { errors, values: new Float64Array(PROCESS_COUNT * memberCount) };
}

/** Moves the processes of a member to this step (at step 0 they are drawn). */
export function advanceErrors(state: ErrorState, key: MemberKey, stepS: number, scratch: Float64Array): void {
  const { errors, values } = state;
  if (errors === null || key.memberIndex === 0) return;
  for (let pair = 0; pair < PROCESS_COUNT / 2; pair++) {
    normalPair(key.seed, key.memberIndex, MEMBER_ITSELF, PROCESS_COUNT * key.stepIndex + 2 * pair, scratch);
    const correlationS = pair % 2 === 0 ? errors.windCorrelationS : errors.currentCorrelationS;
    const memory = key.stepIndex === 0 ? 0 : Math.exp(-stepS / correlationS);
    const fresh = Math.sqrt(1 - memory * memory);
    for (let k = 0; k < 2; k++) {
      const at = PROCESS_COUNT * key.slotIndex + 2 * pair + k;
      values[at] = memory * values[at]! + fresh * scratch[k]!;
    }
  }
}

/**
 * The turn-and-stretch of a member as [current cos, current sin, wind cos, wind sin], each times the
 * speed factor: east' = cos·east + sin·north, north' = cos·north − sin·east (turned clockwise); then
 * what is added in m/s: [current east, current north, wind east, wind north].
 */
export function writeErrorMatrix(state: ErrorState, key: MemberKey, out: Float64Array): void {
  const { errors, values } = state;
  const unperturbed = errors === null || key.memberIndex === 0;
  const at = PROCESS_COUNT * key.slotIndex;
  const wind = unperturbed ? NO_ERROR : turned(values[at]!, values[at + 1]!, errors.windSpeedRatioSigma, errors.windDirectionDegSigma);
  const current = unperturbed ? NO_ERROR : turned(values[at + 2]!, values[at + 3]!, errors.currentSpeedRatioSigma, errors.currentDirectionDegSigma);
  out[0] = current[0]!;
  out[1] = current[1]!;
  out[2] = wind[0]!;
  out[3] = wind[1]!;
  const currentMps = unperturbed ? 0 : (errors.currentAdditiveMpsSigma ?? 0);
  const windMps = unperturbed ? 0 : (errors.windAdditiveMpsSigma ?? 0);
  out[4] = currentMps * values[at + 6]!;
  out[5] = currentMps * values[at + 7]!;
  out[6] = windMps * values[at + 4]!;
  out[7] = windMps * values[at + 5]!;
}

/** Log-normal factor with mean 1 and standard deviation `speedRatioSigma`, and a turn. */
function turned(speed: number, direction: number, speedRatioSigma: number, directionDegSigma: number): readonly number[] {
  const logSigma = Math.sqrt(Math.log(1 + speedRatioSigma * speedRatioSigma));
  const factor = Math.exp(logSigma * speed - 0.5 * logSigma * logSigma);
  const angle = degToRad(directionDegSigma * direction);
  return [factor * Math.cos(angle), factor * Math.sin(angle)];
}

const PROCESS_COUNT = 8;
const NO_ERROR: readonly number[] = [1, 0];
