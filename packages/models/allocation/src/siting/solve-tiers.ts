// Expected cover with busy units (mexclp) and maximal cover with a second site by an independent way
// (mclp with a backup share): the tables for expected.ts and the answer.

import type { Result } from '@anlan/kernel';
import type { Prepared } from './prepare.ts';
import type { SitingAnswer, SitingOptions } from './types.ts';
import type { TierRows } from './expected.ts';
import { ok } from '@anlan/kernel';
import { corridorTable } from './corridors.ts';
import { rowWorth, searchTiers } from './expected.ts';
import { sitingAnswer } from './outcome.ts';
import { rowSitesOf } from './reach.ts';

export function solveTiers(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { request, mayEnter, mayLeave } = prepared;
  const rows = tierRows(prepared);
  const found = searchTiers({ rows, siteCount: request.siteCount!, mayEnter, mayLeave, options });
  const measure = (set: Uint8Array): number => -rows.rowSites.reduce((sum, _sites, r) => sum + rowWorth(rows, r, set), 0);
  return ok(sitingAnswer(prepared, { ...found, objectiveValue: -found.value, boundValue: -found.boundValue, assumed: [], measure }));
}

/** First covers alone, covers that busy units share, or a second cover by an independent way. */
export function tierRows(prepared: Prepared): TierRows {
  const { request } = prepared;
  if (request.model === 'mexclp') return expectedRows(prepared);
  if ((request.backupRatio ?? 0) > 0) return backupTiers(prepared);
  return { siteCount: prepared.siteCount, rowSites: rowSitesOf(prepared, 1), tierWorth: prepared.rowWeight, tierCount: 1 };
}

/** Daskin (1983): the c-th cover adds (1 − q)·q^(c − 1) of the demand. */
function expectedRows(prepared: Prepared): TierRows {
  const { request, siteCount, rowCount, rowWeight } = prepared;
  const [tierCount, q] = [request.siteCount!, request.busyRatio!];
  const tierWorth = Float64Array.from({ length: rowCount * tierCount }, (_worth, at) => rowWeight[Math.floor(at / tierCount)]! * (1 - q) * q ** (at % tierCount));
  return { siteCount, rowSites: rowSitesOf(prepared, 1), tierWorth, tierCount };
}

function backupTiers(prepared: Prepared): TierRows {
  const { request, siteCount, rowCount, stateCount, rowWeight, problem } = prepared;
  const tierWorth = Float64Array.from({ length: rowCount * 2 }, (_worth, at) => rowWeight[at >> 1]! * (at % 2 === 0 ? 1 : request.backupRatio!));
  const demandOfRow = (rowIndex: number): number => Math.floor(rowIndex / stateCount);
  return { siteCount, rowSites: rowSitesOf(prepared, 1), tierWorth, tierCount: 2, independent: { table: corridorTable(prepared), demandOfRow, demandCount: problem.demands.length } };
}
