// Whether a problem can be planned at all. Every refusal says what is in the way and where: a wrong number,
// an id that leads nowhere, a demand that falls, a deadline between buckets.

import type { Refusal, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { AllocationProblem } from '../api/allocate.ts';

/** People work at most 12 h at a stretch (Labour rules for rescue shifts; requirement of the forces part). */
export const DUTY_S_MAX = 12 * 3600;

type Fault = Refusal | null;

export function checkProblem(problem: AllocationProblem): Result<AllocationProblem> {
  const fault = bucketFault(problem) ?? idFault(problem) ?? itemFault(problem) ?? groupFault(problem) ?? stockFault(problem) ?? needFault(problem) ?? laneFault(problem) ?? carriageFault(problem) ?? orderFault(problem);
  return fault === null ? ok(problem) : { ok: false, refusal: fault };
}

function bucketFault({ bucketEndS, acceptanceRatioMin }: AllocationProblem): Fault {
  if (bucketEndS.length === 0 || bucketEndS.some((end, t) => !Number.isFinite(end) || end <= (t === 0 ? 0 : bucketEndS[t - 1]!))) return refused('ALLOCATE_BUCKETS_WRONG', { given: bucketEndS.join(', ').slice(0, 80) });
  return wrong('problem', 'acceptanceRatioMin', acceptanceRatioMin, 0, 1);
}

function idFault(problem: AllocationProblem): Fault {
  for (const list of ['items', 'stocks', 'groups', 'scenes', 'needs', 'lanes', 'vehicles', 'quays', 'orders'] as const) {
    const seen = new Set<string>();
    for (const { id } of problem[list]) {
      if (seen.has(id)) return refused('ALLOCATE_ID_TWICE', { list, id });
      seen.add(id);
    }
  }
  return null;
}

function itemFault({ items }: AllocationProblem): Fault {
  return first(items, (item) => wrong(item.id, 'massKg', item.massKg) ?? wrong(item.id, 'volumeM3', item.volumeM3) ?? wrong(item.id, 'seatCount', item.seatCount) ?? wrong(item.id, 'stepValue', item.stepValue)
    ?? (item.dutyS !== null && !(item.dutyS > 0 && item.dutyS <= DUTY_S_MAX) ? refused('ALLOCATE_DUTY_TOO_LONG', { itemId: item.id, given: item.dutyS / 3600 }) : null));
}

function groupFault({ groups, items }: AllocationProblem): Fault {
  const known = new Map(items.map((item) => [item.id, item]));
  return first(groups, (group) => first(group.accepts, (each) => missing(known, group.id, 'itemId', each.itemId) ?? wrong(group.id, 'effectRatio', each.effectRatio))
    ?? first(group.kits, (kit) => wrong(kit.id, 'effectValue', kit.effectValue, MORE_THAN_NOTHING) ?? (kit.parts.length === 0 ? refused('ALLOCATE_LENGTH_WRONG', { place: kit.id, name: 'parts', given: 0, expected: 1 }) : null)
      ?? first(kit.parts, (part) => missing(known, kit.id, 'itemId', part.itemId) ?? wrong(kit.id, 'perKitValue', part.perKitValue, MORE_THAN_NOTHING) ?? unit(kit.id, part.unitCode, known.get(part.itemId)!.unitCode))));
}

function stockFault({ stocks, items }: AllocationProblem): Fault {
  const known = new Map(items.map((item) => [item.id, item]));
  return first(stocks, (stock) => missing(known, stock.id, 'itemId', stock.itemId) ?? unit(stock.id, stock.unitCode, known.get(stock.itemId)!.unitCode)
    ?? wrong(stock.id, 'leadS', stock.leadS) ?? wrong(stock.id, 'countedValue', stock.countedValue) ?? wrong(stock.id, 'floorValue', stock.floorValue) ?? wrong(stock.id, 'riskRatio', stock.riskRatio)
    ?? wrong(stock.id, 'unitCostFen', stock.unitCostFen) ?? wrong(stock.id, 'activationCostFen', stock.activationCostFen)
    ?? (stock.acceptanceRatio === null ? null : wrong(stock.id, 'acceptanceRatio', stock.acceptanceRatio, 0, 1))
    ?? first(stock.lots, (lot) => wrong(lot.lotId, 'quantityValue', lot.quantityValue))
    ?? first(stock.ramp.map((step, i) => ({ step, i })), ({ step, i }) => wrong(stock.id, 'ratePerHourValue', step.ratePerHourValue) ?? wrong(stock.id, 'fromHours', step.fromHours, i === 0 ? 0 : stock.ramp[i - 1]!.fromHours + MORE_THAN_NOTHING)));
}

function needFault(problem: AllocationProblem): Fault {
  const groups = new Map(problem.groups.map((group) => [group.id, group]));
  const scenes = new Map(problem.scenes.map((scene) => [scene.id, scene]));
  const T = problem.bucketEndS.length;
  return first(problem.needs, (need) => missing(groups, need.id, 'groupId', need.groupId) ?? missing(scenes, need.id, 'sceneId', need.sceneId) ?? unit(need.id, need.unitCode, groups.get(need.groupId)!.unitCode)
    ?? length(need.id, 'demandValue', need.demandValue.length, T) ?? (need.alreadyValue.length === 0 ? null : length(need.id, 'alreadyValue', need.alreadyValue.length, T))
    ?? first(need.demandValue, (value) => wrong(need.id, 'demandValue', value)) ?? first(need.alreadyValue, (value) => wrong(need.id, 'alreadyValue', value))
    ?? wrong(need.id, 'priorityValue', need.priorityValue, MORE_THAN_NOTHING) ?? wrong(need.id, 'adequateValue', need.adequateValue)
    ?? (need.demandValue.some((value, t) => t > 0 && value < need.demandValue[t - 1]!) ? refused('ALLOCATE_DEMAND_FALLS', { needId: need.id }) : null)
    ?? (problem.bucketEndS.includes(need.deadlineS) ? null : refused('ALLOCATE_DEADLINE_OFF', { needId: need.id, given: need.deadlineS, expected: problem.bucketEndS.join(', ').slice(0, 80) })));
}

function laneFault(problem: AllocationProblem): Fault {
  const scenes = new Map(problem.scenes.map((scene) => [scene.id, scene]));
  const quays = new Map(problem.quays.map((quay) => [quay.id, quay]));
  const T = problem.bucketEndS.length;
  return first(problem.lanes, (lane) => missing(scenes, lane.id, 'sceneId', lane.sceneId) ?? length(lane.id, 'travelS', lane.travelS.length, T) ?? length(lane.id, 'closedText', lane.closedText.length, T)
    ?? first(lane.travelS, (travelS) => (travelS === null ? null : wrong(lane.id, 'travelS', travelS))) ?? first(lane.quays, (quay) => missing(quays, lane.id, 'quayId', quay.quayId)));
}

function carriageFault(problem: AllocationProblem): Fault {
  const T = problem.bucketEndS.length;
  return first(problem.vehicles, (v) => wrong(v.id, 'count', v.count) ?? (Number.isInteger(v.count) ? null : refused('ALLOCATE_NUMBER_WRONG', { place: v.id, name: 'count', given: v.count, expected: '0, 1, 2 …' }))
    ?? wrong(v.id, 'massKgMax', v.massKgMax) ?? wrong(v.id, 'volumeM3Max', v.volumeM3Max) ?? wrong(v.id, 'seatCountMax', v.seatCountMax) ?? wrong(v.id, 'handlingS', v.handlingS))
    ?? first(problem.quays, (quay) => length(quay.id, 'massKgMax', quay.massKgMax.length, T) ?? first(quay.massKgMax, (room) => wrong(quay.id, 'massKgMax', room)));
}

function orderFault(problem: AllocationProblem): Fault {
  const stocks = new Map(problem.stocks.map((stock) => [stock.id, stock]));
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const lanes = new Map(problem.lanes.map((lane) => [lane.id, lane]));
  return first(problem.orders, (order) => missing(stocks, order.id, 'stockId', order.stockId) ?? missing(needs, order.id, 'needId', order.needId) ?? missing(lanes, order.id, 'laneId', order.laneId)
    ?? wrong(order.id, 'quantityValue', order.quantityValue) ?? wrong(order.id, 'departIndex', order.departIndex, 0, problem.bucketEndS.length - 1) ?? unit(order.id, order.unitCode, stocks.get(order.stockId)!.unitCode));
}

/** Smallest positive figure that makes sense for a weight or a size. */
const MORE_THAN_NOTHING = 1e-9;

function wrong(place: string, name: string, given: number, low = 0, high = 1e12): Fault {
  return typeof given === 'number' && given >= low && given <= high ? null : refused('ALLOCATE_NUMBER_WRONG', { place, name, given: String(given), expected: high === 1e12 ? `≥ ${low}` : `${low} … ${high}` });
}

function length(place: string, name: string, given: number, expected: number): Fault {
  return given === expected ? null : refused('ALLOCATE_LENGTH_WRONG', { place, name, given, expected });
}

function unit(place: string, given: string, expected: string): Fault {
  return given === expected ? null : refused('ALLOCATE_UNIT_DIFFERS', { place, given, expected });
}

function missing(known: ReadonlyMap<string, unknown>, place: string, name: string, id: string): Fault {
  return known.has(id) ? null : refused('ALLOCATE_REFERENCE_MISSING', { place, name, id });
}

function first<T>(list: readonly T[], look: (each: T) => Fault): Fault {
  for (const each of list) {
    const fault = look(each);
    if (fault !== null) return fault;
  }
  return null;
}

function refused(code: string, params: Refusal['params']): Refusal {
  const made = refuse(code, params);
  return made.refusal;
}
