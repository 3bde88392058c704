// Each line by itself: does the supply exist, may it serve the need, can it be there then?

import type { Reason } from '../api/demand.ts';
import type { PlanInput, PlanLine, PlanOption } from '../api/plan.ts';
import { fault, unlessSame, unlessSameAt } from './fault.ts';

export function lineFaults(line: PlanLine, option: PlanOption, input: PlanInput): readonly Reason[] {
  const supply = input.supplies.find((each) => each.id === line.supplyId);
  const demand = input.demands.find((each) => each.id === line.demandId);
  if (supply === undefined) return [fault(line.id, 'supplyId', { expected: 'a supply of the input', found: line.supplyId })];
  if (demand === undefined) return [fault(line.id, 'demandId', { expected: 'a demand of the input', found: line.demandId })];
  const way = input.travel.find((row) => row.originId === supply.originId && row.sceneId === demand.sceneId);
  if (way === undefined || !way.reachable) return [fault(line.id, 'way', { expected: 'an open way', found: 'blocked' })];
  const effectRatio = demand.accepts.find((each) => each.capabilityCode === supply.capabilityCode)?.effectRatio;
  const isPart = line.kitOfLineId !== null;
  if (effectRatio === undefined && !isPart) return [fault(line.id, 'capability', { expected: demand.capabilityCode, found: supply.capabilityCode })];
  const effect = isPart ? 0 : line.quantityValue * supply.effectValue * (effectRatio ?? 0);
  const sameText = (what: string, expected: string, found: string): readonly Reason[] => (expected === found ? [] : [fault(line.id, what, { expected, found })]);
  return [
    ...sameText('reserve', supply.reserve, line.reserve),
    ...sameText('sceneId', demand.sceneId, line.sceneId),
    ...sameText('originId', supply.originId, line.originId),
    ...sameText('unitCode', supply.unitCode, line.unitCode),
    ...sameText('itemKindId', supply.itemKindId, line.itemKindId),
    ...unlessSame(line.id, 'effectValue', [effect, line.effectValue]),
    ...unlessSameAt(line.id, 'arriveAt', [line.departAt + Math.round(way.travelS * 1000), line.arriveAt]),
    ...(line.quantityValue > 0 ? [] : [fault(line.id, 'quantityValue', { expected: 'more than 0', found: line.quantityValue })]),
    ...(isWhole(line.quantityValue, supply.stepValue) ? [] : [fault(line.id, 'step', { expected: `multiples of ${supply.stepValue}`, found: line.quantityValue })]),
    ...(line.departAt >= input.now + supply.leadS * 1000 - 1 ? [] : [fault(line.id, 'departAt', { expected: 'not before the lead time', found: line.departAt })]),
    ...(line.countsAt <= input.now + input.horizonS * 1000 ? [] : [fault(line.id, 'countsAt', { expected: 'within the horizon', found: line.countsAt })]),
    ...countsFaults(line, option),
  ];
}

/** A main line counts when it and its parts are there; a part as soon as its kit does. */
function countsFaults(line: PlanLine, option: PlanOption): readonly Reason[] {
  if (line.kitOfLineId !== null) {
    const main = option.lines.find((each) => each.id === line.kitOfLineId);
    if (main === undefined || main.kitOfLineId !== null) return [fault(line.id, 'kitOfLineId', { expected: 'a main line of the option', found: line.kitOfLineId })];
    if (main.sceneId !== line.sceneId || main.demandId !== line.demandId) return [fault(line.id, 'kit scene', { expected: `${main.demandId} at ${main.sceneId}`, found: `${line.demandId} at ${line.sceneId}` })];
    return line.arriveAt <= main.countsAt ? [] : [fault(line.id, 'arriveAt', { expected: `not after ${main.countsAt}`, found: line.arriveAt })];
  }
  const parts = option.lines.filter((each) => each.kitOfLineId === line.id);
  const complete = parts.reduce((latest, part) => Math.max(latest, part.arriveAt), line.arriveAt as number);
  return unlessSameAt(line.id, 'countsAt', [complete, line.countsAt]);
}

/** Every unit that needs parts has them, in the amounts asked; a line cannot be there twice. */
export function kitFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  const kindOf = new Map(input.supplies.map((supply) => [supply.id, supply.itemKindId]));
  const twice = option.lines.filter((line, i) => option.lines.findIndex((each) => each.id === line.id) !== i);
  return [...twice.map((line) => fault(line.id, 'id', { expected: 'once', found: 'twice' })), ...option.lines.flatMap((line) => {
    if (line.kitOfLineId !== null) return [];
    const requires = input.supplies.find((each) => each.id === line.supplyId)?.requires ?? [];
    return requires.flatMap((part) => {
      const parts = option.lines.filter((each) => each.kitOfLineId === line.id && kindOf.get(each.supplyId) === part.itemKindId);
      const present = parts.reduce((sum, each) => sum + each.quantityValue, 0);
      const wanted = line.quantityValue * part.perUnitValue;
      return present >= wanted * (1 - 1e-9) ? [] : [fault(line.id, `kit ${part.itemKindId}`, { expected: wanted, found: present })];
    });
  })];
}

function isWhole(q: number, step: number): boolean {
  return step <= 0 || Math.abs(q / step - Math.round(q / step)) < 1e-6;
}
