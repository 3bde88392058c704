import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { addS } from '@anlan/kernel';
import type { Context } from '../log/index.ts';
import { foldHoldings } from '../log/index.ts';
import type { PlanBody, PlanLine } from '../plan/index.ts';
import { createSmallWorld, DEPOT, payloadFold, SCENE } from '../readiness/testing/small-world.ts';
import type { SmallWorld } from '../readiness/testing/small-world.ts';
import { handleAuditAgreement } from '../readiness/index.ts';
import { later, testContext } from '../register/testing/fake-memory.ts';
import { handleDispatchPlan, handleIssueOrder, handleOrderStep, isOrderOpen, isStepLegal, nextSteps, orderFold, orderLateness, ORDER_STEPS } from './index.ts';
import type { OrderBody, OrderStepName } from './index.ts';

const dispatcher = testContext(['dispatcher'], '2026-11-24T02:00:00Z', 'org-command', 'dispatcher');
const crew = testContext(['responder'], '2026-11-24T02:05:00Z', 'org-a', 'crew');

async function room() {
  const world = await createSmallWorld([orderFold, payloadFold('incident'), payloadFold('plan')]);
  await write(world, 'incident:incident-1', 'incident.opened', { id: 'incident-1', state: 'confirmed' });
  return world;
}

async function write(world: SmallWorld, stream: `incident:${string}` | `plan:${string}`, type: string, payload: unknown) {
  const version = world.events.filter((event) => event.stream === stream).length;
  await world.log.append({ realm: 'real', recordedAt: dispatcher.now, appends: [{ stream, expectedVersion: version, events: [{ type, payload, happenedAt: dispatcher.now, actor: dispatcher.actor, basis: [] }] }] });
}

const byHand = (quantityValue: number, supply = 'stock-lots/lot-boom', boatId: string | null = null) => ({
  incidentId: 'incident-1', items: [{ supplyRegisterId: supply.split('/')[0] ?? '', supplyId: supply.split('/')[1] ?? '', quantityValue }],
  unitRegisterId: boatId === null ? null : 'vessels' as const, unitId: boatId, toPosition: SCENE, departDueAt: addS(dispatcher.now, 1800), arriveDueAt: addS(dispatcher.now, 5400),
});

async function issue(world: SmallWorld, quantityValue: number, supply?: string, boatId: string | null = null): Promise<string> {
  const issued = await handleIssueOrder(world, byHand(quantityValue, supply, boatId), dispatcher);
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
  return issued.value.orderIds[0] ?? '';
}

const order = async (world: SmallWorld, id: string) => (await world.views.find<OrderBody>('real', 'order', id))?.body as OrderBody;
const boom = async (world: SmallWorld) => world.views.findHolding('real', 'stock-lots/lot-boom');
const boat = async (world: SmallWorld) => world.views.findHolding('real', 'vessels/boat-1');
const step = (world: SmallWorld, orderId: string, name: OrderStepName, context: Context = dispatcher, note = '原因') => handleOrderStep(world, { orderId, step: name, note }, context);

describe('dispatch: orders and the reserves', () => {
  it('S-447: stock is held at issue, drawn at departure, in the append of the event', async () => {
    const world = await room();
    const id = await issue(world, 400, undefined, 'boat-1');
    expect(await boom(world)).toMatchObject({ onHandValue: 1000, heldValue: 400 });
    expect(await order(world, id)).toMatchObject({ state: 'issued', organisationId: 'org-a', unitMmsi: '412345678', fromText: { zh: '岙山库' }, fromPosition: DEPOT });
    await step(world, id, 'accept', crew);
    expect(await step(world, id, 'depart', later(crew, 60))).toMatchObject({ ok: true });
    expect(await boom(world)).toMatchObject({ onHandValue: 600, heldValue: 0 });
    await step(world, id, 'arrive', later(crew, 3600));
    expect(await step(world, id, 'complete', later(crew, 7200))).toMatchObject({ ok: true });
    expect(await boom(world)).toMatchObject({ onHandValue: 600, heldValue: 0 });
    expect((await order(world, id)).steps.map((one) => one.state)).toEqual(['issued', 'accepted', 'under-way', 'on-scene', 'done']);
  });

  it('S-447: cancelling before departure releases; after departure the goods stay drawn', async () => {
    const world = await room();
    const early = await issue(world, 100);
    await step(world, early, 'cancel');
    expect(await boom(world)).toMatchObject({ onHandValue: 1000, heldValue: 0 });
    const gone = await issue(world, 100);
    for (const name of ['accept', 'depart', 'cancel'] as const) await step(world, gone, name);
    expect(await boom(world)).toMatchObject({ onHandValue: 900, heldValue: 0 });
    expect(await step(world, gone, 'accept')).toMatchObject({ refusal: { code: 'DISPATCH_STEP_ILLEGAL' } });
  });

  it('S-447: a blocked order that goes on is not drawn twice', async () => {
    const world = await room();
    const id = await issue(world, 100);
    for (const name of ['accept', 'depart', 'block', 'depart', 'arrive'] as const) expect(await step(world, id, name)).toMatchObject({ ok: true });
    expect(await boom(world)).toMatchObject({ onHandValue: 900, heldValue: 0 });
    expect(await order(world, id)).toMatchObject({ state: 'on-scene', blockedReason: null });
  });

  it('S-447: 50 parallel orders on one lot never sell it twice', async () => {
    const world = await room();
    const answers = await Promise.all(Array.from({ length: 50 }, () => handleIssueOrder(world, byHand(30), dispatcher)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(33);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'LOG_HOLDING_SHORT')).toHaveLength(17);
    expect(await boom(world)).toMatchObject({ onHandValue: 1000, heldValue: 990 });
  });

  it('S-447: a quantity finer than the book is refused by name', async () => {
    const world = await room();
    for (const quantityValue of [1e-8, 0.1234567]) expect(await handleIssueOrder(world, byHand(quantityValue), dispatcher)).toMatchObject({ refusal: { code: 'DISPATCH_QUANTITY_TOO_FINE' } });
    expect(await handleIssueOrder(world, byHand(0.5), dispatcher)).toMatchObject({ ok: true });
  });

  it('S-448: a call-up over the agreed quantity is refused, over the audited one as well', async () => {
    const world = await room();
    expect(await handleIssueOrder(world, byHand(601, 'social-agreements/agreement-1'), dispatcher)).toMatchObject({ refusal: { code: 'READINESS_CALL_UP_OVER_AGREED', params: { wanted: 601, available: 600 } } });
    await issue(world, 200, 'social-agreements/agreement-1');
    expect(await handleIssueOrder(world, byHand(401, 'social-agreements/agreement-1'), dispatcher)).toMatchObject({ refusal: { code: 'READINESS_CALL_UP_OVER_AGREED' } });
    await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 300, note: '清点' }, testContext(['reserve']));
    expect(await handleIssueOrder(world, byHand(101, 'social-agreements/agreement-1'), dispatcher)).toMatchObject({ refusal: { code: 'READINESS_CALL_UP_OVER_AGREED', params: { available: 100 } } });
  });

  it('S-447: a lot that will have expired by then is refused, and nothing is held', async () => {
    const world = await room();
    const command = { ...byHand(10), departDueAt: addS(dispatcher.now, 400 * 86_400), arriveDueAt: addS(dispatcher.now, 401 * 86_400) };
    expect(await handleIssueOrder(world, command, dispatcher)).toMatchObject({ refusal: { code: 'READINESS_LOT_INSPECTION_LAPSED' } });
    expect(await boom(world)).toMatchObject({ heldValue: 0 });
  });
});

describe('dispatch: who, when, which step', () => {
  it('S-451: a responder moves the orders of its own organisation only, and cancels none', async () => {
    const world = await room();
    const id = await issue(world, 10);
    const other = testContext(['responder'], '2026-11-24T02:05:00Z', 'org-b');
    expect(await step(world, id, 'accept', other)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await step(world, id, 'accept', crew)).toMatchObject({ ok: true });
    expect(await step(world, id, 'cancel', crew)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleIssueOrder(world, byHand(10), crew)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });

  it('a step told later keeps its own time; a time before the last step or in the future is refused', async () => {
    const world = await room();
    const id = await issue(world, 10);
    const told = later(dispatcher, 1200);
    await handleOrderStep(world, { orderId: id, step: 'accept', note: '', happenedAt: addS(dispatcher.now, 300) }, told);
    expect((await order(world, id)).steps.at(-1)).toMatchObject({ at: addS(dispatcher.now, 300), recordedAt: told.now });
    expect(await handleOrderStep(world, { orderId: id, step: 'depart', note: '', happenedAt: addS(dispatcher.now, 200) }, told)).toMatchObject({ refusal: { code: 'DISPATCH_TIME_OUT_OF_ORDER' } });
    expect(await handleOrderStep(world, { orderId: id, step: 'depart', note: '', happenedAt: addS(told.now, 1) }, told)).toMatchObject({ refusal: { code: 'DISPATCH_TIME_OUT_OF_ORDER' } });
  });

  it('says what is late, and stops saying it once the unit is on scene', async () => {
    const world = await room();
    const id = await issue(world, 10);
    const body = await order(world, id);
    expect(orderLateness(body, addS(dispatcher.now, 1800))).toBeNull();
    expect(orderLateness(body, addS(dispatcher.now, 1860))).toMatchObject({ kind: 'depart', lateS: 60 });
    for (const name of ['accept', 'depart'] as const) await step(world, id, name);
    expect(orderLateness(await order(world, id), addS(dispatcher.now, 1860))).toBeNull();
    expect(orderLateness(await order(world, id), addS(dispatcher.now, 5460))).toMatchObject({ kind: 'arrive', lateS: 60 });
    await step(world, id, 'arrive', later(dispatcher, 5500));
    expect(orderLateness(await order(world, id), addS(dispatcher.now, 9000))).toBeNull();
  });

  it('a reason is needed to block and to cancel; a seen version that is old is refused', async () => {
    const world = await room();
    const id = await issue(world, 10);
    expect(await step(world, id, 'block', dispatcher, ' ')).toMatchObject({ refusal: { code: 'DISPATCH_REASON_MISSING' } });
    expect(await handleOrderStep(world, { orderId: id, step: 'accept', note: '', seenVersion: 7 }, dispatcher)).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect(await step(world, 'order-none', 'accept')).toMatchObject({ refusal: { code: 'DISPATCH_ORDER_UNKNOWN' } });
  });

  it('S-447: property: whatever people press, legal steps only, the ledger adds up, and it is the sum of the log', async () => {
    const press = fc.record({ orderIndex: fc.nat(4), name: fc.constantFrom(...ORDER_STEPS, 'rebuild' as const) });
    await fc.assert(fc.asyncProperty(fc.array(press, { maxLength: 25 }), async (given) => {
      const world = await room();
      const ids = [await issue(world, 100, undefined, 'boat-1'), await issue(world, 200), await issue(world, 300)];
      for (const { orderIndex, name } of given) {
        const id = ids[orderIndex];
        if (name === 'rebuild') await world.views.rebuild();
        else if (id === undefined) {
          const again = await handleIssueOrder(world, byHand(10, undefined, 'boat-1'), dispatcher);
          if (again.ok) ids.push(...again.value.orderIds);
        } else {
          const before = await order(world, id);
          const legal = isStepLegal(before, name);
          expect((await step(world, id, name)).ok).toBe(legal);
          expect(nextSteps(before).includes(name)).toBe(legal);
        }
      }
      const bodies = await Promise.all(ids.map((id) => order(world, id)));
      const departed = bodies.filter((body) => body.steps.some((one) => one.state === 'under-way'));
      const waiting = bodies.filter((body) => !departed.includes(body) && body.state !== 'cancelled');
      const sum = (list: readonly OrderBody[]) => list.reduce((total, body) => total + (body.items[0]?.quantityValue ?? 0), 0);
      expect(await boom(world)).toMatchObject({ onHandValue: 1000 - sum(departed), heldValue: sum(waiting) });
      const out = bodies.filter((body) => body.unitId === 'boat-1' && isOrderOpen(body));
      expect(out.length).toBeLessThanOrEqual(1);
      expect(await boat(world)).toMatchObject({ onHandValue: 1, heldValue: out.length });
      expect((await world.log.verify('real')).holdingDifferences).toEqual([]);
      expect(foldHoldings('real', world.events)).toEqual(await world.views.listHoldings('real'));
    }), { numRuns: 60 });
  });
});

describe('dispatch: a unit is in one place', () => {
  it('an order holds its vessel until it is done or cancelled; the refusal names the order and the incident that have it', async () => {
    const world = await room();
    await write(world, 'incident:incident-2', 'incident.opened', { id: 'incident-2', state: 'confirmed' });
    const id = await issue(world, 10, undefined, 'boat-1');
    const other = { ...byHand(10, undefined, 'boat-1'), incidentId: 'incident-2' };
    const refused = { refusal: { code: 'DISPATCH_UNIT_HELD', params: { id: 'boat-1', orderId: id, incidentId: 'incident-1' } } };
    for (const name of ['accept', 'depart', 'block', 'depart', 'arrive'] as const) {
      expect(await handleIssueOrder(world, other, dispatcher)).toMatchObject(refused);
      await step(world, id, name);
    }
    expect(await handleIssueOrder(world, other, dispatcher)).toMatchObject(refused);
    await step(world, id, 'complete');
    const second = await handleIssueOrder(world, other, dispatcher);
    expect(second).toMatchObject({ ok: true });
    await step(world, second.ok ? (second.value.orderIds[0] ?? '') : '', 'cancel');
    expect(await boat(world)).toMatchObject({ onHandValue: 1, heldValue: 0 });
  });

  it('50 orders at once for one vessel: exactly one has it, and nothing of the others is held', async () => {
    const world = await room();
    const answers = await Promise.all(Array.from({ length: 50 }, () => handleIssueOrder(world, byHand(1, undefined, 'boat-1'), dispatcher)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'DISPATCH_UNIT_HELD')).toHaveLength(49);
    expect(await boom(world)).toMatchObject({ heldValue: 1 });
  });
});

describe('dispatch: from a plan', () => {
  const line = (id: string, supplyId: string, quantityValue: number, carrierId: string | null): PlanLine => ({
    id, demandId: 'd-1', supplyRegisterId: supplyId.startsWith('agreement') ? 'social-agreements' : 'stock-lots', supplyId, reserve: 'stock', itemKindId: 'boom-open', titles: { zh: '围油栏', en: 'Boom' },
    quantityValue, unitCode: 'm', fromPosition: DEPOT, fromText: { zh: '岙山库', en: 'Aoshan depot' }, carrierRegisterId: carrierId === null ? null : 'vessels', carrierId,
    departAt: addS(dispatcher.now, 1800), arriveAt: addS(dispatcher.now, 5400), legs: [], reason: { code: 'x', params: {} }, moreReasons: [],
  });
  const plan = (chosenOptionId: string | null): PlanBody => ({
    id: 'plan-1', incidentId: 'incident-1', chosenOptionId,
    demand: [{ id: 'd-1', position: SCENE }], options: [{ id: 'option-1', lines: [line('l1', 'lot-boom', 300, 'boat-1'), line('l2', 'lot-skimmer', 20, 'boat-1'), line('l3', 'agreement-1', 200, null)] }],
  } as unknown as PlanBody);

  it('one order for each carrier and origin; the whole option goes out in one append', async () => {
    const world = await room();
    await write(world, 'plan:plan-1', 'plan.drawn', plan('option-1'));
    const issued = await handleDispatchPlan(world, { planId: 'plan-1' }, dispatcher);
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
    const [first, second] = await Promise.all(issued.value.orderIds.map((id) => order(world, id)));
    expect(issued.value.orderIds).toHaveLength(2);
    expect(first).toMatchObject({ unitId: 'boat-1', planLineIds: ['l1', 'l2'], toPosition: SCENE, organisationId: 'org-a', items: [{ quantityValue: 300 }, { quantityValue: 20 }] });
    expect(second).toMatchObject({ unitId: null, organisationId: 'org-firm', items: [{ supplyRegisterId: 'social-agreements', quantityValue: 200 }] });
    expect(await boom(world)).toMatchObject({ heldValue: 300 });
  });

  it('the same lines are not sent twice, not even by two desks at once; a cancelled order frees them', async () => {
    const world = await room();
    await write(world, 'plan:plan-1', 'plan.drawn', plan('option-1'));
    const both = await Promise.all([1, 2].map(() => handleDispatchPlan(world, { planId: 'plan-1', lineIds: ['l1'] }, dispatcher)));
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await boom(world)).toMatchObject({ heldValue: 300 });
    expect(await handleDispatchPlan(world, { planId: 'plan-1', lineIds: ['l1'] }, dispatcher)).toMatchObject({ refusal: { code: 'DISPATCH_LINE_ALREADY_ISSUED' } });
    const id = both.flatMap((answer) => (answer.ok ? answer.value.orderIds : []))[0] ?? '';
    await step(world, id, 'cancel');
    expect(await handleDispatchPlan(world, { planId: 'plan-1', lineIds: ['l1'] }, dispatcher)).toMatchObject({ ok: true });
  });

  it('trips of one plan share their vessel; nobody else has it until the last of them has ended', async () => {
    const world = await room();
    const trips = [0, 1, 2].map((tripIndex) => ({ ...line(`t${tripIndex}`, 'lot-boom', 10, 'boat-1'), departAt: addS(dispatcher.now, 1800 + tripIndex * 20_000), arriveAt: addS(dispatcher.now, 5400 + tripIndex * 20_000) }));
    await write(world, 'plan:plan-1', 'plan.drawn', { ...plan('option-1'), options: [{ id: 'option-1', lines: trips }] });
    const issued = await handleDispatchPlan(world, { planId: 'plan-1' }, dispatcher);
    expect(issued.ok && issued.value.orderIds).toHaveLength(3);
    for (const id of issued.ok ? issued.value.orderIds : []) {
      expect((await handleIssueOrder(world, byHand(1, undefined, 'boat-1'), dispatcher))).toMatchObject({ refusal: { code: 'DISPATCH_UNIT_HELD' } });
      await step(world, id, 'cancel');
    }
    expect(await boat(world)).toMatchObject({ onHandValue: 1, heldValue: 0 });
    expect(await handleIssueOrder(world, byHand(1, undefined, 'boat-1'), dispatcher)).toMatchObject({ ok: true });
  });

  it('nothing goes out before an option is chosen, or when one line is short', async () => {
    const world = await room();
    await write(world, 'plan:plan-1', 'plan.drawn', plan(null));
    expect(await handleDispatchPlan(world, { planId: 'plan-1' }, dispatcher)).toMatchObject({ refusal: { code: 'DISPATCH_OPTION_NOT_CHOSEN' } });
    await write(world, 'plan:plan-1', 'plan.chosen', { chosenOptionId: 'option-1' });
    await issue(world, 900);
    expect(await handleDispatchPlan(world, { planId: 'plan-1' }, dispatcher)).toMatchObject({ refusal: { code: 'LOG_HOLDING_SHORT' } });
    expect((await world.views.findHolding('real', 'stock-lots/lot-skimmer'))?.heldValue).toBe(0);
    expect(await world.views.list({ realm: 'real', kind: 'order' })).toHaveLength(1);
  });

  it('a closed incident takes no orders', async () => {
    const world = await room();
    await write(world, 'incident:incident-1', 'incident.closed', { state: 'closed' });
    expect(await handleIssueOrder(world, byHand(1), dispatcher)).toMatchObject({ refusal: { code: 'DISPATCH_INCIDENT_NOT_OPEN' } });
  });
});
