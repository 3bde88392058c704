import { describe, expect, it } from 'vitest';
import type { AllocationPlan, AllocationProblem } from '../index.ts';
import { allocateBest, checkAllocation } from '../index.ts';
import { createDenseSimplex } from '../program/dense-simplex.ts';
import { miniCase } from '../testing/mini-case.ts';

const problem: AllocationProblem = {
  ...miniCase(30, true),
  vehicles: [{ id: 'lorry', originId: 'P', mode: 'road', count: 2, massKgMax: 20, volumeM3Max: 100, seatCountMax: 0, handlingS: 3600 }],
};

async function planned(): Promise<AllocationPlan> {
  const plan = await allocateBest(problem, { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 60 });
  if (!plan.ok) throw new Error(plan.refusal.code);
  return plan.value;
}

const later = (plan: AllocationPlan, i: number, byS: number): AllocationPlan => ({ ...plan, lines: plan.lines.map((line, k) => (k === i ? { ...line, arriveAt: (line.arriveAt + byS * 1000) as typeof line.arriveAt } : line)) });
const changed = (plan: AllocationPlan, i: number, over: object): AllocationPlan => ({ ...plan, lines: plan.lines.map((line, k) => (k === i ? { ...line, ...over } : line)) });

describe('the independent checker', () => {
  it('finds nothing in a plan of the ladder', async () => {
    expect(checkAllocation(problem, await planned())).toEqual({ isRight: true, faults: [] });
  });

  it.each([
    ['arrival', (plan: AllocationPlan) => later(plan, 0, -600)],
    ['arrived by bucket 0', (plan: AllocationPlan) => changed(plan, 0, { quantityValue: 29, effectValue: 29 })],
    ['effect', (plan: AllocationPlan) => changed(plan, 0, { effectValue: 31 })],
    ['lots', (plan: AllocationPlan) => changed(plan, 0, { lots: [] })],
    ['lot usable', (plan: AllocationPlan) => changed(plan, 0, { lots: [{ lotId: 'what', quantityValue: plan.lines[0]!.quantityValue }] })],
    ['lead time', (plan: AllocationPlan) => changed(plan, 0, { departAt: problem.now })],
    ['quantity counted', (plan: AllocationPlan) => changed(plan, plan.lines.findIndex((line) => line.stockId === 'S'), { quantityValue: 41, effectValue: 41 })],
    ['made by departure', (plan: AllocationPlan) => changed(plan, plan.lines.findIndex((line) => line.stockId === 'C'), { quantityValue: 500, effectValue: 500 })],
    ['room for mass', (plan: AllocationPlan) => ({ ...plan, trips: [] })],
    ['whole trips', (plan: AllocationPlan) => ({ ...plan, trips: plan.trips.map((trip) => ({ ...trip, count: 1.5 })) })],
    ['vehicles busy in bucket 0', (plan: AllocationPlan) => ({ ...plan, trips: plan.trips.map((trip) => ({ ...trip, count: 3 })) })],
    ['unmet at bucket 2', (plan: AllocationPlan) => ({ ...plan, outcomes: plan.outcomes.map((each) => ({ ...each, unmetValue: [0, 0, 0, 0] })) })],
    ['adequate from', (plan: AllocationPlan) => ({ ...plan, outcomes: plan.outcomes.map((each) => ({ ...each, adequateS: null })) })],
    ['stage shortage-area', (plan: AllocationPlan) => ({ ...plan, stages: plan.stages.map((each) => (each.stage === 'shortage-area' ? { ...each, value: 0 } : each)) })],
    ['bound', (plan: AllocationPlan) => ({ ...plan, certificate: { ...plan.certificate, boundValue: 1000 } })],
    ['gap', (plan: AllocationPlan) => ({ ...plan, certificate: { ...plan.certificate, gapRatio: 0.5 } })],
    ['changed orders', (plan: AllocationPlan) => ({ ...plan, changedOrderIds: ['o'] })],
    ['accepted item', (plan: AllocationPlan) => ({ ...plan, lines: plan.lines.slice(0) }), (p: AllocationProblem) => ({ ...p, groups: [{ ...p.groups[0]!, accepts: [] }] })],
    ['lane open', (plan: AllocationPlan) => plan, (p: AllocationProblem) => ({ ...p, lanes: p.lanes.map((lane) => ({ ...lane, travelS: lane.travelS.map(() => null) })) })],
  ] as const)('finds a wrong %s', async (...row) => {
    const [what, spoil, spoilProblem] = row as unknown as [string, (plan: AllocationPlan) => AllocationPlan, ((p: AllocationProblem) => AllocationProblem) | undefined];
    const check = checkAllocation(spoilProblem?.(problem) ?? problem, spoil(await planned()));
    expect(check.isRight).toBe(false);
    expect(check.faults.map((fault) => fault.params.what)).toContain(what);
  });
});
