// Bounds for stock positioning. Without a solver: each scenario spends the whole budget for itself,
// with no cost of room and parts of steps allowed; nothing real can do better in any of them. With a
// solver: the linear program of all scenarios together, room and opening included.

import type { LinearProgram, LpSolver } from '../spi/lp-solver.ts';
import type { PositioningAnswer, PositioningProblem, StockNeed } from './positioning-types.ts';
import type { Column, Row } from './program.ts';
import { assemble } from './program.ts';

export function separateBound(problem: PositioningProblem): number {
  return problem.scenarios.reduce((sum, scenario) => sum + scenario.probabilityRatio * aloneUnmet(problem, scenario.needs), 0);
}

/** What is present is free wherever it lies; the rest is bought where priority per yuan is highest. */
function aloneUnmet({ items, present, budgetFen }: PositioningProblem, needs: readonly StockNeed[]): number {
  const free = new Map(items.map((item) => [item.id, present.reduce((sum, lot) => sum + (lot.itemId === item.id ? lot.quantityValue : 0), 0)]));
  const price = new Map(items.map((item) => [item.id, item.priceFen]));
  const byWorth = [...needs].sort((a, b) => b.priorityCount - a.priorityCount);
  const open: { worthValue: number; quantityValue: number; itemId: string }[] = [];
  let unmet = 0;
  for (const need of byWorth) {
    const held = new Set(present.filter((lot) => lot.itemId === need.itemId).map((lot) => lot.siteId));
    const met = need.siteIds.some((id) => held.has(id)) ? Math.min(need.quantityValue, free.get(need.itemId)!) : 0;
    free.set(need.itemId, free.get(need.itemId)! - met);
    const rest = need.quantityValue - met;
    unmet += need.priorityCount * rest;
    if (rest > 0 && need.siteIds.length > 0) open.push({ worthValue: need.priorityCount, quantityValue: rest, itemId: need.itemId });
  }
  let money = budgetFen;
  for (const { worthValue, quantityValue, itemId } of open.sort((a, b) => b.worthValue / price.get(b.itemId)! - a.worthValue / price.get(a.itemId)!)) {
    const bought = Math.min(quantityValue, money / price.get(itemId)!);
    money -= bought * price.get(itemId)!;
    unmet -= worthValue * bought;
  }
  return Math.max(0, unmet);
}

/** The same answer with the bound of the linear program where that is higher. */
export async function boundPositioning(problem: PositioningProblem, answer: PositioningAnswer, options: { readonly solver: LpSolver; readonly timeLimitS: number }): Promise<PositioningAnswer> {
  const { program, needTotalValue: needTotal } = positioningProgram(problem);
  const solved = await options.solver.solve(program, { method: 'choose', timeLimitS: options.timeLimitS });
  if (solved.status !== 'optimal') return answer;
  const boundValue = Math.min(answer.expectedUnmetValue, Math.max(answer.boundValue, needTotal + solved.value - 1e-6 * Math.max(1, needTotal)));
  const gapRatio = answer.expectedUnmetValue === 0 ? 0 : (answer.expectedUnmetValue - boundValue) / answer.expectedUnmetValue;
  return { ...answer, boundValue, gapRatio, methods: [...answer.methods, 'linear-program'] };
}

/** Columns: class of each site (one at most), stock bought, flows by scenario, need and site. Value: minus what is met. */
function positioningProgram({ sites, items, scenarios, budgetFen, present }: PositioningProblem): { program: LinearProgram; needTotalValue: number } {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const add = (costValue: number, upperValue: number): number => columns.push({ costValue, lowerValue: 0, upperValue, isWhole: false }) - 1;
  const held = (siteId: string, itemId: string): number => present.reduce((sum, lot) => sum + (lot.siteId === siteId && lot.itemId === itemId ? lot.quantityValue : 0), 0);
  const money: [number, number][] = [];
  const stock = sites.map((site) => {
    const classes = site.classes.map((room) => ({ room, costFen: site.state === 'existing' ? room.openingFen - site.classes[0]!.openingFen : room.openingFen, column: add(0, site.state === 'forbidden' ? 0 : 1) }));
    for (const { column, costFen } of classes) money.push([column, costFen]);
    rows.push({ lowerValue: -Infinity, upperValue: 1, entries: classes.map(({ column }) => [column, 1] as const) });
    const bought = items.map((item) => add(0, site.state === 'forbidden' ? 0 : budgetFen / item.priceFen));
    bought.forEach((column, k) => money.push([column, items[k]!.priceFen]));
    const used = items.reduce((sum, item) => sum + item.roomM3 * held(site.id, item.id), 0);
    rows.push({ lowerValue: -Infinity, upperValue: 0, entries: [...bought.map((column, k) => [column, items[k]!.roomM3] as const), ...classes.map(({ column, room }) => [column, -Math.max(0, room.roomM3 - used)] as const)] });
    return bought;
  });
  rows.push({ lowerValue: -Infinity, upperValue: budgetFen, entries: money });
  let needTotal = 0;
  for (const scenario of scenarios) {
    const out = new Map<string, [number, number][]>();
    for (const need of scenario.needs) {
      const worth = scenario.probabilityRatio * need.priorityCount;
      needTotal += worth * need.quantityValue;
      const served = need.siteIds.map((id) => {
        const column = add(-worth, need.quantityValue);
        const key = `${id}\n${need.itemId}`;
        out.set(key, [...(out.get(key) ?? []), [column, 1]]);
        return [column, 1] as const;
      });
      if (served.length > 0) rows.push({ lowerValue: -Infinity, upperValue: need.quantityValue, entries: served });
    }
    for (const [key, entries] of out) {
      const [siteId, itemId] = key.split('\n') as [string, string];
      const [i, k] = [sites.findIndex((site) => site.id === siteId), items.findIndex((item) => item.id === itemId)];
      rows.push({ lowerValue: -Infinity, upperValue: held(siteId, itemId), entries: [...entries, [stock[i]![k]!, -1]] });
    }
  }
  return { program: assemble(columns, rows), needTotalValue: needTotal };
}
