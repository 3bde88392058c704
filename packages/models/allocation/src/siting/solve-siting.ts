// The door of siting: one question, one answer with its proof, or a refusal that says what is in the
// way. Without a clock the answer depends on the question, the seed and the limits alone.

import type { Result } from '@anlan/kernel';
import type { SitingAnswer, SitingOptions, SitingProblem, SitingRequest } from './types.ts';
import { refuse } from '@anlan/kernel';
import { prepare } from './prepare.ts';
import { solveCapacity } from './solve-capacity.ts';
import { solveCenter, solveCovering } from './solve-cover.ts';
import { solveMaximalCover, solveMedian } from './solve-median.ts';
import { solveTiers } from './solve-tiers.ts';

/** Enough to prove every case of the reference; each limit may be raised. */
export const SITING_OPTIONS: SitingOptions = { randomSeed: 1, roundCount: 300, nodeCount: 2000 };

export function solveSiting(problem: SitingProblem, request: SitingRequest, options: SitingOptions = SITING_OPTIONS): Result<SitingAnswer> {
  const { model } = request;
  const hasBackup = request.backupRatio !== undefined;
  if (hasBackup && model !== 'lscp' && model !== 'mclp') return refuse('SITING_OPTION_NOT_HERE', { model, option: 'backupRatio' });
  if (hasBackup && model === 'mclp' && problem.coverRatios?.some((ratio) => ratio > 0 && ratio < 1) === true) return refuse('SITING_OPTION_NOT_HERE', { model, option: 'coverRatios + backupRatio' });
  const prepared = prepare(problem, request);
  if (!prepared.ok) return prepared;
  if (prepared.value.hasCapacity) return solveCapacity(prepared.value, options);
  if (model === 'lscp') return solveCovering(prepared.value, options);
  if (model === 'pcenter') return solveCenter(prepared.value, options);
  if (model === 'mexclp' || (request.backupRatio ?? 0) > 0) return solveTiers(prepared.value, options);
  return model === 'mclp' ? solveMaximalCover(prepared.value, options) : solveMedian(prepared.value, options);
}
