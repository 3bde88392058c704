import { describe, it, expect } from 'vitest';
import { handleChooseOption } from '../plan/index.ts';
import { commander, createOilCase, drawPlan, hours, totalOf } from '../plan/testing/oil-case.ts';
import { SCENE } from '../readiness/testing/small-world.ts';
import { handleDispatchPlan, handleIssueOrder, orderFold } from './index.ts';
import type { OrderBody } from './index.ts';

describe('dispatch: a drawn plan', () => {
  it('S-447: what is held for an order is not offered again, and no option gives more than there is', async () => {
    const world = await createOilCase(2_000_000, [orderFold]);
    const before = await drawPlan(world);
    for (const option of before.options) expect(totalOf(before, option.id, 'lot-boom')).toBeLessThanOrEqual(1000);
    const issued = await handleIssueOrder(world, {
      incidentId: 'incident-1', items: [{ supplyRegisterId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 900 }], unitRegisterId: 'vessels', unitId: 'boat-1', toPosition: SCENE, departDueAt: hours(1), arriveDueAt: hours(2),
    }, commander);
    expect(issued.ok).toBe(true);
    const after = await drawPlan(world);
    for (const option of after.options) expect(totalOf(after, option.id, 'lot-boom')).toBeLessThanOrEqual(100);
    expect(after.options.flatMap((option) => option.lines).some((line) => line.carrierId === 'boat-1')).toBe(false);
    expect(after.warnings.map((one) => one.code)).toContain('PLAN_WARN_NO_CARRIER');
    const orderId = issued.ok ? issued.value.orderIds[0] : undefined;
    expect(after.notReachable).toContainEqual({ supplyRegisterId: 'vessels', supplyId: 'boat-1', reason: { code: 'PLAN_UNIT_HELD', params: { orderId, incidentId: 'incident-1' } } });
  });

  it('S-001: every order names the organisation that carries it out, recorded as it is issued', async () => {
    const world = await createOilCase(undefined, [orderFold]);
    const plan = await drawPlan(world);
    await handleChooseOption(world, { planId: plan.id, optionId: plan.options[0]?.id ?? '' }, commander);
    await handleDispatchPlan(world, { planId: plan.id }, commander);
    const orders = (await world.views.list<OrderBody>({ realm: 'real', kind: 'order' })).map((view) => view.body);
    expect(orders.length).toBeGreaterThan(0);
    for (const { organisationId, organisationTitles } of orders) expect(organisationTitles).toEqual({ zh: organisationId, en: organisationId });
  });

  it('S-447: the chosen option goes out whole, and exactly its quantities are held', async () => {
    const world = await createOilCase(undefined, [orderFold]);
    const plan = await drawPlan(world);
    const [first] = plan.options;
    await handleChooseOption(world, { planId: plan.id, optionId: first?.id ?? '' }, commander);
    expect(await handleDispatchPlan(world, { planId: plan.id }, commander)).toMatchObject({ ok: true });
    const orders = (await world.views.list<OrderBody>({ realm: 'real', kind: 'order' })).map((view) => view.body);
    expect(orders.flatMap((order) => order.planLineIds).toSorted()).toEqual(first?.lines.map((line) => line.id).toSorted());
    for (const holding of (await world.views.listHoldings('real')).filter((one) => /^(stock|social|capacity)-/.test(one.holdingId))) {
      const supplyId = holding.holdingId.split('/')[1] ?? '';
      expect(holding.heldValue).toBeCloseTo(totalOf(plan, first?.id ?? '', supplyId), 6);
    }
  });
});
