// Puts an answer that is not proven to a solver of mixed-integer programs. The solver may find a
// better choice, a better bound, or neither; what it finds is judged anew here, never believed.

import type { LpSolver } from '../spi/lp-solver.ts';
import type { SitingAnswer, SitingProblem, SitingRequest } from './types.ts';
import { prepare } from './prepare.ts';
import { sitingProgram } from './program.ts';
import { solveSiting } from './solve-siting.ts';

export interface ProveOptions {
  readonly solver: LpSolver;
  readonly timeLimitS: number;
}

/** The same answer when the question is not one for a solver (p-center, partial covers, very many pairs). */
export async function proveSiting(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer, { solver, timeLimitS }: ProveOptions): Promise<SitingAnswer> {
  const prepared = prepare(problem, request);
  const program = prepared.ok ? sitingProgram(prepared.value) : null;
  if (answer.isProven || program === null) return answer;
  const solved = await solver.solve(program, { method: 'choose', timeLimitS, gapRatio: PROOF_GAP_RATIO });
  const isMaximum = request.model === 'mclp' || request.model === 'mexclp';
  const chosen = problem.sites.filter((_site, i) => (solved.columnValue[i] ?? 0) > 0.5);
  const found = chosen.length === 0 ? answer : (judged(problem, request, chosen.map((site) => site.id)) ?? answer);
  const isBetter = isMaximum ? found.objectiveValue > answer.objectiveValue : found.objectiveValue < answer.objectiveValue;
  const best = isBetter ? found : answer;
  const solverBound = isMaximum ? -solved.bound : solved.bound;
  const whole = request.model === 'lscp' ? Math.ceil(solverBound - 1e-6) : solverBound;
  const limit = isMaximum ? Math.max(best.objectiveValue, Math.min(answer.boundValue, whole)) : Math.min(best.objectiveValue, Math.max(answer.boundValue, whole));
  const boundValue = Number.isFinite(limit) ? limit : answer.boundValue;
  const gapRatio = Math.abs(best.objectiveValue - boundValue) / Math.max(1e-12, Math.abs(best.objectiveValue), Math.abs(boundValue));
  const isProven = gapRatio <= PROOF_GAP_RATIO * 2;
  return { ...best, boundValue: isProven ? best.objectiveValue : boundValue, gapRatio: isProven ? 0 : gapRatio, isProven, methods: [...answer.methods, 'solver'], nodeCount: answer.nodeCount };
}

/** The value of a given set: everything else is forbidden. */
function judged(problem: SitingProblem, request: SitingRequest, siteIds: readonly string[]): SitingAnswer | null {
  const only: SitingProblem = { ...problem, sites: problem.sites.map((site) => ({ ...site, state: siteIds.includes(site.id) ? 'existing' : 'forbidden' })) };
  const result = solveSiting(only, request.model === 'ufl' ? { ...request, siteCount: siteIds.length } : request);
  // What the sites that were shut for this would be worth is not known: only the chosen ones keep a value.
  return result.ok ? { ...result.value, siteValues: result.value.siteValues.filter((value) => value.isChosen) } : null;
}

/** Relative; below it two values are the same in 64-bit arithmetic of such sums. */
const PROOF_GAP_RATIO = 1e-9;
