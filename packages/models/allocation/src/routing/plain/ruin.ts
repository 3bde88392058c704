// Removal of strings from neighbouring routes round a random customer (Christiaens and Vanden Berghe
// 2020, §4.2): slack in space and capacity comes up in one place, where insertion can use it.

import type { SearchRandom } from '../random.ts';
import { nextIndex, nextUnit } from '../random.ts';
import type { PlainState } from './state.ts';
import { activate, noteRoute, refreshRoute } from './state.ts';

export interface RuinSetting {
  /** Mean number of customers removed. */
  readonly removedCountMean: number;
  /** No string is longer. */
  readonly stringCountMax: number;
  /** Share of strings with a kept part inside. */
  readonly splitRatio: number;
  /** Chance that the kept part grows by one more. */
  readonly keepMoreRatio: number;
}

/** Table 1 of the paper. */
export const RUIN: RuinSetting = { removedCountMean: 10, stringCountMax: 10, splitRatio: 0.5, keepMoreRatio: 0.01 };

export function ruin(s: PlainState, neighbours: Int32Array, random: SearchRandom, setting: RuinSetting): void {
  const { routeOf, log, size } = s;
  const width = s.instance.nodeCount - 1;
  const served = width - s.absentCount;
  if (served === 0) return;
  const longest = Math.min(setting.stringCountMax, served / s.activeCount);
  const stringsMax = (4 * setting.removedCountMean) / (1 + longest) - 1;
  const strings = Math.floor(nextUnit(random) * stringsMax + 1);
  const seedNode = 1 + nextIndex(random, width);
  const from = seedNode * width;
  let taken = 0;
  for (let i = 0; i < width && taken < strings; i++) {
    const node = neighbours[from + i]!;
    const route = routeOf[node]!;
    if (route < 0 || log.touchedIn[route] === log.iterationCount) continue;
    noteRoute(s, route);
    const total = size[route]!;
    const length = Math.floor(nextUnit(random) * Math.min(total, longest) + 1);
    const kept = length > 1 && length < total && nextUnit(random) < setting.splitRatio ? keptCount(random, total - length, setting.keepMoreRatio) : 0;
    removeString(s, node, { routeIndex: route, lengthCount: length, keptCount: kept }, random);
    taken++;
  }
}

function keptCount(random: SearchRandom, most: number, more: number): number {
  let kept = 1;
  while (kept < most && nextUnit(random) < more) kept++;
  return kept;
}

interface Cut { readonly routeIndex: number; readonly lengthCount: number; readonly keptCount: number }

/** Takes length customers out of a stretch of length + kept that holds the node. */
function removeString(s: PlainState, node: number, { routeIndex: route, lengthCount: length, keptCount: kept }: Cut, random: SearchRandom): void {
  const { next, prev, arcOut, routeOf, absent, instance } = s;
  const { nodeCount, demand, cost } = instance;
  const stretch = length + kept;
  let before = 0;
  for (let at = prev[node]!; at !== 0 && before < stretch - 1; at = prev[at]!) before++;
  let after = 0;
  for (let at = next[node]!; at !== 0 && after < stretch - 1; at = next[at]!) after++;
  const lowest = Math.max(0, stretch - 1 - after);
  const back = lowest + nextIndex(random, Math.min(before, stretch - 1) - lowest + 1);
  let at = node;
  for (let i = 0; i < back; i++) at = prev[at]!;
  const keptFrom = kept === 0 ? stretch : 1 + nextIndex(random, length - 1);
  let left = prev[at]!;
  let change = 0;
  for (let i = 0; i < stretch; i++) {
    const follows = next[at]!;
    if (i >= keptFrom && i < keptFrom + kept) {
      left = at;
    } else {
      const arcIn = left === 0 ? cost[at]! : arcOut[left]!;
      const joined = left === 0 && follows === 0 ? 0 : cost[left * nodeCount + follows]!;
      change += joined - arcIn - arcOut[at]!;
      if (left === 0) s.first[route] = follows;
      else { next[left] = follows; arcOut[left] = joined; }
      if (follows === 0) s.last[route] = left;
      else prev[follows] = left;
      routeOf[at] = -1;
      s.load[route] = s.load[route]! - demand[at]!;
      absent[s.absentCount++] = at;
    }
    at = follows;
  }
  s.size[route] = s.size[route]! - length;
  s.costValue += change;
  if (s.size[route] === 0) activate(s, route, false);
  refreshRoute(s, route);
}
