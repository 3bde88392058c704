// Independent ways. A way depends on its corridors (a bridge, a ferry, a quay); two sites behind the
// same bridge are one when it closes. A demand has backup when any one chosen site and any one
// corridor may be lost and a chosen site still reaches it. For two sites that says: no corridor in
// common.

import type { Prepared } from './prepare.ts';
import type { CoverRows } from './set-cover.ts';

export interface CorridorTable {
  readonly corridorCount: number;
  /** Corridor indices of the way of a pair, by site · demands + demand. */
  readonly ofPair: readonly Int32Array[];
}

export function corridorTable({ problem }: Prepared): CorridorTable {
  const index = new Map<string, number>();
  const none = new Int32Array(0);
  const ofPair = (problem.corridorIds ?? []).map((ids) => (ids.length === 0 ? none : Int32Array.from(new Set(ids), (id) => {
    const at = index.get(id) ?? index.size;
    index.set(id, at);
    return at;
  })));
  return { corridorCount: index.size, ofPair: ofPair.length === 0 ? Array.from({ length: problem.sites.length * problem.demands.length }, () => none) : ofPair };
}

/** Corridors that all these sites need for the demand: what would cut it off. */
export function commonCorridors(table: CorridorTable, sites: readonly number[], demandIndex: number, demandCount: number): number[] {
  const [first, ...others] = sites.map((i) => table.ofPair[i * demandCount + demandIndex]!);
  return first === undefined ? [] : [...first].filter((corridor) => others.every((list) => list.includes(corridor)));
}

/** The rows of a demand that must hold besides its cover: two sites, and one that avoids each corridor. */
export function backupRows(table: CorridorTable, sites: Int32Array, demandIndex: number, demandCount: number): { sites: Int32Array; needCount: number }[] {
  const used = new Set<number>();
  for (const i of sites) for (const corridor of table.ofPair[i * demandCount + demandIndex]!) used.add(corridor);
  const avoiding = [...used].map((corridor) => ({ sites: sites.filter((i) => !table.ofPair[i * demandCount + demandIndex]!.includes(corridor)), needCount: 1 }));
  return [{ sites, needCount: 2 }, ...avoiding];
}

export interface SourcedRows {
  readonly rows: CoverRows;
  /** The row of `rowSites` that each row comes from. */
  readonly source: Int32Array;
}

/** Rows of the location set covering problem; with backup, of its harder form. */
export function coverRows(prepared: Prepared, rowSites: readonly Int32Array[], isBackedUp: boolean): SourcedRows {
  const { siteCount, problem } = prepared;
  if (!isBackedUp) return { rows: { siteCount, rowSites, needCount: new Int32Array(rowSites.length).fill(1) }, source: Int32Array.from(rowSites.keys()) };
  const table = corridorTable(prepared);
  const demandCount = problem.demands.length;
  const statesEach = rowSites.length / demandCount;
  const all = rowSites.flatMap((sites, r) => backupRows(table, sites, Math.floor(r / statesEach), demandCount).map((row) => ({ ...row, r })));
  return { rows: { siteCount, rowSites: all.map((row) => row.sites), needCount: Int32Array.from(all, (row) => row.needCount) }, source: Int32Array.from(all, (row) => row.r) };
}
