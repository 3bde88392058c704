// Location set covering: the fewest sites so that every row is covered as often as it needs. Rows and
// columns that others make superfluous go first (Toregas & ReVelle 1972), then priced bounds with a
// greedy on the prices (Caprara, Fischetti & Toth 1999) in a search tree.

import type { Relaxation } from './lagrange.ts';
import { searchTree } from './tree.ts';

export interface CoverRows {
  readonly siteCount: number;
  /** Sites that cover a row. */
  readonly rowSites: readonly Int32Array[];
  /** How many of them it needs, 1 or 2. */
  readonly needCount: Int32Array;
}

export interface SetCoverInput {
  readonly rows: CoverRows;
  /** 1 where a site is in whatever it covers. */
  readonly existing: Uint8Array;
  readonly nodeCount: number;
  readonly isOutOfTime: () => boolean;
  /** Stops as soon as a cover of so many sites is found, or proved impossible. */
  readonly enoughCount?: number;
}

export interface SetCoverOutcome {
  readonly chosen: Uint8Array;
  readonly coverCount: number;
  readonly boundCount: number;
  readonly isProven: boolean;
  readonly nodeCount: number;
}

/** null: a row has fewer sites than it needs. */
export function searchSetCover(input: SetCoverInput): SetCoverOutcome | null {
  const { rows, existing } = input;
  const existingCount = existing.reduce((sum, one) => sum + one, 0);
  const left = reduce(withoutExisting(rows, existing));
  if (left.rowSites.some((sites, r) => sites.length < left.needCount[r]!)) return null;
  const best = { chosen: greedyCover(left, new Float64Array(rows.siteCount).fill(1), new Uint8Array(rows.siteCount)) };
  const countOf = (chosen: Uint8Array): number => chosen.reduce((sum, one) => sum + one, 0);
  const withExisting = (chosen: Uint8Array): Uint8Array => chosen.map((one, i) => (existing[i] === 1 ? 1 : one));
  if (left.rowSites.length === 0) return { chosen: existing.slice(), coverCount: existingCount, boundCount: existingCount, isProven: true, nodeCount: 0 };
  const enoughCount = input.enoughCount === undefined ? null : input.enoughCount - existingCount;
  // With "enough" only one question is asked: a cover of one more is as good as none, one of enough ends it.
  const asked = (count: number): number => (enoughCount === null ? count : count <= enoughCount ? -1 : Math.min(count, enoughCount + 1));
  const relaxation = coverRelaxation(left);
  const offer = (chosen: Uint8Array): number => {
    const next = greedyCover(left, relaxation.score, chosen);
    if (countOf(next) < countOf(best.chosen)) best.chosen = next;
    return asked(countOf(best.chosen));
  };
  const tree = searchTree({
    relaxation, limits: { minCount: 0, maxCount: rows.siteCount }, fixing: new Int8Array(rows.siteCount), multiplier: firstPrices(left), stepValue: 1, offer,
    bestValue: asked(countOf(best.chosen)), rootIterationCount: 400, nodeIterationCount: 60, nodeCount: input.nodeCount, isOutOfTime: input.isOutOfTime,
  });
  const coverCount = countOf(best.chosen);
  const provenCount = enoughCount !== null && coverCount > enoughCount ? enoughCount + 1 : enoughCount === null ? coverCount : 0;
  const boundCount = tree.isProven ? provenCount : Math.min(coverCount, Math.max(0, Math.ceil(tree.boundValue - 1e-6)));
  return { chosen: withExisting(best.chosen), coverCount: coverCount + existingCount, boundCount: boundCount + existingCount, isProven: tree.isProven, nodeCount: tree.nodeCount };
}

function withoutExisting({ siteCount, rowSites, needCount }: CoverRows, existing: Uint8Array): CoverRows {
  const [sitesLeft, needLeft]: [Int32Array[], number[]] = [[], []];
  rowSites.forEach((sites, r) => {
    const heldCount = sites.reduce((sum, i) => sum + existing[i]!, 0);
    if (heldCount >= needCount[r]!) return;
    sitesLeft.push(sites.filter((i) => existing[i] === 0));
    needLeft.push(needCount[r]! - heldCount);
  });
  return { siteCount, rowSites: sitesLeft, needCount: Int32Array.from(needLeft) };
}

/** A row whose sites include all sites of another as needy row is covered with it; a site within another's rows is not needed. */
export function reduce(rows: CoverRows): CoverRows {
  if (rows.rowSites.length > REDUCE_ROWS) return rows;
  const kept = keepLeast(rows.rowSites.map((sites) => bitsOf(sites, rows.siteCount)), rows.rowSites.map((sites) => sites.length), (a, b) => rows.needCount[a]! >= rows.needCount[b]!);
  let rowSites = kept.map((r) => rows.rowSites[r]!);
  const needCount = Int32Array.from(kept, (r) => rows.needCount[r]!);
  if (needCount.every((need) => need === 1)) rowSites = dropSites(rowSites, rows.siteCount);
  return { siteCount: rows.siteCount, rowSites, needCount };
}

function dropSites(rowSites: Int32Array[], siteCount: number): Int32Array[] {
  const siteRows: number[][] = Array.from({ length: siteCount }, () => []);
  rowSites.forEach((sites, r) => sites.forEach((i) => siteRows[i]!.push(r)));
  const bits = siteRows.map((list) => bitsOf(list, rowSites.length));
  const order = siteRows.map((_list, i) => i).sort((a, b) => siteRows[b]!.length - siteRows[a]!.length || a - b);
  const kept: number[] = [];
  const isKept = new Uint8Array(siteCount);
  for (const i of order) {
    if (siteRows[i]!.length === 0 || kept.some((k) => isWithin(bits[i]!, bits[k]!))) continue;
    kept.push(i);
    isKept[i] = 1;
  }
  return rowSites.map((sites) => sites.filter((i) => isKept[i] === 1));
}

/** Indices of the sets that contain no other kept set for which `mayDrop` holds, small ones first. */
function keepLeast(bits: readonly Int32Array[], sizeCount: readonly number[], mayDrop: (keptIndex: number, index: number) => boolean): number[] {
  const kept: number[] = [];
  for (const r of bits.map((_bits, at) => at).sort((a, b) => sizeCount[a]! - sizeCount[b]! || a - b)) {
    if (!kept.some((k) => mayDrop(k, r) && isWithin(bits[k]!, bits[r]!))) kept.push(r);
  }
  return kept;
}

function bitsOf(members: ArrayLike<number>, sizeCount: number): Int32Array {
  const bits = new Int32Array((sizeCount + 31) >> 5);
  for (let k = 0; k < members.length; k++) bits[members[k]! >> 5]! |= 1 << (members[k]! & 31);
  return bits;
}

function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  for (let w = 0; w < inner.length; w++) if ((inner[w]! & ~outer[w]!) !== 0) return false;
  return true;
}

interface ScoredRelaxation extends Relaxation {
  /** Scores at the last prices. */
  readonly score: Float64Array;
}

function coverRelaxation({ siteCount, rowSites, needCount }: CoverRows): ScoredRelaxation {
  const last = new Float64Array(siteCount);
  return {
    siteCount, multiplierCount: rowSites.length, isSigned: true, score: last,
    price(multiplier, score) {
      score.fill(1);
      let constant = 0;
      rowSites.forEach((sites, r) => {
        const pays = multiplier[r]!;
        constant += pays * needCount[r]!;
        if (pays > 0) for (let k = 0; k < sites.length; k++) score[sites[k]!]! -= pays;
      });
      last.set(score);
      return constant;
    },
    slope(_multiplier, chosen, out) {
      rowSites.forEach((sites, r) => {
        let coverCount = 0;
        for (let k = 0; k < sites.length; k++) coverCount += chosen[sites[k]!]!;
        out[r] = needCount[r]! - coverCount;
      });
    },
  };
}

function firstPrices({ siteCount, rowSites }: CoverRows): Float64Array {
  const rowCount = new Int32Array(siteCount);
  for (const sites of rowSites) for (const i of sites) rowCount[i]!++;
  return Float64Array.from(rowSites, (sites) => sites.reduce((least, i) => Math.min(least, 1 / rowCount[i]!), Infinity));
}

/** Adds to a choice, cheapest score per newly covered row first, until all is covered; then drops what is not needed. */
function greedyCover({ siteCount, rowSites, needCount }: CoverRows, score: Float64Array, start: Uint8Array): Uint8Array {
  const chosen = start.slice();
  const lack = needCount.slice();
  const worth = new Int32Array(siteCount);
  rowSites.forEach((sites, r) => {
    for (const i of sites) if (chosen[i] === 1) lack[r]!--;
    if (lack[r]! > 0) for (const i of sites) if (chosen[i] === 0) worth[i]!++;
  });
  const siteRows: number[][] = Array.from({ length: siteCount }, () => []);
  rowSites.forEach((sites, r) => sites.forEach((i) => siteRows[i]!.push(r)));
  for (;;) {
    let [best, bestRate] = [-1, Infinity];
    for (let i = 0; i < siteCount; i++) {
      if (worth[i]! <= 0 || chosen[i] === 1) continue;
      const rate = Math.max(1e-3, score[i]!) / worth[i]!;
      if (rate < bestRate) [best, bestRate] = [i, rate];
    }
    if (best === -1) break;
    chosen[best] = 1;
    for (const r of siteRows[best]!) if (--lack[r]! === 0) for (const i of rowSites[r]!) worth[i]!--;
  }
  const spare = (i: number): boolean => siteRows[i]!.every((r) => lack[r]! < 0);
  Array.from(chosen.keys()).filter((i) => chosen[i] === 1).sort((a, b) => score[b]! - score[a]!).forEach((i) => {
    if (!spare(i)) return;
    chosen[i] = 0;
    for (const r of siteRows[i]!) lack[r]!++;
  });
  return chosen;
}

const REDUCE_ROWS = 6000;
