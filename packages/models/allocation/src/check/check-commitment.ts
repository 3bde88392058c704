// What a plan takes out of the stock, and by which mix it meets the need.

import type { Reason } from '../api/demand.ts';
import type { PlanInput, PlanOption } from '../api/plan.ts';
import type { StockSupply } from '../api/supply.ts';
import { fault, unlessSame } from './fault.ts';

export function commitmentFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  const wanted = new Set(input.demands.flatMap((demand) => demand.accepts.map((each) => each.capabilityCode)));
  const stocks = input.supplies.filter((supply) => supply.reserve === 'stock');
  const taken = (supply: StockSupply): number => option.lines.filter((line) => line.supplyId === supply.id).reduce((sum, line) => sum + line.quantityValue, 0);
  const below = stocks.filter((supply) => taken(supply) > 0 && usableNow(supply, input) - taken(supply) < Math.min(supply.floorValue, usableNow(supply, input)) - 1e-6);
  const kinds = new Set(stocks.filter((supply) => wanted.has(supply.capabilityCode)).map((supply) => supply.itemKindId));
  let shares = 0;
  for (const kind of kinds) {
    const same = stocks.filter((supply) => supply.itemKindId === kind);
    const whole = same.reduce((sum, supply) => sum + usableNow(supply, input), 0);
    shares += whole > 0 ? same.reduce((sum, supply) => sum + taken(supply), 0) / whole : 0;
  }
  return [
    ...unlessSame(option.id, 'floorBreachCount', [below.length, option.figures.floorBreachCount]),
    ...unlessSame(option.id, 'committedRatio', [kinds.size === 0 ? 0 : shares / kinds.size, option.figures.committedRatio]),
    ...mixFaults(option, input),
  ];
}

function mixFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  const codeOf = new Map(input.demands.map((demand) => [demand.id, demand.capabilityCode]));
  const priceOf = new Map(input.supplies.map((supply) => [supply.id, supply.unitCostFen]));
  const brought = new Map<string, number>();
  const costOf = (key: string): number | null => {
    const mine = option.lines.filter((line) => `${codeOf.get(line.demandId) ?? ''} ${line.reserve}` === key);
    return mine.some((line) => priceOf.get(line.supplyId) === undefined) ? null : mine.reduce((sum, line) => sum + line.quantityValue * priceOf.get(line.supplyId)!, 0);
  };
  for (const line of option.lines) {
    const key = `${codeOf.get(line.demandId) ?? ''} ${line.reserve}`;
    brought.set(key, (brought.get(key) ?? 0) + line.effectValue);
  }
  const told = new Map(option.mix.map((share) => [`${share.capabilityCode} ${share.reserve}`, share]));
  const missing = [...brought.keys()].filter((key) => !told.has(key)).map((key) => fault(option.id, 'mix', { expected: key, found: 'none' }));
  return [
    ...missing,
    ...(told.size === option.mix.length ? [] : [fault(option.id, 'mix', { expected: 'each share once', found: option.mix.length })]),
    ...[...told].flatMap(([key, share]) => [
      ...unlessSame(option.id, `mix ${key}`, [brought.get(key) ?? 0, share.effectValue]),
      ...unlessSame(option.id, `mix cost ${key}`, [costOf(key), share.costFen]),
    ]),
  ];
}

function usableNow(supply: StockSupply, input: PlanInput): number {
  return supply.lots.reduce((sum, lot) => {
    const isOver = [lot.expiresAt, lot.inspectionValidUntilAt].some((end) => end !== null && end <= input.now);
    return lot.inspection === 'passed' && !isOver ? sum + lot.quantityValue : sum;
  }, 0);
}
