import { describe, expect, it } from 'vitest';
import type { AllocationPlan, AllocationProblem, AllocationStageId } from '../index.ts';
import { allocate, allocateBest, checkAllocation, formulas } from '../index.ts';
import { createDenseSimplex } from '../program/dense-simplex.ts';
import { lotOf, miniCase, openLane, STOCK_BASE } from '../testing/mini-case.ts';
import { tankFire, typhoon, TYPHOON_ENDS_HOURS } from '../testing/scenario-cases.ts';

const HOUR_S = 3600;

async function best(problem: AllocationProblem, stages?: readonly AllocationStageId[]): Promise<AllocationPlan> {
  const plan = await allocateBest(problem, { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 60, ...(stages === undefined ? {} : { stages }) });
  if (!plan.ok) throw new Error(`${plan.refusal.code} ${JSON.stringify(plan.refusal.params)}`);
  expect(checkAllocation(problem, plan.value)).toEqual({ isRight: true, faults: [] });
  return plan.value;
}

const stageOf = (plan: AllocationPlan, stage: AllocationStageId): number => plan.stages.find((each) => each.stage === stage)!.value;

describe('the mini three-reserve case', () => {
  it.each([['A', 30, true, [0, 0, 20, 0], 20], ['B', 30, false, [0, 30, 60, 40], 130], ['C', 70, true, [0, 0, 0, 0], 0]] as const)('%s comes out as by hand', async (_, stock, isSocialOpen, unmet, total) => {
    const plan = await best(miniCase(stock, isSocialOpen));
    expect(plan.outcomes[0]!.unmetValue.map((v) => Math.round(v * 1e6) / 1e6)).toEqual(unmet);
    expect(stageOf(plan, 'shortage-area')).toBeCloseTo(total, 6);
    expect(plan.certificate.boundValue).toBeCloseTo(total, 4);
    expect(plan.certificate.gapRatio).toBeLessThan(1e-5);
  });

  it('says that the social link is closed, and what is short with it', async () => {
    const plan = await best(miniCase(30, false));
    expect(plan.inTheWay).toContainEqual({ code: 'ALLOCATE_WAY_CLOSED', params: { laneId: 'S-j', fromHours: 0, reason: 'bridge closed' } });
    expect(plan.inTheWay).toContainEqual({ code: 'ALLOCATE_WAY_USED_UP', params: { needId: 'n', shortValue: 40, unitCode: 'u', hours: 6 } });
  });

  it('tells what is still covered when the social supplier says no', async () => {
    const plan = await best(miniCase(30, true));
    // At the deadline of 6 h: 70 of 60 with the firm, 30 of 60 without.
    expect(plan.refusals).toEqual([{ supplierId: 'firm', acceptanceRatio: 0.9, coverRatio: 0.5 }]);
  });

  it('does not count on a supplier less likely than asked, and says so', async () => {
    const plan = await best({ ...miniCase(30, true), acceptanceRatioMin: 0.95 });
    expect(stageOf(plan, 'shortage-area')).toBeCloseTo(130, 6);
    expect(plan.assumed).toContainEqual({ code: 'ALLOCATE_ASSUMED_NOT_COUNTED', params: { supplierCount: 1, percent: 95 } });
  });
});

describe('planning figures of the reference', () => {
  const run = (id: string, inputs: Record<string, number>): Record<string, unknown> => {
    const result = formulas.find((formula) => formula.id === id)!.run(inputs);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };

  it('WAC 173-182-390: boom by hours, cumulative', () => {
    expect([2, 3, 6, 12, 24].map((hours) => run('allocation.wac-boom', { sinceSpillHours: hours })['boomFeet'])).toEqual([1000, 3000, 10_000, 30_000, 50_000]);
  });

  it('EDRC of 100 bbl/h is 480 bbl/day', () => {
    expect(run('allocation.edrc', { rateM3PerHour: 100 })['perDayM3']).toBeCloseTo(480, 9);
  });
});

describe('D3, foam for a tank fire', () => {
  it('with one large-flow unit the plan falls 4,405 L/min short, with two nothing', async () => {
    const [one, two] = [await best(tankFire(1)), await best(tankFire(2))];
    expect(one.outcomes[0]!.unmetAtDeadlineValue).toBe(4405);
    expect(one.outcomes[0]!.adequateS).toBeNull();
    expect(two.outcomes[0]!.unmetAtDeadlineValue).toBe(0);
    expect(two.lines.map((line) => line.quantityValue)).toEqual([1, 1]);
    expect(one.inTheWay[0]).toMatchObject({ code: 'ALLOCATE_WAY_USED_UP', params: { needId: 'foam', shortValue: 4405 } });
  });
});

describe('D4, islands before a typhoon', () => {
  it('everything that is needed after the closure is there before it', async () => {
    const problem = typhoon(true);
    const plan = await best(problem);
    const outer = plan.lines.filter((line) => line.laneId === 'depot-outer');
    const inner = plan.lines.filter((line) => line.laneId === 'depot-inner');
    expect(outer.length).toBeGreaterThan(0);
    expect(outer.every((line) => line.departAt <= problem.now + TYPHOON_ENDS_HOURS[0] * HOUR_S * 1000)).toBe(true);
    expect(inner.every((line) => line.departAt <= problem.now + TYPHOON_ENDS_HOURS[1] * HOUR_S * 1000)).toBe(true);
    expect(stageOf(plan, 'critical-unmet')).toBe(0);
    // Eight in hand: six must go to the outer island before 6 h; those for hire come at 8 h, in time for the inner one only.
    const power = (needId: string, stockId: string): number => plan.lines.filter((line) => line.needId === needId && line.stockId === stockId).reduce((sum, line) => sum + line.quantityValue, 0);
    expect([power('outer-power', 'generators'), power('outer-power', 'hired-generators')]).toEqual([6, 0]);
    expect(power('inner-power', 'generators') + power('inner-power', 'hired-generators')).toBe(6);
  });

  it('what is not placed before the lines stop stays unmet, and the reason is the closure', async () => {
    const plan = await best(typhoon(false));
    expect(plan.outcomes.filter((each) => each.unmetAtDeadlineValue > 0).map((each) => each.needId)).toEqual(['outer-power', 'outer-pumps', 'outer-food']);
    expect(plan.inTheWay).toContainEqual({ code: 'ALLOCATE_WAY_CLOSED', params: { laneId: 'depot-outer', fromHours: 0, reason: '8级以上大风停航' } });
    expect(plan.inTheWay).toContainEqual(expect.objectContaining({ code: 'ALLOCATE_WAY_NONE', params: expect.objectContaining({ needId: 'outer-food', shortValue: 3000 }) as unknown }));
  });
});

/** Skimmers that count only with a power pack, a tank and a crew of two; the crew works 12 h. */
function kitCase(packCount: number): AllocationProblem {
  const mini = miniCase(0, true);
  const item = (id: string, over: object = {}) => ({ id, unitCode: 'u', massKg: 100, volumeM3: 1, seatCount: 0, stepValue: 1, dutyS: null, ...over });
  const held = (itemId: string, q: number) => ({ ...STOCK_BASE, id: `s-${itemId}`, supplierId: 'city', originId: 'P', itemId, reserve: 'stock' as const, leadS: HOUR_S / 2, lots: [lotOf(q)] });
  return {
    ...mini, items: [item('skimmer'), item('pack'), item('tank'), item('crew', { massKg: 0, volumeM3: 0, seatCount: 1, dutyS: 12 * HOUR_S })],
    stocks: [held('skimmer', 3), held('pack', packCount), held('tank', 3), held('crew', 6)],
    groups: [{ id: 'g', unitCode: 'u', accepts: [], kits: [{ id: 'skimming', effectValue: 30, unitCode: 'u', parts: [['skimmer', 1], ['pack', 1], ['tank', 1], ['crew', 2]].map(([itemId, q]) => ({ itemId: itemId as string, perKitValue: q as number, unitCode: 'u' })) }] }],
    needs: [{ ...mini.needs[0]!, demandValue: [60, 60, 60, 60], deadlineS: 2 * HOUR_S }], lanes: [openLane('P-j', 'P', 'j', 1, 4)],
  };
}

describe('kits, crews, lots, carriage', () => {
  it('S-447: a kit counts whole, the least of its parts rules', async () => {
    expect((await best(kitCase(2))).outcomes[0]!.arrivedValue[0]).toBe(60);
    expect((await best(kitCase(1))).outcomes[0]!.arrivedValue[0]).toBe(30);
    expect((await best(kitCase(0))).outcomes[0]!.arrivedValue[0]).toBe(0);
  });

  it('a crew is off duty 12 h after it left: the kit counts no longer, unless others relieve it', async () => {
    const plan = await best(kitCase(2));
    // Leaves at 0.5 h, off duty at 12.5 h: there at 2, 6 and 12 h, and at 24 h only those who left after 12 h.
    const late = plan.lines.filter((line) => line.itemId === 'crew' && line.departIndex === 3).reduce((sum, line) => sum + line.quantityValue, 0);
    expect(plan.outcomes[0]!.arrivedValue.slice(0, 3)).toEqual([60, 60, 60]);
    expect(plan.outcomes[0]!.arrivedValue[3]).toBe(Math.floor(late / 2) * 30);
  });

  it('S-447: lots are issued first expired first, and not after they end', async () => {
    const mini = miniCase(0, false);
    const end = (hours: number) => (mini.now + hours * HOUR_S * 1000) as typeof mini.now;
    const lots = [{ ...lotOf(50), lotId: 'long' }, { ...lotOf(40), lotId: 'short', expiresAt: end(3) }, { ...lotOf(99), lotId: 'ended', expiresAt: end(-1) }, { ...lotOf(99), lotId: 'failed', inspection: 'failed' as const }];
    const plan = await best({ ...mini, stocks: [{ ...mini.stocks[0]!, lots }] });
    expect(plan.lines.flatMap((line) => line.lots).reduce((sum, lot) => sum + lot.quantityValue, 0)).toBeCloseTo(90, 6);
    expect(plan.lines[0]!.lots[0]!.lotId).toBe('short');
    expect(new Set(plan.lines.flatMap((line) => line.lots.map((lot) => lot.lotId)))).toEqual(new Set(['short', 'long']));
  });

  it('vehicles make whole trips and are gone until they are back', async () => {
    const mini = miniCase(60, false);
    const problem: AllocationProblem = { ...mini, stocks: [mini.stocks[0]!], vehicles: [{ id: 'lorry', originId: 'P', mode: 'road', count: 1, massKgMax: 25, volumeM3Max: 100, seatCountMax: 0, handlingS: HOUR_S }] };
    const plan = await best(problem);
    // Out at 0.5 h, back at 3.5 h: one load in each of the first three buckets, and not two at once.
    expect(plan.outcomes[0]!.arrivedValue[0]).toBe(25);
    expect(plan.trips.every((trip) => trip.count === 1)).toBe(true);
    expect(plan.outcomes[0]!.arrivedValue[3]).toBeLessThanOrEqual(60);
  });

  it('a quay lets no more through than it can handle in a bucket', async () => {
    const mini = miniCase(60, false);
    const plan = await best({ ...mini, stocks: [mini.stocks[0]!], quays: [{ id: 'q', massKgMax: [10, 10, 10, 10] }], lanes: [{ ...mini.lanes[0]!, quays: [{ quayId: 'q', passedAtText: 'arrival' }] }] });
    expect(plan.outcomes[0]!.arrivedValue).toEqual([10, 20, 30, 40]);
  });
});

describe('orders', () => {
  const order = (quantityValue: number, isPinned: boolean) => ({ id: 'o1', stockId: 'P', needId: 'n', itemId: 'k', laneId: 'P-j', departIndex: 0, quantityValue, unitCode: 'u', isPinned });
  const twoNeeds = (isPinned: boolean, priorityValue: number): AllocationProblem => {
    const mini = miniCase(20, false);
    return { ...mini, stocks: [mini.stocks[0]!], orders: [order(20, isPinned)], scenes: [...mini.scenes, { id: 'i', incidentId: 'two' }], lanes: [mini.lanes[0]!, openLane('P-i', 'P', 'i', 1, 4)],
      needs: [{ ...mini.needs[0]!, demandValue: [20, 20, 20, 20] }, { ...mini.needs[0]!, id: 'n2', sceneId: 'i', priorityValue, demandValue: [20, 20, 20, 20] }] };
  };

  it('a pinned order stands although another incident weighs more', async () => {
    const plan = await best(twoNeeds(true, 5));
    expect(plan.changedOrderIds).toEqual([]);
    expect(plan.outcomes.map((each) => each.unmetValue[0])).toEqual([0, 20]);
  });

  it('an order that is not pinned is kept when another plan is no better, and changed when it is', async () => {
    const mini = miniCase(20, false);
    // Twin stocks; the greedy would take the first, the order was given to the second.
    const twins: AllocationProblem = { ...mini, stocks: [mini.stocks[0]!, { ...mini.stocks[0]!, id: 'P2' }], lanes: [mini.lanes[0]!], needs: [{ ...mini.needs[0]!, demandValue: [20, 20, 20, 20] }], orders: [{ ...order(20, false), stockId: 'P2' }] };
    const kept = await best(twins);
    expect(kept.changedOrderIds).toEqual([]);
    expect(kept.lines.find((line) => line.stockId === 'P2')).toMatchObject({ quantityValue: 20, orderId: 'o1' });
    expect((await best(twoNeeds(false, 5))).changedOrderIds).toEqual(['o1']);
  });

  it('a pinned order that cannot be carried out is refused with what is possible', () => {
    const mini = miniCase(20, false);
    const refused = allocate({ ...mini, orders: [order(30, true)] }, { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 1 });
    expect(refused).toEqual({ ok: false, refusal: { code: 'ALLOCATE_PINNED_IMPOSSIBLE', params: { orderId: 'o1', given: 30, possible: 20 } } });
  });
});

describe('the ladder', () => {
  it('gives three rungs, none worse than the one before, and says which stage decided', async () => {
    const mini = miniCase(20, false);
    // One unit that serves both needs: the greedy gives it to the first, the weights ask for the second.
    const problem: AllocationProblem = { ...mini, stocks: [mini.stocks[0]!], lanes: [mini.lanes[0]!],
      needs: [{ ...mini.needs[0]!, demandValue: [0, 0, 0, 20] }, { ...mini.needs[0]!, id: 'n2', demandValue: [0, 20, 20, 20], deadlineS: 12 * HOUR_S }] };
    const ladder = allocate(problem, { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 60 });
    if (!ladder.ok) throw new Error(ladder.refusal.code);
    const rungs: AllocationPlan[] = [];
    for await (const rung of ladder.value) rungs.push(rung);
    expect(rungs.map((rung) => rung.rung)).toEqual(['greedy', 'rounded', 'polished']);
    for (const rung of rungs) expect(checkAllocation(problem, rung).faults).toEqual([]);
    expect(rungs.map((rung) => stageOf(rung, 'critical-unmet'))).toEqual([...rungs.map((rung) => stageOf(rung, 'critical-unmet'))].sort((a, b) => b - a));
    expect(rungs[0]!.decidedBy).toBeNull();
  });

  it('an earlier stage is not given up for a later one', async () => {
    const mini = miniCase(20, false);
    // 20 units, two needs: life-safety 20 with a tiny weight against a critical need that weighs a hundred times more.
    const problem: AllocationProblem = { ...mini, stocks: [mini.stocks[0]!], lanes: [mini.lanes[0]!],
      needs: [{ ...mini.needs[0]!, demandValue: [0, 20, 20, 20], priorityValue: 100 }, { ...mini.needs[0]!, id: 'life', urgency: 'life', demandValue: [0, 20, 20, 20], priorityValue: 1 }] };
    const plan = await best(problem);
    expect(plan.outcomes.map((each) => each.unmetValue[1])).toEqual([20, 0]);
  });
});

describe('refusals of a problem', () => {
  it.each([
    ['ALLOCATE_BUCKETS_WRONG', (p: AllocationProblem) => ({ ...p, bucketEndS: [2, 2, 3, 4] })],
    ['ALLOCATE_ID_TWICE', (p: AllocationProblem) => ({ ...p, items: [...p.items, ...p.items] })],
    ['ALLOCATE_NUMBER_WRONG', (p: AllocationProblem) => ({ ...p, stocks: [{ ...p.stocks[0]!, leadS: -1 }] })],
    ['ALLOCATE_REFERENCE_MISSING', (p: AllocationProblem) => ({ ...p, stocks: [{ ...p.stocks[0]!, itemId: 'what' }] })],
    ['ALLOCATE_LENGTH_WRONG', (p: AllocationProblem) => ({ ...p, needs: [{ ...p.needs[0]!, demandValue: [1] }] })],
    ['ALLOCATE_DEMAND_FALLS', (p: AllocationProblem) => ({ ...p, needs: [{ ...p.needs[0]!, demandValue: [4, 3, 2, 1] }] })],
    ['ALLOCATE_DEADLINE_OFF', (p: AllocationProblem) => ({ ...p, needs: [{ ...p.needs[0]!, deadlineS: 5 }] })],
    ['ALLOCATE_UNIT_DIFFERS', (p: AllocationProblem) => ({ ...p, stocks: [{ ...p.stocks[0]!, unitCode: 'kg' }] })],
    ['ALLOCATE_DUTY_TOO_LONG', (p: AllocationProblem) => ({ ...p, items: [{ ...p.items[0]!, dutyS: 13 * HOUR_S }] })],
  ] as const)('%s', (code, spoil) => {
    const result = allocate(spoil(miniCase(30, true)), { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 1 });
    expect(result.ok ? 'planned' : result.refusal.code).toBe(code);
  });
});
