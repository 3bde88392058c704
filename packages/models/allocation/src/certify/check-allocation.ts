// The independent checker: recomputes every figure of a plan from the plan and the problem alone. It shares
// types with the planner and not one function: times from lanes, stock from lots, trips from vehicles,
// arrivals, kits, shortage and every stage value are worked out anew, by id and in another order.

import type { AllocationProblem, AllocationStock } from '../api/allocate.ts';
import type { AllocationLine, AllocationPlan, AllocationStageId } from '../api/allocation-plan.ts';

export interface AllocationFault {
  readonly code: 'ALLOCATE_FAULT';
  readonly params: { readonly place: string; readonly what: string; readonly expected: string; readonly found: string };
}

export interface AllocationCheck {
  readonly isRight: boolean;
  readonly faults: readonly AllocationFault[];
}

/** Sums of many parts may differ by this share. */
const TOLERANCE_RATIO = 1e-6;

export function checkAllocation(problem: AllocationProblem, plan: AllocationPlan): AllocationCheck {
  const faults: AllocationFault[] = [];
  const report = (place: string, what: string, expected: unknown, found: unknown): void => { faults.push({ code: 'ALLOCATE_FAULT', params: { place, what, expected: String(expected), found: String(found) } }); };
  const look = createLook(problem);
  for (const line of plan.lines) checkLine(problem, look, line, report);
  checkStocks(problem, plan, report);
  checkTrips(problem, plan, look, report);
  checkQuays(problem, plan, look, report);
  const arrived = arrivals(problem, plan);
  checkOutcomes(problem, plan, arrived, report);
  checkStages(problem, plan, arrived, report);
  checkOrders(problem, plan, report);
  return { isRight: faults.length === 0, faults };
}

type Report = (place: string, what: string, expected: unknown, found: unknown) => void;

interface Look {
  readonly item: ReadonlyMap<string, AllocationProblem['items'][number]>;
  readonly stock: ReadonlyMap<string, AllocationStock>;
  readonly lane: ReadonlyMap<string, AllocationProblem['lanes'][number]>;
  readonly need: ReadonlyMap<string, AllocationProblem['needs'][number]>;
  readonly group: ReadonlyMap<string, AllocationProblem['groups'][number]>;
}

function createLook(problem: AllocationProblem): Look {
  const by = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((each) => [each.id, each]));
  return { item: by(problem.items), stock: by(problem.stocks), lane: by(problem.lanes), need: by(problem.needs), group: by(problem.groups) };
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > TOLERANCE_RATIO * Math.max(1, Math.abs(a), Math.abs(b));
}

function checkLine(problem: AllocationProblem, look: Look, line: AllocationLine, report: Report): void {
  const [stock, lane, need] = [look.stock.get(line.stockId), look.lane.get(line.laneId), look.need.get(line.needId)];
  if (stock === undefined || lane === undefined || need === undefined) { report(line.id, 'ids', 'known', `${line.stockId}, ${line.laneId}, ${line.needId}`); return; }
  if (!(line.quantityValue > 0)) report(line.id, 'quantity', '> 0', line.quantityValue);
  const step = look.item.get(stock.itemId)!.stepValue;
  if (step > 0 && differs(line.quantityValue / step, Math.round(line.quantityValue / step))) report(line.id, 'step', step, line.quantityValue);
  if (lane.originId !== stock.originId) report(line.id, 'origin', stock.originId, lane.originId);
  if (lane.sceneId !== need.sceneId) report(line.id, 'scene', need.sceneId, lane.sceneId);
  const departS = (line.departAt - problem.now) / 1000;
  const bucketStart = line.departIndex === 0 ? 0 : problem.bucketEndS[line.departIndex - 1]!;
  if (departS < bucketStart - 1 || departS > problem.bucketEndS[line.departIndex]! + 1) report(line.id, 'departure bucket', `${bucketStart} … ${problem.bucketEndS[line.departIndex]}`, departS);
  if (departS < stock.leadS - 1) report(line.id, 'lead time', stock.leadS, departS);
  const travelS = lane.travelS[line.departIndex];
  if (travelS == null) report(line.id, 'lane open', lane.id, 'closed');
  else if (Math.abs((line.arriveAt - line.departAt) / 1000 - travelS) > 1) report(line.id, 'arrival', travelS, (line.arriveAt - line.departAt) / 1000);
  if (stock.acceptanceRatio !== null && stock.acceptanceRatio < problem.acceptanceRatioMin) report(line.id, 'acceptance', problem.acceptanceRatioMin, stock.acceptanceRatio);
  const group = look.group.get(need.groupId)!;
  if (line.kitId === null) {
    const accepted = group.accepts.find((each) => each.itemId === stock.itemId);
    if (accepted === undefined) report(line.id, 'accepted item', group.id, stock.itemId);
    else if (differs(line.effectValue, line.quantityValue * accepted.effectRatio)) report(line.id, 'effect', line.quantityValue * accepted.effectRatio, line.effectValue);
  } else if (!group.kits.some((kit) => kit.id === line.kitId && kit.parts.some((part) => part.itemId === stock.itemId))) report(line.id, 'part of kit', line.kitId, stock.itemId);
}

/** Per stock: no more than is there, lots valid at arrival and not twice, production not before it is made. */
function checkStocks(problem: AllocationProblem, plan: AllocationPlan, report: Report): void {
  const lines = new Map<string, AllocationLine[]>();
  for (const line of plan.lines) lines.set(line.stockId, [...(lines.get(line.stockId) ?? []), line]);
  for (const stock of problem.stocks) {
    const mine = lines.get(stock.id) ?? [];
    const sent = mine.reduce((sum, line) => sum + line.quantityValue, 0);
    if (stock.reserve !== 'stock' && sent > stock.countedValue * (1 + TOLERANCE_RATIO) + TOLERANCE_RATIO) report(stock.id, 'quantity counted', stock.countedValue, sent);
    if (stock.reserve === 'stock') checkLots(stock, mine, report);
    if (stock.reserve === 'capacity') {
      for (const until of mine) {
        const left = mine.filter((line) => line.departAt <= until.departAt).reduce((sum, line) => sum + line.quantityValue, 0);
        const made = producedBy(stock, ((until.departAt - problem.now) / 1000 - stock.leadS) / 3600);
        if (left > made + 1e-3 + TOLERANCE_RATIO * made) report(stock.id, 'made by departure', made, left);
      }
    }
  }
}

function checkLots(stock: AllocationStock, lines: readonly AllocationLine[], report: Report): void {
  const used = new Map<string, number>();
  for (const line of lines) {
    const given = line.lots.reduce((sum, lot) => sum + lot.quantityValue, 0);
    if (differs(given, line.quantityValue)) report(line.id, 'lots', line.quantityValue, given);
    for (const share of line.lots) {
      const lot = stock.lots.find((each) => each.lotId === share.lotId);
      const isGood = lot !== undefined && lot.inspection === 'passed' && (lot.expiresAt === null || lot.expiresAt > line.arriveAt) && (lot.inspectionValidUntilAt === null || lot.inspectionValidUntilAt > line.arriveAt);
      if (!isGood) report(line.id, 'lot usable', 'usable at arrival', share.lotId);
      used.set(share.lotId, (used.get(share.lotId) ?? 0) + share.quantityValue);
    }
  }
  for (const lot of stock.lots) if ((used.get(lot.lotId) ?? 0) > lot.quantityValue * (1 + TOLERANCE_RATIO) + TOLERANCE_RATIO) report(stock.id, `lot ${lot.lotId}`, lot.quantityValue, used.get(lot.lotId));
}

function producedBy(stock: AllocationStock, hours: number): number {
  let made = 0;
  stock.ramp.forEach((step, i) => {
    const end = stock.ramp[i + 1]?.fromHours ?? Infinity;
    made += Math.max(0, Math.min(hours, end) - step.fromHours) * step.ratePerHourValue;
  });
  return Math.min(made, stock.countedValue);
}

/** Enough whole trips for all that leaves, and no vehicle in two places in one bucket. */
function checkTrips(problem: AllocationProblem, plan: AllocationPlan, look: Look, report: Report): void {
  const vehicle = new Map(problem.vehicles.map((each) => [each.id, each]));
  const carried = new Set(problem.vehicles.map((each) => `${each.originId}|${each.mode}`));
  const handling = new Map<string, number>();
  for (const each of problem.vehicles) handling.set(`${each.originId}|${each.mode}`, Math.min(handling.get(`${each.originId}|${each.mode}`) ?? Infinity, each.handlingS));
  const room = new Map<string, number[]>();
  const busy = new Map<string, number>();
  for (const trip of plan.trips) {
    const [v, lane] = [vehicle.get(trip.vehicleId), look.lane.get(trip.laneId)];
    if (v === undefined || lane === undefined || v.originId !== lane.originId || v.mode !== lane.mode) { report(trip.vehicleId, 'trip on lane', trip.laneId, 'not possible'); continue; }
    if (!Number.isInteger(trip.count) || trip.count < 1) report(trip.vehicleId, 'whole trips', '1, 2 …', trip.count);
    const key = `${trip.laneId}|${trip.departAt}`;
    const before = room.get(key) ?? [0, 0, 0];
    room.set(key, [before[0]! + trip.count * v.massKgMax, before[1]! + trip.count * v.volumeM3Max, before[2]! + trip.count * v.seatCountMax]);
    const backS = (trip.departAt - problem.now) / 1000 + 2 * (lane.travelS[trip.departIndex] ?? 0) + handling.get(`${lane.originId}|${lane.mode}`)!;
    problem.bucketEndS.forEach((_, t) => {
      const startS = t === 0 ? 0 : problem.bucketEndS[t - 1]!;
      if (t === trip.departIndex || (t > trip.departIndex && startS < backS)) busy.set(`${trip.vehicleId}|${t}`, (busy.get(`${trip.vehicleId}|${t}`) ?? 0) + trip.count);
    });
  }
  for (const [key, count] of busy) {
    const [id, t] = [key.slice(0, key.lastIndexOf('|')), key.slice(key.lastIndexOf('|') + 1)];
    if (count > vehicle.get(id)!.count) report(id, `vehicles busy in bucket ${t}`, vehicle.get(id)!.count, count);
  }
  const load = new Map<string, number[]>();
  for (const line of plan.lines) {
    const lane = look.lane.get(line.laneId);
    const item = look.item.get(line.itemId);
    if (lane === undefined || item === undefined || !carried.has(`${lane.originId}|${lane.mode}`)) continue;
    const key = `${line.laneId}|${line.departAt}`;
    const before = load.get(key) ?? [0, 0, 0];
    load.set(key, [before[0]! + item.massKg * line.quantityValue, before[1]! + item.volumeM3 * line.quantityValue, before[2]! + item.seatCount * line.quantityValue]);
  }
  for (const [key, sizes] of load) sizes.forEach((size, d) => {
    const has = room.get(key)?.[d] ?? 0;
    if (size > has * (1 + TOLERANCE_RATIO) + TOLERANCE_RATIO) report(key, `room for ${['mass', 'volume', 'seats'][d]}`, has, size);
  });
}

function checkQuays(problem: AllocationProblem, plan: AllocationPlan, look: Look, report: Report): void {
  const passed = new Map<string, number>();
  for (const line of plan.lines) {
    const arriveS = (line.arriveAt - problem.now) / 1000;
    const arriveIndex = problem.bucketEndS.findIndex((end) => arriveS <= end + 1e-3);
    for (const quay of look.lane.get(line.laneId)?.quays ?? []) {
      const key = `${quay.quayId}|${quay.passedAtText === 'departure' ? line.departIndex : arriveIndex}`;
      passed.set(key, (passed.get(key) ?? 0) + (look.item.get(line.itemId)?.massKg ?? 0) * line.quantityValue);
    }
  }
  for (const quay of problem.quays) quay.massKgMax.forEach((room, t) => {
    const mass = passed.get(`${quay.id}|${t}`) ?? 0;
    if (mass > room * (1 + TOLERANCE_RATIO) + TOLERANCE_RATIO) report(quay.id, `mass in bucket ${t}`, room, mass);
  });
}

/** need id to what counts at each bucket's end, what was already there included. */
function arrivals(problem: AllocationProblem, plan: AllocationPlan): ReadonlyMap<string, readonly number[]> {
  const duty = new Map(problem.items.map((item) => [item.id, item.dutyS]));
  const counts = (line: AllocationLine, endS: number): boolean => {
    const [departS, arriveS] = [(line.departAt - problem.now) / 1000, (line.arriveAt - problem.now) / 1000];
    const dutyS = duty.get(line.itemId) ?? null;
    return arriveS <= endS + 1e-3 && (dutyS === null || endS <= departS + dutyS + 1e-3);
  };
  const byNeed = new Map<string, AllocationLine[]>();
  for (const line of plan.lines) { const list = byNeed.get(line.needId); if (list === undefined) byNeed.set(line.needId, [line]); else list.push(line); }
  const kits = new Map(problem.groups.map((group) => [group.id, group.kits]));
  return new Map(problem.needs.map((need) => [need.id, problem.bucketEndS.map((endS, t) => {
    const there = (byNeed.get(need.id) ?? []).filter((line) => counts(line, endS));
    const single = there.reduce((sum, line) => sum + (line.kitId === null ? line.effectValue : 0), 0);
    const whole = kits.get(need.groupId)!.reduce((sum, kit) => sum + kit.effectValue * Math.floor(Math.min(...kit.parts.map((part) => there.filter((line) => line.kitId === kit.id && line.itemId === part.itemId).reduce((q, line) => q + line.quantityValue, 0) / part.perKitValue)) + 1e-9), 0);
    return single + whole + (need.alreadyValue[t] ?? 0);
  })]));
}

function checkOutcomes(problem: AllocationProblem, plan: AllocationPlan, arrived: ReadonlyMap<string, readonly number[]>, report: Report): void {
  for (const need of problem.needs) {
    const outcome = plan.outcomes.find((each) => each.needId === need.id);
    if (outcome === undefined) { report(need.id, 'outcome', 'one', 'none'); continue; }
    const there = arrived.get(need.id)!;
    problem.bucketEndS.forEach((_, t) => {
      if (differs(there[t]!, outcome.arrivedValue[t]!)) report(need.id, `arrived by bucket ${t}`, there[t], outcome.arrivedValue[t]);
      const unmet = Math.max(0, need.demandValue[t]! - there[t]!);
      if (differs(unmet, outcome.unmetValue[t]!)) report(need.id, `unmet at bucket ${t}`, unmet, outcome.unmetValue[t]);
    });
    const atDeadline = Math.max(0, need.demandValue[problem.bucketEndS.indexOf(need.deadlineS)]! - there[problem.bucketEndS.indexOf(need.deadlineS)]!);
    if (differs(atDeadline, outcome.unmetAtDeadlineValue)) report(need.id, 'unmet at deadline', atDeadline, outcome.unmetAtDeadlineValue);
    const adequateS = adequateFrom(problem, need, there);
    if (adequateS !== outcome.adequateS) report(need.id, 'adequate from', adequateS, outcome.adequateS);
  }
}

function adequateFrom(problem: AllocationProblem, need: AllocationProblem['needs'][number], there: readonly number[]): number | null {
  const lacking = there.findLastIndex((value) => value < need.adequateValue - 1e-6);
  return lacking + 1 < there.length ? problem.bucketEndS[lacking + 1]! : null;
}

function checkStages(problem: AllocationProblem, plan: AllocationPlan, arrived: ReadonlyMap<string, readonly number[]>, report: Report): void {
  const values = stageValues(problem, plan, arrived);
  for (const stage of plan.stages) {
    if (differs(values[stage.stage], stage.value)) report('plan', `stage ${stage.stage}`, values[stage.stage], stage.value);
    if (stage.boundValue !== null && stage.boundValue > stage.value + 2e-3 * Math.max(1, Math.abs(stage.value))) report('plan', `bound of ${stage.stage}`, `≤ ${stage.value}`, stage.boundValue);
  }
  const { planValue, boundValue, gapRatio } = plan.certificate;
  if (differs(planValue, values['shortage-area'])) report('certificate', 'plan value', values['shortage-area'], planValue);
  if (boundValue > planValue + TOLERANCE_RATIO * Math.max(1, planValue)) report('certificate', 'bound', `≤ ${planValue}`, boundValue);
  const gap = planValue <= 1e-9 ? 0 : (planValue - boundValue) / planValue;
  if (differs(gap, gapRatio)) report('certificate', 'gap', gap, gapRatio);
}

function stageValues(problem: AllocationProblem, plan: AllocationPlan, arrived: ReadonlyMap<string, readonly number[]>): Readonly<Record<AllocationStageId, number>> {
  const ends = problem.bucketEndS;
  const last = ends.length - 1;
  const never = 2 * ends[last]! - (last === 0 ? 0 : ends[last - 1]!);
  const unmet = (need: AllocationProblem['needs'][number], t: number): number => Math.max(0, need.demandValue[t]! - arrived.get(need.id)![t]!);
  const atDeadline = (urgency: string): number => problem.needs.filter((need) => need.urgency === urgency).reduce((sum, need) => sum + need.priorityValue * unmet(need, ends.indexOf(need.deadlineS)), 0);
  const theta = (need: AllocationProblem['needs'][number]): number => adequateFrom(problem, need, arrived.get(need.id)!) ?? never;
  const sent = new Map<string, number>();
  for (const line of plan.lines) sent.set(line.stockId, (sent.get(line.stockId) ?? 0) + line.quantityValue);
  const used = problem.stocks.filter((stock) => (sent.get(stock.id) ?? 0) > 0);
  const whole = (stock: AllocationStock): number => (stock.reserve === 'stock' ? stock.lots.filter((lot) => lot.inspection === 'passed' && (lot.expiresAt === null || lot.expiresAt > problem.now) && (lot.inspectionValidUntilAt === null || lot.inspectionValidUntilAt > problem.now)).reduce((sum, lot) => sum + lot.quantityValue, 0) : stock.countedValue);
  return {
    'life-unmet': atDeadline('life'), 'critical-unmet': atDeadline('critical'),
    'life-adequate': Math.max(0, ...problem.needs.filter((need) => need.urgency === 'life').map(theta)),
    'mean-adequate': problem.needs.reduce((sum, need) => sum + need.priorityValue * theta(need), 0),
    'shortage-area': problem.needs.reduce((sum, need) => sum + need.priorityValue * ends.reduce((area, _, t) => area + unmet(need, t), 0), 0),
    'worst-unmet': Math.max(0, ...problem.needs.map((need) => { const wanted = Math.max(0, need.demandValue[last]! - (need.alreadyValue[last] ?? 0)); return wanted > 0 ? unmet(need, last) / wanted : 0; })),
    'changed-orders': changedIds(problem, plan).length,
    'readiness-lost': used.reduce((sum, stock) => sum + (stock.riskRatio * sent.get(stock.id)!) / whole(stock) + (stock.floorValue > 0 ? Math.max(0, sent.get(stock.id)! - Math.max(0, whole(stock) - stock.floorValue)) / stock.floorValue : 0), 0),
    cost: used.reduce((sum, stock) => sum + stock.unitCostFen * sent.get(stock.id)!, 0) + [...new Set(used.map((stock) => stock.supplierId))].reduce((sum, supplierId) => sum + (used.find((stock) => stock.supplierId === supplierId && stock.activationCostFen > 0)?.activationCostFen ?? 0), 0),
  };
}

/** Orders of which the plan sends less than was ordered; several orders of one kind are met in turn. */
function changedIds(problem: AllocationProblem, plan: AllocationPlan): readonly string[] {
  const left = new Map<string, number>();
  for (const line of plan.lines) { const key = `${line.stockId}|${line.needId}|${line.laneId}|${line.departIndex}`; left.set(key, (left.get(key) ?? 0) + line.quantityValue); }
  return problem.orders.filter((order) => {
    const key = `${order.stockId}|${order.needId}|${order.laneId}|${order.departIndex}`;
    const has = left.get(key) ?? 0;
    left.set(key, has - order.quantityValue);
    return has < order.quantityValue - 1e-6;
  }).map((order) => order.id);
}

function checkOrders(problem: AllocationProblem, plan: AllocationPlan, report: Report): void {
  const changed = changedIds(problem, plan);
  if (changed.join() !== plan.changedOrderIds.join()) report('plan', 'changed orders', changed.join(), plan.changedOrderIds.join());
  for (const order of problem.orders) if (order.isPinned && changed.includes(order.id)) report(order.id, 'pinned', 'kept', 'changed');
}
