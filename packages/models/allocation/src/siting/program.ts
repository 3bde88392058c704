// Siting questions as mixed-integer programs for a solver behind the port: covers with one row a
// demand, assignments with one column a pair. Columns 0…sites−1 are the sites; all minimise.

import type { LinearProgram } from '../spi/lp-solver.ts';
import type { Prepared } from './prepare.ts';
import { coverRows } from './corridors.ts';
import { rowSitesOf } from './reach.ts';
import { tierRows } from './solve-tiers.ts';
import { avoidRows } from './expected.ts';

export interface Column {
  readonly costValue: number;
  readonly lowerValue: number;
  readonly upperValue: number;
  readonly isWhole: boolean;
}

export interface Row {
  readonly lowerValue: number;
  readonly upperValue: number;
  readonly entries: readonly (readonly [columnIndex: number, factorValue: number])[];
}

/** null: this question is not put to a solver (p-center, partial covers, or too many pairs). */
export function sitingProgram(prepared: Prepared): LinearProgram | null {
  const { request, hasCapacity, cover } = prepared;
  if (request.model === 'pcenter') return null;
  if (request.model === 'lscp') return hasCapacity || request.hoursRatioMin !== undefined ? null : assemble(siteColumns(prepared, 1), coveringRows(prepared));
  if (request.model === 'pmedian' || request.model === 'ufl') return assignmentProgram(prepared);
  return hasCapacity || cover.some((ratio) => ratio > 0 && ratio < 1) ? null : tierProgram(prepared);
}

function siteColumns({ problem, request }: Prepared, costValue: number): Column[] {
  return problem.sites.map((site) => ({
    costValue: request.model === 'ufl' ? site.openingCostValue : costValue, lowerValue: site.state === 'existing' ? 1 : 0, upperValue: site.state === 'forbidden' ? 0 : 1, isWhole: true,
  }));
}

function countRow({ request, siteCount }: Prepared): Row[] {
  const entries = Array.from({ length: siteCount }, (_site, i) => [i, 1] as const);
  if (request.model === 'ufl') return request.siteCount === undefined ? [] : [{ lowerValue: 1, upperValue: request.siteCount, entries }];
  return [{ lowerValue: request.siteCount!, upperValue: request.siteCount!, entries }];
}

function coveringRows(prepared: Prepared): Row[] {
  const { rows } = coverRows(prepared, rowSitesOf(prepared, 1), (prepared.request.backupRatio ?? 0) > 0);
  return rows.rowSites.map((sites, r) => ({ lowerValue: rows.needCount[r]!, upperValue: Infinity, entries: [...sites].map((i) => [i, 1] as const) }));
}

/** One column a tier of each row, at most the sites that cover it; a backup tier also at most those that avoid each corridor. */
function tierProgram(prepared: Prepared): LinearProgram {
  const columns = siteColumns(prepared, 0);
  const rows = countRow(prepared);
  const tiers = tierRows(prepared);
  tiers.rowSites.forEach((sites, r) => {
    const first = columns.length;
    const tierCount = Math.min(tiers.tierCount, sites.length);
    for (let c = 0; c < tierCount; c++) columns.push({ costValue: -tiers.tierWorth[r * tiers.tierCount + c]!, lowerValue: 0, upperValue: 1, isWhole: false });
    const minus = (list: Int32Array): (readonly [number, number])[] => [...list].map((i) => [i, -1] as const);
    if (tierCount > 0) rows.push({ lowerValue: -Infinity, upperValue: 0, entries: [...Array.from({ length: tierCount }, (_tier, c) => [first + c, 1] as const), ...minus(sites)] });
    if (tierCount > 1) for (const list of avoidRows(tiers, sites, r)) rows.push({ lowerValue: -Infinity, upperValue: 0, entries: [[first + 1, 1], ...minus(list)] });
  });
  return assemble(columns, rows);
}

function assignmentProgram(prepared: Prepared): LinearProgram | null {
  const { siteCount, rowCount, cost, distance, rowWeight, problem, mayEnter } = prepared;
  if (siteCount * rowCount > PAIRS_MAX) return null;
  const columns = siteColumns(prepared, 0);
  const rows = countRow(prepared);
  const serves: (readonly [number, number])[][] = Array.from({ length: rowCount }, () => []);
  for (let i = 0; i < siteCount; i++) {
    const load: (readonly [number, number])[] = [];
    for (let r = 0; r < rowCount && mayEnter[i] === 1; r++) {
      if (distance[i * rowCount + r] === Infinity) continue;
      const column = columns.push({ costValue: cost[i * rowCount + r]!, lowerValue: 0, upperValue: 1, isWhole: false }) - 1;
      serves[r]!.push([column, 1]);
      rows.push({ lowerValue: -Infinity, upperValue: 0, entries: [[column, 1], [i, -1]] });
      load.push([column, rowWeight[r]!]);
    }
    const capacity = problem.sites[i]!.capacityValue;
    if (prepared.hasCapacity && capacity !== null && load.length > 0) rows.push({ lowerValue: -Infinity, upperValue: 0, entries: [...load, [i, -capacity]] });
  }
  for (const entries of serves) rows.push({ lowerValue: 1, upperValue: 1, entries });
  return assemble(columns, rows);
}

export function assemble(columns: readonly Column[], rows: readonly Row[]): LinearProgram {
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => (rowStart[r + 1] = rowStart[r]! + row.entries.length));
  const entries = rows.flatMap((row) => row.entries);
  const take = (list: readonly Column[], of: (column: Column) => number): Float64Array => Float64Array.from(list, of);
  return {
    columnCount: columns.length, rowCount: rows.length, objective: take(columns, (column) => column.costValue), columnLower: take(columns, (column) => column.lowerValue), columnUpper: take(columns, (column) => column.upperValue),
    rowLower: Float64Array.from(rows, (row) => row.lowerValue), rowUpper: Float64Array.from(rows, (row) => row.upperValue), rowStart, columnIndex: Int32Array.from(entries, ([column]) => column), coefficient: Float64Array.from(entries, ([, factor]) => factor),
    integer: Uint8Array.from(columns, (column) => (column.isWhole ? 1 : 0)),
  };
}

/** Beyond this an exact assignment program takes minutes (measured: 40,000 pairs 18 s). */
const PAIRS_MAX = 50_000;
