// Reads the warehouse location files of the OR-Library (Beasley 1988): m sites, n customers; a
// capacity and an opening cost for each site; then for each customer its demand and the cost of
// serving all of it from each site. The word `capacity` stands where the file leaves it open.

import type { Result } from '@anlan/kernel';
import type { SitingProblem } from '../types.ts';
import { ok, refuse } from '@anlan/kernel';
import { wordsOf } from './numbers.ts';

export function readCap(text: string): Result<{ readonly problem: SitingProblem; readonly hasOpenCapacity: boolean }> {
  const { words, lineOf } = wordsOf(text);
  const [siteCount, demandCount] = [Number(words[0]), Number(words[1])];
  const wantedCount = 2 + 2 * siteCount + demandCount * (siteCount + 1);
  if (!(siteCount >= 1 && demandCount >= 1) || words.length !== wantedCount) return refuse('SITING_FILE_WRONG', { format: 'OR-Library cap', lineIndex: 1, detail: `${words.length} / ${wantedCount}` });
  const bad = words.findIndex((word, at) => !(Number(word) >= 0) && !(isCapacityPlace(at, siteCount) && word.toLowerCase() === 'capacity'));
  if (bad !== -1) return refuse('SITING_FILE_WRONG', { format: 'OR-Library cap', lineIndex: lineOf(bad), detail: words[bad]! });
  const hasOpenCapacity = words.some((word, at) => isCapacityPlace(at, siteCount) && !Number.isFinite(Number(word)));
  const sites = Array.from({ length: siteCount }, (_site, i) => {
    const capacity = Number(words[2 + 2 * i]);
    return { id: String(i + 1), state: 'candidate' as const, capacityValue: Number.isFinite(capacity) ? capacity : null, openingCostValue: Number(words[3 + 2 * i]) };
  });
  const serveCostValues = new Float64Array(siteCount * demandCount);
  const distanceValues = new Float64Array(siteCount * demandCount);
  const demands = Array.from({ length: demandCount }, (_demand, j) => {
    const start = 2 + 2 * siteCount + j * (siteCount + 1);
    const weightValue = Number(words[start]);
    for (let i = 0; i < siteCount; i++) {
      const cost = Number(words[start + 1 + i]);
      serveCostValues[i * demandCount + j] = cost;
      distanceValues[i * demandCount + j] = weightValue > 0 ? cost / weightValue : cost;
    }
    return { id: String(j + 1), weightValue };
  });
  return ok({ problem: { sites, demands, unitCode: '1', distanceValues, serveCostValues }, hasOpenCapacity });
}

function isCapacityPlace(wordIndex: number, siteCount: number): boolean {
  return wordIndex >= 2 && wordIndex < 2 + 2 * siteCount && wordIndex % 2 === 0;
}

/** As many words as its first two numbers say. */
export function looksLikeCap(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const [siteCount, demandCount] = [Number(words[0]), Number(words[1])];
  return siteCount >= 1 && demandCount >= 1 && words.length === 2 + 2 * siteCount + demandCount * (siteCount + 1);
}
