// All best covers, not one: a planner who sees eight equal sets can choose by what no model knows.
// Branches on the barest row; sites tried before in a branch are shut in the next, so no set is
// counted twice. Sets of the best size have no spare site, so every one is met.

import type { CoverRows } from './set-cover.ts';

export interface Optima {
  readonly sets: readonly (readonly number[])[];
  readonly isComplete: boolean;
}

export function listCovers(rows: CoverRows, existing: Uint8Array, coverCount: number, limitCount: number): Optima {
  const walk = new CoverWalk(rows, coverCount, limitCount);
  const held = Array.from(existing.keys()).filter((i) => existing[i] === 1);
  for (const i of held) walk.take(i);
  walk.visit();
  return { sets: walk.sets.map((set) => [...set].sort((a, b) => a - b)).sort((a, b) => a.join() < b.join() ? -1 : 1), isComplete: walk.isComplete };
}

class CoverWalk {
  readonly sets: number[][] = [];
  isComplete = true;
  private stepCount = 0;
  private readonly stepLimitCount: number;
  private readonly taken: number[] = [];
  private readonly shut: Uint8Array;
  private readonly lack: Int32Array;
  private readonly siteRows: number[][];
  private readonly rows: CoverRows;
  private readonly coverCount: number;
  private readonly limitCount: number;

  constructor(rows: CoverRows, coverCount: number, limitCount: number) {
    this.rows = rows;
    this.coverCount = coverCount;
    this.limitCount = limitCount;
    this.lack = rows.needCount.slice();
    this.shut = new Uint8Array(rows.siteCount);
    this.siteRows = Array.from({ length: rows.siteCount }, () => []);
    this.stepLimitCount = Math.max(STEPS_MIN, Math.floor(WORK_LIMIT / Math.max(1, rows.rowSites.reduce((sum, sites) => sum + sites.length, 0))));
    rows.rowSites.forEach((sites, r) => sites.forEach((i) => this.siteRows[i]!.push(r)));
  }

  take(site: number): void {
    this.taken.push(site);
    this.shut[site] = 1;
    for (const r of this.siteRows[site]!) this.lack[r]!--;
  }

  visit(): void {
    if (this.sets.length >= this.limitCount || ++this.stepCount > this.stepLimitCount) {
      this.isComplete = false;
      return;
    }
    const row = this.barestRow();
    if (row === -1) {
      if (this.taken.length === this.coverCount) this.sets.push([...this.taken]);
      // A smaller cover was excluded by the proof; existing sites alone may be one, and then is the only one.
      return;
    }
    if (this.taken.length + this.leastMore() > this.coverCount) return;
    const open = [...this.rows.rowSites[row]!].filter((i) => this.shut[i] === 0);
    for (const i of open) {
      this.take(i);
      this.visit();
      this.taken.pop();
      for (const r of this.siteRows[i]!) this.lack[r]!++;
    }
    for (const i of open) this.shut[i] = 0;
  }

  private barestRow(): number {
    let [row, openCount] = [-1, Infinity];
    this.rows.rowSites.forEach((sites, r) => {
      if (this.lack[r]! <= 0) return;
      const count = sites.reduce((sum, i) => sum + (this.shut[i] === 0 ? 1 : 0), 0);
      if (count < openCount) [row, openCount] = [r, count];
    });
    return row;
  }

  /** Rows that share no open site need a site each. */
  private leastMore(): number {
    const used = new Uint8Array(this.rows.siteCount);
    let rowCount = 0;
    this.rows.rowSites.forEach((sites, r) => {
      if (this.lack[r]! <= 0 || sites.some((i) => used[i] === 1)) return;
      for (const i of sites) if (this.shut[i] === 0) used[i] = 1;
      rowCount++;
    });
    return rowCount;
  }
}

/** Steps times entries of the table; about a second. */
const WORK_LIMIT = 2e8;
const STEPS_MIN = 200;
