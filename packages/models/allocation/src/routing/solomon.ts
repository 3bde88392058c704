// Reads a routing case with time windows as text: Solomon's own layout (also Gehring and Homberger's)
// and the TSPLIB-like one with SCALE and TIME_WINDOW_SECTION. Arcs: Euclid, cut after one decimal by the
// convention of the DIMACS challenge (2021), or kept to the full. Values are held as whole tenths when cut.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { PlainInstance } from './plain/instance.ts';
import { transposed } from './plain/instance.ts';

export interface RoutingText {
  readonly name: string;
  readonly instance: PlainInstance;
  /** Divide a cost or a time by it to get the unit of the file. */
  readonly scaleValue: number;
}

interface Row { readonly xValue: number; readonly yValue: number; readonly demandValue: number; readonly opensValue: number; readonly closesValue: number; readonly serviceValue: number }

interface Layout { readonly name: string; readonly vehicleCount: number; readonly capacityValue: number; readonly rows: readonly Row[] }

/** `cut`: one decimal, cut, not rounded. `full`: as computed. */
export type ArcRule = 'cut' | 'full';

/** Beyond it a matrix would not fit into memory in any useful time. */
const NODE_COUNT_MAX = 2001;

export function readRoutingText(text: string, arcRule: ArcRule): Result<RoutingText> {
  const read = /TIME_WINDOW_SECTION/.test(text) ? readSections(text) : readTable(text);
  if (!read.ok) return read;
  const { name, vehicleCount, capacityValue, rows } = read.value;
  if (rows.length < 2 || rows.length > NODE_COUNT_MAX) return refuse('TRIP_TEXT_WRONG', { what: 'customers', given: rows.length - 1 });
  if (!(capacityValue > 0) || !(vehicleCount >= 1) || !Number.isInteger(vehicleCount)) return refuse('TRIP_TEXT_WRONG', { what: 'VEHICLE', given: `${vehicleCount} / ${capacityValue}` });
  const wrong = rows.findIndex((row) => Object.values(row).some((value) => !Number.isFinite(value)) || row.closesValue < row.opensValue || row.demandValue < 0 || row.serviceValue < 0);
  if (wrong >= 0) return refuse('TRIP_TEXT_WRONG', { what: `node ${wrong}`, given: JSON.stringify(rows[wrong]).slice(0, 120) });
  return ok({ name, scaleValue: arcRule === 'cut' ? 10 : 1, instance: instanceOf(read.value, arcRule) });
}

function instanceOf({ vehicleCount, capacityValue, rows }: Layout, arcRule: ArcRule): PlainInstance {
  const nodeCount = rows.length;
  const scale = arcRule === 'cut' ? 10 : 1;
  const cost = new Float64Array(nodeCount * nodeCount);
  rows.forEach((a, i) => {
    rows.forEach((b, j) => {
      const squared = (a.xValue - b.xValue) ** 2 + (a.yValue - b.yValue) ** 2;
      // 100 d² is whole for whole coordinates, so the cut is exact where d itself would be rounded.
      cost[i * nodeCount + j] = arcRule === 'cut' ? Math.floor(Math.sqrt(100 * squared)) : Math.sqrt(squared);
    });
  });
  const costBack = transposed(cost, nodeCount);
  const column = (value: (row: Row) => number, times: number): Float64Array => Float64Array.from(rows, (row) => value(row) * times);
  return {
    nodeCount, vehicleCount, capacityValue, demand: column((row) => row.demandValue, 1), cost, costBack, time: cost, timeBack: costBack,
    opens: column((row) => row.opensValue, scale), closes: column((row) => row.closesValue, scale), service: column((row) => row.serviceValue, scale),
  };
}

/** NAME, VEHICLE NUMBER CAPACITY, then one row of seven figures per customer. */
function readTable(text: string): Result<Layout> {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  const figures = lines.map((line) => line.split(/\s+/).map(Number)).filter((row) => row.every(Number.isFinite));
  const fleet = figures.find((row) => row.length === 2);
  const table = figures.filter((row) => row.length === 7);
  if (fleet === undefined || table.length === 0) return refuse('TRIP_TEXT_WRONG', { what: 'layout', given: (lines[0] ?? '').slice(0, 60) });
  const rows = table.map(([, xValue = NaN, yValue = NaN, demandValue = NaN, opensValue = NaN, closesValue = NaN, serviceValue = NaN]): Row => ({ xValue, yValue, demandValue, opensValue, closesValue, serviceValue }));
  return ok({ name: (lines[0] ?? '').slice(0, 60), vehicleCount: fleet[0]!, capacityValue: fleet[1]!, rows });
}

/** KEY : VALUE lines, then sections of numbered rows; the depot is the first node. */
function readSections(text: string): Result<Layout> {
  const key = (name: string): string => new RegExp(`^\\s*${name}\\s*:\\s*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const section = (name: string): readonly (readonly number[])[] => {
    const body = new RegExp(`${name}\\s*\\r?\\n([\\s\\S]*?)(?=\\n\\s*[A-Z_]{3,}|$)`).exec(text)?.[1] ?? '';
    return body.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').map((line) => line.split(/\s+/).map(Number));
  };
  const demands = new Map(section('DEMAND_SECTION').map(([id, demand]) => [id, demand]));
  const windows = new Map(section('TIME_WINDOW_SECTION').map(([id, opens, closes]) => [id, [opens, closes] as const]));
  const depot = section('DEPOT_SECTION')[0]?.[0];
  const places = section('NODE_COORD_SECTION');
  if (depot === undefined || depot !== places[0]?.[0]) return refuse('TRIP_TEXT_WRONG', { what: 'DEPOT_SECTION', given: String(depot) });
  const service = Number(key('SERVICE_TIME'));
  const rows = places.map(([id, xValue = NaN, yValue = NaN]): Row => {
    const [opensValue = NaN, closesValue = NaN] = windows.get(id) ?? [];
    return { xValue, yValue, demandValue: demands.get(id) ?? NaN, opensValue, closesValue, serviceValue: id === depot ? 0 : service };
  });
  return ok({ name: key('NAME'), vehicleCount: Number(key('VEHICLES')), capacityValue: Number(key('CAPACITY')), rows });
}
