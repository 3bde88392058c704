// Reads distances from a table. Long: one pair a row, columns found by their names (site, demand,
// distance, and if there is one weight). Wide: one site a row, one demand a column, with or without
// a heading row and a first column of ids. A blank or `inf` means that there is no way.

import type { Result } from '@anlan/kernel';
import type { SitingDemand, SitingProblem, SitingSite } from '../types.ts';
import { ok, refuse } from '@anlan/kernel';
import { cellNumber, csvTable } from './csv-table.ts';

export interface ReadDistances {
  readonly problem: SitingProblem;
  readonly hasWeights: boolean;
}

/** Column of each, -1 where there is none. */
interface Columns {
  readonly siteIndex: number;
  readonly demandIndex: number;
  readonly distanceIndex: number;
  readonly weightIndex: number;
}

type Rows = readonly (readonly string[])[];

export function readDistances(text: string): Result<ReadDistances> {
  const { rows } = csvTable(text);
  if (rows.length === 0) return wrong(1, 'empty');
  const heading = rows[0]!.map((cell) => cell.toLowerCase());
  const columns = { siteIndex: find(heading, SITE_NAMES), demandIndex: find(heading, DEMAND_NAMES), distanceIndex: find(heading, DISTANCE_NAMES), weightIndex: find(heading, WEIGHT_NAMES) };
  return columns.siteIndex >= 0 && columns.demandIndex >= 0 && columns.distanceIndex >= 0 ? readLong(rows, columns) : readWide(rows);
}

/** Weights of demands: `id,weight` in columns found by name, or the first two columns. */
export function readWeights(text: string): Result<ReadonlyMap<string, number>> {
  const { rows } = csvTable(text);
  const heading = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const [idColumn, weightColumn] = [find(heading, [...DEMAND_NAMES, 'name', 'id']), find(heading, WEIGHT_NAMES)];
  const isNamed = idColumn >= 0 && weightColumn >= 0;
  const weights = new Map<string, number>();
  for (const [r, row] of rows.entries()) {
    if (isNamed && r === 0) continue;
    const value = cellNumber(row[isNamed ? weightColumn : 1] ?? '');
    if (value === null || !(value >= 0)) {
      if (r === 0) continue;
      return wrong(r + 1, row.join());
    }
    weights.set(row[isNamed ? idColumn : 0] ?? '', value);
  }
  return ok(weights);
}

function readLong(rows: Rows, columns: Columns): Result<ReadDistances> {
  const sites = new Map<string, number>();
  const demands = new Map<string, number>();
  const weights: number[] = [];
  const pairs: (readonly [siteIndex: number, demandIndex: number, distanceValue: number])[] = [];
  for (const [r, row] of rows.entries()) {
    if (r === 0) continue;
    const [siteId, demandId] = [row[columns.siteIndex] ?? '', row[columns.demandIndex] ?? ''];
    const distance = cellNumber(row[columns.distanceIndex] ?? '') ?? Infinity;
    const weight = columns.weightIndex >= 0 ? cellNumber(row[columns.weightIndex] ?? '') : 1;
    if (siteId === '' || demandId === '' || !(distance >= 0) || weight === null || !(weight >= 0)) return wrong(r + 1, row.join());
    const site = indexIn(sites, siteId);
    const demand = indexIn(demands, demandId);
    if (weights[demand] !== undefined && weights[demand] !== weight) return wrong(r + 1, `${demandId}: ${weights[demand]} / ${weight}`);
    weights[demand] = weight;
    pairs.push([site, demand, distance]);
  }
  if (pairs.length === 0) return wrong(1, 'empty');
  const distanceValues = new Float64Array(sites.size * demands.size).fill(Infinity);
  for (const [site, demand, distance] of pairs) distanceValues[site * demands.size + demand] = distance;
  return ok({ problem: tabled([...sites.keys()], [...demands.keys()].map((id, j) => ({ id, weightValue: weights[j]! })), distanceValues), hasWeights: columns.weightIndex >= 0 });
}

function readWide(rows: Rows): Result<ReadDistances> {
  const isNumber = (cell: string | undefined): boolean => cell !== undefined && !Number.isNaN(cellNumber(cell) ?? 0);
  const hasHeading = rows.length > 1 && rows[0]!.slice(1).some((cell) => !isNumber(cell));
  const isCorner = rows.length > 1 && CORNER.test(rows[0]![0]!);
  const body = rows.slice(hasHeading || isCorner ? 1 : 0);
  const hasIds = isCorner || body.some((row) => !isNumber(row[0])) || (hasHeading && body[0]!.length === rows[0]!.length + 1);
  const firstColumn = hasIds ? 1 : 0;
  const width = body[0]!.length - firstColumn;
  const headings = hasHeading || isCorner ? rows[0]!.slice(rows[0]!.length - width) : Array.from({ length: width }, (_column, j) => String(j + 1));
  const distanceValues = new Float64Array(body.length * width);
  for (const [i, row] of body.entries()) {
    if (row.length - firstColumn !== width) return wrong(rows.length - body.length + i + 1, `${row.length - firstColumn} / ${width}`);
    for (let j = 0; j < width; j++) {
      const value = cellNumber(row[firstColumn + j]!) ?? Infinity;
      if (!(value >= 0)) return wrong(rows.length - body.length + i + 1, row[firstColumn + j]!);
      distanceValues[i * width + j] = value;
    }
  }
  const siteIds = body.map((row, i) => (hasIds ? row[0]! : String(i + 1)));
  return ok({ problem: tabled(siteIds, headings.map((id) => ({ id, weightValue: 1 })), distanceValues), hasWeights: false });
}

function tabled(siteIds: readonly string[], demands: readonly SitingDemand[], distanceValues: Float64Array): SitingProblem {
  const sites = siteIds.map((id): SitingSite => ({ id, state: 'candidate', capacityValue: null, openingCostValue: 0 }));
  return { sites, demands, unitCode: '1', distanceValues };
}

function indexIn(map: Map<string, number>, id: string): number {
  const index = map.get(id) ?? map.size;
  map.set(id, index);
  return index;
}

function find(heading: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const at = heading.indexOf(name);
    if (at >= 0) return at;
  }
  return -1;
}

function wrong(lineIndex: number, detail: string): Result<never> {
  return refuse('SITING_FILE_WRONG', { format: 'CSV', lineIndex, detail: detail.slice(0, 120) });
}

/** What stands above a column of ids. */
const CORNER = /^((site|store|facility|origin|depot|node|from)?s?[ _-]?(id|name)?|from\\to|site\\demand|库|库址|站点|编号)$/i;
const SITE_NAMES = ['site', 'siteid', 'site_id', 'facility', 'facilityid', 'origin', 'originid', 'from', 'store', 'name'];
const DEMAND_NAMES = ['demandid', 'demand_id', 'destination', 'destinationid', 'destinationname', 'customer', 'to', 'client'];
const DISTANCE_NAMES = ['distance', 'distancem', 'distance_m', 'distancevalue', 'cost', 'time', 'travels', 'length'];
const WEIGHT_NAMES = ['weight', 'weightvalue', 'demand', 'pop2000', 'population', 'pop'];
