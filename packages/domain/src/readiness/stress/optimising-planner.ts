// The optimising planner of the allocation model behind the port of the stress test. Ways here depend
// only on when a supply is ready, so each is a lane that opens once, at the alarm, and takes lead,
// waiting and travel together; the buckets end where a need falls due or something arrives. Kits are
// not translated: a supply that needs parts is refused rather than counted as whole.

import type { Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { AllocateOptions, AllocationLane, AllocationNeed, AllocationPlan, AllocationProblem, AllocationStock, Demand, PlanInput, Supply, SupplyTravelOpen, UrgencyClass } from '@anlan/allocation';
import { allocateBest, lotIsUsable } from '@anlan/allocation';
import type { PlannedStress, StressPlanner } from './ports.ts';

export const OPTIMISING_PLANNER_ID = 'optimised';

export function createOptimisingPlanner(options: Pick<AllocateOptions, 'solver' | 'nowS' | 'timeLimitS'>): StressPlanner {
  return { id: OPTIMISING_PLANNER_ID, plan: (input) => planBest(input, options) };
}

async function planBest(input: PlanInput, options: Pick<AllocateOptions, 'solver' | 'nowS' | 'timeLimitS'>): Promise<Result<PlannedStress>> {
  const kit = input.supplies.find(({ requires }) => requires.length > 0);
  if (kit !== undefined) return refuse('STRESS_PLANNER_NO_KITS', { supplyId: kit.id });
  const ways = waysOf(input);
  const planned = await allocateBest(problemOf(input, ways), { ...options, stages: ['life-unmet', 'critical-unmet', 'shortage-area', 'worst-unmet'] });
  if (!planned.ok) return planned;
  const lines = linesOf(planned.value, input, ways);
  const fault = faultOf(lines, input);
  if (fault !== null) return refuse('STRESS_PLAN_CHECK_FAILED', { scenarioId: '', stateId: '', fault });
  const curves = input.demands.map((demand) => curveOf(demand, lines, input));
  return ok({ lines, curves, shortageRatioHours: curves.reduce((sum, { areaRatioHours }) => sum + areaRatioHours, 0), modelVersion: `allocate ${planned.value.rung}` });
}

type Ways = ReadonlyMap<string, SupplyTravelOpen>;
type Line = PlannedStress['lines'][number];

const wayKey = (supplyId: string, sceneId: string): string => `${supplyId}\n${sceneId}`;

function waysOf({ supplies, travel }: PlanInput): Ways {
  const known = new Map(travel.flatMap((row) => (row.reachable ? [[wayKey(row.originId, row.sceneId), row] as const] : [])));
  const scenes = new Set(travel.map(({ sceneId }) => sceneId));
  return new Map(supplies.flatMap((supply) => [...scenes].flatMap((sceneId) => { const row = known.get(wayKey(supply.originId, sceneId)); return row === undefined ? [] : [[wayKey(supply.id, sceneId), row] as const]; })));
}

function problemOf(input: PlanInput, ways: Ways): AllocationProblem {
  const { now, demands, supplies } = input;
  const bucketEndS = bucketsOf(input, ways);
  const serves = (demand: Demand, supply: Supply): boolean => demand.accepts.some(({ capabilityCode }) => capabilityCode === supply.capabilityCode);
  return {
    now, bucketEndS, vehicles: [], quays: [], orders: [], acceptanceRatioMin: 0,
    items: supplies.map(({ id, unitCode, stepValue }) => ({ id, unitCode, massKg: 0, volumeM3: 0, seatCount: 0, stepValue, dutyS: null })),
    stocks: supplies.map((supply) => stockOf(supply)),
    groups: demands.map((demand) => ({ id: demand.id, unitCode: demand.unitCode, kits: [], accepts: supplies.filter((supply) => serves(demand, supply)).map(({ id, effectValue }) => ({ itemId: id, effectRatio: effectValue })) })),
    scenes: [...new Set(demands.map(({ sceneId }) => sceneId))].map((id) => ({ id, incidentId: 'stress' })),
    needs: demands.map((demand): AllocationNeed => ({
      id: demand.id, groupId: demand.id, sceneId: demand.sceneId, unitCode: demand.unitCode, urgency: URGENCY[demand.urgency], // By share of the need, as the greedy compares: a small island is not left for a large one.
      priorityValue: SHARE_SCALE / Math.max(1, needAt(demand, addS(now, input.horizonS))), alreadyValue: [], adequateValue: demand.adequateValue,
      demandValue: bucketEndS.map((end) => needAt(demand, addS(now, end))), deadlineS: clampedS(secondsBetween(now, demand.deadlineAt), input.horizonS),
    })),
    lanes: [...ways].map(([key, row]): AllocationLane => {
      const supply = supplies.find(({ id }) => key === wayKey(id, row.sceneId));
      const arriveS = (supply?.leadS ?? 0) + row.travelS;
      return { id: key, originId: supply?.id ?? '', sceneId: row.sceneId, mode: 'way', travelS: bucketEndS.map((_end, t) => (t === 0 ? Math.max(0, arriveS - ALARM_S) : null)), closedText: bucketEndS.map((_end, t) => (t === 0 ? null : 'leaves at the alarm')), quays: [] };
    }),
  };
}

function stockOf(supply: Supply): AllocationStock {
  const { id, unitCode, stepValue: _step } = supply;
  const lots = supply.reserve === 'stock' ? supply.lots : [];
  const countedValue = supply.reserve === 'stock' ? 0 : supply.reserve === 'social' ? supply.countedValue : supply.rawMaterialCapValue;
  return {
    id, supplierId: id, originId: id, itemId: id, reserve: supply.reserve === 'stock' ? 'stock' : 'social', unitCode, leadS: 0, lots, countedValue, ramp: [], acceptanceRatio: null, floorValue: 0, riskRatio: 0, unitCostFen: 0,
    activationCostFen: 0,
  };
}

/** The alarm, every hour at which a need falls due, and arrivals as far as there is room. */
function bucketsOf({ now, horizonS, demands, supplies }: PlanInput, ways: Ways): readonly number[] {
  const due = demands.flatMap(({ need, deadlineAt }) => [...need.map(({ at }) => at), deadlineAt]).map((at: Instant) => clampedS(secondsBetween(now, at), horizonS));
  const arrivals = supplies.flatMap(({ id, leadS }) => [...ways].filter(([key]) => key.startsWith(`${id}\n`)).map(([, { travelS }]) => Math.ceil((leadS + travelS) / ARRIVAL_STEP_S) * ARRIVAL_STEP_S));
  const inside = [...new Set(arrivals)].filter((end) => end > ALARM_S && end < horizonS).sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(inside.length / ARRIVAL_COUNT));
  return [...new Set([ALARM_S, ...due, ...inside.filter((_end, i) => i % every === 0), horizonS])].sort((a, b) => a - b);
}

function linesOf(plan: AllocationPlan, { now, demands, supplies }: PlanInput, ways: Ways): readonly Line[] {
  return plan.lines.flatMap(({ stockId, needId, quantityValue, unitCode }): Line[] => {
    const demand = demands.find(({ id }) => id === needId);
    const supply = supplies.find(({ id }) => id === stockId);
    const row = demand === undefined ? undefined : ways.get(wayKey(stockId, demand.sceneId));
    if (demand === undefined || supply === undefined || row === undefined) return [];
    return [{ demandId: needId, sceneId: demand.sceneId, supplyId: stockId, quantityValue, unitCode, departAt: addS(now, supply.leadS), arriveAt: addS(now, supply.leadS + row.travelS) }];
  });
}

/** Recomputed from the lines alone: nothing beyond what is usable on arrival, nothing to a need it does not serve. */
function faultOf(lines: readonly Line[], { supplies, demands }: PlanInput): string | null {
  for (const supply of supplies) {
    const mine = lines.filter(({ supplyId }) => supplyId === supply.id);
    const latest = mine.reduce<Instant | null>((last, { arriveAt }) => (last === null || arriveAt > last ? arriveAt : last), null);
    if (latest === null) continue;
    const most = supply.reserve === 'stock' ? supply.lots.reduce((sum, lot) => sum + (lotIsUsable(lot, latest) ? lot.quantityValue : 0), 0) : supply.reserve === 'social' ? supply.countedValue : supply.rawMaterialCapValue;
    if (mine.reduce((sum, { quantityValue }) => sum + quantityValue, 0) > most * (1 + HAIR) + HAIR) return `more than there is: ${supply.id}`;
    if (mine.some(({ demandId }) => demands.find(({ id }) => id === demandId)?.accepts.every(({ capabilityCode }) => capabilityCode !== supply.capabilityCode) !== false)) return `serves nothing: ${supply.id}`;
  }
  return null;
}

function curveOf(demand: Demand, lines: readonly Line[], { now, horizonS, supplies }: PlanInput) {
  const endAt = addS(now, horizonS);
  const mine = lines.filter(({ demandId }) => demandId === demand.id).map(({ arriveAt, quantityValue, supplyId }) => ({ arriveAt, effect: quantityValue * (supplies.find(({ id }) => id === supplyId)?.effectValue ?? 1) }));
  const times = [...new Set([now, ...demand.need.map(({ at }) => at), ...mine.map(({ arriveAt }) => arriveAt), endAt])].filter((at) => at >= now && at <= endAt).sort((a, b) => a - b);
  const points = times.map((at) => {
    const need = needAt(demand, at);
    const short = need - mine.reduce((sum, { arriveAt, effect }) => sum + (arriveAt <= at ? effect : 0), 0);
    return { at, shortValue: short > HAIR * Math.max(1, need) ? short : 0, unitCode: demand.unitCode };
  });
  const total = needAt(demand, endAt);
  const area = points.reduce((sum, { at, shortValue }, i) => sum + shortValue * (secondsBetween(at, points[i + 1]?.at ?? endAt) / 3600), 0);
  return { demandId: demand.id, points, shortAtDeadlineValue: points.findLast(({ at }) => at <= demand.deadlineAt)?.shortValue ?? 0, areaRatioHours: total > 0 ? area / total : 0 };
}

function needAt(demand: Demand, at: Instant): number {
  return demand.need.reduce((need, point) => (point.at <= at ? point.quantityValue : need), 0);
}

function clampedS(givenS: number, horizonS: number): number {
  return Math.min(horizonS, Math.max(ALARM_S, Math.round(givenS)));
}

const URGENCY: Readonly<Record<Demand['urgency'], UrgencyClass>> = { life: 'life', critical: 'critical', important: 'important', useful: 'routine' };
/** Keeps priorities of large needs above the tolerances of the solver. */
const SHARE_SCALE = 1000;
/** The first bucket: everything sets out in it, s. */
const ALARM_S = 1;
/** Arrivals are told apart to five minutes in the program (not in the result), s. */
const ARRIVAL_STEP_S = 300;
/** As many arrivals become buckets. */
const ARRIVAL_COUNT = 24;
const HAIR = 1e-6;
