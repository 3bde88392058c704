// Evaporated share at a moment, linear between the points of the forecast. Before the first point
// nothing has evaporated at the spill; after the last the share is held, and that is said.

import type { Assumption, Instant } from '@anlan/kernel';
import type { OilDemandInput } from '../api/oil.ts';

export interface EvaporatedAt {
  readonly evaporatedRatio: number;
  readonly assumed: readonly Assumption[];
}

export function evaporatedAt(input: Pick<OilDemandInput, 'evaporated' | 'spilledAt'>, at: Instant): EvaporatedAt {
  const points = [{ at: input.spilledAt, evaporatedRatio: 0 }, ...input.evaporated.filter((point) => point.at > input.spilledAt)];
  const after = points.findIndex((point) => point.at >= at);
  const last = points.at(-1)!;
  if (after === -1) {
    const params = { hours: Math.round((last.at - input.spilledAt) / 360_000) / 10 };
    return { evaporatedRatio: last.evaporatedRatio, assumed: [{ code: 'ALLOCATION_ASSUMED_EVAPORATION_HELD', params }] };
  }
  const [left, right] = [points[Math.max(0, after - 1)]!, points[after]!];
  const share = right.at === left.at ? 1 : (at - left.at) / (right.at - left.at);
  return { evaporatedRatio: left.evaporatedRatio + Math.max(0, share) * (right.evaporatedRatio - left.evaporatedRatio), assumed: [] };
}
