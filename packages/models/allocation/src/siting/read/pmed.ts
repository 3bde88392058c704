// Reads the p-median files of the OR-Library (Beasley 1985): n, number of edges, p; then one edge
// a line, both ways. Where an edge is repeated the last line wins, as the library's note says.
// Sites and demands are the nodes; distances are shortest paths.

import type { Result } from '@anlan/kernel';
import type { SitingProblem } from '../types.ts';
import { ok, refuse } from '@anlan/kernel';
import { allPairs } from './shortest-paths.ts';

export function readPmed(text: string): Result<{ readonly problem: SitingProblem; readonly siteCount: number }> {
  const numbers = text.split(/\s+/).filter((word) => word !== '').map(Number);
  const [nodeCount = Number.NaN, edgeCount = Number.NaN, siteCount = Number.NaN] = numbers;
  if (![nodeCount, edgeCount, siteCount].every((value) => Number.isInteger(value) && value >= 1) || numbers.length !== 3 + 3 * edgeCount) {
    return refuse('SITING_FILE_WRONG', { format: 'OR-Library pmed', lineIndex: 1, detail: `${numbers.length} numbers` });
  }
  const length = new Map<number, number>();
  for (let edge = 0; edge < edgeCount; edge++) {
    const [a, b, edgeM] = [numbers[3 + 3 * edge]! - 1, numbers[4 + 3 * edge]! - 1, numbers[5 + 3 * edge]!];
    const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < nodeCount;
    if (!isNode(a) || !isNode(b) || !(edgeM >= 0)) return refuse('SITING_FILE_WRONG', { format: 'OR-Library pmed', lineIndex: edge + 2, detail: `${a + 1} ${b + 1} ${edgeM}` });
    length.set(Math.min(a, b) * nodeCount + Math.max(a, b), edgeM);
  }
  const ids = Array.from({ length: nodeCount }, (_node, i) => String(i + 1));
  const problem: SitingProblem = {
    sites: ids.map((id) => ({ id, state: 'candidate', capacityValue: null, openingCostValue: 0 })),
    demands: ids.map((id) => ({ id, weightValue: 1 })),
    unitCode: '1',
    distanceValues: allPairs(nodeCount, length),
  };
  return ok({ problem, siteCount });
}

/** Three numbers a line all the way, and as many lines as the first one says. */
export function looksLikePmed(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length >= 3 && words.length === 3 + 3 * Number(words[1]) && Number(words[2]) <= Number(words[0]);
}
