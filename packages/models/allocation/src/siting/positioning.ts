// Stock positioning: steps of stock are bought where they save most per yuan, room is opened when it
// pays, and then parts of the purchase are taken back and spent anew while that helps. Gains shrink as
// stock grows, so a stale gain is an upper limit and few are computed anew (Minoux 1978).

import type { Result } from '@anlan/kernel';
import type { PositioningAnswer, PositioningProblem } from './positioning-types.ts';
import { createRng, ok, refuse } from '@anlan/kernel';
import { separateBound } from './positioning-bound.ts';
import { PositioningState } from './positioning-state.ts';

export interface PositioningOptions {
  readonly randomSeed: number;
  readonly roundCount: number;
}

export const POSITIONING_OPTIONS: PositioningOptions = { randomSeed: 1, roundCount: 60 };

export function positionStock(problem: PositioningProblem, options: PositioningOptions = POSITIONING_OPTIONS): Result<PositioningAnswer> {
  const wrong = checkPositioningInput(problem);
  if (wrong !== null) return wrong;
  const state = new PositioningState(problem);
  const presentUnmetValue = state.unmet();
  state.spend();
  let best = state.snapshot();
  const rng = createRng(options.randomSeed);
  for (let round = 0; round < options.roundCount; round++) {
    state.restore(best);
    if (!state.takeBack(rng)) break;
    state.spend();
    const next = state.snapshot();
    const saving = best.unmetValue - next.unmetValue;
    if (saving > 1e-9 * Math.max(1, best.unmetValue) || (saving > -1e-9 && next.costFen < best.costFen)) best = next;
  }
  state.restore(best);
  const boundValue = Math.min(best.unmetValue, separateBound(problem));
  return ok({ ...state.answer(), expectedUnmetValue: best.unmetValue, presentUnmetValue, boundValue, gapRatio: best.unmetValue === 0 ? 0 : (best.unmetValue - boundValue) / best.unmetValue, methods: ['greedy', 'exchange', 'separate-scenarios'], assumed: [] });
}

function checkPositioningInput({ sites, items, scenarios, budgetFen, present }: PositioningProblem): Result<never> | null {
  const outside = (name: string, given: number, low: number, high: number | string): Result<never> => refuse('SITING_INPUT_WRONG', { name, given, low, high });
  const [siteIds, itemIds] = [new Set(sites.map((site) => site.id)), new Set(items.map((item) => item.id))];
  for (const [list, ids] of [[sites, siteIds], [items, itemIds]] as const) {
    if (ids.size !== list.length) return refuse('SITING_ID_TWICE', { id: list.find((one, at) => list.findIndex((other) => other.id === one.id) < at)?.id ?? '' });
  }
  if (!(budgetFen >= 0 && budgetFen < Infinity)) return outside('budgetFen', budgetFen, 0, '∞');
  for (const item of items) if (!(item.stepValue > 0 && item.priceFen > 0 && item.roomM3 >= 0)) return outside('items.stepValue, priceFen', Math.min(item.stepValue, item.priceFen), 0, '∞');
  for (const site of sites) {
    if (site.classes.length === 0) return outside('sites.classes', 0, 1, '∞');
    const falling = site.classes.findIndex((room, at) => at > 0 && (room.roomM3 < site.classes[at - 1]!.roomM3 || room.openingFen < site.classes[at - 1]!.openingFen));
    if (falling !== -1) return outside('sites.classes.roomM3', site.classes[falling]!.roomM3, site.classes[falling - 1]!.roomM3, '∞');
  }
  const probability = scenarios.reduce((sum, scenario) => sum + (scenario.probabilityRatio >= 0 ? scenario.probabilityRatio : Number.NaN), 0);
  if (!(Math.abs(probability - 1) < 1e-6)) return outside('scenarios.probabilityRatio', probability, 1, 1);
  for (const need of scenarios.flatMap((scenario) => scenario.needs)) {
    if (!(need.quantityValue >= 0 && need.priorityCount >= 0)) return outside('needs.quantityValue', need.quantityValue, 0, '∞');
    const unknown = [need.itemId].find((id) => !itemIds.has(id)) ?? need.siteIds.find((id) => !siteIds.has(id));
    if (unknown !== undefined) return refuse('SITING_ID_UNKNOWN', { id: unknown });
  }
  for (const { siteId, itemId } of present) if (!siteIds.has(siteId) || !itemIds.has(itemId)) return refuse('SITING_ID_UNKNOWN', { id: siteIds.has(siteId) ? itemId : siteId });
  return null;
}
